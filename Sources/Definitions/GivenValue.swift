import Figures

/// A value that a file of the pipeline's folder gives to a key of a figure, or to a column of a table: `spending[item=维修]`,
/// `where: {is_above: 1}`. One that cannot be is a misspelling, and would leave a figure empty without a word.
public struct GivenValue: Hashable, Sendable {
  public enum Owner: Hashable, Sendable {
    case figure(String)
    case table(String)
  }

  public var owner: Owner
  /// The key of the figure, or the column of the table.
  public var key: String
  public var value: String
  public var file: String
  /// From 1.
  public var line: Int
}

extension DefinitionProblems {
  /// Notes the values that a reference gives to keys of a figure.
  public func note(_ keys: [FigureReference.Assignment], of figure: String, file: String, line: Int) {
    for key in keys {
      for value in key.values {
        note(GivenValue(owner: .figure(figure), key: key.key, value: value, file: file, line: line))
      }
    }
  }
}

extension DefinitionNode {
  /// Notes the values that the node gives to keys of a figure.
  public func note(_ keys: [FigureReference.Assignment], of figure: String) {
    problems.note(keys, of: figure, file: file, line: line)
  }

  /// Notes a value that the node gives to a column of a table.
  public func note(_ value: String, of column: String, in table: String) {
    problems.note(GivenValue(owner: .table(table), key: column, value: value, file: file, line: line))
  }
}

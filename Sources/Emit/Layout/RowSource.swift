import Definitions

/// Rows of a model that belong to the publisher's row (or to the row a form is repeated for): those equal in
/// the columns `by`. When not said, that is the first column of the publishers, if the model has it too.
public struct RowSource: Hashable, Sendable {
  public var model: String
  public var by: [String]

  /// `outer`: the columns of the rows that these rows belong to.
  init?(model node: DefinitionNode?, by: DefinitionNode?, names: LayoutNames, outer: [String]) {
    guard let node, let model = node.text, let columns = names.columns(of: model, at: node) else {
      return nil
    }
    self.model = model
    if let by {
      self.by = by.texts ?? []
      for column in self.by {
        names.check(column, among: columns, at: by)
        names.check(column, among: outer, at: by)
      }
    } else {
      self.by = names.publisher.prefix(1).filter(columns.contains)
    }
  }
}

/// A mistake in a pipeline folder, found before any data is read; all are shown at once.
/// `datapackage.yaml:14: unknown key 'constrains'; did you mean 'constraints'?`
public struct DefinitionError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    case unreadable(String)
    case notYAML(String)
    case anchor
    case duplicateKey(String)
    case unknownKey(String, suggestion: String?)
    case missingKey(String)
    case wrongType(key: String, expected: Expected)
    case unknownValue(key: String, value: String, allowed: [String])
    /// Something that refers to what is not there: a column, a model, a figure, a template's name.
    case unknownName(kind: NameKind, name: String, suggestion: String?)
    case duplicateName(kind: NameKind, name: String)
    case sql(String)
    case template(String)
    /// Anything else, said in full by the one who found it: Chinese, then English.
    case other(String, english: String)
  }

  public enum Expected: String, Hashable, Sendable {
    case mapping, list, text, integer, boolean
  }

  public enum NameKind: String, Hashable, Sendable {
    case register, model, table, column, figure, key, field, template, transform, partial, value, pipeline
    case output, check
  }

  public var problem: Problem
  /// The file's path inside the pipeline folder.
  public var file: String
  /// From 1.
  public var line: Int

  public init(_ problem: Problem, file: String, line: Int) {
    self.problem = problem
    self.file = file
    self.line = line
  }

  /// In English, for logs and tests; `sentence(in:)` is what users see.
  public var description: String { "\(file):\(line): \(problem.english)" }
}

/// All mistakes of one pipeline folder, in the order of their finding.
///
/// One reader at a time fills it; it is a class so that every node of a folder's files reports to one place.
public final class DefinitionProblems {
  public private(set) var errors: [DefinitionError] = []
  /// The values that the folder's files give to keys and columns, as they were read.
  public private(set) var given: [GivenValue] = []

  public init() {}

  /// Says known errors better, where more is known than where they were found.
  public func rewrite(_ better: (DefinitionError) -> DefinitionError) { errors = errors.map(better) }

  /// Notes a value, to be held against what it can be when all of the folder is known.
  public func note(_ value: GivenValue) { given.append(value) }

  public func report(_ problem: DefinitionError.Problem, file: String, line: Int) {
    let error = DefinitionError(problem, file: file, line: line)
    if !errors.contains(error) { errors.append(error) }
  }
}

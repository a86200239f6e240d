import Yams

/// One node of a pipeline folder's YAML file: knows its file and line, and reports what is wrong with it to the
/// folder's `DefinitionProblems`. A reading function that reports returns nil, so that a decoder goes on and
/// all mistakes are shown at once.
public struct DefinitionNode {
  let node: Node
  public let file: String
  public let problems: DefinitionProblems
  /// How messages call it: its key in the mapping that holds it.
  let name: String

  public var line: Int { node.mark?.line ?? 1 }

  /// Parses a YAML text; nil (and reported) when it is no YAML, has anchors or aliases, or duplicate keys.
  public init?(yaml: String, file: String, problems: DefinitionProblems) {
    guard let root = Self.compose(yaml, file: file, problems: problems) else { return nil }
    self.init(node: root, file: file, problems: problems, name: file)
  }

  private init(node: Node, file: String, problems: DefinitionProblems, name: String) {
    (self.node, self.file, self.problems, self.name) = (node, file, problems, name)
  }

  public func report(_ problem: DefinitionError.Problem) {
    problems.report(problem, file: file, line: line)
  }

  // MARK: Scalars and lists

  /// The node as text. Numbers, dates and booleans are text too, as they are written; null is not.
  public var text: String? {
    guard case .scalar(let scalar) = node, !isNull else { return reported(.text) }
    return scalar.string
  }

  public var integer: Int? {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string) else { return reported(.integer) }
    return number
  }

  /// A whole number of this range; what is outside is reported.
  public func integer(in range: ClosedRange<Int>) -> Int? {
    guard let number = integer else { return nil }
    if range.contains(number) { return number }
    let (least, most) = (range.lowerBound, range.upperBound)
    report(.other("“\(name)”应为 \(least) 到 \(most)", english: "'\(name)' must be \(least) to \(most)"))
    return nil
  }

  public var boolean: Bool? {
    guard case .scalar(let scalar) = node, scalar.string == "true" || scalar.string == "false" else {
      return reported(.boolean)
    }
    return scalar.string == "true"
  }

  public var list: [DefinitionNode]? {
    guard case .sequence(let sequence) = node else { return reported(.list) }
    return sequence.map { child($0, name) }
  }

  /// A text that stands there without quotes: `1`, and not `"1"`.
  public var isPlain: Bool { if case .scalar(let scalar) = node { scalar.style == .plain } else { false } }

  /// A list of texts; a single text counts as a list of one.
  public var texts: [String]? {
    if case .scalar = node { return text.map { [$0] } }
    return list?.compactMap(\.text)
  }

  public var isMapping: Bool { if case .mapping = node { true } else { false } }
  public var isList: Bool { if case .sequence = node { true } else { false } }
  public var isNull: Bool {
    if case .scalar(let scalar) = node {
      scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    } else {
      false
    }
  }

  /// The text's own first line: a block scalar (`sql: |`) starts on the line after its indicator.
  public var textLine: Int {
    if case .scalar(let scalar) = node, scalar.style == .literal || scalar.style == .folded {
      return line + 1
    }
    return line
  }

  // MARK: Mappings

  /// The mapping with just these keys; every other key is reported, with a suggestion.
  public func mapping(_ allowed: String...) -> DefinitionMapping? { mapping(allowed) }

  public func mapping(_ allowed: [String]) -> DefinitionMapping? {
    guard let entries else { return nil }
    for (key, value) in entries where !allowed.contains(key) {
      value.report(.unknownKey(key, suggestion: nearest(to: key, among: allowed)))
    }
    return DefinitionMapping(of: self, entries: entries)
  }

  /// All entries in the order of the file, for mappings whose keys are names (`values:`, `with:`).
  public var entries: [(key: String, value: DefinitionNode)]? {
    guard case .mapping(let mapping) = node else { return reported(.mapping) }
    return mapping.map { ($0.key.string ?? "", child($0.value, $0.key.string ?? "", at: $0.key)) }
  }

  private func child(_ node: Node, _ name: String, at key: Node? = nil) -> DefinitionNode {
    DefinitionNode(node: node, file: file, problems: problems, name: name)
  }

  private func reported<T>(_ expected: DefinitionError.Expected) -> T? {
    report(.wrongType(key: name, expected: expected))
    return nil
  }

  // MARK: Parsing

  private static func compose(_ yaml: String, file: String, problems: DefinitionProblems) -> Node? {
    do {
      // Scalars are read as they are written; guessing their types by patterns takes most of the time.
      let parser = try Parser(yaml: yaml, resolver: .basic)
      let root = try parser.singleRoot()
      // Nodes hold their anchors weakly: they can be seen only while the parser lives.
      let anchored = withExtendedLifetime(parser) { root.flatMap(firstAnchor) }
      if let anchored {
        problems.report(.anchor, file: file, line: anchored.mark?.line ?? 1)
        return nil
      }
      if root == nil { problems.report(.notYAML("empty"), file: file, line: 1) }
      return root
    } catch let error as YamlError {
      let (problem, line) = describe(error)
      problems.report(problem, file: file, line: line)
    } catch {
      problems.report(.notYAML("\(error)"), file: file, line: 1)
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (DefinitionError.Problem, Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (.notYAML(problem), mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (.duplicateKey(duplicates.joined(separator: ", ")), context.mark.line)
    case .reader(let problem, _, _, _): (.notYAML(problem), 1)
    default: (.notYAML("\(error)"), 1)
    }
  }

  /// Every alias needs an anchor, so refusing anchors refuses both; an anchored node is not entered.
  private static func firstAnchor(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .mapping(let mapping):
      return mapping.lazy.compactMap { firstAnchor(in: $0.key) ?? firstAnchor(in: $0.value) }.first
    case .sequence(let sequence): return sequence.lazy.compactMap(firstAnchor).first
    case .scalar, .alias: return nil
    }
  }
}

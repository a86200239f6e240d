/// A mapping whose keys are known: each is read as what it must be; what is missing or of a wrong type is
/// reported with file and line, and nil is returned.
public struct DefinitionMapping {
  public let node: DefinitionNode
  private let values: [String: DefinitionNode]

  init(of node: DefinitionNode, entries: [(key: String, value: DefinitionNode)]) {
    self.node = node
    values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of a key that may be missing.
  public subscript(_ key: String) -> DefinitionNode? { values[key] }

  /// The value of a key that must be there.
  public func required(_ key: String) -> DefinitionNode? {
    if values[key] == nil { node.report(.missingKey(key)) }
    return values[key]
  }

  public func requiredText(_ key: String) -> String? { required(key)?.text }
  public func text(_ key: String) -> String? { values[key]?.text }
  public func integer(_ key: String) -> Int? { values[key]?.integer }
  public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? { values[key]?.integer(in: range) }
  public func boolean(_ key: String, default fallback: Bool = false) -> Bool {
    values[key]?.boolean ?? fallback
  }
  public func texts(_ key: String) -> [String] { values[key]?.texts ?? [] }
  public func list(_ key: String) -> [DefinitionNode] { values[key]?.list ?? [] }

  /// One of an enumeration's raw values; `fallback` when the key is missing.
  public func choice<Choice>(_ key: String, default fallback: Choice) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let value = values[key], let text = value.text else { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    value.report(.unknownValue(key: key, value: text, allowed: Choice.allCases.map(\.rawValue)))
    return fallback
  }
}

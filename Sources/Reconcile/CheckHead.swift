import Definitions
import Figures

/// What every check says of itself.
public struct CheckHead: Hashable, Sendable {
  public var id: String
  public var title: String
  public var severity: Severity
  /// The law, notice or document that asks for it.
  public var basis: String?
  public var remedy: MessageTemplate?
  public var file: String
  public var line: Int

  static let keys = ["id", "title", "severity", "basis", "message", "remedy"]

  init?(_ map: DefinitionMapping) {
    guard let id = map.requiredText("id"), let title = map.requiredText("title") else { return nil }
    self.id = id
    self.title = title
    severity = map.choice("severity", default: .error)
    basis = map.text("basis")
    remedy = map["remedy"].flatMap(MessageTemplate.init)
    (file, line) = (map.node.file, map.node.line)
  }

  func finding(at location: SourceLocation, facts: Facts) -> Finding {
    Finding(FindingCode(rawValue: id), severity: severity, at: location, facts: facts)
  }
}

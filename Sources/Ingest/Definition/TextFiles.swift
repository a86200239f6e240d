/// The files of a text register, by their path: `texts/{单位编码}/{栏目}.md`. A name in braces stands for a field,
/// which is filled with what stands there in the path.
public struct TextFiles: Hashable, Sendable {
  /// One step of the path: literal text around at most one field.
  public struct Step: Hashable, Sendable {
    public var prefix: String
    public var field: String?
    public var suffix: String

    /// What the name has in the field's place; nil when the name does not fit.
    func value(in name: String) -> String? {
      guard let field else { return name == prefix ? "" : nil }
      guard !field.isEmpty, name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
      let length = name.utf8.count - prefix.utf8.count - suffix.utf8.count
      guard length > 0 else { return nil }
      return String(name.dropFirst(prefix.count).dropLast(suffix.count))
    }
  }

  public var path: String
  public var steps: [Step]

  public var fields: [String] { steps.compactMap(\.field) }

  /// The path with values in the places of its fields, in their order.
  public func filled(with values: [String]) -> String {
    var rest = values[...]
    return steps.map { $0.prefix + ($0.field == nil ? "" : rest.popFirst() ?? "") + $0.suffix }
      .joined(separator: "/")
  }

  /// nil when the path is absolute, leads upwards, or has more than one field in a step.
  public init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let steps = parts.compactMap(Self.step)
    guard steps.count == parts.count, steps.contains(where: { $0.field != nil }) else { return nil }
    self.path = path
    self.steps = steps
  }

  private static func step(_ part: String) -> Step? {
    guard isPlainName(part) else { return nil }
    let opened = part.split(separator: "{", omittingEmptySubsequences: false).map(String.init)
    guard opened.count == 2 else {
      return opened.count == 1 && !part.contains("}") ? Step(prefix: part, field: nil, suffix: "") : nil
    }
    let closed = opened[1].split(separator: "}", omittingEmptySubsequences: false).map(String.init)
    guard closed.count == 2, !closed[0].isEmpty else { return nil }
    return Step(prefix: opened[0], field: closed[0], suffix: closed[1])
  }

  /// Neither empty nor `.` nor `..`.
  static func isPlainName(_ part: String) -> Bool { !["", ".", ".."].contains(part) }
}

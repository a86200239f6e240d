import Definitions
import Figures

/// 参数: a value of the pipeline that people may set, such as a host name or a deadline. SQL sees all of them as the
/// columns of the one row of the table `parameters`.
///
/// ```yaml
/// parameters:
///   contract_host: www.zfcg.sh.gov.cn  # a text
///   largest_units: 10                  # a whole number
///   unit_notices: true                 # 1, or 0 for false
/// ```
/// There are no decimals, as nowhere in SQL: an amount is written in 分, a share in hundredths of a percent.
public struct Parameter: Hashable, Sendable {
  /// The column in SQL.
  public var name: String
  public var value: Value
  public var line: Int

  static let table = "parameters"

  static func parameters(from node: DefinitionNode) -> [Parameter] {
    guard let entries = node.entries else { return [] }
    if entries.isEmpty { node.report(.other("没有参数", english: "there are no parameters")) }
    return entries.compactMap(Parameter.init)
  }

  private init?(_ name: String, _ node: DefinitionNode) {
    guard let text = node.text else { return nil }
    guard name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil else {
      node.report(
        .other(
          "“\(name)”不能作参数名，请用小写字母、数字和下划线", english: "'\(name)' is no parameter's name; use a-z, 0-9 and _"))
      return nil
    }
    guard let value = Self.value(text) else {
      node.report(
        .other(
          "参数“\(name)”应为文字、整数或是否值，不能是“\(text)”",
          english: "parameter '\(name)' must be a text, a whole number or true or false, not '\(text)'"))
      return nil
    }
    (self.name, self.value, line) = (name, value, node.line)
  }

  /// A text of digits that begins with 0 is a code, not a number. nil for a number that cannot be kept, and for
  /// nothing.
  private static func value(_ text: String) -> Value? {
    switch text {
    case "": return nil
    case "true": return .integer(1)
    case "false": return .integer(0)
    default: break
    }
    if text.wholeMatch(of: /-?(0|[1-9][0-9]*)/) != nil { return Int64(text).map(Value.integer) }
    return text.wholeMatch(of: /[-+]?[0-9]*\.[0-9]+/) == nil ? .text(text) : nil
  }
}

/// Points at one published figure: which definition, at which keys, which side of it.
///
/// Written the same in workbook layouts, notices, checks and the register of printed figures:
/// `expenditure`, `expenditure[kind=人员经费|公用经费]`, `expenditure[function=201].change`.
/// A key that neither the reference nor the row it stands in gives is summed over; several values of a key,
/// parted by `|`, are summed.
public struct FigureReference: Hashable, Sendable, CustomStringConvertible {
  public enum Aspect: String, Hashable, Sendable, CaseIterable {
    /// This period's value.
    case now
    /// The value of the period before.
    case before
    /// This period's less the one before (较上年).
    case change
    /// The change as a share of the period before, in percent (增长率).
    case growth
  }

  public struct Assignment: Hashable, Sendable {
    public var key: String
    public var values: [String]

    public init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  public var figure: String
  public var assignments: [Assignment]
  public var aspect: Aspect

  public init(figure: String, assignments: [Assignment] = [], aspect: Aspect = .now) {
    self.figure = figure
    self.assignments = assignments
    self.aspect = aspect
  }

  /// nil when the text is no reference.
  public init?(_ text: String) {
    var rest = Substring(text)
    let name = rest.prefix { $0 != "[" && $0 != "." }
    rest.removeFirst(name.count)
    guard Self.isName(name) else { return nil }
    var assignments: [Assignment] = []
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      for part in rest[rest.index(after: rest.startIndex)..<end].split(separator: ",") {
        guard let assignment = Self.assignment(part) else { return nil }
        assignments.append(assignment)
      }
      guard !assignments.isEmpty else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    var aspect = Aspect.now
    if rest.first == "." {
      guard let known = Aspect(rawValue: String(rest.dropFirst())) else { return nil }
      aspect = known
    } else if !rest.isEmpty {
      return nil
    }
    self.init(figure: String(name), assignments: assignments, aspect: aspect)
  }

  public var description: String {
    let keys = assignments.map { "\($0.key)=\($0.values.joined(separator: "|"))" }.joined(separator: ", ")
    return figure + (keys.isEmpty ? "" : "[\(keys)]") + (aspect == .now ? "" : ".\(aspect.rawValue)")
  }

  private static func assignment(_ part: Substring) -> Assignment? {
    let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
    guard sides.count == 2, isName(Substring(sides[0])) else { return nil }
    let values = sides[1].split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    guard values.allSatisfy({ !$0.isEmpty }) else { return nil }
    return Assignment(key: sides[0], values: values)
  }

  /// Letters of any script, digits, `_` and `-`; a sign of another script is no known name anyway.
  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: byte >= 0x80
        }
      }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

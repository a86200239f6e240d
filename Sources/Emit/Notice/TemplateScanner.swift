import Definitions

/// A template's text, and where it stands in the pipeline folder.
public struct TemplateSource: Hashable, Sendable {
  /// Inside the pipeline folder: `notices/disclosure.mustache`.
  public var file: String
  public var text: String

  public init(file: String, text: String) {
    (self.file, self.text) = (file, text)
  }
}

/// One `{{…}}`.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case variable, unescaped, section, inverted, close
    case partial, comment
  }
  var kind: Kind
  var expression: TemplateExpression
  var line: Int

  /// How many sections deeper it is after the tag.
  var depth: Int {
    switch kind {
    case .section, .inverted: 1
    case .close: -1
    case .variable, .unescaped, .partial, .comment: 0
    }
  }
}

/// A stretch of a template.
enum TemplatePiece: Hashable {
  case text(String)
  case tag(TemplateTag)
}

/// Finds the tags of a template and reports those that cannot be one, since the library prints or throws
/// something of its own for them.
struct TemplateScanner {
  /// What is no template at all has as many as it has braces; these are enough to see that.
  private static let mostProblems = 100

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var pieces: [TemplatePiece] = []
  private var problems: [(TemplateProblem, line: Int)] = []

  static func scan(_ text: String) -> (pieces: [TemplatePiece], problems: [(TemplateProblem, line: Int)]) {
    var scanner = TemplateScanner(bytes: Array(text.utf8))
    while scanner.problems.count < mostProblems, let open = scanner.find("{{") {
      scanner.takeText(upTo: open)
      scanner.takeTag()
    }
    scanner.takeText(upTo: scanner.bytes.count)
    // The library takes it for the beginning of a tag.
    if scanner.bytes.last == UInt8(ascii: "{") { scanner.problems.append((.unclosedTag("{"), scanner.line)) }
    return (scanner.pieces, scanner.problems)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func takeText(upTo end: Int) {
    if end > position { pieces.append(.text(take(upTo: end))) }
  }

  /// At a `{{`. A comment may hold anything up to the next `}}`; any other tag no further `{{`.
  private mutating func takeTag() {
    let (start, startLine) = (position, line)
    position += 2
    let sigil = position < bytes.count ? bytes[position] : 0
    let closing: StaticString = sigil == UInt8(ascii: "{") ? "}}}" : "}}"
    let next = sigil == UInt8(ascii: "!") ? nil : find("{{", from: position + 1)
    guard let end = find(closing, upTo: next) else {
      problems.append((.unclosedTag(excerpt(from: start)), startLine))
      position = next ?? bytes.count
      return
    }
    let body = take(upTo: end)
    position += closing.utf8CodeUnitCount
    if let tag = tag(body, line: startLine) { pieces.append(.tag(tag)) }
  }

  private mutating func tag(_ body: String, line: Int) -> TemplateTag? {
    let rest = body.dropFirst()
    switch body.utf8.first {
    case UInt8(ascii: "!"): return TemplateTag(kind: .comment, expression: .init(name: ""), line: line)
    case UInt8(ascii: "#"): return tag(.section, rest, body, line)
    case UInt8(ascii: "^"): return tag(.inverted, rest, body, line)
    case UInt8(ascii: "/"): return tag(.close, rest, body, line)
    case UInt8(ascii: "{"), UInt8(ascii: "&"): return tag(.unescaped, rest, body, line)
    case UInt8(ascii: ">"):
      if let name = Self.partialName(rest) {
        return TemplateTag(kind: .partial, expression: .init(name: name), line: line)
      }
      problems.append((.notATag(body), line))
    case UInt8(ascii: "="): problems.append((.refusedTag(.delimiters, body), line))
    case UInt8(ascii: "%"): problems.append((.refusedTag(.contentType, body), line))
    case UInt8(ascii: "<"), UInt8(ascii: "$"): problems.append((.refusedTag(.inheritance, body), line))
    default: return tag(.variable, body[...], body, line)
    }
    return nil
  }

  private mutating func tag(_ kind: TemplateTag.Kind, _ text: Substring, _ body: String, _ line: Int)
    -> TemplateTag?
  {
    guard let expression = TemplateExpression(text) else {
      problems.append((.notATag(body), line))
      return nil
    }
    return TemplateTag(kind: kind, expression: expression, line: line)
  }

  /// A template's name below the folder of notices: words parted by `/`.
  private static func partialName(_ text: Substring) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let names = parts.map { TemplateExpression($0) }
    guard names.allSatisfy({ $0 != nil && $0?.transforms == [] && $0?.name != "." }) else { return nil }
    return names.compactMap { $0?.name }.joined(separator: "/")
  }

  // MARK: Bytes

  private func find(_ wanted: StaticString, from start: Int? = nil, upTo end: Int? = nil) -> Int? {
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    var index = start ?? position
    while index + wanted.count <= end ?? bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  private mutating func take(upTo end: Int) -> String {
    let taken = bytes[position..<end]
    line += taken.count { $0 == UInt8(ascii: "\n") }
    position = end
    return String(decoding: taken, as: UTF8.self)
  }

  /// The beginning of what could not be read, as far as its line goes.
  private func excerpt(from start: Int) -> String {
    let line = bytes[start...].prefix(90).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(String(decoding: line, as: UTF8.self).prefix(30))
  }
}

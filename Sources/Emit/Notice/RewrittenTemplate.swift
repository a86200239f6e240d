/// A template as the library gets it: every printed expression has the number of its tag around it,
/// `{{wanyuan(income)}}` is `{{&_12(wanyuan(income))}}`, so that a hole is reported with its line.
///
/// Every tag prints as it is: the library would escape for HTML, which a text must not be, and a page's writer does
/// that itself.
struct RewrittenTemplate {
  /// Where a tag stands.
  struct Site: Hashable, Sendable {
    var file: String
    var line: Int
    var name: String
  }

  /// The whole text cut between sections at line ends, into parts that render one after the other to the same as
  /// the whole: the library's parser takes time with the square of a text's length.
  private(set) var parts: [String] = []

  /// From what length on a part is long enough, in bytes.
  private static let longEnough = 512

  init(_ template: ScannedTemplate, sites: inout [Site]) {
    var part = ""
    var depth = 0
    for piece in template.pieces {
      switch piece {
      case .tag(let tag):
        depth += tag.depth
        part += Self.text(of: tag, in: template.file, &sites)
      case .text(let text):
        part += text
        guard depth == 0, part.utf8.count >= Self.longEnough,
          let end = text.utf8.lastIndex(of: UInt8(ascii: "\n"))
        else { continue }
        let rest = text[text.utf8.index(after: end)...]
        parts.append(String(part.utf8.dropLast(rest.utf8.count)) ?? part)
        part = String(rest)
      }
    }
    parts.append(part)
  }

  /// The number in the transform `_12`; nil for any other name.
  static func site(of transform: String) -> Int? {
    transform.hasPrefix("_") ? Int(transform.dropFirst()) : nil
  }

  private static func text(of tag: TemplateTag, in file: String, _ sites: inout [Site]) -> String {
    let expression = tag.expression
    switch tag.kind {
    case .section: return "{{#\(expression)}}"
    case .inverted: return "{{^\(expression)}}"
    case .close: return "{{/\(expression)}}"
    case .partial: return "{{>\(expression.name)}}"
    case .comment: return "{{!}}"
    case .variable, .unescaped:
      if expression.name.isEmpty { return "{{&\(expression)}}" }
      sites.append(Site(file: file, line: tag.line, name: expression.description))
      return "{{&_\(sites.count - 1)(\(expression))}}"
    }
  }
}

import Definitions
import Figures
import Foundation

@testable import Emit

/// A small notice: what it may name, and one publisher's data.
enum NoticeFixture {
  static let fields: NoticeFields = [
    "publisher": .column, "name": .column, "reason": .column, "is_department": .column,
    "period": NoticePeriod.shape, "tables": .sheets,
    "income": .figure(.money), "carried": .figure(.money), "staff": .figure(.count),
    "share": .figure(.percent),
    "functions": .list([
      "function": .column, "title": .column, "position": .integer, "amount": .figure(.money),
      "economics": .list(["economic": .column, "position": .integer, "part": .figure(.money)]),
    ]),
  ]

  static func money(_ now: String?, before: String? = nil, compared: Bool = true) -> FigureValue {
    FigureValue(
      measure: .money, now: now.flatMap { Fixed($0) }, before: before.flatMap { Fixed($0) },
      isCompared: compared)
  }

  /// A figure that knows which one it is.
  static func traced(_ reference: String, _ now: String?, before: String? = nil) -> NoticeValue {
    var value = money(now, before: before)
    value.reference = FigureReference(reference)
    return .figure(value)
  }

  static func plan(_ fields: NoticeFields = Self.fields, template: String = "notice.mustache") -> NoticePlan {
    let notice = Notice(
      name: "disclosure", file: "notices/disclosure.yaml", line: 1, template: template, values: [], lists: [])
    return NoticePlan(notice: notice, fields: fields)
  }

  /// The mistakes that loading and checking these templates report, the first being the notice's own.
  static func mistakes(_ templates: [(String, String)], english: Bool = true) -> [String] {
    let problems = DefinitionProblems()
    let sources = templates.map { TemplateSource(file: "notices/\($0).mustache", text: $1) }
    let loaded = NoticeTemplates(sources, problems: problems)
    loaded.check(plan(template: templates[0].0 + ".mustache"), problems: problems)
    return problems.errors.map { $0.sentence(inEnglish: english) }
  }

  /// The text, or the sentence of what stopped it. Mistakes in the template come first.
  static func rendered(
    _ template: String, partials: [(String, String)] = [], _ values: [String: NoticeValue]
  ) -> String {
    make(template, partials) { try $0.render(plan(), NoticeRecord(values)) }
  }

  /// What a page of the same says between <main> and </main>.
  static func page(_ template: String, _ values: [String: NoticeValue] = [:], sheets: [Grid] = []) -> String {
    let page = make(template, []) {
      String(decoding: try $0.page(plan(), NoticeRecord(values), sheets: sheets), as: UTF8.self)
    }
    let start = page.range(of: "<main>\n")?.upperBound ?? page.startIndex
    return String(page[start..<(page.range(of: "</main>")?.lowerBound ?? page.endIndex)])
  }

  private static func make(
    _ template: String, _ partials: [(String, String)], _ render: (NoticeTemplates) throws -> String
  ) -> String {
    let problems = DefinitionProblems()
    let sources = ([("notice", template)] + partials).map {
      TemplateSource(file: "notices/\($0).mustache", text: $1)
    }
    let templates = NoticeTemplates(sources, problems: problems)
    templates.check(plan(), problems: problems)
    guard problems.errors.isEmpty else { return problems.errors.map(\.description).joined(separator: "\n") }
    do {
      return try render(templates)
    } catch {
      return "\(error)"
    }
  }
}

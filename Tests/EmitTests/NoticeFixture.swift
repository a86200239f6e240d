import Definitions
import Figures

@testable import Emit

/// A small notice: what it may name, and one publisher's data.
enum NoticeFixture {
  static let fields: NoticeFields = [
    "publisher": .column, "name": .column, "reason": .column, "is_department": .column,
    "period": NoticePeriod.shape, "tables": .text,
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
    _ template: String, partials: [(String, String)] = [], format: NoticeFormat = .text,
    _ values: [String: NoticeValue]
  ) -> String {
    let problems = DefinitionProblems()
    let sources = ([("notice", template)] + partials).map {
      TemplateSource(file: "notices/\($0).mustache", text: $1)
    }
    let templates = NoticeTemplates(sources, format: format, problems: problems)
    templates.check(plan(), problems: problems)
    guard problems.errors.isEmpty else { return problems.errors.map(\.description).joined(separator: "\n") }
    do {
      return try templates.render(plan(), NoticeRecord(values))
    } catch {
      return error.description
    }
  }
}

import Definitions

/// The `review:` of a folder held against its outputs: every public one belongs to a unit.
struct FolderReview {
  private let definition: PipelineDefinition
  private let columns: [String: [String]]
  private let hasOpenData: Bool
  private let problems: DefinitionProblems

  init(
    _ definition: PipelineDefinition, columns: [String: [String]], hasOpenData: Bool,
    problems: DefinitionProblems
  ) {
    (self.definition, self.columns, self.hasOpenData) = (definition, columns, hasOpenData)
    self.problems = problems
  }

  func check() {
    guard let review = definition.review else { return }
    for output in definition.outputs where output.audience == .public {
      if let model = output.forEach {
        check(review, model, output.line)
      } else {
        checkWhole(review, output.file, output.line)
      }
    }
    checkTitle(review)
    if hasOpenData { checkWhole(review, "data/", review.line) }
  }

  private func check(_ review: ReviewDefinition, _ model: String, _ line: Int) {
    // A model that is not there is reported where it is named.
    guard let known = columns[model] else { return }
    if review.unitColumn(among: known) == nil {
      report(review.unit.joined(separator: "、"), isMissingIn: model, line)
    }
  }

  private func report(_ column: String, isMissingIn model: String, _ line: Int) {
    report(
      .other(
        "审核（review）要在“\(model)”里找列“\(column)”，而它没有",
        english: "review looks for the column '\(column)' in '\(model)', which has none"), line)
  }

  /// Not every model needs the name, but some must have it.
  private func checkTitle(_ review: ReviewDefinition) {
    let models = definition.outputs.filter { $0.audience == .public }.compactMap(\.forEach)
      .filter { columns[$0] != nil }
    guard let title = review.title, !models.isEmpty,
      !models.contains(where: { columns[$0, default: []].contains(title) })
    else { return }
    var seen: Set<String> = []
    let names = models.filter { seen.insert($0).inserted }
    report(
      .other(
        "审核（review）的 title：“\(names.joined(separator: "、"))”都没有列“\(title)”",
        english: "title of review: none of \(names.joined(separator: ", ")) has the column '\(title)'"),
      review.line)
  }

  private func checkWhole(_ review: ReviewDefinition, _ file: String, _ line: Int) {
    guard review.whole == nil else { return }
    report(
      .other(
        "“\(file)”只产出一份，不属于哪个单位：在 review 写 whole，给它一个名字，如 whole: 全区",
        english: "'\(file)' is made once and belongs to no unit: name one in review, such as whole: district"),
      line)
  }

  private func report(_ problem: DefinitionError.Problem, _ line: Int) {
    problems.report(problem, file: "pipeline.yaml", line: line)
  }
}

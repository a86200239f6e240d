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
        check([review.unit] + (review.title.map { [$0] } ?? []), in: model, output.line)
      } else {
        checkWhole(review, output.file, output.line)
      }
    }
    if hasOpenData { checkWhole(review, "data/", review.line) }
  }

  private func check(_ needed: [String], in model: String, _ line: Int) {
    // A model that is not there is reported where it is named.
    guard let known = columns[model] else { return }
    for column in needed where !known.contains(column) {
      report(
        .other(
          "审核（review）要按列“\(column)”认单位，而“\(model)”没有这一列",
          english: "review needs the column '\(column)' to tell units apart, and '\(model)' has none"), line)
    }
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

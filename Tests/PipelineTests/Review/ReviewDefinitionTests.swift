import Definitions
import Foundation
import Pipeline
import Testing

/// What a colleague reads who wrote the review steps of a pipeline.yaml wrongly.
@Suite("A wrong review in pipeline.yaml")
struct ReviewDefinitionTests {
  private static let file = "pipelines/planting/pipeline.yaml"

  private static let trials: [Trial] = [
    Trial(
      "a misspelt key", Edit.text(file, "people: reviewers", "poeple: reviewers"),
      [
        "pipeline.yaml:11：未知的键“poeple”，是否想写“people”？",
        "pipeline.yaml:13：步骤“采购人初审”没有人：写 by，或在 people 指定登记表",
      ]),
    Trial(
      "a register that is not there", .text(file, "people: reviewers", "people: reviewer"),
      ["pipeline.yaml:8：未知的表“reviewer”，是否想写“reviewers”？"]),
    Trial(
      "a table that does not say who", .text(file, "people: reviewers", "people: planters"),
      ["pipeline.yaml:8：未知的列“step”"]),
    Trial(
      "a column that the rows lack", .text(file, "  unit: unit", "  unit: department"),
      [
        "pipeline.yaml:8：未知的列“department”",
        "pipeline.yaml:5：审核（review）要在“planters”里找列“department”，而它没有",
        "pipeline.yaml:6：审核（review）要在“district”里找列“department”，而它没有",
      ]),
    Trial(
      "outputs that belong to no unit", .text(file, "  whole: 全区\n", ""),
      ["pipeline.yaml:8：“data/”只产出一份，不属于哪个单位：在 review 写 whole，给它一个名字，如 whole: 全区"]),
    Trial(
      "a name that no model has", .text(file, "  title: name", "  title: full_name"),
      ["pipeline.yaml:8：审核（review）的 title：“planters、district”都没有列“full_name”"]),
    Trial(
      "one step twice", .text(file, "step: 财政审核", "step: 采购人初审"), ["pipeline.yaml:13：步骤“采购人初审”写了两次"]),
    Trial(
      "two steps for one person alone",
      [
        .text(file, "  people: reviewers\n", ""), .text(file, "step: 采购人初审", "{step: 采购人初审, by: 李四}"),
        .text(file, "by: [李四, 赵六]", "by: [李 四]"),
      ], ["pipeline.yaml:12：步骤“采购人初审”和“财政审核”都只有李 四一人，而两步不能由同一人办理"]),
    Trial(
      "no step",
      .text(file, "    - step: 采购人初审\n    - {step: 财政审核, by: [李四, 赵六]}\n", "    []\n"),
      ["pipeline.yaml:13：steps 至少要有一步"]),
  ]

  @Test(arguments: trials)
  func reports(_ trial: Trial) throws {
    let planting = try Planting(trial.edits)
    let error = #expect(throws: RunError.self) { try planting.sample.run(Planting.period) }
    guard case .definition(let mistakes)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(mistakes.map { $0.sentence(inEnglish: false) } == trial.expected)
  }

  @Test("of several years' reviewers only this year's count; names may stand in pipeline.yaml alone")
  func people() throws {
    let planting = try Planting([
      .text(Self.file, "  people: reviewers\n", ""),
      .text(Self.file, "step: 采购人初审", "{step: 采购人初审, by: [张三, 张 三, 王五]}"),
    ])
    try planting.run()
    let unit = try #require(try planting.desk().status(["003"]).units.first)
    #expect(unit.people == ["张三", "王五"])
    let before = try Planting([
      .text(Self.file, "title: 植树公告", "title: 植树公告\nbefore: true"),
      .text("pipelines/planting/models/planters.sql", "ORDER BY", "WHERE _year = 2024 ORDER BY"),
      .file("2023/plantings.csv", "单位编码,单位名称,棵数\n001,示例一局（虚构）,1\n"),
      .file("2023/reviewers.csv", "单位编码,步骤,姓名\n003,采购人初审,去年的人\n"),
    ])
    try before.run()
    #expect(try before.desk().status(["003"]).units.first?.people == ["李四"])
  }

  @Test("models may name their units by different columns")
  func columns() throws {
    let planting = try Planting([
      .text(Self.file, "unit: unit\n", "unit: [unit, code]\n"),
      .text(Self.file, "{unit}.txt\", for-each: district", "{code}.txt\", for-each: district"),
      .text("pipelines/planting/models/district.sql", "AS unit", "AS code"),
    ])
    try planting.run()
    #expect(try planting.desk().status().units.map(\.unit) == ["001", "002", "003", "全区"])
  }

  @Test("a step that nobody can take for a unit is a warning of the run")
  func lackingPeople() throws {
    let planting = try Planting([
      .rows("2024/reviewers.csv", "without 孙七") { rows in rows.filter { $0[2] != "孙七" } },
      .text(Self.file, "by: [李四, 赵六]", "by: [李四]"),
    ])
    let outcome = try planting.sample.run(Planting.period)
    #expect(outcome.isPublished)
    #expect(
      outcome.warnings == [
        "2024/reviewers.csv：单位 003 的财政审核没有人可以办理：李四要办理别的步骤，两步不能是同一个人",
        "2024/reviewers.csv：单位 全区 的采购人初审没有人可以办理",
      ])
  }
}

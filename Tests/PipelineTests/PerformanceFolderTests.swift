import Definitions
import Foundation
import Pipeline
import Testing

/// What a colleague reads who changed the folder of performance: its scores, its periods, the registers of another
/// pipeline.
@Suite("A wrong folder: scores, periods, registers of others")
struct PerformanceFolderTests {
  private static let folder = "pipelines/performance"

  static let trials: [Trial] = [
    Trial(
      "a model without a column that scores need",
      Edit.text(
        folder + "/models/scored_indicators.sql", "v.level, v.entered", "v.level, v.entered AS marked"),
      ["scores.yaml:2：“scored_indicators”缺少评分要用的列“entered”"]),
    Trial(
      "a table of profiles that is not there",
      .text(folder + "/scores.yaml", "bands: score_bands", "bands: score_band"),
      ["scores.yaml:1：SQL 有误：no such table: score_band"]),
    Trial(
      "a key that is none", .text(folder + "/scores.yaml", "weights:", "weigths:"),
      ["scores.yaml:5：未知的键“weigths”，是否想写“weights”？", "scores.yaml:2：缺少键“weights”"]),
    Trial(
      "scores that wait for themselves",
      .text(folder + "/models/scored_indicators.sql", "FROM subjects s\n", "FROM scores x JOIN subjects s\n"),
      ["models wait for each other:"]),
    Trial(
      "a kind of period that is none", .text(folder + "/pipeline.yaml", "[year, month]", "[year, week]"),
      ["pipeline.yaml:4：“period”不能是“week”，可选：year、month", "“when”不能是“month”，可选：year"]),
    Trial(
      "an output for a period that never is", .text(folder + "/pipeline.yaml", "[year, month]", "year"),
      ["“when”不能是“month”，可选：year"]),
    Trial(
      "another pipeline that is not there",
      .text(
        folder + "/datapackage.yaml", "{name: units, gongshi:from: department-budget}",
        "{name: units, gongshi:from: budget}"),
      ["datapackage.yaml:6：未知的流程“budget”"]),
    Trial(
      "a register that the other pipeline does not have",
      .text(folder + "/datapackage.yaml", "{name: targets,", "{name: target,"),
      ["datapackage.yaml:8：未知的登记表“target”，是否想写“targets”？"]),
    Trial(
      "a register described anew beside gongshi:from",
      .text(
        folder + "/datapackage.yaml", "{name: units, gongshi:from", "{name: units, title: 单位, gongshi:from"),
      ["datapackage.yaml:6：未知的键“title”"]),
  ]

  @Test(arguments: trials)
  func reports(_ trial: Trial) throws {
    let sample = try Performance.unit(trial.edits)
    do throws(RunError) {
      _ = try sample.workplace.load("performance")
      Issue.record("it loads")
    } catch {
      guard case .definition(let errors) = error else { throw error }
      let said = errors.map { $0.sentence(inEnglish: false) }
      for sentence in trial.expected { #expect(said.contains { $0.contains(sentence) }, "\(said)") }
    }
  }

  @Test("the digest of the pipeline changes with the description of the registers that it takes")
  func digest() throws {
    let text = Edit.text("pipelines/department-budget/datapackage.yaml", "title: 绩效目标", "title: 绩效目标表")
    let samples = [try Performance.unit(), try Performance.unit([text])]
    let digests = try samples.map { try $0.workplace.load("performance").digest }
    #expect(digests[0] != digests[1])
  }

  @Test(
    "a month and a year each have their folder; a register of the other pipeline is recorded with its name")
  func record() throws {
    let outcome = try Performance.unit().run("2025-06")
    #expect(outcome.record.period == "2025-06")
    let paths = outcome.record.inputs.map(\.path)
    #expect(paths.contains("department-budget/2025/targets.csv") && paths.contains("2025/actuals.csv"))
  }
}

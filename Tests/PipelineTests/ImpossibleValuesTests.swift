import Figures
import Foundation
import Pipeline
import Testing

/// A value that cannot be leaves a figure empty and its clause out of the notice: it is said, wherever it is written.
@Suite("Values that cannot be")
struct ImpossibleValuesTests {
  private static let budget = "pipelines/department-budget"

  @Test(
    "a misspelt value does not load",
    arguments: [
      Trial(
        "of an enum, in open data", .text(budget + "/opendata.yaml", "item=公务接待", "item=公务接侍"),
        "opendata.yaml:86：“item”没有值“公务接侍”，是否想写“公务接待”？"),
      Trial(
        "with brackets of another width", .text(budget + "/opendata.yaml", "=因公出国（境）", "=因公出国(境)"),
        "opendata.yaml:85：“item_group”没有值“因公出国(境)”，是否想写“因公出国（境）”？"),
      Trial(
        "of a common code list, in a column",
        .text(budget + "/workbooks/tables.yaml", "\"income[source=上年结转(结余)]", "\"income[source=上年结转（结余）]"),
        "workbooks/tables.yaml:70：“source”没有值“上年结转（结余）”，是否想写“上年结转(结余)”？"),
      Trial(
        "of a common code list, in a line",
        .text(budget + "/workbooks/tables.yaml", "with: {source: 教育收费资金}", "with: {source: 教育收费}"),
        "workbooks/tables.yaml:26：“source”没有值“教育收费”，可能的值：一般公共预算拨款、上年结转(结余)、上级补助收入、事业单位经营收入、事业收入、使用非财政拨款结余、其他收入、国有资本经营预算拨款、政府性基金预算拨款、教育收费资金、附属单位上缴收入"
      ),
      Trial(
        "a constant of a model, in a notice",
        .text(budget + "/notices/disclosure.yaml", "stage=基本支出]", "stage=基本支岀]"),
        "notices/disclosure.yaml:7：“stage”没有值“基本支岀”，是否想写“基本支出”？"),
      Trial(
        "a code that no list has, of which some have the length",
        .text(budget + "/notices/disclosure.yaml", "expenditure[fund=财政拨款]", "expenditure[function=2O1]"),
        "notices/disclosure.yaml:9：“function”没有值“2O1”，是否想写“201”？"),
      Trial(
        "one of several", .text(budget + "/notices/disclosure.yaml", "[fund=财政拨款]", "[fund=财政拨款|其它资金]"),
        "notices/disclosure.yaml:9：“fund”没有值“其它资金”，是否想写“其他资金”？"),
      Trial(
        "in the end's summary", .text(budget + "/pipeline.yaml", "all_income", "income[fund=财政拔款]"),
        "pipeline.yaml:17：“fund”没有值“财政拔款”，是否想写“财政拨款”？"),
    ])
  func inTheBudget(_ trial: Trial) throws {
    let problems = try problems(Sample(trial.edits), "department-budget")
    #expect(problems == trial.expected)
  }

  private static let reserve = "pipelines/sme-reserve"

  @Test(
    "in ratios, and in the conditions of rows",
    arguments: [
      Trial(
        "a ratio",
        .text(
          reserve + "/figures.yaml", "of: small_amount, to: sme_amount",
          "of: 'small_amount[size=小形]', to: sme_amount"),
        "figures.yaml:33：“size”没有值“小形”，是否想写“小型”？"),
      Trial(
        "a line's key, of CASE in a model",
        .text(reserve + "/workbooks/district.yaml", "with: {size: 中型}", "with: {size: 中形}"),
        "workbooks/district.yaml:36：“size”没有值“中形”，是否想写“中型”？"),
      Trial(
        "the rows of a model",
        .text(reserve + "/workbooks/district.yaml", "where: {is_above: 1}", "where: {is_above: 2}"),
        "workbooks/district.yaml:149：“is_above”没有值“2”，可能的值：0、1"),
    ])
  func inTheReserve(_ trial: Trial) throws {
    #expect(try problems(SMEReserve.district(trial.edits), "sme-reserve") == trial.expected)
  }

  private func problems(_ sample: Sample, _ pipeline: String) -> [String] {
    let error = #expect(throws: RunError.self) { _ = try sample.workplace.load(pipeline) }
    guard case .definition(let errors)? = error else { return [] }
    return errors.map { $0.sentence(inEnglish: false) }
  }

  @Test("where only the data knows, a value that no row has is a warning with the nearest, and is published")
  func open() throws {
    let file = "pipelines/performance/workbooks/evaluation.yaml"
    let outcome = try Performance.unit([.text(file, "points[family=国家]", "points[family=囯家]")]).run()
    #expect(outcome.isPublished)
    #expect(
      outcome.warnings.filter { $0.contains("两年的数据") } == [
        "workbooks/evaluation.yaml 第 72 行：两年的数据里都没有“family”为“囯家”的行，最接近的是“国家”，用到它的数是空的"
      ])
  }

  @Test("a year that honestly has no such rows says nothing")
  func honest() throws {
    for outcome in [
      try Sample().run(), try Performance.unit().run(), try SMEReserve.district([]).run("2024"),
    ] {
      #expect(outcome.isPublished && !outcome.warnings.contains { $0.contains("两年的数据") })
    }
  }
}

import Foundation
import Testing

/// Rows of two years lie in one store: each holds for its own year alone.
@Suite("Within the year")
struct WithinTheYearTests {
  private static let expenditure = "2024/expenditure.csv"

  @Test(
    "a reference of last year's row that only this year's register satisfies is a finding",
    arguments: [
      Trial(
        "last year has no such register", [Edit.cell(expenditure, row: 4, "项目编码", "183001")],
        [
          "2024/expenditure.csv 第 4 行“项目编码”列：“项目编码”的“183001”在项目的“项目编码”中找不到：“183001”只在另一年的文件里"
        ]),
      Trial(
        "a unit of this year alone",
        [
          .rows("2025/units.csv", "with a new unit") { $0 + [["184"] + $0[1].dropFirst()] },
          .cell(expenditure, row: 4, "单位编码", "184"),
        ],
        ["2024/expenditure.csv 第 4 行“单位编码”列：“单位编码”的“184”在单位信息的“单位编码”中找不到：“184”只在另一年的文件里"]),
      Trial("a common code list holds for both years", [.cell(expenditure, row: 2, "功能科目编码", "2010302")], []),
    ])
  func references(_ trial: Trial) throws {
    let outcome = try Sample(trial.edits).run(through: .ingest)
    #expect(outcome.errors == trial.expected)
  }

  private static let package = "pipelines/planting/datapackage.yaml"

  /// The register says itself of which year its rows are.
  @Test(
    "a row of a third year, which no figure counts, is a finding",
    arguments: [
      Trial("of this year", [] as [Edit], []),
      Trial("of the year before", [.cell("2024/plantings.csv", row: 2, "年度", "2023")], []),
      Trial(
        "of a third year", [.cell("2024/plantings.csv", row: 3, "年度", "2022")],
        ["2024/plantings.csv 第 3 行“年度”列：“年度”应为 2024 或上年 2023，现为“2022”：没有一个公布数会计入这一行"]),
      Trial(
        "of none", [.cell("2024/plantings.csv", row: 4, "年度", "")],
        ["2024/plantings.csv 第 4 行“年度”列：“年度”应为 2024 或上年 2023：没有一个公布数会计入这一行"]),
    ])
  func thirdYear(_ trial: Trial) throws {
    let dated: [Edit] = [
      .rows("2024/plantings.csv", "with years") { rows in
        rows.enumerated().map { $1 + [$0 == 0 ? "年度" : "2024"] }
      },
      .text(
        Self.package, "        - {name: 棵数,",
        "        - {name: 年度, gongshi:column: year, type: integer}\n        - {name: 棵数,"),
    ]
    let sample = try Planting(dated + trial.edits).sample
    #expect(try sample.run(Planting.period, through: .ingest).errors == trial.expected)
  }
}

import Figures
import Testing

@testable import Emit

@Suite struct ReportRoundingTests {
  private func entry(_ parts: [RoundingResidual.Part], total: String = "755.35") -> RoundingResidual {
    RoundingResidual(
      rule: "printed-classes", title: "按功能科目划分", group: "183", total: total, parts: parts,
      residual: Fixed(units: -1, decimals: 2), slackUsed: Fixed(units: 10, decimals: 3),
      slackAllowed: Fixed(units: 30, decimals: 3))
  }

  @Test func aLineIsTheSumOnPaper() {
    let parts = ["513.72", "39.07", "11.98", "161.1", "29.49"].map { RoundingResidual.Part(printed: $0) }
    #expect(
      ReportFixture.text(RoundingLedger([entry(parts)]).csv())
        == [
          "规则,名称,分组,合计,分项,尾差,已用容差,允许容差,精确值,印出值,调整",
          "printed-classes,按功能科目划分,183,755.35,513.72 + 39.07 + 11.98 + 161.1 + 29.49,-0.01,0.010,0.030,,,",
          "",
        ].joined(separator: "\r\n"))
  }

  @Test(arguments: [
    ("less", [RoundingResidual.Part(printed: "9"), .init(weight: -1, printed: "2")], "9 - 2"),
    (
      "twice", [RoundingResidual.Part(weight: 2, printed: "9"), .init(weight: -3, printed: "2")],
      "2 × 9 - 3 × 2"
    ),
    (
      "less first is no formula", [RoundingResidual.Part(weight: -1, printed: "9"), .init(printed: "2")],
      "'-9 + 2"
    ),
    ("one part below zero", [RoundingResidual.Part(printed: "-9.5")], "-9.5"),
    ("none", [], ""),
  ])
  func weights(_ why: String, parts: [RoundingResidual.Part], expected: String) {
    let text = ReportFixture.text(RoundingLedger([entry(parts)]).csv())
    #expect(text.contains(",755.35,\(expected),-0.01,"), "\(why): \(text)")
  }

  @Test func withoutEntriesTheHeader() {
    #expect(
      ReportFixture.text(RoundingLedger([]).csv(english: true))
        == "rule,title,group,total,parts,residual,slack used,slack allowed,exact,printed,moved by\r\n")
  }

  @Test func aMovedShareSaysWhatItIsAndWhatIsPrinted() {
    let third = Fixed(units: 33_333_333, decimals: 6)
    let moved = MovedShare(
      figure: "size_share", title: "规模占比", keys: [.init("unit", "183"), .init("size", "小型")], exact: third,
      printed: Fixed(units: 3334, decimals: 2), moved: Fixed(units: 1, decimals: 2))
    let text = ReportFixture.text(RoundingLedger([], moved: [moved]).csv())
    #expect(text.hasSuffix("\r\nsize_share,规模占比,unit=183，size=小型,,,,,,33.333333,33.34,0.01\r\n"))
  }
}

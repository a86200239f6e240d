import Figures
import Testing

@testable import Reconcile

@Suite("Printed figures against computed ones")
struct ClaimTests {
  private let yaml = """
    claims:
      - {id: printed-equals-computed, title: 印出数等于计算数, from: printed, value: value, scale: 6,
         decimals: decimals, unit: unit, claim: claim, label: item, column: 印出值}
    """

  /// Income of 7,553,524.00 元; a share of 24,519.1 in 33,067.0, a growth of 117.45 over 57.84; an item that has no rows.
  private func figure(_ reference: FigureReference, decimals: Int?) throws -> FigureValue? {
    let reference = "\(reference)"
    func percent(_ part: Int64, _ whole: Int64) throws -> FigureValue {
      let (part, whole) = (Fixed(units: part, decimals: 2), Fixed(units: whole, decimals: 2))
      return FigureValue(
        measure: .percent, now: try Fixed.percentage(part, of: whole, decimals: decimals ?? 2))
    }
    switch reference {
    case "income": return FigureValue(measure: .money, now: Fixed(units: 755_352_400, decimals: 2))
    case "loss": return FigureValue(measure: .money, now: Fixed(units: -87_708_000, decimals: 2))
    case "share": return try percent(2_451_910, 3_306_700)
    case "office.growth": return try percent(1_745_000, 830_000)
    case "nines": return try percent(99_999_999, 100_000_000)
    case "item", "item.change", "item.before", "absent":
      return FigureValue(measure: .money, now: nil, isCompared: true)
    case "new", "new.change": return FigureValue(measure: .money, now: nil)
    case "count": return FigureValue(measure: .count, now: nil)
    case "no-share", "no-share.change": return FigureValue(measure: .percent, now: nil, isCompared: true)
    case "item.growth", "new.growth": return FigureValue(measure: .percent, now: nil)
    case "huge": throw ArithmeticOverflow()
    default: return nil
    }
  }

  private func findings(_ value: String, _ decimals: Int64, _ unit: String, _ claim: String) throws
    -> [Finding]
  {
    let value = try #require(try Fixed(value)?.rescaled(to: 6))
    let printed = row([
      "item": .text("该项"), "value": .integer(value.units), "decimals": .integer(decimals),
      "unit": .text(unit), "claim": .text(claim), "_file": .integer(1), "_row": .integer(2),
    ])
    return try checks(yaml).claims[0].check(context(["printed": [printed]], figure: figure))
  }

  @Test(
    arguments: [
      ("755.35 is 7553524.00 元 in 万元", "755.35", 2, "万元", "income", nil),
      (
        "755.36 is not", "755.36", 2, "万元", "income",
        "“该项”与计算数不符：印出 755.36 万元，按登记表计算应为 755.35 万元，相差 0.01 万元"
      ),
      ("in 亿元", "0.08", 2, "亿元", "income", nil),
      ("a figure that is not there", "1", 2, "万元", "incme", "“该项”的对应数“incme”不存在"),
      ("too many digits", "755.3524", 2, "万元", "income", "“该项”印出 755.3524，小数位数超过所注的 2 位"),
      (
        "a sum that does not fit", "1", 2, "万元", "huge", "“该项”无法核对：它的对应数超出可以准确计算的范围"
      ),
    ] as [(String, String, Int64, String, String, String?)])
  func reports(
    _ why: String, value: String, decimals: Int64, unit: String, claim: String, expected: String?
  ) throws {
    let findings = try findings(value, decimals, unit, claim)
    #expect(findings.map(\.facts.message) == (expected.map { [$0] } ?? []))
  }

  @Test(
    "a percentage is rounded once, from its fraction, at the printed decimals",
    arguments: [
      ("74", 0, "share", nil), ("74.1", 1, "share", nil), ("74.15", 2, "share", nil),
      ("74.150", 3, "share", nil), ("74.1498", 4, "share", nil),
      ("74.2", 1, "share", "74.1"), ("74.15", 4, "share", "74.1498"), ("74.1499", 4, "share", "74.1498"),
      ("210", 0, "office.growth", nil), ("210.2", 1, "office.growth", nil),
      ("210.241", 3, "office.growth", nil), ("210.24", 3, "office.growth", "210.241"),
      ("210.2410", 4, "office.growth", nil), ("100", 4, "nines", nil), ("99.9999", 4, "nines", "100"),
    ] as [(String, Int64, String, String?)])
  func percentages(value: String, decimals: Int64, claim: String, expected: String?) throws {
    let findings = try findings(value, decimals, "%", claim)
    #expect(findings.map(\.facts.expected) == (expected.map { [$0] } ?? []))
  }

  @Test(
    "a figure that was cut off instead of rounded is a finding that says so",
    arguments: [
      ("rightly rounded", "755.35", 2, "万元", "income", nil),
      ("cut off", "755.3", 1, "万元", "income", "755.3524 万元"),
      ("0.08 of 0.0755", "0.07", 2, "亿元", "income", "0.07553524 亿元"),
      ("it would be rounded down", "755.34", 2, "万元", "income", nil),
      ("below zero", "-87.70", 2, "万元", "loss", "-87.708 万元"),
      ("in 亿元", "-0.0087", 4, "亿元", "loss", "-0.0087708 亿元"),
      ("the other way", "-87.72", 2, "万元", "loss", nil),
      ("a share", "74.14", 2, "%", "share", "74.14975655 %"),
      ("a share in three", "74.149", 3, "%", "share", "74.149756555 %"),
      ("a share that is rounded down", "74.0", 1, "%", "share", nil),
      ("many nines", "99.9", 1, "%", "nines", "99.999999 %"),
      ("of more than one", "99", 1, "%", "nines", nil),
    ] as [(String, String, Int64, String, String, String?)])
  func cutOff(
    _ why: String, value: String, decimals: Int64, unit: String, claim: String, expected: String?
  ) throws {
    let message = try findings(value, decimals, unit, claim).first?.facts.message
    let hint = message?.firstMatch(of: /疑似截尾：准确数是 (.*)，后面的小数直接舍去了/).map { String($0.1) }
    #expect(hint == expected)
  }

  @Test(
    "0 may be printed for a sum without rows whose registers are there, and for nothing else that does not exist",
    arguments: [
      ("item", "万元", true), ("count", "人", true), ("item.before", "万元", true), ("item.change", "万元", true),
      ("absent", "万元", false), ("new.change", "万元", true), ("item.growth", "%", false),
      ("new.growth", "%", true), ("no-share", "%", false), ("no-share.change", "%", false),
    ])
  func zero(claim: String, unit: String, isRight: Bool) throws {
    #expect(
      try findings("0", 0, unit, claim).map(\.facts.message)
        == (isRight ? [] : ["“该项”印出 0 \(unit)，但没有可对照的计算数"]))
  }
}

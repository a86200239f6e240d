import Figures
import Testing

@Suite("Quantities as people write them")
struct QuantityReadingTests {
  @Test(arguments: [
    ("6250件", "6250 件"), ("6,250 件", "6250 件"), ("95%", "95 %"), ("９５％", "95 %"),
    ("323.8344万元", "323.8344 万元"),
    ("1.5天", "1.5 天"), ("第7名", "7 位"), ("第三名", "3 位"), ("7位", "7 位"),
    ("第7", "7 位"), ("800㎡", "800 m²"), ("35μg/m3", "35 μg/m³"), ("20件（套）", "20 件（套）"), ("3次/年", "3 次/年"),
    ("100%完成", "100 %"), ("已完成500件", "500 件"), ("12月20日", "1220 日期"), ("2025年12月20日", "20251220 日期"),
    ("2025-12-20", "20251220 日期"), ("12月底", "1231 日期"), ("6250", "6250 "), ("-5%", "-5 %"),
  ])
  func reads(text: String, expected: String) throws {
    let quantity = try Quantity.read(text).get()
    #expect("\(quantity.value) \(quantity.unit)" == expected)
  }

  @Test(arguments: [
    ("", TargetProblem.empty), ("—", .empty), ("≥500件", .unclear), ("前十位", .number(.notANumber)),
    ("500件以上", .unclear), ("90%-95%", .unclear), ("12月20日前", .unclear), ("达到95%", .unclear),
    ("第7件", .unclear), ("实现", .number(.notANumber)),
    ("1e5", .number(.scientificNotation)),
  ])
  func refuses(text: String, expected: TargetProblem) {
    #expect(throws: expected) { try Quantity.read(text).get() }
  }

  @Test(
    "weight × part ÷ whole, rounded once",
    arguments: [
      ("10.00", "95", "100", "9.50"), ("10.00", "1", "16", "0.63"), ("6.67", "1", "3", "2.22"),
      ("5.00", "0", "7", "0.00"), ("-1.00", "1", "8", "-0.13"), ("4.00", "0.0097", "0.01", "3.88"),
    ])
  func proportion(_ weight: String, _ part: String, _ whole: String, expected: String) throws {
    let (weight, part, whole) = (
      try #require(Fixed(weight)), try #require(Fixed(part)), try #require(Fixed(whole))
    )
    #expect(try weight.proportion(part, of: whole, decimals: 2)?.description == expected)
    #expect(try weight.proportion(part, of: Fixed(units: 0, decimals: 2), decimals: 2) == nil)
  }
}

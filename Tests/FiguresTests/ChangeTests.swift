import Figures
import Testing

struct ChangeTests {
  /// As the published budget for 2025 words them, in 万元.
  @Test(
    arguments: [
      ("755.3524", "742.34", "增加 13.01", "1.75"),
      ("655.3524", "742.34", "减少 86.99", "-11.72"),
      ("100", "0", "增加 100", nil),
      ("25.75", "8.30", "增加 17.45", "210.24"),
      ("161.1", "475", "减少 313.9", "-66.08"),
      ("0", "0", "与上年持平 0", nil),
      ("8.3", "8.30", "与上年持平 0", "0.00"),
      ("10.0034", "10", "增加 0.003", "0.03"),
      ("10", "10.0000004", "减少 0.0000004", "0.00"),
      ("5", "-3", "增加 8", nil),
      ("0", "20", "减少 20", "-100.00"),
    ] as [(String, String, String, String?)])
  func words(now: String, before: String, words: String, growth: String?) throws {
    let change = try Change(now: try #require(Fixed(now)), before: try #require(Fixed(before)))
    let format = NumberFormat(decimals: 2, keepsTrailingZeros: false)
    #expect("\(change.direction.chinese) \(try change.printedDifference(format))" == words)
    #expect(try change.growth()?.description == growth)
  }

  @Test func wordsInEnglishAndForGrowth() {
    #expect(Change.Direction.allCases.map(\.english).first == "an increase of")
    #expect(Change.Direction.allCases.map(\.chineseForGrowth) == ["增长", "下降", "与上年持平"])
  }

  @Test func throwsWhatDoesNotFit() {
    let (most, least) = (Fixed(units: .max, decimals: 2), Fixed(units: .min, decimals: 2))
    #expect(throws: ArithmeticOverflow()) { try Change(now: most, before: least) }
  }
}

import Figures
import Testing

struct PlainNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("7", 700), ("-7", -700), ("+7", 700), ("1234.5", 123_450), ("1234.50", 123_450),
      ("-0.05", -5), ("0.00", 0), ("9999999999999999.99", 999_999_999_999_999_999),
      ("-9999999999999999.99", -999_999_999_999_999_999),
    ] as [(String, Int64)])
  func readsFen(text: String, expected: Int64) {
    #expect(plain(text, decimals: 2) == expected)
  }

  @Test(arguments: [
    "", "-", "+", ".", "5.", ".5", "12.345", "12.340", "1,234", "￥5", "5元", " 5", "(5)", "1e5", "--5",
    "1.2.3",
    "10000000000000000.00", "99999999999999999999999999",
  ])
  func leavesTheRestToTheSlowPath(text: String) {
    #expect(plain(text, decimals: 2) == nil)
  }

  @Test func hasNoOpinionOnScalesThatDoNotFit() {
    #expect(plain("1", decimals: 19) == nil)
    #expect(plain("1", decimals: -1) == nil)
    #expect(plain("1", decimals: 17) == 100_000_000_000_000_000)
  }

  /// Short texts of the characters that numbers are made of: whatever the fast path reads, the slow one reads too.
  @Test func agreesWithTheSlowPath() {
    var random = Seeded(6)
    let characters: [Character] = ["0", "1", "9", "5", ".", "-", "+", ",", "元"]
    var read = 0
    for _ in 0..<50_000 {
      let length = Int.random(in: 0...7, using: &random)
      let text = String((0..<length).map { _ in characters.randomElement(using: &random) ?? "0" })
      guard let units = plain(text, decimals: 2) else { continue }
      read += 1
      #expect(NumberText.readAmount(text) == .success(Amount(fen: units)), "\(text)")
      #expect(NumberText.read(text, decimals: 2) == .success(Fixed(units: units, decimals: 2)), "\(text)")
    }
    #expect(read > 1000)
  }

  private func plain(_ text: String, decimals: Int) -> Int64? {
    Array(text.utf8).withUnsafeBufferPointer { NumberText.readPlain($0, decimals: decimals) }
  }
}

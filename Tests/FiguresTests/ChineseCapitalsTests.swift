import Figures
import Testing

struct ChineseCapitalsTests {
  /// The examples of 银发〔1997〕393号, annex 1, among them; where it gives two forms, its first.
  @Test(arguments: [
    ("0", "零元整"), ("0.05", "伍分"), ("0.50", "伍角整"), ("0.55", "伍角伍分"), ("1", "壹元整"), ("10", "壹拾元整"),
    ("15.03", "壹拾伍元零叁分"), ("20.30", "贰拾元零叁角整"), ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"), ("100000.00", "壹拾万元整"), ("100001", "壹拾万零壹元整"),
    ("101000", "壹拾万壹仟元整"), ("1001000.01", "壹佰万壹仟元零壹分"), ("100000000", "壹亿元整"),
    ("100000001", "壹亿零壹元整"), ("100010000", "壹亿零壹万元整"), ("100001000", "壹亿零壹仟元整"),
    ("120003400", "壹亿贰仟万叁仟肆佰元整"), ("1000000000000", "壹万亿元整"),
    ("1000000010000", "壹万亿零壹万元整"), ("10000000000000000", "壹亿亿元整"),
    ("7553524.00", "柒佰伍拾伍万叁仟伍佰贰拾肆元整"), ("-12.30", "负壹拾贰元叁角整"),
    ("92233720368547758.07", "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
    ("-92233720368547758.08", "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"),
  ])
  func writes(yuan: String, expected: String) throws {
    let amount = try #require(try NumberText.readAmount(yuan).get())
    #expect(ChineseCapitals().string(amount) == expected)
  }

  @Test func writesTheCurrencyAndTheOtherEnding() {
    let cheque = ChineseCapitals(hasCurrency: true, ending: .right)
    #expect(cheque.string(Amount(fen: 140_950)) == "人民币壹仟肆佰零玖元伍角正")
    #expect(cheque.string(Amount(fen: -105)) == "人民币负壹元零伍分")
  }

  @Test func saysTheAmountAndNeverTwoZeros() {
    var random = Seeded(7)
    for _ in 0..<5000 {
      var fen = random.anyInt64()
      // Many zeros in the middle, where the rules are.
      if Bool.random(using: &random) { fen = fen / 1_000_000 * 1_000_000 }
      let text = ChineseCapitals().string(Amount(fen: fen))
      #expect(spoken(text) == fen, "\(text)")
      #expect(!text.contains("零零") && (!text.contains("零元") || text == "零元整"))
    }
  }

  /// The fen that a text in capitals says, 零 or not.
  private func spoken(_ text: String) -> Int64 {
    let digits: [Character: Int64] = [
      "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    let units: [Character: Int64] = ["拾": 10, "佰": 100, "仟": 1000]
    var (fen, high, section, digit): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    for character in text {
      if let value = digits[character] {
        digit = value
      } else if let unit = units[character] {
        (section, digit) = (section + digit * unit, 0)
      } else if character == "万" {
        // What an 亿 may still follow.
        (high, section, digit) = (high + (section + digit) * 10_000, 0, 0)
      } else if character == "亿" {
        (high, section, digit) = ((high + section + digit) * 100_000_000, 0, 0)
      } else if character == "元" {
        // Downwards, since only so does the least amount fit.
        (fen, digit) = ((high + section + digit) * -100, 0)
      } else if character == "角" {
        (fen, digit) = (fen - digit * 10, 0)
      } else if character == "分" {
        (fen, digit) = (fen - digit, 0)
      }
    }
    return text.hasPrefix("负") ? fen : 0 &- fen
  }
}

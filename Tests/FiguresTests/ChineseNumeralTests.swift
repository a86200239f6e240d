import Testing

@testable import Figures

struct ChineseNumeralTests {
  @Test(arguments: [
    ("一", 1), ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十五", 25), ("九十九", 99), ("百", 100),
    ("一百", 100), ("两百", 200),
  ])
  func reads(text: String, expected: Int) {
    #expect(ChineseNumeral.read(text) == expected)
  }

  @Test(arguments: ["", "零", "一百五", "一百零五", "十十", "二五", "十百", "列", "三甲"])
  func refuses(text: String) {
    #expect(ChineseNumeral.read(text) == nil)
  }
}

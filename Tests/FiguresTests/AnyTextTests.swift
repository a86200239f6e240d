import Figures
import Testing

/// Whatever stands in a cell gets an answer.
struct AnyTextTests {
  @Test func everyTextIsReadOrRefused() {
    var random = Seeded(9)
    let characters = Array("0159.,-+()（）￥¥元万亿%％≥≤=<>前十百位名件eE —－１．， 　\u{0}\u{FEFF}天小时").map { $0 }
    for _ in 0..<30_000 {
      let length = Int.random(in: 0...24, using: &random)
      let text = String((0..<length).map { _ in characters.randomElement(using: &random) ?? "0" })
      for decimals in [0, 2, 18, 19, .max, -1, .min] { _ = NumberText.read(text, decimals: decimals) }
      for unit in MoneyUnit.allCases { _ = NumberText.readAmount(text, unit: unit) }
      _ = Fixed(text)
      if case .success(let target) = Target.read(text) {
        #expect(Target.read(target.description) == .success(target))
        _ = target.amount
      }
    }
  }

  @Test func everyNumberIsPrinted() {
    var random = Seeded(10)
    let scales = [Int.min, -400, -19, -3, 0, 2, 6, 19, 38, 400, .max]
    for _ in 0..<300 {
      for decimals in scales {
        let number = Fixed(units: random.anyInt64(), decimals: decimals)
        for most in [-40, -3, 0, 2, 40] {
          let text = NumberFormat(decimals: most, isGrouped: true).string(number)
          #expect(!text.isEmpty && text != "-0")
        }
      }
    }
  }
}

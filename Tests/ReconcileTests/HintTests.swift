import Figures
import Reconcile
import Testing

@Suite("Hints")
struct HintTests {
  /// A total, its parts and figures of other groups, as they are printed; `~`: rounded.
  @Test(arguments: [
    ("the wrong sign", "7", "甲 10; 乙 3", "", ["“乙” 3 恰为差额的一半，正负号相反即平衡：符号可能有误。"]),
    ("a total of the wrong sign", "-41.23", "甲 38.01; 乙 3.22", "", ["“合计” -41.23 恰为差额的一半，正负号相反即平衡：符号可能有误。"]),
    ("ten times too much", "14.17", "甲 11.05; 乙 31.20", "", ["“乙” 31.20 若为 3.12 即平衡：小数点可能错位。"]),
    ("a total of ten times as much", "141.70", "甲 11.05; 乙 3.12", "", ["“合计” 141.70 若为 14.17 即平衡：小数点可能错位。"]),
    ("a hundred times", "11.42", "甲 11.05; 乙 37.00", "", ["“乙” 37.00 若为 0.37 即平衡：小数点可能错位。"]),
    (
      "万元 where yuan belong", "6110538.95", "甲 38.95; 乙 611.05", "",
      ["“乙” 611.05 若为 6,110,500.00 即平衡：元与万元可能混淆。"]
    ),
    ("ten times too much, rounded", "14.2 ~", "甲 11.1 ~; 乙 31.2 ~", "", ["“乙” 31.2 若为 3.1 即平衡：小数点可能错位。"]),
    (
      "yuan where 万元 belong, rounded", "72.16 ~", "甲 11.05 ~; 乙 611104.27 ~", "",
      [
        "“乙” 611,104.27 若为 61.11 即平衡：元与万元可能混淆。"
      ]
    ),
    (
      "counted twice", "13", "甲 10; 乙 3; 丙 3", "",
      ["“乙” 3 有相同的另一笔，去掉一笔即平衡：可能重复计入。", "“丙” 3 有相同的另一笔，去掉一笔即平衡：可能重复计入。", "“合计” 13 可能漏加“乙”：差额恰等于它。"]
    ),
    (
      "missing, and there elsewhere", "87.61", "甲 10.20; 乙 3.07", "丙 74.34; 丁 8.10",
      ["差额恰等于别处的“丙” 74.34，计入它即平衡：可能漏列，或记错了分组。"]
    ),
    (
      "the total lacks a part", "900", "甲 437; 乙 463; 丙 51002", "",
      ["“合计” 900 可能漏加“丙”：差额恰等于它。", "“丙” 51,002 恰等于差额，去掉它即平衡：可能多列，或另一边漏记。"]
    ),
    (
      "a wrong digit has its place", "1000.00", "甲 702.13; 乙 597.87", "",
      [
        "“合计” 1,000.00 若为 1,300.00 即平衡：百位数字可能有误。", "“甲” 702.13 若为 402.13 即平衡：百位数字可能有误。",
        "“乙” 597.87 若为 297.87 即平衡：百位数字可能有误。",
      ]
    ),
    (
      "nothing explains the published changes", "13.01", "301 229.08; 302 -215.47; 303 3.09; 310 61.04", "",
      []
    ),
    ("it balances", "10", "甲 10", "", []),
    ("it balances within its rounding", "10.1 ~", "甲 4.8 ~; 乙 5.2 ~", "", []),
    ("parts of zero explain nothing", "5123", "甲 0; 乙 7", "", []),
  ])
  func hints(_ why: String, total: String, parts: String, elsewhere: String, expected: [String]) throws {
    let total = try read("合计 " + total, weight: -1)
    let search = HintSearch(totals: total, parts: try read(parts), elsewhere: try read(elsewhere))
    #expect(search.sentences(.chinese) == expected)
  }

  @Test func namesThreeAndCountsTheOthers() throws {
    let parts = try read("甲 111.11; 乙 222.22; 丙 333.33; 丁 444.44; 戊 123.45")
    let search = HintSearch(totals: try read("合计 1237.55", weight: -1), parts: parts)
    #expect(search.suspects.count == 3)
    #expect(search.sentences(.chinese).last == "同样说得通的还有 \(search.all.count - 3) 处。")
  }

  @Test func speaksEnglish() throws {
    let search = HintSearch(totals: try read("T 7", weight: -1), parts: try read("A 10; B 3"))
    #expect(
      search.sentences(.english) == ["‘B’ 3 is half the difference; with the other sign the sum holds."])
  }

  @Test func whatDoesNotFitExplainsNothing() {
    let least = SumCell(label: "甲", value: Fixed(units: .min, decimals: 2))
    #expect(HintSearch(totals: [least], parts: [least]).all.isEmpty)
  }

  /// Whatever is hinted at makes the sum hold.
  @Test func everyCorrectionBalances() {
    var found = 0
    for right in stride(from: Int64(1), through: 300, by: 7) {
      for wrong in Int64(1)...300 where right != wrong {
        func cell(_ label: String, _ units: Int64, weight: Int64 = 1) -> SumCell {
          SumCell(label: label, value: Fixed(units: units, decimals: 2), weight: weight)
        }
        let search = HintSearch(totals: [cell("合计", right, weight: -1)], parts: [cell("甲", wrong)])
        for hint in search.all where hint.corrected != nil {
          #expect(hint.corrected?.units == (hint.isTotal ? wrong : right))
          found += 1
        }
      }
    }
    #expect(found > 200)
  }

  private func read(_ cells: String, weight: Int64 = 1) throws -> [SumCell] {
    try cells.split(separator: "; ").map { cell in
      let words = cell.split(separator: " ").map(String.init)
      let value = try #require(Fixed(words[1]))
      return SumCell(
        label: words[0], value: value, decimals: words.count > 2 ? value.decimals : nil, weight: weight)
    }
  }
}

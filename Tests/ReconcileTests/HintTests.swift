import Figures
import Reconcile
import Testing

struct HintTests {
  /// `difference` is the total less the sum of the parts.
  @Test(arguments: [
    ("counted twice: 10 + 3 + 3 against 13", "-3", "甲 10; 乙 3", ["“乙” 3 恰等于差额，去掉它即平衡：可能重复计入，或另一边漏记。"]),
    (
      "left out: 10 + 3 against 16", "3", "甲 10; 乙 3",
      ["“乙” 3 恰等于差额，再加一次即平衡：可能漏计一笔相同的数，或合计中重复计入。"]
    ),
    ("the wrong sign: 10 + 3 against 7", "-6", "甲 10; 乙 3", ["“乙” 3 恰为差额的一半，正负号相反即平衡：符号可能有误。"]),
    ("ten times too little", "270.00", "甲 10.00; 乙 30.00", ["“乙” 30.00 若为 300 即平衡：小数点可能错位。"]),
    ("ten times too much", "-27.00", "甲 11.00; 乙 30.00", ["“乙” 30.00 若为 3 即平衡：小数点可能错位。"]),
    ("a hundred times", "-29.70", "甲 11.00; 乙 30.00", ["“乙” 30.00 若为 0.3 即平衡：小数点可能错位。"]),
    ("a hundred times too little", "2970", "甲 11; 乙 30", ["“乙” 30 若为 3,000 即平衡：小数点可能错位。"]),
    ("万元 where yuan belong", "6109888.95", "甲 10; 乙 611.05", ["“乙” 611.05 若为 6,110,500 即平衡：元与万元可能混淆。"]),
    ("yuan where 万元 belong", "-610938.90", "甲 10; 乙 611000", ["“乙” 611,000 若为 61.1 即平衡：元与万元可能混淆。"]),
    ("digits swapped", "0.09", "甲 10.00; 乙 161.01", ["“乙” 161.01 若为 161.1 即平衡：相邻两位数字可能颠倒。"]),
    ("digits swapped, below zero", "-18.00", "甲 7; 乙 -313.90", ["“乙” -313.90 若为 -331.9 即平衡：相邻两位数字可能颠倒。"]),
    ("nothing explains the published changes", "-5.36", "301 229.08; 302 -215.47; 303 3.09; 310 1.67", []),
    ("nor the published establishment", "17", "行政 7; 参公 0; 全部补助 0; 部分补助 0; 自收自支 0", []),
    ("it balances", "0", "甲 10", []),
    ("parts of zero explain nothing", "5", "甲 0", []),
    (
      "two parts alike, two hints", "-3", "甲 3; 乙 3",
      ["“甲” 3 恰等于差额，去掉它即平衡：可能重复计入，或另一边漏记。", "“乙” 3 恰等于差额，去掉它即平衡：可能重复计入，或另一边漏记。"]
    ),
  ])
  func hints(_ why: String, difference: String, parts: String, expected: [String]) throws {
    let difference = try #require(Fixed(difference))
    #expect(Hint.hints(difference: difference, parts: try read(parts)).map(\.chinese) == expected)
  }

  @Test func theTotalIsAPartThatIsTakenAway() throws {
    // 100 + 200 against 30: the total lost a digit.
    let hints = Hint.hints(difference: Fixed(units: -270, decimals: 0), parts: try read("合计 -30"))
    #expect(hints.map(\.cause) == [.pointMoved(places: 1)])
    #expect(hints.first?.corrected == Fixed(units: -300, decimals: 0))
  }

  @Test func speaksEnglish() throws {
    let hints = Hint.hints(difference: Fixed(units: -6, decimals: 0), parts: try read("A 3"))
    #expect(hints.map(\.english) == ["‘A’ 3 is half the difference; with the other sign the sum holds."])
  }

  @Test func whatDoesNotFitExplainsNothing() {
    let least = Fixed(units: .min, decimals: 2)
    #expect(Hint.hints(difference: least, parts: [Hint.Part(label: "甲", value: least)]).isEmpty)
  }

  /// Whatever is hinted at closes the difference.
  @Test func everyCorrectionBalances() throws {
    var found = 0
    for value in Int64(1)...400 {
      for wrong in Int64(1)...400 where value != wrong {
        let (part, right) = (Fixed(units: wrong, decimals: 2), Fixed(units: value, decimals: 2))
        let difference = try right.subtracting(part)
        for hint in Hint.hints(difference: difference, parts: [Hint.Part(label: "甲", value: part)]) {
          guard let corrected = hint.corrected else { continue }
          #expect(corrected == right)
          found += 1
        }
      }
    }
    #expect(found > 500)
  }

  private func read(_ parts: String) throws -> [Hint.Part] {
    try parts.split(separator: "; ").map { part in
      let words = part.split(separator: " ").map(String.init)
      return Hint.Part(label: words[0], value: try #require(Fixed(words[1])))
    }
  }
}

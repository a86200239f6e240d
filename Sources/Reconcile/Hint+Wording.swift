import Figures

extension HintSearch {
  /// The hints in sentences, and how many cells more would explain the difference as well.
  public func sentences(_ language: Wording.Language) -> [String] {
    let chinese = language == .chinese
    let hints = hints.map { chinese ? $0.chinese : $0.english }
    let more = chinese ? "同样说得通的还有 \(others) 处。" : "\(others) more would explain it as well"
    return hints + (others > 0 ? [more] : [])
  }
}

extension Hint {
  public var chinese: String {
    let cell = "“\(cell.label)”\(place(.chinese))\(text(cell.value))"
    return switch cause {
    case .wrongSign: "\(cell) 恰为差额的一半，正负号相反即平衡：符号可能有误。"
    case .pointMoved: "\(cell) 若为 \(right) 即平衡：小数点可能错位。"
    case .unitMixedUp: "\(cell) 若为 \(right) 即平衡：元与万元可能混淆。"
    case .countedTwice: "\(cell) 有相同的另一笔，去掉一笔即平衡：可能重复计入。"
    case .missing: "差额恰等于别处的\(cell)，计入它即平衡：可能漏列，或记错了分组。"
    case .totalHasTwice(let part): "\(cell) 可能把“\(part.label)”多加了一次：差额恰等于它。"
    case .totalLacks(let part): "\(cell) 可能漏加“\(part.label)”：差额恰等于它。"
    case .onceMore: "\(cell) 恰等于差额，再加一次即平衡：可能漏计一笔相同的数。"
    case .tooMuch: "\(cell) 恰等于差额，去掉它即平衡：可能多列，或另一边漏记。"
    case .digitsSwapped: "\(cell) 若为 \(right) 即平衡：相邻两位数字可能颠倒。"
    case .digitDropped: "\(cell) 若为 \(right) 即平衡：可能漏了一位数字。"
    case .wrongDigit(let place):
      "\(cell) 若为 \(right) 即平衡：\(Self.chinese(place - self.cell.printedDecimals))数字可能有误。"
    }
  }

  public var english: String {
    let cell = "‘\(cell.label)’ \(text(cell.value))" + place(.english)
    return switch cause {
    case .wrongSign: "\(cell) is half the difference; with the other sign the sum holds."
    case .pointMoved: "\(cell): with \(right) the sum holds; the decimal point may be misplaced."
    case .unitMixedUp: "\(cell): with \(right) the sum holds; 元 and 万元 may be mixed up."
    case .countedTwice: "\(cell) is there twice; with it once the sum holds: it may be counted twice."
    case .missing:
      "the difference is ‘\(self.cell.label)’ \(text(self.cell.value)) elsewhere\(place(.english)); "
        + "with it the sum holds: it may be left out, or stand in the wrong group."
    case .totalHasTwice(let part): "\(cell) may have ‘\(part.label)’ twice, which is the difference."
    case .totalLacks(let part): "\(cell) may lack ‘\(part.label)’, which is the difference."
    case .onceMore: "\(cell) is the difference; once more and the sum holds: one like it may be left out."
    case .tooMuch:
      "\(cell) is the difference; without it the sum holds: it may be too much, or the other side may lack it."
    case .digitsSwapped: "\(cell): with \(right) the sum holds; two neighbouring digits may be swapped."
    case .digitDropped: "\(cell): with \(right) the sum holds; a digit may be missing."
    case .wrongDigit(let place):
      "\(cell): with \(right) the sum holds; the digit \(Self.english(place - self.cell.printedDecimals)) may be wrong."
    }
  }

  /// What the cell would have to be.
  private var right: String { corrected.map(text) ?? "" }

  /// Grouped, as amounts are read, with the decimals that are printed.
  private func text(_ value: Fixed) -> String {
    NumberFormat(decimals: cell.printedDecimals, isGrouped: true).string(value)
  }

  private func place(_ language: Wording.Language) -> String {
    guard var place = cell.place else { return language == .chinese ? " " : "" }
    place.column = nil
    let words = Wording.place(place, language)
    return language == .chinese ? "（\(words)）" : " (\(words))"
  }

  /// 1 is the ones, 2 the tens, 0 the tenths.
  private static func chinese(_ place: Int) -> String {
    let names = ["个位", "十位", "百位", "千位", "万位", "十万位", "百万位", "千万位", "亿位"]
    if place < 1 { return "小数第 \(1 - place) 位" }
    return place <= names.count ? names[place - 1] : "第 \(place) 位"
  }

  private static func english(_ place: Int) -> String {
    place < 1 ? "\(1 - place) behind the point" : "\(place) before the point"
  }
}

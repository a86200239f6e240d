import Figures

extension Hint {
  public var chinese: String {
    let part = "“\(part.label)” \(Self.text(self.part.value))"
    let corrected = corrected.map { Self.text($0.reduced()) } ?? ""
    return switch cause {
    case .countedTwice: "\(part) 恰等于差额，去掉它即平衡：可能重复计入，或另一边漏记。"
    case .leftOut: "\(part) 恰等于差额，再加一次即平衡：可能漏计一笔相同的数，或合计中重复计入。"
    case .wrongSign: "\(part) 恰为差额的一半，正负号相反即平衡：符号可能有误。"
    case .pointMoved: "\(part) 若为 \(corrected) 即平衡：小数点可能错位。"
    case .unitMixedUp: "\(part) 若为 \(corrected) 即平衡：元与万元可能混淆。"
    case .digitsSwapped: "\(part) 若为 \(corrected) 即平衡：相邻两位数字可能颠倒。"
    }
  }

  public var english: String {
    let part = "‘\(part.label)’ \(Self.text(self.part.value))"
    let corrected = corrected.map { Self.text($0.reduced()) } ?? ""
    return switch cause {
    case .countedTwice:
      "\(part) is the difference; without it the sum holds: it may be counted twice, "
        + "or the other side may lack it."
    case .leftOut:
      "\(part) is the difference; once more and the sum holds: a part like it may be left out, "
        + "or the total may have it twice."
    case .wrongSign: "\(part) is half the difference; with the other sign the sum holds."
    case .pointMoved: "\(part): with \(corrected) the sum holds; the decimal point may be misplaced."
    case .unitMixedUp: "\(part): with \(corrected) the sum holds; 元 and 万元 may be mixed up."
    case .digitsSwapped: "\(part): with \(corrected) the sum holds; two neighbouring digits may be swapped."
    }
  }

  /// Grouped, as amounts are read.
  private static func text(_ value: Fixed) -> String {
    NumberFormat(decimals: value.decimals, isGrouped: true).string(value)
  }
}

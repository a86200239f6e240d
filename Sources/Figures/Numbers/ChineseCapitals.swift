/// 大写金额: an amount in the characters of cheques and vouchers, which cannot be altered with a stroke.
///
/// The rules are those of 《支付结算办法》 (银发〔1997〕393号), annex 1, 正确填写票据和结算凭证的基本规定: zeros
/// between digits are one 零; a 零 stands before the fen where there is no jiao; 整 closes what has no fen. Where
/// the rules leave two forms open (壹拾万柒仟元零伍角叁分, 壹拾万零柒仟元伍角叁分), it is their first.
public struct ChineseCapitals: Hashable, Sendable {
  /// 整 and 正 are equally good.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    case zheng = "整"
    case right = "正"
  }

  /// 人民币 in front.
  public var hasCurrency: Bool
  public var ending: Ending

  public init(hasCurrency: Bool = false, ending: Ending = .zheng) {
    self.hasCurrency = hasCurrency
    self.ending = ending
  }

  /// Any amount; one below zero has 负 in front, which the rules, made for cheques, don't know.
  public func string(_ amount: Amount) -> String {
    let fen = amount.fen.magnitude
    let (yuan, rest) = (fen / 100, Int(fen % 100))
    let sign = amount.fen < 0 ? "负" : ""
    return (hasCurrency ? "人民币" : "") + sign + Self.yuan(yuan, isAlone: rest == 0)
      + small(rest, afterYuan: yuan)
  }

  private static func yuan(_ yuan: UInt64, isAlone: Bool) -> String {
    if yuan == 0 { return isAlone ? "零元" : "" }
    return words(yuan) + "元"
  }

  /// 角 and 分, and the ending. After a yuan that ends in 0, the jiao has a 零 before it.
  private func small(_ rest: Int, afterYuan yuan: UInt64) -> String {
    let (jiao, fen) = (rest / 10, rest % 10)
    var text = ""
    if jiao > 0 {
      text += yuan > 0 && yuan.isMultiple(of: 10) ? "零" : ""
      text += Self.digits[jiao] + "角"
    } else if fen > 0, yuan > 0 {
      text += "零"
    }
    return text + (fen > 0 ? Self.digits[fen] + "分" : ending.rawValue)
  }

  /// A whole number above 0: what is before 亿, 亿, and the eight digits after it, of which each four are alike.
  private static func words(_ number: UInt64) -> String {
    for (unit, size) in [("亿", UInt64(100_000_000)), ("万", 10_000)] where number >= size {
      let (high, low) = number.quotientAndRemainder(dividingBy: size)
      let isGap = low < size / 10
      return words(high) + unit + (low == 0 ? "" : (isGap ? "零" : "") + words(low))
    }
    return ChineseDigits.capital.words(Int(number))
  }

  private static let digits = ChineseDigits.capital.digits
}

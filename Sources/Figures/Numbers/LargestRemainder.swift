/// 最大余额法: shares that add up to exactly 100 %.
///
/// Each share is cut off after its last decimal; what is missing from 100 % goes, one unit of the last decimal
/// each, to the shares that lost most by it. Of two that lost the same the one of the larger part comes first, and of
/// equal parts the earlier one.
public enum LargestRemainder {
  /// The decimals that shares may have.
  public static let decimals = 0...6

  /// The shares of the parts in percent with so many of the `decimals`; nil for none, for a part below zero and for
  /// parts that are all zero.
  public static func percentages(
    of parts: [Int64], decimals: Int
  ) throws(ArithmeticOverflow) -> [Fixed]? {
    guard let whole = powerOfTen(decimals + 2), Self.decimals.contains(decimals),
      parts.allSatisfy({ $0 >= 0 })
    else { return nil }
    let total = parts.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0 else { return nil }
    var shares: [(units: Int128, rest: Int128)] = []
    for part in parts {
      // 2^63 · 10^8 is far below 2^127.
      let (units, rest) = (Int128(part) * whole).quotientAndRemainder(dividingBy: total)
      shares.append((units, rest))
    }
    let missing = Int(whole - shares.reduce(0) { $0 + $1.units })
    let order = parts.indices.sorted { a, b in
      if shares[a].rest != shares[b].rest { return shares[a].rest > shares[b].rest }
      return parts[a] != parts[b] ? parts[a] > parts[b] : a < b
    }
    for index in order.prefix(missing) { shares[index].units += 1 }
    return shares.map { Fixed(units: Int64($0.units), decimals: decimals) }
  }
}

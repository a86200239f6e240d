import Figures

/// 权重分配: weights that the targets leave out, filled evenly within their first-level group.
public enum WeightFilling {
  /// The weights of a group's indicators, in their order: those given stay, the others share what the group has left,
  /// exactly. Hundredths that do not divide go one each to the first of them: 20 over three is 6.67, 6.67, 6.66.
  ///
  /// Where the given ones leave nothing, the others get 0; that the weights do not add up is for a rule to say.
  /// - Parameter total: the group's points; nil where the profile has no such group, which leaves the missing ones nil.
  public static func weights(_ given: [Fixed?], of total: Fixed?) throws(ArithmeticOverflow) -> [Fixed?] {
    let missing = given.indices.filter { given[$0] == nil }
    guard let total, !missing.isEmpty else { return given }
    let used = try Fixed.sum(given.compactMap { $0 }) ?? Fixed(units: 0, decimals: 0)
    guard let left = try total.subtracting(used).rescaled(to: IndicatorScoring.decimals) else { return given }
    let (each, rest) = max(left.units, 0).quotientAndRemainder(dividingBy: Int64(missing.count))
    var weights = given
    for (place, index) in missing.enumerated() {
      let units = each + (Int64(place) < rest ? 1 : 0)
      weights[index] = Fixed(units: units, decimals: IndicatorScoring.decimals)
    }
    return weights
  }
}

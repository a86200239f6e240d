import Figures

/// What may have happened where a balance is broken and one part alone explains it. A hint is a guess: it names
/// the part to look at first, and nothing is corrected by it.
public struct Hint: Hashable, Sendable {
  /// A part as it stands in the sum, with its sign there: one that is taken away is negative. The total, too, may
  /// be asked about, as a part that is taken away.
  public struct Part: Hashable, Sendable {
    public var label: String
    public var value: Fixed

    public init(label: String, value: Fixed) {
      self.label = label
      self.value = value
    }
  }

  public enum Cause: Hashable, Sendable {
    /// Without the part, the sum holds.
    case countedTwice
    /// With the part once more, the sum holds: the total has it twice, or another part like it is left out.
    case leftOut
    /// With the other sign, the sum holds.
    case wrongSign
    /// With the point moved by this many places, the sum holds: 1 is ten times as much, −2 a hundredth.
    case pointMoved(places: Int)
    /// 元 taken for 万元, or the reverse: with the point moved by four places, the sum holds.
    case unitMixedUp(places: Int)
    /// With two neighbouring digits swapped, the sum holds.
    case digitsSwapped
  }

  public var part: Part
  public var cause: Cause
  /// What the part would have to be; nil where it is not its value that is wrong.
  public var corrected: Fixed?

  /// `difference` is the total less the sum of the parts. Parts in their order, causes in the order above.
  public static func hints(difference: Fixed, parts: [Part]) -> [Hint] {
    if difference.isZero { return [] }
    return parts.filter { !$0.value.isZero }.flatMap { hints(difference: difference, part: $0) }
  }

  private static func hints(difference: Fixed, part: Part) -> [Hint] {
    // What does not fit into the arithmetic explains nothing.
    guard let wanted = try? part.value.adding(difference) else { return [] }
    if wanted.isZero { return [Hint(part: part, cause: .countedTwice)] }
    var hints: [Hint] = []
    if difference == part.value { hints.append(Hint(part: part, cause: .leftOut)) }
    if let turned = try? part.value.negated(), turned == wanted {
      hints.append(Hint(part: part, cause: .wrongSign, corrected: wanted))
    }
    for places in [1, -1, 2, -2, 3, -3] where part.value.moved(by: places) == wanted {
      hints.append(Hint(part: part, cause: .pointMoved(places: places), corrected: wanted))
    }
    for places in [4, -4] where part.value.moved(by: places) == wanted {
      hints.append(Hint(part: part, cause: .unitMixedUp(places: places), corrected: wanted))
    }
    if hints.isEmpty, part.value.hasSwappedDigits(of: wanted) {
      hints.append(Hint(part: part, cause: .digitsSwapped, corrected: wanted))
    }
    return hints
  }
}

extension Fixed {
  fileprivate func moved(by places: Int) -> Fixed { Fixed(units: units, decimals: decimals &- places) }

  /// Whether the two differ in nothing but two neighbouring digits, which are swapped.
  fileprivate func hasSwappedDigits(of other: Fixed) -> Bool {
    guard isNegative == other.isNegative, let other = try? other.rescaled(to: decimals) else { return false }
    var (mine, others) = (units.magnitude, other.units.magnitude)
    while mine > 0, mine % 10 == others % 10 { (mine, others) = (mine / 10, others / 10) }
    return mine / 100 == others / 100 && mine % 10 == others / 10 % 10 && others % 10 == mine / 10 % 10
  }
}

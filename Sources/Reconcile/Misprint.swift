/// A way in which one number may have become another: what it may have been.
struct Misprint {
  var cause: Hint.Cause
  /// The right number, in units of the last decimal; more than one where digits were lost.
  var right: ClosedRange<Int128>

  private init(_ cause: Hint.Cause, _ right: Int128) { (self.cause, self.right) = (cause, right...right) }
  private init(_ cause: Hint.Cause, _ right: ClosedRange<Int128>) {
    (self.cause, self.right) = (cause, right)
  }

  /// Everything that may have been printed or typed as `units`, in a column of so many decimals; of the ten digits that
  /// a place can have, the one that comes nearest to what is wanted. A number never begins with 0 but before its point.
  static func all(of units: Int128, near wanted: Int128, decimals: Int, isRounded: Bool) -> [Misprint] {
    let sign: Int128 = units < 0 ? -1 : 1
    let digits = DecimalDigits(units * sign, decimals: decimals)
    return [Misprint(.wrongSign, -units)] + moved(units, isRounded: isRounded)
      + digits.swapped.map { Misprint(.digitsSwapped, sign * $0) }
      + digits.oneMore(near: sign * wanted).map { Misprint(.digitDropped, sign * $0) }
      + digits.oneOther(near: sign * wanted).map { Misprint(.wrongDigit(place: $0.place), sign * $0.number) }
  }

  private static func moved(_ units: Int128, isRounded: Bool) -> [Misprint] {
    let powers: [(places: Int, power: Int128)] = [(1, 10), (2, 100), (3, 1000), (4, 10_000)]
    return powers.flatMap { places, power -> [Misprint] in
      // The digits below the last decimal are lost when a number gets smaller.
      let more = Misprint(cause(places), units * power - power / 2...units * power + power / 2)
      if units % power == 0 { return [more, Misprint(cause(-places), units / power)] }
      return isRounded
        ? [more, Misprint(cause(-places), nearestWhole(units, power))] : [more]
    }
  }

  private static func cause(_ places: Int) -> Hint.Cause {
    places.magnitude == 4 ? .unitMixedUp(places: places) : .pointMoved(places: places)
  }
}

/// The digits of a number without its sign, zeros before the point and behind it included: 0.05 has three.
struct DecimalDigits {
  private let number: Int128
  private let powers: [Int128]
  /// The digit that is a leading zero where it is 0; nil below one, where zeros are printed.
  private let leading: Int128?

  init(_ number: Int128, decimals: Int) {
    self.number = number
    var powers: [Int128] = [1]
    while let last = powers.last, last * 10 <= number { powers.append(last * 10) }
    let least = max(decimals, 0) + 1
    leading = powers.count > least ? powers.last : nil
    while powers.count < least { powers.append(powers[powers.count - 1] * 10) }
    self.powers = powers
  }

  /// Two neighbouring digits swapped.
  var swapped: [Int128] {
    zip(powers, powers.dropFirst()).compactMap { low, high in
      let (right, left) = (digit(low), digit(high))
      let swapped = number + (right - left) * (high - low)
      return right == left || isLeadingZero(swapped) ? nil : swapped
    }
  }

  /// One digit more, anywhere.
  func oneMore(near wanted: Int128) -> [Int128] {
    (powers + [powers[powers.count - 1] * 10]).compactMap { power in
      let apart = number / power * power * 10 + number % power
      let longer = apart + nearestDigit(wanted - apart, power) * power
      return longer == number ? nil : longer
    }
  }

  /// One digit another, and its place: 1 is the last one of the number.
  func oneOther(near wanted: Int128) -> [(place: Int, number: Int128)] {
    powers.enumerated().compactMap { place, power in
      let without = number - digit(power) * power
      let changed = without + nearestDigit(wanted - without, power) * power
      return changed == number || isLeadingZero(changed) ? nil : (place + 1, changed)
    }
  }

  private func nearestDigit(_ apart: Int128, _ power: Int128) -> Int128 {
    min(max(nearestWhole(apart, power), 0), 9)
  }
  private func digit(_ power: Int128) -> Int128 { number / power % 10 }
  private func isLeadingZero(_ changed: Int128) -> Bool { leading.map { changed < $0 } ?? false }
}

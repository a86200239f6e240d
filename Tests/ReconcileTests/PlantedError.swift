import Figures

/// Numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// How one figure of a sum may come to be wrong.
enum PlantedKind: String, CaseIterable {
  case swap = "swapped digits"
  case timesTen = "×10"
  case tenth = "÷10"
  case unit = "×10,000"
  case sign
  case digit = "one digit"
  case dropped = "dropped digit"
  case duplicated
  case missing

  /// What `right`, in units of the last printed decimal, may be written as. A number of the register never begins
  /// with 0; nothing for the kinds that are no misprint.
  func misprints(of right: Int64) -> Set<Int64> {
    let (sign, digits) = (
      right < 0 ? Int64(-1) : 1, Array(String(right.magnitude)).compactMap(\.wholeNumberValue)
    )
    func number(_ digits: [Int]) -> Int64? {
      guard let first = digits.first, first != 0, digits.count < 17 else { return nil }
      return sign * digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
    }
    var wrong: [Int64?] = []
    switch self {
    case .timesTen: wrong = [right * 10]
    case .tenth: wrong = [right / 10]
    case .unit: wrong = [right * 10_000]
    case .sign: wrong = [-right]
    case .swap:
      for place in digits.indices.dropLast() {
        var other = digits
        other.swapAt(place, place + 1)
        wrong.append(number(other))
      }
    case .digit:
      for place in digits.indices {
        for digit in 0...9 {
          var other = digits
          other[place] = digit
          wrong.append(number(other))
        }
      }
    case .dropped:
      for place in digits.indices {
        var other = digits
        other.remove(at: place)
        wrong.append(number(other))
      }
    case .duplicated, .missing: break
    }
    return Set(wrong.compactMap { $0 }).subtracting([right, 0])
  }
}

extension PlantedKind {
  /// Whether one number may have been written for the other, by any of the kinds.
  static func isMisprint(_ wrong: Int64, of right: Int64) -> Bool {
    if wrong == right || right == 0 || wrong == 0 { return false }
    if wrong == -right || wrong == right * 10 || wrong == right / 10 || wrong == right * 10_000 {
      return true
    }
    guard (wrong < 0) == (right < 0) else { return false }
    // Digits are looked at where their number says that they may fit: one of them apart, or two neighbours.
    var apart = max(wrong.magnitude, right.magnitude) - min(wrong.magnitude, right.magnitude)
    while apart % 10 == 0 { apart /= 10 }
    if apart > 81, right.magnitude < wrong.magnitude { return false }
    let (a, b) = (Array(String(wrong.magnitude).utf8), Array(String(right.magnitude).utf8))
    if a.count == b.count {
      let different = a.indices.filter { a[$0] != b[$0] }
      if different.count == 1 { return true }
      return different.count == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]]
        && a[different[1]] == b[different[0]]
    }
    guard a.count + 1 == b.count else { return false }
    return b.indices.contains { Array(b[..<$0] + b[($0 + 1)...]) == a }
  }
}

/// A sum that held until one error was planted in it.
struct PlantedSum {
  var total: SumCell
  var parts: [SumCell]
  /// Figures of other groups.
  var elsewhere: [SumCell]
  var culprit: Set<SumCell>

  /// nil where the error does not break the sum: rounding hides it, or a number does not take it.
  init?(_ kind: PlantedKind, inTotal: Bool, isRounded: Bool, _ random: inout SeededNumbers) {
    let decimals = isRounded ? Int.random(in: 0...2, using: &random) : 2
    func cell(_ label: String, _ units: Int64, weight: Int64 = 1) -> SumCell {
      SumCell(
        label: label, value: Fixed(units: units, decimals: decimals),
        decimals: isRounded ? decimals : nil, weight: weight)
    }
    // Amounts of every size, to 99,999,999.99; three more digits stand behind what is printed.
    let exact = (0..<Int.random(in: 3...40, using: &random)).map { _ in Self.amount(&random) }
    var printed = exact.map(Self.printed)
    let sum = exact.reduce(0, +)
    var whole = isRounded ? Self.printed(sum) : printed.reduce(0, +)
    elsewhere = (0..<60).map { cell("别处 \($0 + 1)", Self.printed(Self.amount(&random))) }
    let place = Int.random(in: printed.indices, using: &random)
    let taken = printed[place]
    switch (kind, inTotal) {
    case (.duplicated, false): printed.insert(taken, at: place)
    case (.missing, false):
      printed.remove(at: place)
      elsewhere.append(cell("别处 0", taken))
    case (.duplicated, true): whole += taken
    case (.missing, true): whole -= taken
    default:
      guard let wrong = kind.misprints(of: inTotal ? whole : taken).sorted().randomElement(using: &random)
      else { return nil }
      if inTotal { whole = wrong } else { printed[place] = wrong }
    }
    total = cell("合计", whole, weight: -1)
    parts = printed.enumerated().map { cell("分项 \($0 + 1)", $1) }
    culprit =
      inTotal
      ? [total]
      : kind == .missing
        ? [elsewhere[elsewhere.count - 1]]
        : kind == .duplicated ? [parts[place], parts[place + 1]] : [parts[place]]
    let outcome = try? SumCheck.compare(
      total: PrintedFigure(total.value, decimals: total.decimals),
      parts: parts.map { WeightedFigure(PrintedFigure($0.value, decimals: $0.decimals)) })
    guard case .broken? = outcome else { return nil }
  }

  private static func amount(_ random: inout SeededNumbers) -> Int64 {
    let size = (0..<Int.random(in: 5...10, using: &random)).reduce(Int64(100)) { size, _ in size * 10 }
    return Int64.random(in: size / 10..<size, using: &random)
  }

  private static func printed(_ exact: Int64) -> Int64 { (exact + 500) / 1000 }

  /// The cells that one error of some kind explains, found the long way round: every number that would make the sum
  /// hold is asked whether the cell's is a misprint of it.
  var fitting: Set<SumCell> {
    let difference = total.value.units - parts.reduce(0) { $0 + $1.value.units }
    func slack(_ cells: Int) -> Int64 { total.decimals == nil ? 0 : Int64(cells) / 2 }
    var fitting: Set<SumCell> = []
    for cell in [total] + parts {
      let wanted = cell.value.units + (cell.weight < 0 ? -difference : difference)
      let room = slack(parts.count + 1)
      let isMisprint = (wanted - room...wanted + room).contains { right in
        PlantedKind.isMisprint(cell.value.units, of: right)
      }
      if isMisprint { fitting.insert(cell) }
    }
    for part in parts {
      let (without, with) = (difference + part.value.units, difference - part.value.units)
      let isTwice = parts.count { $0.value == part.value } > 1
      if without.magnitude <= slack(parts.count) { fitting.formUnion(isTwice ? [part, total] : [total]) }
      if with.magnitude <= slack(parts.count + 2) { fitting.insert(total) }
    }
    for other in elsewhere where (difference - other.value.units).magnitude <= slack(parts.count + 2) {
      fitting.insert(other)
    }
    return fitting
  }
}

import Figures

/// What may have happened where a balance is broken and one cell alone explains it. A hint is a guess: it names
/// the cell to look at first, and nothing is corrected by it.
public struct Hint: Hashable, Sendable {
  /// In the order of how much they say: what fits by chance more easily comes later.
  public enum Cause: Hashable, Sendable {
    /// With the other sign, the sum holds.
    case wrongSign
    /// With the point moved by this many places, the sum holds: 1 is ten times as much, −2 a hundredth.
    case pointMoved(places: Int)
    /// 元 taken for 万元, or the reverse: with the point moved by four places, the sum holds.
    case unitMixedUp(places: Int)
    /// The sum has the same figure twice; with it once, the sum holds.
    case countedTwice
    /// The difference is this figure, which stands elsewhere: with it among the parts, the sum holds.
    case missing
    /// The difference is a figure of this sum: the total has it once too often.
    case totalHasTwice(Suspect)
    /// The difference is a figure of this sum: the total lacks it.
    case totalLacks(Suspect)
    /// The difference is this figure: once more, or without it, the sum holds.
    case onceMore, tooMuch
    /// With two neighbouring digits swapped, the sum holds.
    case digitsSwapped
    /// With one more digit, the sum holds.
    case digitDropped
    /// With one other digit, the sum holds; places count from the last digit, which is 1.
    case wrongDigit(place: Int)
  }

  public var cell: SumCell
  public var isTotal: Bool
  public var cause: Cause
  /// What the cell would have to be; nil where it is not its value that is wrong.
  public var corrected: Fixed?
  /// What is left of the difference, inside the rounding of all figures: the less, the likelier.
  var rest: UInt128

  /// Likelier kinds first; of the same kind the total, which every error of adding up ends in.
  func precedes(_ other: Hint) -> Bool { order < other.order }

  private var order: (Int, Int, Int, UInt128) { (likelihood, isTotal ? 0 : 1, rank, rest) }

  /// Two rows that are visibly the same; what a hand does now and then; what some cell fits by chance.
  private var likelihood: Int {
    switch cause {
    case .countedTwice: 0
    case .digitDropped, .wrongDigit: 2
    // Ten times as much is likelier than a tenth.
    case .pointMoved(1): 2
    default: 1
    }
  }

  private var rank: Int {
    switch cause {
    case .wrongSign: 0
    case .pointMoved(let places): places.magnitude == 1 ? 1 : 3
    case .unitMixedUp: 2
    case .countedTwice: 4
    case .totalHasTwice, .totalLacks: 5
    case .missing: 6
    case .digitsSwapped: 7
    case .onceMore, .tooMuch: 8
    case .digitDropped: 9
    case .wrongDigit: 10
    }
  }
}

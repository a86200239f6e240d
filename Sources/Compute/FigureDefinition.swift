import Definitions
import Figures

/// One published figure. The sum and the list of its rows come from here and nowhere else, so that they cannot
/// disagree.
public struct FigureDefinition: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// A sum or a count over rows.
    case rows(FigureRows)
    /// One figure in percent of another.
    case ratio(FigureRatio)
    /// A figure in percent of its own total over some of its keys.
    case share(FigureShare)
  }

  public var id: String
  public var title: String
  public var origin: Origin
  public var measure: Measure
  /// By what it can be asked for.
  public var keys: [String]
  /// The registers and models whose rows are behind it.
  public var tables: Set<String>
  /// Why its year before is never known; nil where it may be.
  public var noYearBefore: NoYearBefore?
  public var file: String
  public var line: Int

  /// The rows that it sums; nil for what is made of other figures.
  public var rows: FigureRows? { if case .rows(let rows) = origin { rows } else { nil } }

  /// Whether it is made of shares that add up to exactly 100 %.
  public var addsUpToWhole: Bool {
    if case .share(let share) = origin { share.adjustment == .largestRemainder } else { false }
  }

  /// Whether it is a ratio that is rounded half to even.
  public var isHalfToEven: Bool {
    if case .ratio(let ratio) = origin { ratio.rounding == .halfToEven } else { false }
  }

  /// What is wrong with a reference to one of these figures; nil when nothing is.
  public static func problem(
    with reference: FigureReference, among figures: [FigureDefinition]
  ) -> DefinitionError.Problem? {
    guard let figure = figures.first(where: { $0.id == reference.figure }) else {
      let suggestion = nearest(to: reference.figure, among: figures.map(\.id))
      return .unknownName(kind: .figure, name: reference.figure, suggestion: suggestion)
    }
    if let unknown = reference.assignments.first(where: { !figure.keys.contains($0.key) }) {
      let suggestion = nearest(to: unknown.key, among: figure.keys)
      return .unknownName(kind: .key, name: unknown.key, suggestion: suggestion)
    }
    if reference.aspect != .now, let reason = figure.noYearBefore {
      return reason.problem(with: "\(reference)")
    }
    return figure.rows == nil ? reference.growthOfShare : nil
  }
}

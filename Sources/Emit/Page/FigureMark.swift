import Figures

/// Where a number in a page comes from, and its exact value: what `<data>` says beside the printed text.
///
/// `data-figure` is the figure's id, with `.before`, `.change` or `.growth` where it is not this period's value;
/// `data-key` its keys, so that `income[publisher=183]` is a reference to the very figure. A number that is a
/// column of a row, and no figure, has `data-column` instead, and a sum of other cells that no figure states has
/// neither. `data-exact` is in fen for money, whole for counts,
/// in percent for shares; of a growth it is the fraction, change over the period before. `value`, which HTML asks
/// for, is the same in 元.
public struct FigureMark: Hashable, Sendable {
  enum Origin: Hashable, Sendable {
    case figure(FigureReference)
    case column(String)
    /// A sum of other cells of its row or column.
    case sum
  }

  let origin: Origin
  let exact: String
  let value: String
  let measure: Measure

  /// nil where the figure does not know which one it is, or has no value to state.
  init?(_ figure: FigureValue, _ aspect: FigureReference.Aspect) {
    guard var reference = figure.reference else { return nil }
    if aspect != .now { reference.aspect = aspect }
    let zero = Fixed(units: 0, decimals: 0)
    let (now, before) = (figure.now ?? zero, figure.before ?? zero)
    switch aspect {
    case .now:
      guard let now = figure.now else { return nil }
      self.init(.figure(reference), now, figure.measure)
    case .before:
      guard let before = figure.before else { return nil }
      self.init(.figure(reference), before, figure.measure)
    case .change:
      guard let difference = try? now.subtracting(before) else { return nil }
      self.init(.figure(reference), difference, figure.measure)
    case .growth:
      guard let change = try? Change(now: now, before: before), let growth = try? change.growth() else {
        return nil
      }
      self.init(
        origin: .figure(reference),
        exact: Self.exact(change.difference, figure.measure) + "/" + Self.exact(before, figure.measure),
        value: growth.description, .percent)
    }
  }

  init(_ origin: Origin, _ value: Fixed, _ measure: Measure) {
    self.init(origin: origin, exact: Self.exact(value, measure), value: value.description, measure)
  }

  private init(origin: Origin, exact: String, value: String, _ measure: Measure) {
    (self.origin, self.exact, self.value, self.measure) = (origin, exact, value, measure)
  }

  /// Fen for money given in 元; anything else as it is.
  private static func exact(_ value: Fixed, _ measure: Measure) -> String {
    switch measure {
    case .money: Fixed(units: value.units, decimals: value.decimals - 2).description
    case .count, .percent, .score: value.description
    }
  }

  /// The number as HTML.
  func html(_ text: String) -> String {
    "<data class=\"figure\" value=\"\(value)\"\(attributes) data-exact=\"\(exact)\">\(HTML.escaped(text))</data>"
  }

  private var attributes: String {
    switch origin {
    case .figure(let reference):
      let aspect = reference.aspect == .now ? "" : "." + reference.aspect.rawValue
      let keys = reference.assignments.map { "\($0.key)=\($0.values.joined(separator: "|"))" }
      let key = keys.isEmpty ? "" : " data-key=\"\(HTML.escaped(keys.joined(separator: ", ")))\""
      return " data-figure=\"\(HTML.escaped(reference.figure + aspect))\"\(key)"
    case .column(let column): return " data-column=\"\(HTML.escaped(column))\""
    case .sum: return ""
    }
  }
}

import Figures

/// Where a number in a page comes from, and its exact value: what `<data>` says beside the printed text.
///
/// `data-figure` is the figure's id, with `.before`, `.change` or `.growth` where it is not this period's value;
/// `data-key` its keys, so that `income[publisher=183]` is a reference to the very figure. A number that is a
/// column of a row, and no figure, has `data-column` instead, and a sum of other cells that no figure states has
/// neither. `data-exact` is in fen for money, whole for counts,
/// in percent for shares; of a growth it is the fraction, change over the period before. `value`, which HTML asks
/// for, is the same in 元.
///
/// An object: it goes through the cells of a table many times, and is looked into once.
public final class FigureMark: Sendable {
  enum Origin: Hashable, Sendable {
    case figure(FigureReference)
    case column(String)
    /// A sum of other cells of its row or column.
    case sum
  }

  private enum Number: Hashable, Sendable {
    case value(Fixed)
    case growth(Fixed, change: Fixed, before: Fixed)
  }

  let measure: Measure
  private let origin: Origin
  private let number: Number

  /// nil where the figure does not know which one it is, or has no value to state.
  convenience init?(_ figure: FigureValue, _ aspect: FigureReference.Aspect) {
    guard var reference = figure.reference else { return nil }
    if aspect != .now { reference.aspect = aspect }
    switch aspect {
    case .now:
      guard let now = figure.now else { return nil }
      self.init(.figure(reference), now, figure.measure)
    case .before:
      guard let before = figure.before else { return nil }
      self.init(.figure(reference), before, figure.measure)
    case .change:
      guard let change = try? figure.comparison else { return nil }
      self.init(.figure(reference), change.difference, figure.measure)
    case .growth:
      guard let change = try? figure.comparison, let growth = try? change.growth() else { return nil }
      let exact = { Self.exact($0, figure.measure) }
      let number = Number.growth(growth, change: exact(change.difference), before: exact(change.before))
      self.init(.figure(reference), number, .percent)
    }
  }

  convenience init(_ origin: Origin, _ value: Fixed, _ measure: Measure) {
    self.init(origin, .value(value), measure)
  }

  private init(_ origin: Origin, _ number: Number, _ measure: Measure) {
    (self.origin, self.number, self.measure) = (origin, number, measure)
  }

  /// Fen for money given in 元; anything else as it is.
  private static func exact(_ value: Fixed, _ measure: Measure) -> Fixed {
    switch measure {
    case .money: Fixed(units: value.units, decimals: value.decimals - 2)
    case .count, .percent, .score: value
    }
  }
}

extension FigureMark: Hashable {
  public static func == (a: FigureMark, b: FigureMark) -> Bool {
    (a.origin, a.number, a.measure) == (b.origin, b.number, b.measure)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(origin)
    hasher.combine(number)
    hasher.combine(measure)
  }
}

// MARK: - HTML

extension HTML {
  /// Adds a number in print, between tags that say where it comes from.
  mutating func append(_ mark: FigureMark, _ text: (inout HTML) -> Void) {
    self += "<data class=\"figure\" value=\""
    mark.appendValue(to: &self)
    mark.appendOrigin(to: &self)
    self += "\" data-exact=\""
    mark.appendExact(to: &self)
    self += "\">"
    text(&self)
    self += "</data>"
  }
}

extension FigureMark {
  fileprivate func appendValue(to html: inout HTML) {
    switch number {
    case .value(let value), .growth(let value, _, _): html.append(value)
    }
  }

  fileprivate func appendExact(to html: inout HTML) {
    switch number {
    case .value(let value): html.append(Self.exact(value, measure))
    case .growth(_, let change, let before):
      html.append(change)
      html += "/"
      html.append(before)
    }
  }

  /// Further attributes, the last of which is still open, as the one before them is.
  fileprivate func appendOrigin(to html: inout HTML) {
    switch origin {
    case .figure(let reference):
      html += "\" data-figure=\""
      html.append(reference.figure)
      if reference.aspect != .now { html.append("." + reference.aspect.rawValue) }
      for (index, key) in reference.assignments.enumerated() {
        html += index == 0 ? "\" data-key=\"" : ", "
        html.append(key.key)
        html += "="
        html.append(key.values.count == 1 ? key.values[0] : key.values.joined(separator: "|"))
      }
    case .column(let column):
      html += "\" data-column=\""
      html.append(column)
    case .sum: return
    }
  }
}

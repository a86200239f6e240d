import Compute
import Definitions
import Figures
import Foundation

/// A value of which only the data can say whether there is such a one.
struct OpenValue: Hashable, Sendable {
  var given: GivenValue
  var table: String
  var column: String
  /// It stands for all codes that begin with it.
  var isPrefix: Bool
}

/// The values that a folder's files give to keys and columns, held against what these can be: a misspelt one would leave
/// a figure empty, and its clause out of the notice, without a word.
struct FolderValues {
  private let figures: [FigureDefinition]
  private let possible: PossibleValues

  init(_ figures: [FigureDefinition], _ possible: PossibleValues) {
    (self.figures, self.possible) = (figures, possible)
  }

  /// Reports the values that cannot be, and returns those that only the data knows of.
  func check(_ problems: DefinitionProblems) -> [OpenValue] {
    var (seen, open): (Set<OpenValue>, [OpenValue]) = ([], [])
    for value in problems.given.flatMap(places) where seen.insert(value).inserted {
      guard let possible = possible.values(of: value.column, in: value.table) else {
        open.append(value)
        continue
      }
      let given = value.given
      // Of a shorter code what codes of such a length begin with.
      let known =
        value.isPrefix ? possible.union(possible.map { String($0.prefix(given.value.count)) }) : possible
      if known.contains(given.value) { continue }
      let near = value.isPrefix ? known.filter { $0.count == given.value.count } : known
      problems.report(Self.problem(given, among: near), file: given.file, line: given.line)
    }
    return open
  }

  /// The columns whose values it must be: those of the rows behind a figure, for a percentage on both sides.
  private func places(of given: GivenValue) -> [OpenValue] {
    guard case .figure(let id) = given.owner else {
      guard case .table(let table) = given.owner else { return [] }
      return [OpenValue(given: given, table: table, column: given.key, isPrefix: false)]
    }
    guard let figure = figures.first(where: { $0.id == id }) else { return [] }
    let parts =
      switch figure.origin {
      case .rows: [id]
      case .ratio(let ratio): [ratio.part.figure, ratio.whole.figure]
      case .share(let share): [share.part.figure]
      }
    return parts.compactMap { part in
      guard let rows = figures.first(where: { $0.id == part })?.rows, rows.keys.contains(given.key) else {
        return nil
      }
      let isPrefix = rows.prefixes[given.key, default: []].contains(given.value.count)
      return OpenValue(given: given, table: rows.from, column: given.key, isPrefix: isPrefix)
    }
  }

  /// With the nearest, or with all where they are few.
  private static func problem(_ given: GivenValue, among possible: Set<String>) -> DefinitionError.Problem {
    let sorted = possible.sorted()
    if let nearest = nearestValue(to: given.value, among: sorted) {
      return .other(
        "“\(given.key)”没有值“\(given.value)”，是否想写“\(nearest)”？",
        english: "'\(given.key)' is never '\(given.value)'; did you mean '\(nearest)'?")
    }
    let (some, more) = (sorted.prefix(12), sorted.count > 12)
    return .other(
      "“\(given.key)”没有值“\(given.value)”，可能的值：\(some.joined(separator: "、"))\(more ? "等" : "")",
      english:
        "'\(given.key)' is never '\(given.value)'; it can be \(some.joined(separator: ", "))\(more ? " …" : "")"
    )
  }
}

/// The nearest of some values; brackets and digits of another width count as the same.
func nearestValue(to value: String, among known: [String]) -> String? {
  func folded(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }
  let wanted = folded(value)
  if let same = known.first(where: { folded($0) == wanted }) { return same }
  // Of a single letter or digit every other one would be the nearest.
  return wanted.count > 1 ? nearest(to: wanted, among: known) : nil
}

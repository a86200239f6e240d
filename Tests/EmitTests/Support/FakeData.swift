import Emit
import Figures

/// The run's tables, made up for a test: models with their rows, and figures over lists of amounts.
struct FakeData: SheetData {
  struct Entry {
    var keys: [String: String]
    var fen: Int64
  }

  struct Figure {
    var keys: [String]
    var entries: [Entry]
    /// Keys in which a shorter code stands for all codes that begin with it.
    var prefixes: Set<String> = []
    var measure = Measure.money
    var before: [Entry]? = nil
  }

  var models: [String: [ResultRow]] = [:]
  /// Columns of models that have no rows.
  var emptyModels: [String: [String]] = [:]
  var figures: [String: Figure] = [:]
  /// Figures whose shares add up to 100 %.
  var wholeShares: Set<String> = []

  /// The names that a layout may use with this data.
  func names(publisher: String? = nil) -> LayoutNames {
    var names = LayoutNames(
      models: models.mapValues { $0.first?.columns ?? [] }.merging(emptyModels) { $1 },
      figures: figures.mapValues(\.keys),
      publisher: publisher.flatMap { models[$0]?.first?.columns } ?? [],
      measures: figures.mapValues(\.measure))
    names.wholeShares = wholeShares
    return names
  }

  func forEachRow(
    of model: String, where keys: [(column: String, value: Value)], _ body: (ResultRow) throws -> Void
  ) throws {
    for row in models[model] ?? [] where keys.allSatisfy({ row[$0.column] == $0.value }) { try body(row) }
  }

  func figure(_ reference: FigureReference, at rows: [ResultRow]) throws -> FigureValue {
    guard let figure = figures[reference.figure] else { throw UnknownFigure(reference: "\(reference)") }
    var wanted: [String: [String]] = [:]
    for row in rows {
      for key in figure.keys {
        if let value = row[key] { wanted[key] = [Self.text(value)] }
      }
    }
    for assignment in reference.assignments { wanted[assignment.key] = assignment.values }
    let decimals = figure.measure == .count ? 0 : 2
    func sum(_ entries: [Entry]) -> Fixed? {
      let found = entries.filter { entry in
        wanted.allSatisfy { key, values in
          values.contains {
            figure.prefixes.contains(key) ? entry.keys[key, default: ""].hasPrefix($0) : entry.keys[key] == $0
          }
        }
      }
      return found.isEmpty ? nil : Fixed(units: found.reduce(0) { $0 + $1.fen }, decimals: decimals)
    }
    return FigureValue(
      measure: figure.measure, now: sum(figure.entries), before: figure.before.flatMap(sum),
      isCompared: figure.before != nil)
  }

  func resolved(_ reference: FigureReference, at rows: [ResultRow]) -> FigureReference {
    var resolved = reference
    resolved.assignments = (figures[reference.figure]?.keys ?? []).compactMap { key in
      reference.assignments.last { $0.key == key }
        ?? rows.reversed().lazy.compactMap { $0[key] }.first.map { .init(key: key, values: [Self.text($0)]) }
    }
    return resolved
  }

  static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let integer): String(integer)
    case .text(let text): text
    }
  }
}

struct UnknownFigure: Error { var reference: String }

extension ResultRow {
  /// A row from texts; a whole number after `#` is an integer, an empty text is nothing.
  init(_ columns: [String], _ texts: [String]) {
    self.init(
      columns: columns,
      values: texts.map { text in
        if text.isEmpty { return .null }
        if text.hasPrefix("#"), let integer = Int64(text.dropFirst()) { return .integer(integer) }
        return .text(text)
      })
  }
}

/// A table written as text: columns in the first line, cells parted by commas.
func rows(_ table: String) -> [ResultRow] {
  let lines = table.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  return lines.dropFirst().map { ResultRow(lines[0], $0) }
}

import Figures

/// The numbers in a table that has its place: figures, and live formulas with the values that they give. What is
/// added up must be the published figure; if not, nothing is published.
struct TableValues {
  private let plan: TablePlan
  private let context: SheetContext
  /// The table's first column in its sheet, and each row's place.
  private let firstColumn: Int
  private let places: [Int]
  /// What is known by now, row by row.
  private var values: [Fixed??]

  init(_ plan: TablePlan, places: [Int], firstColumn: Int, in context: SheetContext) {
    self.plan = plan
    self.places = places
    self.firstColumn = firstColumn
    self.context = context
    values = Array(repeating: nil, count: plan.layout.columns.count * plan.rows.count)
  }

  /// What stands in a cell.
  mutating func content(_ row: Int, _ column: Int) throws -> GridCell.Content {
    guard plan.layout.isNumeric[column], let value = try value(row, column) else { return .empty }
    let number = context.number(value, in: plan.layout.columns[column])
    if case .ratio(let part, let whole, _) = plan.layout.columns[column].content {
      let formula = RatioFormula.percentage(place(row, part), of: place(row, whole), decimals: value.decimals)
      return .formula(formula, number)
    }
    let parts = try shares(row, column, adding: value) ?? parts(row, column)
    guard !parts.isEmpty, let formula = SumFormula.over(parts.map { place($0.row, $0.column) }) else {
      return .number(number)
    }
    return .formula(formula, number)
  }

  /// Where a cell's number comes from: its figure, or nothing but the cells that it adds up. nil where nothing asks.
  mutating func mark(_ row: Int, _ column: Int) throws -> FigureMark? {
    guard context.isTraced else { return nil }
    if let mark = try plan.mark(row, column, in: context) { return mark }
    guard let value = try value(row, column) else { return nil }
    for part in parts(row, column) {
      guard let measure = try mark(part.row, part.column)?.measure else { continue }
      let isMoney = measure == .money
      let sum = isMoney ? value.converted(from: context.layout.unit, to: .yuan) : value
      return FigureMark(.sum, sum, measure)
    }
    return nil
  }

  private mutating func value(_ row: Int, _ column: Int) throws -> Fixed? {
    let cell = row * plan.layout.columns.count + column
    if let value = values[cell] { return value }
    let value = try made(row, column)
    values[cell] = .some(value)
    return value
  }

  private mutating func made(_ row: Int, _ column: Int) throws -> Fixed? {
    if case .ratio(let part, let whole, _) = plan.layout.columns[column].content {
      return try ratio(part, whole, row, column)
    }
    let known = plan.rows[row].known[column]
    let parts = parts(row, column)
    if parts.isEmpty { return known.value }
    var summands: [Fixed] = []
    for part in parts {
      if let value = try value(part.row, part.column) { summands.append(value) }
    }
    let sum: Fixed?
    do {
      sum = try Fixed.sum(summands)
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: place(row, column).name)
    }
    if case .figure(let figure) = known { try check(sum, is: figure, row, column) }
    return sum
  }

  /// One cell of the row in percent of another; none where that is empty, zero or below.
  private mutating func ratio(_ part: Int, _ whole: Int, _ row: Int, _ column: Int) throws -> Fixed? {
    let known = plan.rows[row].known[column]
    let (part, whole) = (try value(row, part), try value(row, whole))
    let ratio: Fixed?
    do {
      ratio = try Fixed.percentage(
        part, of: whole, decimals: plan.layout.columns[column].decimals(of: known))
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: place(row, column).name)
    }
    if known != .nothing, known.value != ratio { throw unequal(ratio, known.value, row, column) }
    return ratio
  }

  /// The cells that a cell adds up: rows below it or named by it; else, in a column of sums, other columns. None
  /// where one of them is a share.
  private func parts(_ row: Int, _ column: Int) -> [(row: Int, column: Int)] {
    guard plan.layout.isNumeric[column] else { return [] }
    var parts: [(row: Int, column: Int)] = []
    if let summands = plan.rows[row].summands {
      parts = summands.map { ($0, column) }
    } else if case .sum(let columns, _) = plan.layout.columns[column].content {
      parts = columns.map { (row, $0) }
    }
    if parts.isEmpty { return [] }
    return ([(row, column)] + parts).contains { isShare($0, $1) } ? [] : parts
  }

  /// The shares of a total that is just their sum: 100 % of a table whose rows are all of its parts. nil elsewhere: the
  /// shares that each unit has do not add up to that of all units.
  private mutating func shares(
    _ row: Int, _ column: Int, adding total: Fixed
  ) throws -> [(row: Int, column: Int)]? {
    guard plan.layout.columns[column].isWhole, isShare(row, column), let summands = plan.rows[row].summands,
      summands.count > 1
    else { return nil }
    let values = try summands.compactMap { try value($0, column) }
    guard let sum = try? Fixed.sum(values), sum == total else { return nil }
    return summands.map { ($0, column) }
  }

  private func isShare(_ row: Int, _ column: Int) -> Bool {
    if case .share = plan.rows[row].known[column] { true } else { false }
  }

  private func check(_ sum: Fixed?, is figure: Fixed?, _ row: Int, _ column: Int) throws {
    let zero = Fixed(units: 0, decimals: 0)
    guard (sum ?? zero) != (figure ?? zero) else { return }
    throw unequal(sum, figure, row, column)
  }

  private func unequal(_ sum: Fixed?, _ figure: Fixed?, _ row: Int, _ column: Int) -> GridError {
    let planned = plan.rows[row]
    let label = planned.label ?? plan.layout.label(of: planned.row) ?? ""
    return .unequal(
      sheet: context.sheet, cell: place(row, column).name, label: label, figure: figure, sum: sum)
  }

  private func place(_ row: Int, _ column: Int) -> CellPlace {
    CellPlace(row: places[row], column: firstColumn + column)
  }
}

extension TableLayout {
  /// What a model's row is called.
  func label(of row: ResultRow?) -> String? {
    guard let row, case .text(let name) = columns[nameColumn].content else { return nil }
    return row[name]?.printed
  }
}

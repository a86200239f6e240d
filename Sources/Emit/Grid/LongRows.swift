import Figures

/// Makes the rows of a long list. Its columns' styles and parts are the same in every row and are found out once, and so
/// is the row itself: only what stands in its cells is exchanged.
struct LongRows {
  private let layout: TableLayout
  private let context: SheetContext
  private let looks: [NumberLook]
  /// The columns, those that add up others after their parts.
  private let order: [Int]
  /// The columns that lead somewhere, and those with colours.
  private let links: [(column: Int, layout: LinkLayout)]
  private let colors: [(column: Int, layout: ColorLayout)]
  private var places: ColumnPlaces
  private var known: [PlannedRow.Known]
  private(set) var sums: [RunningSum]
  /// The present row.
  private(set) var row: GridRow

  init(_ layout: TableLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    let columns = layout.columns
    places = ColumnPlaces(columns)
    known = Array(repeating: .nothing, count: columns.count)
    sums = columns.map { _ in RunningSum() }
    let empty = PlannedRow(
      kind: .body(level: 1), row: ResultRow(columns: [], values: []), isBold: layout.rows[0].isBold,
      indent: layout.rows[0].indent, known: known)
    looks = columns.map(context.look(of:))
    links = columns.enumerated().compactMap { index, column in column.link.map { (index, $0) } }
    colors = columns.enumerated().compactMap { index, column in column.colors.map { (index, $0) } }
    let cells = columns.indices.map { index in
      GridCell(.empty, TableCell.cell(layout, index, empty, number: .empty)?.style ?? GridStyle(.text))
    }
    row = GridRow(.body(level: 1), cells)
    var order: [Int] = []
    func add(_ index: Int) {
      if order.contains(index) { return }
      columns[index].operands.forEach(add)
      order.append(index)
    }
    columns.indices.forEach(add)
    self.order = order
  }

  /// Goes on to a row of the model, which comes to stand at the place, and adds its numbers to the sums.
  mutating func take(_ source: ResultRow, at place: Int, charts: [Int]) throws {
    places.find(in: source)
    row.charts = charts
    for index in order {
      try fill(index, source, at: place)
      if let value = known[index].value { try add(value, to: index, at: place) }
    }
    for (column, layout) in links { try lead(column, layout, source) }
    for (column, layout) in colors {
      let fill = layout.fill(at: [source], text: row.cells[column]?.text ?? "")
      row.cells[column]?.style.fill = fill
    }
    guard context.isTraced else { return }
    let marks = try TablePlan.marks(layout, layout.rows[0], at: source, context)
    for index in order { row.cells[index]?.mark = marks[index] }
  }

  private mutating func lead(_ column: Int, _ layout: LinkLayout, _ source: ResultRow) throws {
    let target = try context.link(layout, at: source)
    row.cells[column]?.link = nil
    row.cells[column]?.style.isLink = false
    row.cells[column]?.lead(to: target)
  }

  /// Puts into a cell what the row has for it; it remains where it is, a cell being a large value to copy.
  private mutating func fill(_ index: Int, _ source: ResultRow, at place: Int) throws {
    switch layout.columns[index].content {
    case .label: return
    case .text:
      guard let text = places.value(of: index, in: source)?.printed, !text.isEmpty else {
        return clear(index)
      }
      row.cells[index]?.content = .text(text)
    case .amount(let name):
      known[index] = .figure(try context.amount(places.value(of: index, in: source), of: name))
      show(index)
    case .figure:
      known[index] = try TablePlan.known(layout.columns[index], layout.rows[0], at: source, context)
      show(index)
    case .sum(let parts, let checked):
      known[index] = .figure(try sum(of: parts, at: index, place))
      if checked != nil { try check(index, source, at: place) }
      show(index, SumFormula.over(parts.map { CellPlace(row: place, column: $0) }))
    case .ratio(let part, let whole, let checked):
      show(index, try ratio(part, of: whole, isChecked: checked != nil, index, source, at: place))
    }
  }

  /// Shows a column's number; nothing where there is none.
  private mutating func show(_ index: Int) {
    guard let number = number(index) else { return clear(index) }
    row.cells[index]?.content = .number(number)
  }

  /// The same as what a formula gives; nothing without one.
  private mutating func show(_ index: Int, _ formula: String?) {
    guard let formula, let number = number(index) else { return clear(index) }
    row.cells[index]?.content = .formula(formula, number)
  }

  private mutating func clear(_ index: Int) { row.cells[index]?.content = .empty }

  private func number(_ index: Int) -> GridNumber? { known[index].value.map(looks[index].number) }

  /// The formula of a percentage, whose value is known then; nil where there is none.
  private mutating func ratio(
    _ part: Int, of whole: Int, isChecked: Bool, _ index: Int, _ row: ResultRow, at place: Int
  ) throws -> String? {
    let column = layout.columns[index]
    let figure =
      isChecked ? try TablePlan.known(column, layout.rows[0], at: row, context) : .nothing
    let decimals = column.decimals(of: figure)
    let ratio: Fixed?
    do {
      ratio = try Fixed.percentage(known[part].value, of: known[whole].value, decimals: decimals)
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: CellPlace(row: place, column: index).name)
    }
    known[index] = .share(ratio)
    if isChecked, figure.value != ratio { throw unequal(figure.value, index, row, at: place) }
    if ratio == nil { return nil }
    return RatioFormula.percentage(
      CellPlace(row: place, column: part), of: CellPlace(row: place, column: whole), decimals: decimals)
  }

  private func sum(of parts: [Int], at index: Int, _ place: Int) throws -> Fixed? {
    do {
      return try Fixed.sum(parts.compactMap { known[$0].value })
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: CellPlace(row: place, column: index).name)
    }
  }

  private func check(_ index: Int, _ row: ResultRow, at place: Int) throws {
    let figure = try TablePlan.known(layout.columns[index], layout.rows[0], at: row, context).value
    let zero = Fixed(units: 0, decimals: 0)
    if (figure ?? zero) == (known[index].value ?? zero) { return }
    throw unequal(figure, index, row, at: place)
  }

  private func unequal(_ figure: Fixed?, _ index: Int, _ row: ResultRow, at place: Int) -> GridError {
    .unequal(
      sheet: context.sheet, cell: CellPlace(row: place, column: index).name,
      label: layout.label(of: row) ?? "", figure: figure, sum: known[index].value)
  }

  private mutating func add(_ value: Fixed, to index: Int, at place: Int) throws {
    if case .share = known[index] { sums[index].isShare = true }
    do {
      try sums[index].add(value)
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: CellPlace(row: place, column: index).name)
    }
  }
}

/// A column's sum on its way; nil as long as nothing was there.
struct RunningSum {
  var value: Fixed?
  var isShare = false

  mutating func add(_ next: Fixed) throws { value = try value?.adding(next) ?? next }
}

import Figures

/// Makes the rows of a long list. Its columns' styles and parts are the same in every row and are found out once, and so
/// is the row itself: only what stands in its cells is exchanged.
struct LongRows {
  private let layout: TableLayout
  private let context: SheetContext
  private let looks: [NumberLook]
  /// The columns, those that add up others after their parts.
  private let order: [Int]
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
      let content = try content(of: index, source, at: place)
      row.cells[index]?.content = content
      try decorate(index, source)
      if let value = known[index].value { try add(value, to: index, at: place) }
    }
    guard context.isTraced else { return }
    let marks = try TablePlan.marks(layout, layout.rows[0], at: source, context)
    for index in order { row.cells[index]?.mark = marks[index] }
  }

  /// A cell's link and colour.
  private mutating func decorate(_ index: Int, _ source: ResultRow) throws {
    if let link = layout.columns[index].link {
      let target = try context.link(link, at: source)
      row.cells[index]?.link = nil
      row.cells[index]?.style.isLink = false
      row.cells[index]?.lead(to: target)
    }
    if let colors = layout.columns[index].colors {
      let fill = colors.fill(at: [source], text: row.cells[index]?.text ?? "")
      row.cells[index]?.style.fill = fill
    }
  }

  private mutating func content(of index: Int, _ row: ResultRow, at place: Int) throws -> GridCell.Content {
    switch layout.columns[index].content {
    case .label: return .empty
    case .text:
      guard let text = places.value(of: index, in: row)?.printed, !text.isEmpty else { return .empty }
      return .text(text)
    case .amount(let name):
      known[index] = .figure(try context.amount(places.value(of: index, in: row), of: name))
    case .figure: known[index] = try TablePlan.known(layout.columns[index], layout.rows[0], at: row, context)
    case .sum(let parts, let checked):
      known[index] = .figure(try sum(of: parts, at: index, place))
      if checked != nil { try check(index, row, at: place) }
      guard let value = known[index].value,
        let formula = SumFormula.over(parts.map { CellPlace(row: place, column: $0) })
      else { return .empty }
      return .formula(formula, looks[index].number(value))
    case .ratio(let part, let whole, let checked):
      return try ratio(part, of: whole, isChecked: checked != nil, index, row, at: place)
    }
    guard let value = known[index].value else { return .empty }
    return .number(looks[index].number(value))
  }

  private mutating func ratio(
    _ part: Int, of whole: Int, isChecked: Bool, _ index: Int, _ row: ResultRow, at place: Int
  ) throws -> GridCell.Content {
    let column = layout.columns[index]
    let figure =
      isChecked ? try TablePlan.known(column, layout.rows[0], at: row, context) : .nothing
    let decimals = column.decimals(of: figure)
    let ratio: Fixed?
    do {
      ratio = try RatioFormula.value(known[part].value, of: known[whole].value, decimals: decimals)
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: CellPlace(row: place, column: index).name)
    }
    known[index] = .share(ratio)
    if isChecked, figure.value != ratio { throw unequal(figure.value, index, row, at: place) }
    guard let ratio else { return .empty }
    let formula = RatioFormula.percentage(
      CellPlace(row: place, column: part), of: CellPlace(row: place, column: whole), decimals: decimals)
    return .formula(formula, looks[index].number(ratio))
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

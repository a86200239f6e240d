import Figures

/// Makes the rows of a long list. Its columns' styles and parts are the same in every row and are found out once.
struct LongRows {
  private let layout: TableLayout
  private let context: SheetContext
  private let styles: [GridStyle]
  /// The columns, those that add up others after their parts.
  private let order: [Int]
  private var known: [PlannedRow.Known]
  private(set) var sums: [RunningSum]

  init(_ layout: TableLayout, _ context: SheetContext) {
    self.layout = layout
    self.context = context
    let columns = layout.columns
    known = Array(repeating: .nothing, count: columns.count)
    sums = columns.map { _ in RunningSum() }
    let empty = PlannedRow(
      kind: .body(level: 1), row: ResultRow(columns: [], values: []), isBold: layout.rows[0].isBold,
      indent: layout.rows[0].indent, known: known)
    styles = columns.indices.map { index in
      TableCell.cell(layout, index, empty, number: .empty)?.style ?? GridStyle(.text)
    }
    var order: [Int] = []
    func add(_ index: Int) {
      if order.contains(index) { return }
      columns[index].operands.forEach(add)
      order.append(index)
    }
    columns.indices.forEach(add)
    self.order = order
  }

  /// A row's cells at its place, its numbers added to the sums.
  mutating func cells(of row: ResultRow, at place: Int) throws -> [GridCell?] {
    var cells = [GridCell?](repeating: nil, count: styles.count)
    let marks = try TablePlan.marks(layout, layout.rows[0], at: row, context)
    for index in order {
      var cell = GridCell(try content(of: index, row, at: place), styles[index])
      if let link = layout.columns[index].link { cell.lead(to: try context.link(link, at: row)) }
      if let colors = layout.columns[index].colors {
        cell.style.fill = colors.fill(at: [row], text: cell.text)
      }
      if !marks.isEmpty { cell.mark = marks[index] }
      cells[index] = cell
      if let value = known[index].value { try add(value, to: index, at: place) }
    }
    return cells
  }

  private mutating func content(of index: Int, _ row: ResultRow, at place: Int) throws -> GridCell.Content {
    switch layout.columns[index].content {
    case .label: return .empty
    case .text(let name):
      guard let text = row[name]?.printed, !text.isEmpty else { return .empty }
      return .text(text)
    case .amount(let name): known[index] = .figure(try context.amount(name, of: row))
    case .figure: known[index] = try TablePlan.known(layout.columns[index], layout.rows[0], at: row, context)
    case .sum(let parts, let checked):
      known[index] = .figure(try sum(of: parts, at: index, place))
      if checked != nil { try check(index, row, at: place) }
      guard let value = known[index].value,
        let formula = SumFormula.over(parts.map { CellPlace(row: place, column: $0) })
      else { return .empty }
      return .formula(formula, context.number(value, in: layout.columns[index]))
    case .ratio(let part, let whole, let checked):
      return try ratio(part, of: whole, isChecked: checked != nil, index, row, at: place)
    }
    guard let value = known[index].value else { return .empty }
    return .number(context.number(value, in: layout.columns[index]))
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
    return .formula(formula, context.number(ratio, in: column))
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

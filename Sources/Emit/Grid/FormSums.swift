import Figures

/// The live sums of a form, made when its lines have their places on the sheet.
struct FormSums {
  let context: SheetContext
  /// The row of the sheet, from 0, in which each line begins.
  let places: [Int]

  func fill(_ lines: inout [FormLine]) throws {
    let summands = summands(of: lines)
    for (index, line) in lines.enumerated() {
      for (cell, layout) in line.layouts.enumerated() {
        guard case .sum(let ids, let checked, let most) = layout.content else { continue }
        let parts = ids.flatMap { summands[$0] ?? [] }
        let place = CellPlace(row: places[index], column: line.cells[cell].column)
        guard let (formula, value) = try sum(parts, most: most, at: place) else { continue }
        try check(value, checked, at: place)
        let number = context.number(value, decimals: layout.decimals)
        lines[index].cells[cell].cell.content = .formula(formula, number)
        if let checked { lines[index].cells[cell].cell.mark = try context.mark(checked) }
      }
    }
  }

  /// Cells that are still empty are in the formula too: what is typed into them later counts.
  private func summands(of lines: [FormLine]) -> [String: [(place: CellPlace, value: Fixed?)]] {
    var summands: [String: [(place: CellPlace, value: Fixed?)]] = [:]
    for (line, row) in zip(lines, places) {
      for (cell, layout) in zip(line.cells, line.layouts) {
        guard let id = layout.id else { continue }
        summands[id, default: []].append((CellPlace(row: row, column: cell.column), cell.cell.value))
      }
    }
    return summands
  }

  /// nil where there is nothing to add up.
  private func sum(
    _ parts: [(place: CellPlace, value: Fixed?)], most column: String?, at place: CellPlace
  ) throws -> (formula: String, value: Fixed)? {
    guard let formula = SumFormula.over(parts.map(\.place)) else { return nil }
    let sum: Fixed?
    do {
      sum = try Fixed.sum(parts.compactMap(\.value))
    } catch {
      throw GridError.overflow(sheet: context.sheet, cell: place.name)
    }
    guard let sum else { return nil }
    let found = column.flatMap { column in context.rows.reversed().lazy.compactMap { $0[column] }.first }
    guard case .integer(let units)? = found else { return (formula, sum) }
    let most = Fixed(units: units, decimals: 2)
    return ("MIN(\(formula),\(most))", min(sum, most))
  }

  private func check(_ value: Fixed, _ reference: FigureReference?, at place: CellPlace) throws {
    guard let reference else { return }
    let figure = try context.figure(reference).value
    if figure == value { return }
    throw GridError.unequal(
      sheet: context.sheet, cell: place.name, label: reference.figure, figure: figure, sum: value)
  }
}

import Figures

/// Reads a column's cells into values: what is missing, what is required, what is of another type.
final class TypeCheck {
  private let field: Field
  private let reader: CellReader
  let missing: TextSet
  private let emptyIsMissing: Bool
  private let isRequired: Bool
  /// Which short way a cell may take.
  private enum Way { case text, number, date, none }
  private let way: Way
  private let number: NumberCell

  init(_ field: Field) {
    self.field = field
    reader = CellReader(field)
    missing = TextSet(field.missingValues.filter { !$0.isEmpty })
    emptyIsMissing = field.missingValues.contains("")
    isRequired = field.constraints.required
    number = NumberCell(field)
    switch field.type {
    case .string where field.format == "default", .any: way = .text
    case .number where reader.isPlainNumber, .integer: way = .number
    case .date where field.format == "default" || field.format == "any": way = .date
    default: way = .none
    }
  }

  /// Fills `column.values`; a target's further columns lie in `targets`, as many a row as
  /// `TargetCells` has.
  func read(_ column: CheckedColumn, targets: UnsafeMutablePointer<RowBatch.Cell>?) {
    let decimals = field.type == .integer ? 0 : field.storedDecimals
    for row in 0..<column.count {
      let span = column.block.span(row, column.cell)
      let text = column.block.text(span)
      if span.length == 0 ? emptyIsMissing || span.isCondemned : !missing.isEmpty && missing.contains(text) {
        if span.isCondemned {
          column.values[row &* column.stride] = .nothing
        } else {
          setMissing(column, row)
        }
        continue
      }
      switch way {
      case .text: column.values[row &* column.stride] = RowBatch.Cell(span)
      case .number:
        if let units = NumberText.readPlain(text, decimals: decimals), number.isFineEnough(units) {
          column.values[row &* column.stride] = RowBatch.Cell(integer: units)
        } else {
          readSlowly(column, row, targets)
        }
      case .date where CalendarDate.isISO(text): column.values[row &* column.stride] = RowBatch.Cell(span)
      case .date, .none: readSlowly(column, row, targets)
      }
    }
  }

  private func setMissing(_ column: CheckedColumn, _ row: Int) {
    column.values[row &* column.stride] = .nothing
    if isRequired { column.report(.required, row) }
  }

  private func readSlowly(
    _ column: CheckedColumn, _ row: Int, _ targets: UnsafeMutablePointer<RowBatch.Cell>?
  ) {
    let index = row &* column.stride
    column.values[index] = .nothing
    switch reader.read(column.block.text(row, column.cell)) {
    case .empty: setMissing(column, row)
    case .asWritten: column.values[index] = RowBatch.Cell(column.block.span(row, column.cell))
    case .text(let text): column.values[index] = column.rewritten.add(text)
    case .integer(let integer): column.values[index] = RowBatch.Cell(integer: integer)
    case .target(let target):
      column.values[index] = RowBatch.Cell(column.block.span(row, column.cell))
      if let targets { store(target, at: targets + TargetCells.endings.count * row, column.rewritten) }
    case .wrong(let code): reportWrong(code, column, row)
    }
  }

  private func store(
    _ target: TargetCells, at cells: UnsafeMutablePointer<RowBatch.Cell>, _ rewritten: RewrittenTexts
  ) {
    cells[0] = target.comparison.map(rewritten.add) ?? .nothing
    cells[1] = target.value.map(RowBatch.Cell.init(integer:)) ?? .nothing
    cells[2] = target.unit.map(rewritten.add) ?? .nothing
    cells[3] = target.high.map(RowBatch.Cell.init(integer:)) ?? .nothing
  }

  private func reportWrong(_ code: FindingCode, _ column: CheckedColumn, _ row: Int) {
    column.report(code, row) { [field] facts in
      facts.arguments["type"] = field.type.rawValue
      facts.arguments["unit"] = field.unit
      facts.arguments["format"] = field.format
      if field.type == .boolean {
        facts.arguments["true"] = Self.words(field.trueValues)
        facts.arguments["false"] = Self.words(field.falseValues)
      }
      if [.date, .datetime].contains(field.type) {
        facts.arguments["date"] = facts.found.flatMap(CalendarDate.day(ofSerial:))
      }
      if field.type == .number { facts.arguments["decimals"] = String(max(0, field.decimals)) }
    }
  }

  /// `是、有、true、1`: words that differ in their capitals are said once.
  private static func words(_ words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0.lowercased()).inserted }.joined(separator: "、")
  }
}

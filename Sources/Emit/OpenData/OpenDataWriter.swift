import Figures

/// Writes a table's file cell by cell: UTF-8, LF, a header of the fields' names, values exactly as they are.
public struct OpenDataWriter: ~Copyable {
  private let table: OpenDataTable
  private let rules: [OpenDataCell.Rule]
  private var file: OutputFile
  private var rows = 0
  /// The row on its way, which goes straight to what the file has to write.
  private var line: CSVLine
  private var cells = 0
  private var isFit = true
  private var isEmpty = true

  public init(_ table: OpenDataTable, to path: String) throws(EmitError) {
    self.table = table
    rules = table.fields.map(OpenDataCell.Rule.init)
    file = try OutputFile(creating: path)
    line = CSVLine(in: file.pending)
    for field in table.fields { line.append(field.name) }
    line.end(.lf)
  }

  /// The row's next cell.
  public mutating func append(_ cell: OpenDataCell) {
    isFit = isFit && cells < rules.count && rules[cells].allows(cell)
    isEmpty = isEmpty && cell.isEmpty
    cells += 1
    switch cell {
    case .missing: line.appendNothing()
    case .text(let text): if text.isEmpty { line.appendEmptyText() } else { line.append(text) }
    case .integer(let integer): line.append(Fixed(units: integer, decimals: 0))
    case .number(let number): line.append(number)
    }
  }

  /// Writes the row. Throws for one that does not fit the fields, and for one without any value, which the standard
  /// calls an error.
  public mutating func endRow() throws(EmitError) {
    rows += 1
    guard isFit, cells == rules.count, !isEmpty else { throw .unfitRow(table: table.name, row: rows + 1) }
    line.end(.lf)
    try file.writeWhenMuch()
    (cells, isFit, isEmpty) = (0, true, true)
  }

  /// How many bytes the file has.
  public consuming func finish() throws(EmitError) -> Int { try file.finish() }
}

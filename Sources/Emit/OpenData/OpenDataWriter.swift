import Figures

/// Writes a table's file row by row: UTF-8, LF, a header of the fields' names, values exactly as they are.
public struct OpenDataWriter: ~Copyable {
  private let table: OpenDataTable
  private var file: OutputFile
  private var rows = 0

  public init(_ table: OpenDataTable, to path: String) throws(EmitError) {
    var file = try OutputFile(creating: path)
    try file.write(CSVLine.bytes(table.fields.map(\.name), end: .lf))
    self.table = table
    self.file = file
  }

  /// Throws for a row that does not fit the fields, and for one without any value, which the standard calls an error.
  public mutating func write(_ cells: [OpenDataCell]) throws(EmitError) {
    rows += 1
    guard cells.count == table.fields.count, zip(cells, table.fields).allSatisfy({ $0.fits($1) }),
      !cells.allSatisfy(\.isEmpty)
    else {
      throw .unfitRow(table: table.name, row: rows + 1)
    }
    var line = CSVLine()
    for cell in cells {
      switch cell {
      case .missing: line.append("")
      case .text(""): line.appendEmptyText()
      case .text(let text): line.append(text)
      case .integer(let integer): line.append(String(integer))
      case .number(let number): line.append(number.description)
      }
    }
    try file.write(line.ended(.lf))
  }

  /// How many bytes the file has.
  public consuming func finish() throws(EmitError) -> Int { try file.finish() }
}

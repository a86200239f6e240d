import Figures

/// Writes a model's rows as a table of open data. Where the columns stand in the rows is found out once.
public struct OpenDataRows: ~Copyable {
  private let columns: [OpenDataDefinition.Column]
  private var writer: OpenDataWriter
  private var head: ResultHead?
  /// The columns' places in rows of this head; nil for figures, and for what the rows do not have.
  private var places: [Int?] = []

  public init(_ definition: OpenDataDefinition, to path: String) throws(EmitError) {
    columns = definition.columns
    writer = try OpenDataWriter(definition.table, to: path)
  }

  /// Writes one line; `figure` gives a figure at the row.
  public mutating func write(_ row: ResultRow, figure: (FigureReference) throws -> FigureValue) throws {
    if head !== row.head { find(row.head) }
    for index in columns.indices {
      switch columns[index].content {
      case .column(_, let form): writer.append(form.cell(places[index].map { row[place: $0] } ?? .null))
      case .figure(let reference):
        writer.append(try figure(reference).now.map(OpenDataCell.number) ?? .missing)
      }
    }
    try writer.endRow()
  }

  private mutating func find(_ head: ResultHead) {
    self.head = head
    places = columns.map { column in
      if case .column(let name, _) = column.content { head.place(of: name) } else { nil }
    }
  }

  /// How many bytes the file has.
  public consuming func finish() throws(EmitError) -> Int { try writer.finish() }
}

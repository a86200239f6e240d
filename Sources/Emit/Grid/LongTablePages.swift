/// Where a long list's next row goes: on which sheet, in which row; and where the list's rows stand.
struct LongTablePages {
  let name: String
  let limit: Int
  /// Whether the list goes on on further sheets.
  let goesOn: Bool
  let header: [GridRow]
  /// The next row of the sheet, from 0.
  private(set) var row = 0
  private var sheet = 1
  private var isNew = false
  /// The list's rows on each sheet.
  private var listed: [(sheet: String, rows: Range<Int>)] = []

  init(name: String, limit: Int, goesOn: Bool, header: [GridRow]) {
    self.name = name
    self.limit = limit
    self.goesOn = goesOn
    self.header = header
  }

  var hasList: Bool { !listed.isEmpty }

  /// Turns to a further sheet when this one is full: the next row's place is known before it is made.
  mutating func makeRoom() throws {
    guard row >= limit else { return }
    guard goesOn else { throw GridError.tooManyRows(sheet: name, limit: limit) }
    sheet += 1
    row = header.count
    isNew = true
  }

  mutating func add(_ next: GridRow, isListed: Bool = false, _ body: (GridRow) throws -> Void) throws {
    try makeRoom()
    if isNew {
      isNew = false
      for (index, header) in header.enumerated() {
        var header = header
        header.startsSheet = index == 0
        try body(header)
      }
    }
    if isListed { list(row) }
    try body(next)
    row += 1
  }

  private mutating func list(_ row: Int) {
    let current = SheetName.further(name, sheet)
    if let last = listed.indices.last, listed[last].sheet == current {
      listed[last].rows = listed[last].rows.lowerBound..<row + 1
    } else {
      listed.append((current, row..<row + 1))
    }
  }

  /// A column's cells in the list, as ranges in formulas of the present sheet.
  func ranges(column: Int) -> [String] {
    let current = SheetName.further(name, sheet)
    return listed.map { page in
      let other = page.sheet == current ? nil : page.sheet
      return SumFormula.range(
        CellPlace(sheet: other, row: page.rows.lowerBound, column: column),
        CellPlace(row: page.rows.upperBound - 1, column: column))
    }
  }
}

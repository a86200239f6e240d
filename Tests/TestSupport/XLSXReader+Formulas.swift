extension XLSXReader {
  /// How many cells hold a formula.
  public var formulas: Int {
    sheets.reduce(0) { $0 + $1.cells.values.count { $0.formula != nil } }
  }

  /// Cells whose formula does not come, within 10^-6, to the value that this file brings along, as
  /// `表!A2: 3.01 published, 3 recalculated`.
  public func differences(from recalculated: XLSXReader) -> [String] {
    sheets.flatMap { sheet in
      sheet.cells.sorted { $0.key < $1.key }.compactMap { name, cell -> String? in
        guard cell.formula != nil else { return nil }
        let other = recalculated[sheet.name]?.cells[name]
        if let a = cell.number, let b = other?.number, other?.formula != nil, abs(a - b) <= 1e-6 {
          return nil
        }
        return "\(sheet.name)!\(name): \(cell.value) published, \(other?.value ?? "nothing") recalculated"
      }
    }
  }
}

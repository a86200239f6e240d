import Figures

/// A printed figure as a row of a register has it, and what it takes to judge it and to name it.
struct PrintedRow {
  var label: String
  var weight: Int64 = 1
  /// What it stands for: within its rounding, or exactly.
  var figure: PrintedFigure
  /// How many decimals are printed, of exact figures too.
  var decimals: Int?
  /// Whether it has more digits than the decimals that it says it has.
  var hasTooManyDigits = false
  var claim: FigureReference?
  var place: SourceLocation?
  var unit: String?
  var row: ResultRow

  /// The number as it is printed, with its zeros.
  var text: String { printed(figure.value) }

  /// As printed, without its sign.
  var size: String { printed((try? figure.value.absolute()) ?? figure.value) }

  private func printed(_ number: Fixed) -> String {
    guard let decimals, !hasTooManyDigits else { return Self.text(number) }
    return NumberFormat(decimals: decimals).string(number)
  }

  static func text(_ number: Fixed) -> String {
    NumberFormat(decimals: number.decimals, keepsTrailingZeros: false).string(number)
  }
}

extension PrintedRow {
  /// In a sum; a total counts against the parts, −1 times.
  func cell(times factor: Int64 = 1) -> SumCell {
    let shown = hasTooManyDigits ? nil : decimals.flatMap { try? figure.value.rescaled(to: $0) }
    return SumCell(
      label: label, place: place, value: shown ?? figure.value, decimals: figure.decimals,
      weight: weight &* factor)
  }

  /// `（2025/printed.csv 第 4 行）`, without the file when it is the one before; empty where it is not known.
  func row(after file: String?) -> String {
    guard let place, let row = place.row else { return "" }
    return place.file == file ? "（第 \(row) 行）" : "（\(place.file) 第 \(row) 行）"
  }
}

extension BalanceSide {
  /// The row's figure; nil where its cell is empty. `unit` is the check's, where the row names none.
  func printed(in row: ResultRow, unit checkUnit: String?, _ context: CheckContext) -> PrintedRow? {
    guard case .integer(let value)? = row["_value"] else { return nil }
    let unit = row["_unit"]?.label ?? checkUnit
    let stated = PrintedFigure(Fixed(units: value, decimals: scale).reduced(), decimals: decimals(in: row))
    var printed = PrintedRow(
      label: row["_label"]?.label ?? "", figure: stated, hasTooManyDigits: stated.hasTooManyDigits,
      claim: (row["_claim"]?.label).flatMap(FigureReference.init), place: place(of: row, context), unit: unit,
      row: row)
    printed.decimals = stated.decimals
    if case .integer(let weight)? = row["_weight"] { printed.weight = weight }
    if isExact(row, unit) { printed.figure.decimals = nil }
    return printed
  }

  /// Where the row stands; nil where the table does not say so.
  func place(of row: ResultRow, _ context: CheckContext) -> SourceLocation? {
    guard let file = row["_file"] else { return nil }
    return SourceLocation(file: context.file(file), row: row["_row"]?.rowNumber, column: column)
  }

  private func decimals(in row: ResultRow) -> Int? {
    switch decimals {
    case nil: nil
    case .fixed(let decimals): decimals
    case .column: row["_decimals"]?.rowNumber
    }
  }

  /// As the side or the row says; else, whole numbers of what is counted are.
  private func isExact(_ row: ResultRow, _ unit: String?) -> Bool {
    if case .fixed(let isExact)? = exact { return isExact }
    if case .integer(let isExact)? = row["_exact"] { return isExact != 0 }
    return decimals(in: row) == 0 && unit.map(CountedUnit.contains) ?? false
  }
}

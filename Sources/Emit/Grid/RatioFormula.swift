import Figures

/// One cell in percent of another: its exact value, and the live formula that gives it.
enum RatioFormula {
  /// `ROUND(C5/D5*100,2)`.
  static func percentage(_ part: CellPlace, of whole: CellPlace, decimals: Int) -> String {
    "ROUND(\(part.name)/\(whole.name)*100,\(decimals))"
  }

  /// Divided once; nil where one of them is empty, or the whole is zero.
  static func value(_ part: Fixed?, of whole: Fixed?, decimals: Int) throws(ArithmeticOverflow) -> Fixed? {
    guard let part, let whole else { return nil }
    return try Fixed.percentage(part, of: whole, decimals: decimals)
  }
}

extension ColumnLayout {
  /// The decimals of a percentage: those of the figure that it is held against, else its own.
  func decimals(of known: PlannedRow.Known) -> Int { known.value?.decimals ?? decimals ?? 2 }
}

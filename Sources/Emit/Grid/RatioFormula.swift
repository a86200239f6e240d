import Figures

/// One cell in percent of another, as a live formula. It says what `Fixed.percentage` says, also of cells that somebody
/// changes: nothing, where one of them is empty, and where the whole is zero or below.
enum RatioFormula {
  /// `IF(AND(ISNUMBER(C5),N(D5)>0),ROUND(C5/D5*100,2),"")`.
  static func percentage(_ part: CellPlace, of whole: CellPlace, decimals: Int) -> String {
    "IF(AND(ISNUMBER(\(part.name)),N(\(whole.name))>0),ROUND(\(part.name)/\(whole.name)*100,\(decimals)),\"\")"
  }
}

extension ColumnLayout {
  /// The decimals of a percentage: those of the figure that it is held against, else its own.
  func decimals(of known: PlannedRow.Known) -> Int { known.value?.decimals ?? decimals ?? 2 }
}

import Figures

/// Why a sheet cannot be made. Each is a defect upstream that would otherwise be published.
public enum GridError: Error, Hashable, Sendable {
  /// A cell's published figure is not the sum of the cells that it is to add up.
  case unequal(sheet: String, cell: String, label: String, figure: Fixed?, sum: Fixed?)
  case overflow(sheet: String, cell: String)
  /// A text needs a column that is empty in its row.
  case missingText(sheet: String, column: String)
  /// A model's column that must hold a whole number (an amount in fen, a level from 1) holds something else.
  case notWhole(sheet: String, column: String, found: String)
  /// A sheet that is not marked `long` has more rows than a sheet can have.
  case tooManyRows(sheet: String, limit: Int)
  /// A link to what is not among the run's outputs, or the workbook's sheets.
  case danglingLink(sheet: String, target: String)

  public func sentence(inEnglish english: Bool) -> String {
    switch self {
    case .unequal(let sheet, let cell, let label, let figure, let sum):
      let (figure, sum) = (Self.text(figure), Self.text(sum))
      return english
        ? "sheet '\(sheet)', cell \(cell) (\(label)): the figure is \(figure), the cells it adds up give \(sum)"
        : "表“\(sheet)”单元格 \(cell)（\(label)）：数为 \(figure)，所汇总的单元格合计为 \(sum)"
    case .overflow(let sheet, let cell):
      return english
        ? "sheet '\(sheet)', cell \(cell): the sum is too large" : "表“\(sheet)”单元格 \(cell)：合计超出范围"
    case .missingText(let sheet, let column):
      return english
        ? "sheet '\(sheet)': a text needs column '\(column)', which is empty"
        : "表“\(sheet)”：文字所用的列“\(column)”为空"
    case .notWhole(let sheet, let column, let found):
      return english
        ? "sheet '\(sheet)': column '\(column)' must hold a whole number, not '\(found)'"
        : "表“\(sheet)”：列“\(column)”应为整数，实为“\(found)”"
    case .tooManyRows(let sheet, let limit):
      return english
        ? "sheet '\(sheet)' has more than \(limit) rows; mark it 'long: true'"
        : "表“\(sheet)”超过 \(limit) 行，请在版式中写 long: true"
    case .danglingLink(let sheet, let target):
      return english
        ? "sheet '\(sheet)': the link '\(target)' leads to nothing that this run publishes"
        : "表“\(sheet)”：链接“\(target)”没有对应的产出"
    }
  }

  private static func text(_ value: Fixed?) -> String {
    value.map { NumberFormat(decimals: max($0.decimals, 0)).string($0) } ?? "—"
  }
}

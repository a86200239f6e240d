import Figures

/// Why a workbook cannot be written. What was begun is removed again.
public enum WorkbookError: Error, Hashable, Sendable {
  /// The file cannot be made there; the system says why.
  case file(path: String, reason: String)
  /// The disk has not the room that the workbook needs while it is put together.
  case diskFull(path: String, bytes: Int)
  /// The library's own refusal, with its code.
  case library(code: UInt32, reason: String)
  /// A cell holds at most 32,767 characters; nothing is cut.
  case textTooLong(sheet: String, cell: String, characters: Int)
  /// A character that no spreadsheet can hold.
  case forbiddenCharacter(sheet: String, cell: String)
  /// Spreadsheets keep 15 digits.
  case tooManyDigits(sheet: String, cell: String, value: Fixed)
  case tooManyColumns(sheet: String, columns: Int)
  case tooManyMergedRanges(sheet: String)
  case sheetName(String)

  public func sentence(inEnglish english: Bool) -> String {
    switch self {
    case .file(let path, let reason):
      english ? "\(path): cannot be written: \(reason)" : "\(path)：无法写入：\(reason)"
    case .diskFull(let path, let bytes):
      english
        ? "\(path): the disk is full, \(bytes) bytes are needed" : "\(path)：磁盘空间不足，需要 \(bytes) 字节"
    case .library(let code, let reason):
      english ? "the workbook cannot be written (\(code)): \(reason)" : "工作簿无法写出（\(code)）：\(reason)"
    case .textTooLong(let sheet, let cell, let characters):
      english
        ? "sheet '\(sheet)', cell \(cell): \(characters) characters; a cell holds 32767"
        : "表“\(sheet)”单元格 \(cell)：有 \(characters) 个字符，单元格最多 32767 个"
    case .forbiddenCharacter(let sheet, let cell):
      english ? "sheet '\(sheet)', cell \(cell): a NUL character" : "表“\(sheet)”单元格 \(cell)：含有空字符"
    case .tooManyDigits(let sheet, let cell, let value):
      english
        ? "sheet '\(sheet)', cell \(cell): \(text(value)) has more than 15 digits"
        : "表“\(sheet)”单元格 \(cell)：\(text(value)) 超过 15 位有效数字"
    case .tooManyColumns(let sheet, let columns):
      english ? "sheet '\(sheet)': \(columns) columns; 16384 at most" : "表“\(sheet)”：\(columns) 列，最多 16384 列"
    case .tooManyMergedRanges(let sheet):
      english ? "sheet '\(sheet)': more than 65535 merged ranges" : "表“\(sheet)”：合并区域超过 65535 个"
    case .sheetName(let name):
      english ? "'\(name)' cannot be a sheet's name, or is taken" : "“\(name)”不能作表名，或已被占用"
    }
  }

  private func text(_ value: Fixed) -> String { NumberFormat(decimals: max(value.decimals, 0)).string(value) }
}

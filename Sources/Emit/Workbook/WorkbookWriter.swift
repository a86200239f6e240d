import CXLSXWriter
import Figures

/// Writes grids as the sheets of an .xlsx file through libxlsxwriter. The same grids give the same bytes.
///
/// Texts are written as texts, whatever they begin with. Sheets that are not long are held in memory while they
/// are written; a workbook with a long one goes row by row to a temporary file, beside the result once it is large.
public struct WorkbookWriter {
  /// The document's title.
  public var title: String?
  /// The day that the document says it was made on: of the period or of `--as-of`, never the clock's.
  public var created: CivilDay

  public init(title: String? = nil, created: CivilDay) {
    self.title = title
    self.created = created
  }

  /// Writes a file, over what is there; it is neither synced nor moved into place here. When it fails, nothing is
  /// left at the path.
  /// - Throws: `WorkbookError`; what the grids throw.
  public func write(_ grids: [Grid], to path: String) throws {
    let file = try WorkbookFile(path: path, isStreamed: grids.contains(where: \.isLong))
    do {
      for grid in grids { try SheetWriter(grid, in: file).write() }
      try file.close(title: title, created: created)
    } catch {
      file.discard()
      throw error
    }
  }
}

/// A day of the Gregorian calendar.
public struct CivilDay: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

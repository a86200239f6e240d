/// Where something stands in what the user handed in, as the user sees it: rows count from 1 and the header
/// is row 1; a column is named by its title as it stands in the file.
public struct SourceLocation: Hashable, Sendable {
  public var file: String
  public var sheet: String?
  public var row: Int?
  public var column: String?

  public init(file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

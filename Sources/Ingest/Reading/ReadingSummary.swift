/// What came of reading a register.
public struct ReadingSummary: Sendable {
  /// Rows handed over.
  public var rows: Int
  /// nil when there was no file to tell it from, or none that is text.
  public var encoding: TextEncoding?
  /// Names in SQL of the batches' columns.
  public var columns: [String]
  /// The primary keys, to pass over rows of a common code list; nil without a primary key.
  public var keys: KeySet?
  /// Names in SQL of the columns that the file lacks, or has twice: their cells are empty, and not known to be.
  public var lacking: Set<String> = []
  /// The file is not there. A finding says so unless the register is optional.
  public var isMissing = false
  /// A text register's files: row n of its batches is the n-th of these.
  public var files: [String] = []
  /// Which file was read, or each of a text register's; what is digested must be the same.
  public var stamps: [FileStamp] = []
}

/// A block of checked, typed rows on their way from a register to the store: flat memory that is filled,
/// loaded and filled again, so that a register of any length streams through a few of them.
///
/// Only one thread at a time holds a batch; it is handed over, never shared.
public final class RowBatch: @unchecked Sendable {
  /// One cell: nothing, an integer (amounts in fen, scaled numbers, 0 or 1) or text in the batch's bytes.
  public struct Cell {
    /// The integer, or where the text starts in `bytes`.
    public var payload: Int64
    /// The text's length in bytes; `Cell.null` and `Cell.integer` mark the other two kinds.
    public var length: Int32

    public static let null: Int32 = -1
    public static let integer: Int32 = -2

    public init(payload: Int64, length: Int32) {
      self.payload = payload
      self.length = length
    }
  }

  /// Cells a row.
  public let columns: Int
  /// The cells of all rows, row after row.
  public var cells: [Cell] = []
  /// The rows' numbers as a spreadsheet shows them.
  public var rowNumbers: [Int64] = []
  /// The texts, UTF-8, end to end.
  public var bytes: [UInt8] = []

  public var rows: Int { rowNumbers.count }

  public init(columns: Int) { self.columns = columns }

  public func removeAll() {
    cells.removeAll(keepingCapacity: true)
    rowNumbers.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}

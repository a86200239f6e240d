import Figures

/// The sheets that were laid out last. A notice and its page show the same ones: whoever writes one after the other
/// has them laid out once.
///
/// One thread uses one.
public final class NoticeSheets: @unchecked Sendable {
  private var last: (layout: String, row: ResultRow, grids: [Grid])?

  public init() {}

  /// The sheets of a layout for a row, made where they are not those of the last time. Their rows are kept, but for
  /// those of lists.
  public func grids(of layout: String, for row: ResultRow, make: () throws -> [Grid]) throws -> [Grid] {
    if let last, last.layout == layout, last.row.isSame(as: row) { return last.grids }
    last = nil
    let grids = try make().map { try $0.gathered() }
    last = (layout, row, grids)
    return grids
  }
}

extension ResultRow {
  fileprivate func isSame(as other: ResultRow) -> Bool { columns == other.columns && values == other.values }
}

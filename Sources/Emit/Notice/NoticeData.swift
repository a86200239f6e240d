import Figures

/// Where a notice's rows and figures come from.
public protocol NoticeData {
  /// The model's rows that have these values in these columns, in the model's order.
  func rows(of model: String, matching columns: [String: Value]) throws -> [ResultRow]

  /// The figure at the keys that the reference gives and, for the others, at those of the row it stands in: the
  /// row's columns that are keys of the figure. The rest is summed over.
  func figure(_ reference: FigureReference, at row: [String: Value]) throws -> FigureValue

  /// The reference with all keys that the row gives, so that it says by itself which figure was taken.
  func resolved(_ reference: FigureReference, at row: [String: Value]) -> FigureReference
}

/// The period that a notice is about.
public struct NoticePeriod: Hashable, Sendable {
  public var year: Int
  public var before: Int
  /// The registers of the period before are there.
  public var isCompared: Bool

  public init(year: Int, before: Int, isCompared: Bool) {
    (self.year, self.before, self.isCompared) = (year, before, isCompared)
  }

  static let shape = NoticeShape.record(["year": .integer, "before": .integer, "compared": .flag])

  var value: NoticeValue {
    .record(
      NoticeRecord([
        "year": .integer(Int64(year)), "before": .integer(Int64(before)), "compared": .flag(isCompared),
      ]))
  }
}

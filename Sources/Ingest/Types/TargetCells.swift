import Figures

/// A target as it is kept: its text, and for queries its comparison, number, unit, and of a range the upper end. A
/// quality (实现) has the text alone.
struct TargetCells {
  /// `≥`, `>`, `=`, `<`, `≤`; `至` of a range.
  var comparison: String?
  /// A range's lower end. Its size is that of `Quantity.storedDecimals`.
  var value: Int64?
  var unit: String?
  /// A range's upper end.
  var high: Int64?

  /// Names of the columns beside the text's, in their order.
  static let endings = ["_op", "_value", "_unit", "_high"]
  static let range = "至"

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    cells(Target.read(String(decoding: bytes, as: UTF8.self)).map(\.comparisons))
  }

  /// 完成值: `6250件`, `95%`, `第7名`, `12月20日`, `6250`; its comparison is `=`.
  static func readQuantity(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    cells(Quantity.read(String(decoding: bytes, as: UTF8.self)).map { [(.equal, $0)] })
  }

  private static func cells(
    _ read: Result<[(Target.Comparison, Quantity)], TargetProblem>
  ) -> CellValue {
    switch read {
    case .success(let comparisons): cells(comparisons)
    case .failure(.empty): .empty
    case .failure(.number(.overflow)): .wrong(.overflow)
    case .failure(.number(.tooManyDecimals)): .wrong(.tooManyDecimals)
    case .failure: .wrong(.typeError)
    }
  }

  private static func cells(_ comparisons: [(Target.Comparison, Quantity)]) -> CellValue {
    guard let (comparison, quantity) = comparisons.first else { return .target(TargetCells()) }
    do {
      let values = try comparisons.map { try $0.1.stored() }
      guard let value = values[0], let last = values[values.count - 1] else {
        return .wrong(.tooManyDecimals)
      }
      let isRange = values.count > 1
      return .target(
        TargetCells(
          comparison: isRange ? range : comparison.rawValue, value: value, unit: quantity.unit,
          high: isRange ? last : nil))
    } catch {
      return .wrong(.overflow)
    }
  }
}

import Figures

/// A target as it is kept: its text, and for queries its comparison, number and unit. A quality (实现) has the
/// text alone.
struct TargetCells {
  var comparison: String?
  /// Fen when the unit is one of money, else ten-thousandths.
  var value: Int64?
  var unit: String?

  private static let decimals = 4

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    switch Target.read(String(decoding: bytes, as: UTF8.self)) {
    case .success(let target): return cells(of: target)
    case .failure(.empty): return .empty
    case .failure(.number(.overflow)): return .wrong(.overflow)
    case .failure(.number(.tooManyDecimals)): return .wrong(.tooManyDecimals)
    case .failure: return .wrong(.typeError)
    }
  }

  /// 完成值: `6250件`, `95%`, `第7名`, `6250`; its comparison is `=`.
  static func readQuantity(_ bytes: UnsafeBufferPointer<UInt8>) -> CellValue {
    switch Quantity.read(String(decoding: bytes, as: UTF8.self)) {
    case .success(let quantity): cells(.equal, quantity)
    case .failure(.empty): .empty
    case .failure(.number(.overflow)): .wrong(.overflow)
    case .failure(.number(.tooManyDecimals)): .wrong(.tooManyDecimals)
    case .failure: .wrong(.typeError)
    }
  }

  private static func cells(of target: Target) -> CellValue {
    guard let (comparison, quantity) = target.comparison else { return .target(TargetCells()) }
    return cells(comparison, quantity)
  }

  private static func cells(_ comparison: Target.Comparison, _ quantity: Quantity) -> CellValue {
    let money = MoneyUnit(rawValue: quantity.unit)
    do {
      let value = try quantity.value.rescaled(to: money?.decimalsOfFen ?? decimals)
      guard let value else { return .wrong(.tooManyDecimals) }
      return .target(TargetCells(comparison: comparison.rawValue, value: value.units, unit: quantity.unit))
    } catch {
      return .wrong(.overflow)
    }
  }
}

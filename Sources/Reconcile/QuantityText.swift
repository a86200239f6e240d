import Figures

/// Prints the numbers of checks for the sentences of findings.
enum QuantityText {
  static let units = ["元", "万元"]

  /// The decimals that stored integers have in a unit: fen are 元 with two and 万元 with six.
  static func decimals(ofStored unit: String?) -> Int {
    switch unit {
    case "元": 2
    case "万元": 6
    default: 0
    }
  }

  /// A cell of a result; an amount in fen when a unit of money is given. Nothing is printed as 空.
  static func text(_ value: Value, unit: String?) -> String {
    switch value {
    case .null: "空"
    case .text(let text): text
    case .integer(let number): text(Fixed(units: number, decimals: 0), storedAs: unit)
    }
  }

  /// A number of a money column (fen) in its unit, or any other number as it is.
  static func text(_ number: Fixed, storedAs unit: String?) -> String {
    switch unit {
    case "元":
      return NumberFormat(decimals: 2, isGrouped: true).string(Fixed(units: number.units, decimals: 2))
    case "万元":
      let format = NumberFormat(decimals: 6, keepsTrailingZeros: false)
      return format.string(Fixed(units: number.units, decimals: 6))
    default: return NumberFormat(decimals: number.decimals, keepsTrailingZeros: false).string(number)
    }
  }
}

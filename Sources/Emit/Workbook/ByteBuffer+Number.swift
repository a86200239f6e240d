import CXLSXWriter
import Figures

/// Numbers in a sheet's XML, byte for byte as libxlsxwriter prints them: the binary number next to the exact one, to 16
/// digits.
///
/// These are the exact number's own digits as long as the two differ by less than half of the 16th; that can be told
/// without printing. Of the others, one in ten, 8.2 becomes 8.199999999999999.
extension ByteBuffer {
  /// false, and nothing written, when it has more than the 15 digits that a spreadsheet keeps.
  func append(_ number: GridNumber) -> Bool {
    guard let double = number.double else { return false }
    append(number.value, as: double)
    return true
  }

  /// Points of a row's height.
  func append(points: Double) {
    let tenths = Fixed(units: Int64(points * 10), decimals: 1)
    if Double(tenths.units) / 10 == points { append(tenths, as: points) } else { print(points) }
  }

  private func append(_ value: Fixed, as double: Double) {
    if Self.prints(value, as: double) { append(allOf: value.reduced()) } else { print(double) }
  }

  private static func prints(_ value: Fixed, as double: Double) -> Bool {
    if value.units == 0 { return true }
    guard value.units.magnitude < powersOfTen[15], 0...15 ~= value.decimals else { return false }
    // A power of ten counts as the number below it, whose digits are finer.
    var digits = 0
    while value.units.magnitude > powersOfTen[digits] { digits += 1 }
    // Smaller ones are printed with an exponent.
    guard digits - value.decimals > -4 else { return false }
    // What division by a power of ten leaves is exact.
    let rest = Double(value.units).addingProduct(-double, Double(powersOfTen[value.decimals]))
    return rest.magnitude < halves[digits]
  }

  private func print(_ double: Double) {
    var text: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &text) { text in
      let place = text.bindMemory(to: CChar.self).baseAddress
      let length = gongshi_print_number(place, text.count, double)
      append(
        UnsafeBufferPointer(rebasing: UnsafeRawBufferPointer(text).bindMemory(to: UInt8.self)[..<Int(length)])
      )
    }
  }

  /// A little less than half of the 16th digit, by the number of digits before the point.
  private static let halves: [Double] = [
    4.99e-17, 4.99e-16, 4.99e-15, 4.99e-14, 4.99e-13, 4.99e-12, 4.99e-11, 4.99e-10, 4.99e-9, 4.99e-8, 4.99e-7,
    4.99e-6, 4.99e-5, 4.99e-4, 4.99e-3, 4.99e-2,
  ]
}

import Figures
import Foundation
import Testing

@testable import Emit

@Suite("Numbers in a sheet's file")
struct SheetNumberTests {
  private func written(_ value: Fixed) -> String? {
    let buffer = ByteBuffer()
    let isWritten = buffer.append(GridNumber(value, decimals: 15))
    return isWritten ? String(decoding: buffer.bytes, as: UTF8.self) : nil
  }

  @Test(arguments: [
    (0, 2, "0"), (-5, 0, "-5"), (4_211_520_626_6, 6, "42115.206266"), (1_610, 1, "161"),
    (-270_418, 3, "-270.418"),
    (5, 2, "0.05"), (1_000, 3, "1"), (1_000_000, 0, "1000000"),
    // The nearest number of 64 bits is not nearest to these 16 digits.
    (82, 1, "8.199999999999999"), (-82, 1, "-8.199999999999999"),
    // Small numbers have an exponent.
    (1, 4, "0.0001"), (1, 5, "1E-05"), (123, 7, "1.23E-05"),
    (999_999_999_999_999, 0, "999999999999999"), (999_999_999_999_999, 15, "0.999999999999999"),
    (1_234_567_890_123_450, 1, "123456789012345"),
  ])
  func text(_ units: Int64, _ decimals: Int, expected: String) {
    #expect(written(Fixed(units: units, decimals: decimals)) == expected)
  }

  @Test("more than 15 digits are not written")
  func tooLong() { #expect(written(Fixed(units: 1_234_567_890_123_456, decimals: 0)) == nil) }

  /// Those of which the digits can be told without printing are most, and must be the same as the printed ones.
  @Test("they are what C prints of the same number to 16 digits")
  func sameAsC() {
    var random = SystemRandomNumberGenerator()
    for digits in 1...15 {
      let limit = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
      // Round numbers and their neighbours, and any others.
      let near = [limit / 10 - 1, limit / 10, limit / 10 + 1, limit / 2, limit - 1]
      let units = near + (0..<500).map { _ in Int64.random(in: -limit + 1..<limit, using: &random) }
      for decimals in 0...15 {
        for units in units {
          let number = GridNumber(Fixed(units: units, decimals: decimals), decimals: 15)
          let double = number.double ?? .nan
          let expected = String(format: "%.16G", double)
          if written(number.value) != expected {
            Issue.record("\(units) / 10^\(decimals): \(written(number.value) ?? "-") is not \(expected)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    (18.0, "18"), (31.0, "31"), (44.5, "44.5"), (27.25, "27.25"), (409.0, "409"),
    (100.0 / 3, "33.33333333333334"),
  ])
  func heights(_ points: Double, expected: String) {
    let buffer = ByteBuffer()
    buffer.append(points: points)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }

  @Test(
    "all digits of a number, as open data has them",
    arguments: [
      (0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (120_000, 2, "1200.00"), (-7, 0, "-7"),
      (1, 6, "0.000001"), (1_234_567, 6, "1.234567"), (.max, 2, "92233720368547758.07"),
      (.min, 2, "-92233720368547758.08"), (.min, 15, "-9223.372036854775808"),
      (1, 20, "0.00000000000000000001"),
      (12, -3, "12000"),
    ])
  func allDigits(_ units: Int64, _ decimals: Int, expected: String) {
    let (buffer, value) = (ByteBuffer(), Fixed(units: units, decimals: decimals))
    buffer.append(allOf: value)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
    #expect(value.description == expected)
  }
}

extension NumberText {
  /// The fast path for what a system exports: an optional sign, ASCII digits, an optional `.` and at most
  /// `decimals` digits after it; the result is in units of the last decimal, so money in 元 asks for 2 and gets
  /// fen. nil is no verdict: the text may be empty, wrong, too large or written by a person, and `read` and
  /// `readAmount` decide. Where this reads a number, they read the same.
  public static func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, decimals: Int) -> Int64? {
    // A sign, eighteen digits and a point: eighteen digits always fit, so no step has to be checked.
    guard (1...20).contains(bytes.count), (0...18).contains(decimals) else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var index = isNegative || bytes[0] == UInt8(ascii: "+") ? 1 : 0
    var units: Int64 = 0
    let whole = appendDigits(of: bytes, from: &index, to: &units)
    var fraction = 0
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: ".") else { return nil }
      index += 1
      fraction = appendDigits(of: bytes, from: &index, to: &units)
      if fraction == 0 { return nil }
    }
    guard whole > 0, index == bytes.count, fraction <= decimals, whole + decimals <= 18 else { return nil }
    for _ in fraction..<decimals { units = units &* 10 }
    return isNegative ? 0 &- units : units
  }

  /// How many digits there were.
  @inline(__always)
  private static func appendDigits(
    of bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, to units: inout Int64
  ) -> Int {
    let start = index
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      units = units &* 10 &+ Int64(digit)
      index += 1
    }
    return index - start
  }
}

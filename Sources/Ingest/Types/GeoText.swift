/// Places: `115.99, 29.71` and the other forms of the standard.
enum GeoText {
  static func isPoint(_ bytes: UnsafeBufferPointer<UInt8>, format: String) -> Bool {
    switch format {
    case "array":
      guard let elements = JSONText(bytes)?.elements, elements.count == 2 else { return false }
      return isPoint(elements[0], elements[1])
    case "object":
      guard let members = JSONText(bytes)?.members, members.count == 2, let lon = members["\"lon\""],
        let lat = members["\"lat\""]
      else { return false }
      return isPoint(lon, lat)
    default:
      let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) }
      return parts.count == 2 && isPoint(parts[0], parts[1])
    }
  }

  /// Longitude, then latitude, in degrees.
  private static func isPoint(_ longitude: String, _ latitude: String) -> Bool {
    isDegrees(longitude, 180) && isDegrees(latitude, 90)
  }

  /// Digits, and perhaps a sign and decimals: at most so many degrees.
  private static func isDegrees(_ text: String, _ most: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var cursor = TextCursor(bytes)
      _ = cursor.skip("-")
      guard let whole = cursor.digits(1...3), whole <= most else { return false }
      var isOver = false
      if cursor.skip(".") {
        let count = cursor.skip { byte in
          isOver = isOver || (byte != UInt8(ascii: "0") && isDigit(byte) && whole == most)
          return isDigit(byte)
        }
        if count == 0 { return false }
      }
      return cursor.isAtEnd && !isOver
    }
  }
}

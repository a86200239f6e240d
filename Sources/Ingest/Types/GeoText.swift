import Figures

/// Places: `115.99, 29.71` and the other forms of the standard, and GeoJSON.
enum GeoText {
  static func isPoint(_ bytes: UnsafeBufferPointer<UInt8>, format: String) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    switch format {
    case "array":
      guard JSONText(bytes)?.count == 2 else { return false }
      return isPoint(text.filter { !"[] \t\r\n".contains($0) })
    case "object":
      guard let members = JSONText(bytes)?.members, let lon = members["\"lon\""], let lat = members["\"lat\""]
      else {
        return false
      }
      return isPoint(lon + "," + lat)
    default: return isPoint(text)
    }
  }

  /// Longitude, then latitude, in degrees.
  private static func isPoint(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && isDegrees(parts[0], 180) && isDegrees(parts[1], 90)
  }

  private static func isDegrees(_ text: Substring, _ limit: Int64) -> Bool {
    guard case .success(let degrees?) = NumberText.read(String(text), decimals: 15) else { return false }
    return degrees.units.magnitude <= UInt64(limit) * 1_000_000_000_000_000
  }

  static func isGeoJSON(_ bytes: UnsafeBufferPointer<UInt8>, format: String) -> Bool {
    guard let type = JSONText(bytes)?.members["\"type\""] else { return false }
    return format != "topojson" || type == "\"Topology\""
  }
}

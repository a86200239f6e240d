/// The encodings that files from the field have.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, and with it GBK and GB 2312, which it contains.
  case gb18030 = "GB18030"

  /// What a schema may call them.
  static let names = ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312"]

  /// By the name in a schema, whatever its case and hyphens.
  init?(named name: String) {
    switch name.uppercased().filter({ $0 != "-" && $0 != "_" }) {
    case "UTF8": self = .utf8
    case "UTF16LE", "UTF16": self = .utf16LittleEndian
    case "UTF16BE": self = .utf16BigEndian
    case "GB18030", "GBK", "GB2312": self = .gb18030
    default: return nil
    }
  }

  /// The encoding that the file's first bytes say, and how many bytes say it.
  static func mark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return bytes.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
  }

  /// Bytes of a unit in which a NUL would be one.
  var unitLength: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }
}

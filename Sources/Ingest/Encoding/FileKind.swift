/// What a file is by its content, when it is no text that could be CSV. The raw values are the `kind` of
/// findings.
enum FileKind: String {
  case xlsx, xls, ods, docx, pdf, html, xml, rtf, sqlite, zip, gzip, rar
  case sevenZip = "7z"
  case image

  /// How many of a file's first bytes tell.
  static let headLength = 4096

  init?(of head: [UInt8]) {
    if let kind = Self.zipped(head) ?? Self.signed(head) ?? Self.marked(head) {
      self = kind
    } else {
      return nil
    }
  }

  /// Office files are ZIP archives, told apart by the names of their first entries.
  private static func zipped(_ head: [UInt8]) -> FileKind? {
    guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let text = String(decoding: head, as: UTF8.self)
    if text.contains("opendocument.spreadsheet") { return .ods }
    if text.contains("word/") { return .docx }
    return text.contains("[Content_Types].xml") || text.contains("xl/") || text.contains("_rels/")
      ? .xlsx : .zip
  }

  private static func signed(_ head: [UInt8]) -> FileKind? {
    let signatures: [(FileKind, [UInt8])] = [
      (.xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.xls, [0x09, 0x08, 0x10, 0x00]),
      (.pdf, Array("%PDF-".utf8)), (.rtf, Array("{\\rtf".utf8)), (.sqlite, Array("SQLite format 3\0".utf8)),
      (.gzip, [0x1F, 0x8B]), (.rar, Array("Rar!".utf8)), (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
      (.image, [0x89, 0x50, 0x4E, 0x47]), (.image, [0xFF, 0xD8, 0xFF]),
    ]
    return signatures.first { head.starts(with: $0.1) }?.0
  }

  /// Web pages and XML tables that systems export under the name of a spreadsheet, in any encoding.
  private static func marked(_ head: [UInt8]) -> FileKind? {
    let mark = TextEncoding.mark(head)
    let letters = head.dropFirst(mark?.length ?? 0).filter { $0 != 0 }.drop { $0 <= 0x20 }
    let start = String(decoding: letters.prefix(64), as: UTF8.self).lowercased()
    guard start.hasPrefix("<") else { return nil }
    if start.hasPrefix("<?xml") {
      return String(decoding: letters, as: UTF8.self).lowercased().contains("<html") ? .html : .xml
    }
    let tags = [
      "<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<div", "<style", "<script", "<!--",
    ]
    return tags.contains(where: start.hasPrefix) ? .html : nil
  }
}

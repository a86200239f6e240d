import Foundation
import Testing

@testable import Ingest

/// One line of `Fixtures/dirty-files.csv`: one dirt in one file of a shipped sample, and every finding that it makes.
///
/// | column | |
/// | --- | --- |
/// | 样本 | the pipeline whose sample in `input/` it is |
/// | 登记表 | the file as findings name it: `2025/units.csv` |
/// | 行, 列 | the cell, as findings name it. Without a column what is written is a line of its own at the file's end |
/// | 写成 | what stands there instead: `{}` is the cell's own text, `\u{200B}` a character, `\n` a line end, `\x80` a byte (of a file in GB18030); after `\raw ` no quotes are set around it |
/// | 发现 | the findings that the clean sample does not have, one a line: severity, code, sentence. Nothing around `{}`, or for a line: the same outputs |
struct DirtyCell: Sendable, CustomTestStringConvertible {
  var cells: [String]
  /// The line in the table.
  var line: Int

  var sample: String { cells[0] }
  var register: String { cells[1] }
  var row: Int? { Int(cells[2]) }
  var column: String { cells[3] }
  var written: String { cells[4] }
  var findings: [String] { cells[5].split(separator: "\n").map(String.init) }
  /// Nothing to report, and no other value: the same outputs.
  var changesNothing: Bool { findings.isEmpty && (column.isEmpty || written.contains("{}")) }
  var testDescription: String { "\(line): \(cells[..<5].joined(separator: " | "))" }

  static let header = ["样本", "登记表", "行", "列", "写成", "发现"]
  static let table = Repository.fixtures.appending(path: "dirty-files.csv")

  static func all() throws -> [DirtyCell] {
    let rows = CSVText(try String(contentsOf: table, encoding: .utf8)).rows
    try #require(rows.first == header)
    return rows.enumerated().dropFirst().map { DirtyCell(cells: $1, line: $0 + 1) }
  }

  /// The file as a spreadsheet saves it – mark or GB18030, CRLF –, with the dirt in it.
  var edit: Edit { .bytes(register, "line \(line)") { bytes in try dirtied(bytes) } }

  private func dirtied(_ bytes: [UInt8]) throws -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    let text = isUTF8 ? bytes : converted(bytes, from: "GB18030", to: "UTF-8")
    var table = CSVText(
      String(decoding: text.starts(with: mark) ? text.dropFirst(3) : text[...], as: UTF8.self))
    let hole = "\u{F8FF}"
    var own = ""
    if !column.isEmpty {
      let place = try #require(table.column(column), "no column \(column)")
      let row = try #require(row)
      try #require(table.rows.indices.contains(row - 1))
      own = table.rows[row - 1][place]
      table.rows[row - 1][place] = hole
    }
    let dirt = Dirt(written, own: own)
    let isGB18030 = !isUTF8 || dirt.hasBytes
    func encoded(_ text: String) -> [UInt8] {
      isGB18030 ? converted(Array(text.utf8), from: "UTF-8", to: "GB18030") : Array(text.utf8)
    }
    let parts = table.text.replacing("\n", with: "\r\n").components(separatedBy: hole)
    let cell = dirt.bytes(quoted: !column.isEmpty, encoded)
    return (isGB18030 ? [] : mark) + encoded(parts[0]) + cell + encoded(parts.count > 1 ? parts[1] : "")
  }
}

/// What is written into a file, character by character and byte by byte.
private struct Dirt {
  private enum Part {
    case text(String)
    case byte(UInt8)
  }
  private var parts: [Part] = []
  private var isRaw = false

  init(_ written: String, own: String) {
    var rest = Substring(written.replacing("{}", with: own))
    if rest.hasPrefix(#"\raw "#) {
      isRaw = true
      rest = rest.dropFirst(5)
    }
    while let match = rest.firstMatch(of: #/\\(u\{([0-9A-F]+)\}|x([0-9A-F]{2})|n)/#) {
      parts.append(.text(String(rest[..<match.range.lowerBound])))
      if let digits = match.output.2, let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        parts.append(.text(String(Character(scalar))))
      } else if let digits = match.output.3, let byte = UInt8(digits, radix: 16) {
        parts.append(.byte(byte))
      } else {
        parts.append(.text("\n"))
      }
      rest = rest[match.range.upperBound...]
    }
    parts.append(.text(String(rest)))
  }

  var hasBytes: Bool { parts.contains { if case .byte = $0 { true } else { false } } }

  func bytes(quoted: Bool, _ encoded: (String) -> [UInt8]) -> [UInt8] {
    let bytes = parts.flatMap { part in
      switch part {
      case .text(let text): encoded(text)
      case .byte(let byte): [byte]
      }
    }
    let quote = UInt8(ascii: "\"")
    guard quoted, !isRaw, bytes.contains(where: { [quote, 10, 13, UInt8(ascii: ",")].contains($0) }) else {
      return bytes
    }
    return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}

private func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8] {
  var output = [UInt8](repeating: 0, count: 4 * bytes.count + 16)
  let written = bytes.withUnsafeBytes { input in
    output.withUnsafeMutableBytes { Converter(from: from, to: to)?.convert(input, into: $0).written }
  }
  return Array(output.prefix(written ?? 0))
}

import Definitions
import Figures
import Foundation
import Testing

@testable import Ingest

/// A register of a test: its schema as `datapackage.yaml` has it, its file as bytes, and what comes of
/// reading it.
struct Sample {
  var yaml: String
  var file: String

  /// `keys` stand at the resource, `schema` at its schema, `fields` are one line each.
  init(_ fields: String, schema: String = "", resource: String = "", file: String = "sample.csv") {
    func indented(_ text: String, _ spaces: Int) -> String {
      text.split(separator: "\n").map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
    }
    yaml = """
      name: test
      resources:
        - name: sample
          title: 样表
      \(indented(resource, 4))
          schema:
      \(indented(schema, 6))
            fields:
      \(indented(fields, 8))
      """
    self.file = file
  }

  /// The problems of the schema, as the one who writes it sees them.
  var problems: [String] {
    let problems = DefinitionProblems()
    if let node = DefinitionNode(yaml: yaml, file: "datapackage.yaml", problems: problems) {
      _ = Register.registers(from: node)
    }
    return problems.errors.map(\.description)
  }

  func register() throws -> Register {
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "datapackage.yaml", problems: problems))
    let registers = Register.registers(from: node)
    try #require(problems.errors.isEmpty, "\(problems.errors)")
    return try #require(registers.first)
  }

  func read(_ text: String, storing columns: Set<String>? = nil, skipping keys: KeySet? = nil) throws
    -> Reading
  {
    try read(Array(text.utf8), storing: columns, skipping: keys)
  }

  func read(_ bytes: [UInt8], storing columns: Set<String>? = nil, skipping keys: KeySet? = nil) throws
    -> Reading
  {
    try TemporaryFolder().with { folder in
      try folder.write(bytes, to: file)
      return try read(in: folder, storing: columns, skipping: keys)
    }
  }

  func read(
    in folder: TemporaryFolder, storing columns: Set<String>? = nil, skipping keys: KeySet? = nil
  ) throws -> Reading {
    let register = try register()
    let log = FindingLog()
    var rows: [String] = []
    let isText = register.texts != nil
    let summary = try RegisterReader.read(
      register, file: isText ? folder.path : folder.path + "/" + file, shownAs: isText ? "2025" : file,
      storing: columns, findings: log, skipping: keys
    ) { rows += Self.rows(of: $0) }
    return Reading(summary: summary, rows: rows, findings: log.listed, counts: log.counts)
  }

  /// `4: A-1 | 1050 | ∅`
  static func rows(of batch: RowBatch) -> [String] {
    (0..<batch.rows).map { row in
      let cells = (0..<batch.columns).map { column -> String in
        let cell = batch.cells[row * batch.columns + column]
        if cell.length == RowBatch.Cell.null { return "∅" }
        if cell.length == RowBatch.Cell.integer { return String(cell.payload) }
        let start = Int(cell.payload)
        return String(decoding: batch.bytes[start..<(start + Int(cell.length))], as: UTF8.self)
      }
      return "\(batch.rowNumbers[row]): " + cells.joined(separator: " | ")
    }
  }
}

struct Reading {
  var summary: ReadingSummary
  var rows: [String]
  var findings: [Finding]
  var counts: [FindingCode: Int]

  var sentences: [String] { findings.map { Wording.sentence($0, .english) } }
  var chinese: [String] { findings.map { Wording.sentence($0) } }
  var codes: [String] { findings.map(\.code.rawValue) }
}

/// A folder that is gone after the test.
struct TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gongshi-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func with<Result>(_ body: (TemporaryFolder) throws -> Result) rethrows -> Result {
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(self)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
}

/// The text in another encoding, by the C library.
func encoded(_ text: String, _ encoding: String) -> [UInt8] {
  let converter = Converter(from: "UTF-8", to: encoding)
  let bytes = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: 4 * bytes.count + 16)
  let written = bytes.withUnsafeBytes { input in
    output.withUnsafeMutableBytes { converter?.convert(input, into: $0).written }
  }
  return Array(output.prefix(written ?? 0))
}

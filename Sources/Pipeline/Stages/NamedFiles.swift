import Definitions
import Figures
import Ingest
import Store

/// The files that registers name (附件): each is in the period's folder, in it for real, and not too large.
///
/// A file that is right goes into the record with its digest, like the registers themselves.
struct NamedFiles {
  private let run: Run
  private let loaded: LoadedRegisters

  init(_ run: Run, _ loaded: LoadedRegisters) { (self.run, self.loaded) = (run, loaded) }

  /// The SQL columns of which the paths are made, by register.
  static func columns(_ registers: [Register]) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    for register in registers where register.from == nil {
      for file in register.fields.compactMap(\.file) {
        columns[register.name, default: []].formUnion(
          file.path.fields.compactMap { register.field(named: $0)?.column })
      }
    }
    return columns
  }

  /// Returns the registers that name a file which cannot be used.
  /// The digests are noted by path: what is copied later must have them.
  func check(
    _ reader: Reader, _ record: inout RunRecord, _ digests: inout [String: String]
  ) throws -> Set<String> {
    var faulty: Set<String> = []
    let wrong = WrongCells(run.findings.listed)
    for register in run.folder.registers where register.from == nil && !loaded.unread.contains(register.name)
    {
      for field in register.fields {
        guard let file = field.file else { continue }
        let columns = file.path.fields.compactMap { register.field(named: $0)?.column }
        let names = columns.map(quoted).joined(separator: ", ")
        let sql = "SELECT _file, _row, _year, \(names) FROM \(quoted(register.name)) ORDER BY _file, _row"
        try reader.forEachRow(sql) { row in
          let cells = row.values.dropFirst(3).compactMap {
            if case .text(let text) = $0 { text } else { nil }
          }
          guard cells.count == columns.count, case .integer(let year)? = row["_year"] else { return }
          let location = SourceLocation(
            file: loaded.files.path(row["_file"]), row: row["_row"].flatMap(\.rowNumber), column: field.name)
          if wrong.contains(location, among: file.path.fields) { return }
          let place = Place(run: run, year: Int(year), path: file.path.filled(with: cells))
          if let (code, facts) = place.fault(file, cells) {
            run.findings.report(Finding(code, at: location, facts: facts))
            faulty.insert(register.name)
          } else if digests[place.shown] == nil {
            let sha256 = try Digest.file(place.whole)
            digests[place.shown] = sha256
            record.inputs.append(.init(path: place.shown, sha256: sha256, rows: 0, encoding: ""))
          }
        }
      }
    }
    return faulty
  }
}

/// Where a named file should be.
private struct Place {
  let folder: String
  /// Inside the folder.
  let path: String
  /// As findings and the record show it.
  let shown: String
  var whole: String { folder + "/" + path }

  init(run: Run, year: Int, path: String) {
    folder = run.workplace.input(run.folder.definition.name, "\(year)")
    self.path = path
    shown = "\(year)/\(path)"
  }

  /// What is wrong with the file; nil when nothing is.
  func fault(_ file: Field.File, _ cells: [String]) -> (FindingCode, Facts)? {
    if cells.contains(where: { !Self.isPlainName($0) }) { return (.outsideFolder, Facts(found: path)) }
    guard let real = FileSystem.realPath(whole), let size = FileSystem.size(real) else {
      let parts = path.split(separator: "/")
      let beside = FileSystem.names(in: ([folder] + parts.dropLast().map(String.init)).joined(separator: "/"))
      let name = parts.last.map(String.init) ?? ""
      let nearest =
        nearest(to: name, among: beside) ?? beside.first { Self.stem($0) == Self.stem(name) }
      return (
        .namedFileMissing,
        Facts(found: shown, arguments: nearest.map { ["nearest": $0] } ?? [:])
      )
    }
    guard FileSystem.realPath(whole, inside: folder) != nil else {
      return (.outsideFolder, Facts(found: path))
    }
    guard let most = file.maxMegabytes, size > most << 20 else { return nil }
    let (whole, tenths) = ((size * 10 + (1 << 19)) >> 20).quotientAndRemainder(dividingBy: 10)
    return (
      .namedFileTooLarge, Facts(found: shown, expected: "\(most)", arguments: ["size": "\(whole).\(tenths)"])
    )
  }

  /// The name without its extension: 说明.docx may have been saved as 说明.doc.
  private static func stem(_ name: String) -> Substring {
    name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
  }

  /// No step upwards or elsewhere, and no hidden file.
  private static func isPlainName(_ cell: String) -> Bool {
    !cell.isEmpty && !cell.hasPrefix(".") && !cell.contains { "/\\\0".contains($0) }
  }
}

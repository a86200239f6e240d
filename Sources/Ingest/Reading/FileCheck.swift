import Definitions
import Figures
import Glibc

/// What is said about a file before its text is looked at: it is not there, or it is something else than CSV.
struct FileCheck {
  private let request: ReadingRequest

  init(_ request: ReadingRequest) { self.request = request }

  /// nil when the file is missing; that is a finding, unless it may be.
  func openedFile() throws(IngestError) -> ByteFile? {
    do {
      return try ByteFile(request.path)
    } catch .unreadable(_, ENOENT) {
      if !request.register.isOptional { reportMissing() }
      return nil
    }
  }

  /// The kind of a file that is no CSV, which is reported.
  static func isOther(_ file: ByteFile, _ request: ReadingRequest) throws(IngestError) -> Bool {
    guard let kind = FileKind(of: try file.head(FileKind.headLength)) else { return false }
    let facts = Facts(arguments: ["kind": kind.rawValue])
    request.findings.report(Finding(.notCSV, at: request.location, facts: facts))
    return true
  }

  func reportMissing() {
    let name = Self.lastName(request.path)
    var facts = Facts(expected: Self.lastName(request.name))
    facts.arguments["nearest"] = Self.nearestFile(
      to: name, or: request.register.title, in: Self.folder(request.path))
    request.findings.report(Finding(.missingFile, at: request.location, facts: facts))
  }

  /// A file with nearly this name, or one named by the register's title.
  private static func nearestFile(to name: String, or title: String, in folder: String) -> String? {
    let names = Folder.names(in: folder) ?? []
    let titled = names.sorted().first { $0.split(separator: ".").first.map(String.init) == title }
    return titled ?? nearest(to: name, among: names)
  }

  private static func lastName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The names in a folder.
enum Folder {
  /// Sorted by their bytes, hidden ones left out; nil when there is no such folder.
  static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

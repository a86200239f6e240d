import Foundation
import Testing

/// The files below a folder with their bytes; those that may differ from run to run are left out.
struct OutputTree: Equatable {
  /// What no run can repeat: times, and the database's own pages.
  static let exempt: Set<String> = ["run.json", "store.sqlite"]

  private(set) var files: [String: Data] = [:]

  init(_ folder: URL, exempt: Set<String> = Self.exempt) throws {
    let root = folder.resolvingSymlinksInPath()
    let all = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]))
    for case let file as URL in all
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      let name = String(file.path.dropFirst(root.path.count + 1))
      if !exempt.contains(name) { files[name] = try Data(contentsOf: file) }
    }
  }

  var names: [String] { files.keys.sorted() }

  func text(_ name: String) throws -> String {
    String(decoding: try #require(files[name], "no \(name) among \(names)"), as: UTF8.self)
  }

  /// The files that are not alike in both, for a readable failure.
  func differences(from other: OutputTree) -> [String] {
    Set(names).union(other.names).filter { files[$0] != other.files[$0] }.sorted()
  }
}

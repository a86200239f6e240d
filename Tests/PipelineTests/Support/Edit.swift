import Foundation
import Testing

/// One change to a sample, said in words. Paths are those that findings show – `2025/income.csv` –, or start with
/// `pipelines/`.
struct Edit: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let path: String
  let change: @Sendable (URL) throws -> Void

  private init(_ words: String, _ path: String, _ change: @escaping @Sendable (URL) throws -> Void) {
    (testDescription, self.path, self.change) = (words, path, change)
  }

  /// Another value in one cell; rows count as findings count them, the header is row 1.
  static func cell(_ path: String, row: Int, _ column: String, _ value: String) -> Edit {
    Edit("\(path) row \(row) \(column) → \(value.prefix(40))", path) { file in
      var table = CSVText(try String(contentsOf: file, encoding: .utf8))
      let place = try #require(table.column(column), "no column \(column) in \(path)")
      try #require(table.rows.indices.contains(row - 1))
      table.rows[row - 1][place] = value
      try table.text.write(to: file, atomically: false, encoding: .utf8)
    }
  }

  /// Other text in the place of the first occurrence of `old`.
  static func text(_ path: String, _ old: String, _ new: String) -> Edit {
    Edit("\(path): “\(old.prefix(40))” → “\(new.prefix(40))”", path) { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let place = try #require(text.range(of: old), "“\(old)” is not in \(path)")
      try text.replacingCharacters(in: place, with: new).write(to: file, atomically: false, encoding: .utf8)
    }
  }

  /// Other bytes in the place of the first occurrence of `old`.
  static func bytes(_ path: String, _ old: String, _ new: [UInt8]) -> Edit {
    Edit("\(path): “\(old)” → \(new.count) bytes", path) { file in
      var bytes = try Data(contentsOf: file)
      let place = try #require(bytes.range(of: Data(old.utf8)), "“\(old)” is not in \(path)")
      bytes.replaceSubrange(place, with: new)
      try bytes.write(to: file)
    }
  }

  /// A file whose bytes become others.
  static func bytes(
    _ path: String, _ words: String, _ change: @escaping @Sendable ([UInt8]) throws -> [UInt8]
  )
    -> Edit
  {
    Edit("\(path): \(words)", path) { file in
      try Data(change(Array(try Data(contentsOf: file)))).write(to: file)
    }
  }

  /// A file, new or instead of the one that is there.
  static func file(_ path: String, _ bytes: [UInt8]) -> Edit {
    Edit("\(path) of \(bytes.count) bytes", path) { file in
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  static func file(_ path: String, _ text: String) -> Edit { file(path, Array(text.utf8)) }

  static func remove(_ path: String) -> Edit {
    Edit("without \(path)", path) { try FileManager.default.removeItem(at: $0) }
  }

  static func rename(_ path: String, to name: String) -> Edit {
    Edit("\(path) named \(name)", path) { file in
      try FileManager.default.moveItem(at: file, to: file.deletingLastPathComponent().appending(path: name))
    }
  }

  /// The rows of a table changed as a whole, header and all.
  static func rows(_ path: String, _ words: String, _ change: @escaping @Sendable ([[String]]) -> [[String]])
    -> Edit
  {
    Edit("\(path) \(words)", path) { file in
      let table = CSVText(try String(contentsOf: file, encoding: .utf8))
      try CSVText(rows: change(table.rows)).text.write(to: file, atomically: false, encoding: .utf8)
    }
  }
}

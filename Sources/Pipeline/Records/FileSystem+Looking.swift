import Foundation

/// What stands somewhere, looked at without following links and without opening it.
extension FileSystem {
  enum Kind: Hashable, Sendable {
    case file, folder
    case link(to: String)
    /// A FIFO, a socket or a device: opening it could wait for ever.
    case other
  }

  /// nil when there is nothing.
  static func kind(of path: String) throws(RunError) -> Kind? {
    var information = stat()
    guard lstat(path, &information) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link(to: target(of: path) ?? "")
    default: return .other
    }
  }

  static let notAFile = "不是文件 / not a file"

  /// Whether what was opened is a plain file.
  static func isFile(_ descriptor: Int32) -> Bool {
    var information = stat()
    return fstat(descriptor, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  /// All names in a folder, hidden ones too, sorted; none when there is no such folder. A folder that cannot be
  /// read is an error: taken for an empty one, what is in it would be written over.
  static func listing(of folder: String) throws(RunError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw failure(folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw failure(folder) }
    return names.sorted()
  }

  /// The ids of runs or publications in a folder: names of nothing but digits.
  static func ids(in folder: String) throws(RunError) -> [String] {
    try listing(of: folder).filter { $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
  }

  /// The id after the greatest of some, with four digits at least: `0001` after none.
  static func id(after known: some Sequence<String>) -> String {
    let next = String((known.compactMap { Int($0) }.max() ?? 0) + 1)
    return String(repeating: "0", count: max(0, 4 - next.count)) + next
  }

  static func move(_ path: String, to target: String) throws(RunError) {
    if rename(path, target) != 0 { throw failure(path) }
  }
}

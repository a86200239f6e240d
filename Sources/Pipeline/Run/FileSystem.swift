import Foundation
import Glibc

/// The few calls on files and folders that a run's guarantees rest on, each telling why it failed.
enum FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted, hidden ones left out; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// All files below a folder, sorted by path, hidden ones left out.
  static func files(below folder: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      return isFolder(path) ? files(below: path) : [path]
    }
  }

  /// Makes a folder and those above it. What stands in the way is named, not what was wanted below it.
  static func makeFolder(_ path: String) throws(RunError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) else { throw failure(path) }
  }

  static func write(_ bytes: Data, to path: String) throws(RunError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, of: path)
  }

  /// Writes all bytes, or says why not.
  static func write(_ bytes: Data, to descriptor: Int32, of path: String) throws(RunError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Copies a file's bytes, block by block.
  static func copy(_ source: String, to path: String) throws(RunError) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw failure(source) }
    defer { close(input) }
    let output = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard output >= 0 else { throw failure(path) }
    defer { close(output) }
    var block = Data(count: 1 << 20)
    while true {
      let count = block.withUnsafeMutableBytes { Foundation.read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(source) }
      if count == 0 { return }
      try write(block.prefix(count), to: output, of: path)
    }
  }

  /// The path without links, when it leads to something inside a folder.
  static func realPath(_ path: String, inside folder: String) -> String? {
    guard let file = realPath(path), let root = realPath(folder), file.hasPrefix(root + "/") else {
      return nil
    }
    return file
  }

  /// The path without links; nil when there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A file's size in bytes; nil when there is none, or it is a folder.
  static func size(_ path: String) -> Int? {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(information.st_size)
  }

  static func read(_ path: String) throws(RunError) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw failure(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(path, "not UTF-8") }
    return text
  }

  /// Writes a file's or folder's pages to the disk.
  static func sync(_ path: String) throws(RunError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw failure(path) }
  }

  /// Syncs every file and folder below, then the folder itself. Hundreds of files are written out together first,
  /// which is far quicker than one by one; what is asked of each afterwards, on all cores, is whether it got there.
  static func syncTree(_ folder: String) throws {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    if names.count > 200 { Glibc.sync() }
    let parts = stride(from: 0, to: names.count, by: 500).map { names[$0..<min($0 + 500, names.count)] }
    let syncPart = { @Sendable (names: ArraySlice<String>, _: Void) in
      for name in names { try sync(folder + "/" + name) }
    }
    _ = try AllCores.map(parts, contexts: {}, syncPart)
    try sync(folder)
  }

  /// Syncs a folder and the folders below it, whose files are synced.
  static func syncFolders(_ folder: String) throws(RunError) {
    for name in names(in: folder) where isFolder(folder + "/" + name) { try syncFolders(folder + "/" + name) }
    try sync(folder)
  }

  /// Removes a folder and all that is below, when it is there.
  static func remove(_ folder: String) throws(RunError) {
    guard exists(folder) else { return }
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw failure(folder, "\(error)")
    }
  }

  /// Where a link points; nil when it is none.
  static func target(of link: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: link)
  }

  /// The bytes that were checked are not those that would be used.
  static func changed(_ path: String) -> RunError {
    .storage(path: path, reason: "读取时被改动 / changed while it was read")
  }

  static func failure(_ path: String, _ reason: String? = nil) -> RunError {
    .storage(path: path, reason: reason ?? Self.reason(errno))
  }

  /// Why the system refused, in Chinese and in its own words.
  static func reason(_ code: Int32) -> String {
    let own = String(cString: strerror(code))
    let chinese: String? =
      switch code {
      case ENOENT: "文件或文件夹不存在"
      case EACCES, EPERM: "没有权限"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EROFS: "磁盘是只读的"
      case ENOTDIR, EEXIST: "同名的文件挡住了文件夹"
      case EFBIG: "文件超出了允许的大小"
      case EISDIR: "这是文件夹，不是文件"
      default: nil
      }
    return chinese.map { "\($0)（\(own)）" } ?? own
  }
}

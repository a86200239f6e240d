import Glibc

/// Where libxlsxwriter keeps the parts of a workbook until they are put together: some twenty files, removed as soon as
/// they are made.
enum WorkbookScratch {
  /// Beside the workbook.
  case disk
  /// In memory: of a workbook that is one of many, on all cores, more time went into making and removing these files
  /// on the disk than into writing them.
  case memory

  private static let memoryFolder = "/dev/shm"
  /// Memory is used only as long as there is so much of it.
  private static let leastRoom = 1 << 28

  /// Memory for one of many, where the system has it.
  init(forOneOfMany isOneOfMany: Bool) {
    let hasRoom = isOneOfMany && Self.room(in: Self.memoryFolder).map { $0 >= Self.leastRoom } ?? false
    self = hasRoom && access(Self.memoryFolder, W_OK | X_OK) == 0 ? .memory : .disk
  }

  func folder(of path: String) -> String {
    if self == .memory { return Self.memoryFolder }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Free bytes of the disk that holds the folder; nil where that cannot be told.
  static func room(in folder: String) -> Int? {
    var space = statvfs()
    guard statvfs(folder, &space) == 0, space.f_blocks > 0 else { return nil }
    return Int(clamping: space.f_bavail) * Int(clamping: space.f_frsize)
  }
}

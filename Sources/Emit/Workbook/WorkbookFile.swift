import CWorkbook
import CXLSXWriter
import Glibc

/// One workbook on its way into its file: libxlsxwriter's workbook, its formats, and its end.
final class WorkbookFile {
  let path: String
  /// Whether rows leave memory as soon as the next one begins.
  let isStreamed: Bool
  /// Roughly the bytes of the sheets' XML, which are on the disk twice while the file of a long one is put together.
  var bytes = 0
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  /// Of its sheets, those that the library does not have.
  var links: [SheetLinks] = []
  let formats: FormatCache
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true

  init(path: String, isStreamed: Bool) throws {
    Self.keepFreedMemory
    self.path = path
    self.isStreamed = isStreamed
    try Self.checkWritable(path)
    _ = workbook_scratch_error()
    let folder = strdup(Self.folder(of: path))
    defer { free(folder) }
    // The library keeps its own copies of the options' texts.
    var options = lxw_workbook_options(constant_memory: isStreamed ? 1 : 0, tmpdir: folder, use_zip64: 0)
    guard let workbook = workbook_new_opt(path, &options) else {
      throw WorkbookError.library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "workbook_new")
    }
    self.workbook = workbook
    formats = FormatCache(workbook)
  }

  /// A workbook is made of many small pieces, all of them freed at its end. Giving the memory back each time and
  /// asking for it again took a fifth of the time of a small workbook.
  private static let keepFreedMemory: Void = gongshi_keep_freed_memory(16 << 20)

  func addSheet(_ name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
    guard SheetName.mistake(in: name) == nil, workbook_validate_sheet_name(workbook, name) == LXW_NO_ERROR,
      let sheet = workbook_add_worksheet(workbook, name)
    else { throw WorkbookError.sheetName(name) }
    sheets.append(sheet)
    return sheet
  }

  func addChart(_ kind: lxw_chart_type) throws -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      throw WorkbookError.library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "chart")
    }
    return chart
  }

  func close(title: String?, created: CivilDay) throws {
    var properties = lxw_doc_properties()
    let copy = title.map { strdup($0) } ?? nil
    defer { free(copy) }
    properties.title = copy
    properties.created = Self.noon(of: created)
    workbook_set_properties(workbook, &properties)
    try requireSpace()
    defer { workbook_end() }
    for links in links { try links.insert() }
    isOpen = false
    let error = workbook_close(workbook)
    try checkParts()
    if error != LXW_NO_ERROR {
      throw WorkbookError.library(code: error.rawValue, reason: String(cString: lxw_strerror(error)))
    }
    if workbook_end() > 0 {
      throw WorkbookError.library(code: LXW_ERROR_ZIP_INTERNAL_ERROR.rawValue, reason: "links")
    }
  }

  /// The library does not notice a temporary file that could not be written.
  private func checkParts() throws {
    let error = workbook_scratch_error()
    if error != 0 { throw WorkbookError.file(path: path, reason: String(cString: strerror(error))) }
  }

  /// Gives the workbook up and removes the file; what is no file (a device) stays.
  func discard() {
    if isOpen {
      // The library leaves them open.
      for sheet in sheets { if let rows = sheet.pointee.optimize_tmpfile { fclose(rows) } }
      lxw_workbook_free(workbook)
    }
    isOpen = false
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(path) }
  }

  /// The library would print its own line to stderr: the system's reason is found first.
  private static func checkWritable(_ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { throw WorkbookError.file(path: path, reason: String(cString: strerror(errno))) }
    Glibc.close(descriptor)
  }

  /// The disk is looked at before the workbook is put together, so that it is not left half full.
  private func requireSpace() throws {
    let needed = 2 * bytes + 65536
    if let room = Self.room(in: Self.folder(of: path)), room < needed {
      throw WorkbookError.diskFull(path: path, bytes: needed)
    }
  }

  /// Where the workbook is, and temporary files that do not lie in memory.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Free bytes of the folder's disk; nil where that cannot be told.
  private static func room(in folder: String) -> Int? {
    var space = statvfs()
    guard statvfs(folder, &space) == 0, space.f_blocks > 0 else { return nil }
    return Int(clamping: space.f_bavail) * Int(clamping: space.f_frsize)
  }

  /// Noon of the day: the library writes it as UTC.
  private static func noon(of day: CivilDay) -> time_t {
    var parts = tm()
    parts.tm_year = Int32(clamping: day.year - 1900)
    parts.tm_mon = Int32(clamping: day.month - 1)
    parts.tm_mday = Int32(clamping: day.day)
    parts.tm_hour = 12
    return timegm(&parts)
  }
}

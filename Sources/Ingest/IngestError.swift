import Glibc

/// A file that cannot be used at all: not wrong data, but no data to be had.
public enum IngestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `code` is the system's error number.
  case unreadable(path: String, code: Int32)
  /// A folder, a pipe or a device where a file should be.
  case notAFile(path: String)
  /// Somebody wrote to the file while it was read.
  case changed(path: String)

  public var description: String { sentence(inEnglish: true) }

  public func sentence(inEnglish english: Bool) -> String {
    switch self {
    case .unreadable(let path, let code):
      let why = String(cString: strerror(code))
      return english ? "\(path): cannot be read: \(why)" : "\(path)：无法读取：\(why)"
    case .notAFile(let path): return english ? "\(path): is no file" : "\(path)：不是文件"
    case .changed(let path):
      return english ? "\(path): changed while it was read; run again" : "\(path)：读取时被改动，请重新运行"
    }
  }
}

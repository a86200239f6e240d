import Foundation

/// A file that is written from front to back in large pieces. What is half written stays behind when it is not
/// closed: only a run folder that is whole is ever made current.
struct OutputFile: ~Copyable {
  private static let piece = 1 << 16

  private let path: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var written = 0

  /// Creates the file, or empties it.
  init(creating path: String) throws(EmitError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failed(path) }
    pending.reserveCapacity(2 * Self.piece)
  }

  deinit { _ = Foundation.close(descriptor) }

  mutating func write(_ bytes: [UInt8]) throws(EmitError) {
    pending += bytes
    if pending.count >= Self.piece { try flush() }
  }

  /// How many bytes the file has now.
  consuming func finish() throws(EmitError) -> Int {
    try flush()
    return written
  }

  private mutating func flush() throws(EmitError) {
    var start = 0
    while start < pending.count {
      let count = pending[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.failed(path) }
      start += count
    }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  private static func failed(_ path: String) -> EmitError {
    .unwritable(path: path, why: String(cString: strerror(errno)))
  }
}

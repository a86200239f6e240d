import Foundation

/// A file that is written from front to back in large pieces. What is half written stays behind when it is not
/// closed: only a run folder that is whole is ever made current.
struct OutputFile: ~Copyable {
  private static let piece = 1 << 16

  private let path: String
  private let descriptor: Int32
  /// What is to be written.
  let pending = ByteBuffer(capacity: 2 * piece)
  private var written = 0

  /// Creates the file, or empties it.
  init(creating path: String) throws(EmitError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failed(path) }
  }

  deinit { _ = Foundation.close(descriptor) }

  mutating func write(_ bytes: [UInt8]) throws(EmitError) {
    bytes.withUnsafeBufferPointer { pending.append($0) }
    try writeWhenMuch()
  }

  /// Writes what is pending, when it is a large piece.
  mutating func writeWhenMuch() throws(EmitError) { if pending.count >= Self.piece { try flush() } }

  /// How many bytes the file has now.
  consuming func finish() throws(EmitError) -> Int {
    try flush()
    return written
  }

  private mutating func flush() throws(EmitError) {
    var rest = UnsafeRawBufferPointer(pending.bytes)[...]
    while !rest.isEmpty {
      let bytes = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.failed(path) }
      rest = rest.dropFirst(count)
    }
    written += pending.count
    pending.clear()
  }

  private static func failed(_ path: String) -> EmitError {
    .unwritable(path: path, why: String(cString: strerror(errno)))
  }
}

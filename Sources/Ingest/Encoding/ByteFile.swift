import Glibc

/// A file read in blocks, from its start as often as needed. It is never mapped: a file that somebody
/// shortens while it is read would end the program.
final class ByteFile {
  let path: String
  let size: Int
  /// Without the marks 1A by which DOS ended texts.
  private(set) var textSize: Int
  private let descriptor: Int32
  /// As it was opened.
  let stamp: FileStamp

  init(_ path: String) throws(IngestError) {
    // Without waiting: opening a pipe would hang until somebody writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let stamp = FileStamp(descriptor)
    else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    (self.path, self.descriptor, self.stamp) = (path, descriptor, stamp)
    size = Int(status.st_size)
    textSize = size
    textSize = try sizeWithoutEndMarks()
  }

  deinit { close(descriptor) }

  /// Reads at `offset` until the buffer is full or the file ends; how many bytes there were.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, offset + filled)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw .unreadable(path: path, code: errno)
      }
    }
    return filled
  }

  private func sizeWithoutEndMarks() throws(IngestError) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128, alignment: 16)
    defer { buffer.deallocate() }
    let start = max(0, size - buffer.count)
    let count = try read(at: start, into: buffer)
    return start + count - buffer.prefix(count).reversed().prefix { $0 == 0x1A }.count
  }

  /// The first bytes, at most `count`.
  func head(_ count: Int) throws(IngestError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { buffer.deallocate() }
    let filled = try read(at: 0, into: buffer)
    return Array(buffer.prefix(filled))
  }

  /// Throws when the file is no longer the one that was opened.
  func checkUnchanged() throws(IngestError) {
    if FileStamp(descriptor) != stamp { throw .changed(path: path) }
  }
}

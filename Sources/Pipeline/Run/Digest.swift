import Crypto
import Foundation
import Ingest
import Synchronization

/// SHA-256 of files, in lower-case hexadecimal.
enum Digest {
  static func file(_ path: String) throws(RunError) -> String { try stamped(path) { _ in }.sha256 }

  /// Of a file that was read before: which file it is has to be looked at too.
  static func stamped(_ path: String) throws(RunError) -> (sha256: String, stamp: FileStamp?) {
    try stamped(path) { _ in }
  }

  /// Copies a file to a new one, for reading only and on the disk, and returns its digest.
  static func copy(_ source: String, to target: String) throws(RunError) -> String {
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
    guard descriptor >= 0 else { throw FileSystem.failure(target) }
    defer { close(descriptor) }
    let digest = try stamped(source) { (bytes: UnsafeRawBufferPointer) throws(RunError) in
      try FileSystem.write(Data(bytes), to: descriptor, of: target)
    }.sha256
    if fsync(descriptor) != 0 { throw FileSystem.failure(target) }
    return digest
  }

  /// Reads a file block by block; each is handed over on the way.
  private static func stamped(
    _ path: String, _ pass: (UnsafeRawBufferPointer) throws(RunError) -> Void
  ) throws(RunError) -> (sha256: String, stamp: FileStamp?) {
    // What is no file is refused instead of waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    defer { close(descriptor) }
    guard FileSystem.isFile(descriptor) else { throw FileSystem.failure(path, FileSystem.notAFile) }
    let stamp = FileStamp(descriptor)
    var hash = SHA256()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = Foundation.read(descriptor, block.baseAddress, block.count)
      if count < 0 { throw FileSystem.failure(path) }
      if count == 0 { break }
      let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
      hash.update(bufferPointer: bytes)
      try pass(bytes)
    }
    guard FileStamp(descriptor) == stamp else { throw FileSystem.changed(path) }
    return (hex(hash.finalize()), stamp)
  }

  static func text(_ text: String) -> String { hex(SHA256.hash(data: Data(text.utf8))) }

  static func bytes(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hex(hash.finalize())
  }

  /// Of the bytes and a closing brace: a JSON object whose last member was cut off.
  static func closed(_ object: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: object)
    var brace = UInt8(ascii: "}")
    withUnsafeBytes(of: &brace) { hash.update(bufferPointer: $0) }
    return hex(hash.finalize())
  }

  private static func hex(_ digest: SHA256.Digest) -> String {
    String(unsafeUninitializedCapacity: 64) { text in
      var place = 0
      for byte in digest {
        (text[place], text[place + 1]) = (digit(byte >> 4), digit(byte & 15))
        place += 2
      }
      return place
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}

/// A file's digest on its way, made by another core while the file is read and checked.
final class PendingDigest: Sendable {
  typealias Digested = (sha256: String, stamp: FileStamp?)
  private let result = Mutex<Result<Digested, RunError>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(of path: String) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let digest = Result { () throws(RunError) in try Digest.stamped(path) }
      result.withLock { $0 = digest }
      done.signal()
    }
  }

  /// Waits for it; to be called once.
  func value() throws(RunError) -> Digested {
    done.wait()
    return try result.withLock { $0 }?.get() ?? ("", nil)
  }
}

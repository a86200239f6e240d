import Crypto
import Foundation
import Synchronization

/// SHA-256 of files, in lower-case hexadecimal.
enum Digest {
  static func file(_ path: String) throws(RunError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    defer { close(descriptor) }
    var hash = SHA256()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = Foundation.read(descriptor, block.baseAddress, block.count)
      if count < 0 { throw FileSystem.failure(path) }
      if count == 0 { break }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    return hex(hash.finalize())
  }

  static func text(_ text: String) -> String { hex(SHA256.hash(data: Data(text.utf8))) }

  private static func hex(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// A file's digest on its way, made by another core while the file is read and checked.
final class PendingDigest: Sendable {
  private let result = Mutex<Result<String, RunError>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(of path: String) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let digest = Result { () throws(RunError) in try Digest.file(path) }
      result.withLock { $0 = digest }
      done.signal()
    }
  }

  /// Waits for it; to be called once.
  func value() throws(RunError) -> String {
    done.wait()
    return try result.withLock { $0 }?.get() ?? ""
  }
}

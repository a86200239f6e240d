import Glibc

/// Which file it was that was opened, and in which state: what changes when somebody writes to the file or puts
/// another one in its place.
public struct FileStamp: Hashable, Sendable {
  private var device: UInt
  private var inode: UInt
  private var size: Int
  private var modified: [Int]
  private var changed: [Int]

  /// nil when the descriptor leads to nothing.
  public init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    (device, inode, size) = (UInt(status.st_dev), UInt(status.st_ino), Int(status.st_size))
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}

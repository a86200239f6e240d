import Foundation

/// Holds a period's output folder for one run. The lock goes with the process, however it ends.
struct RunLock: ~Copyable {
  private let descriptor: Int32

  init(folder: String) throws(RunError) {
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isHeld = errno == EWOULDBLOCK
      close(descriptor)
      throw isHeld ? .locked(path: folder) : FileSystem.failure(path)
    }
  }

  deinit { close(descriptor) }
}

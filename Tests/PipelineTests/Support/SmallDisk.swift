import Foundation
import TestSupport
import Testing

/// A disk of a few megabytes in memory, where the system lets one be made.
struct SmallDisk {
  static let isPossible: Bool = {
    let place = FileManager.default.temporaryDirectory.appending(path: "gongshi-disk-\(UUID().uuidString)")
    guard let disk = try? SmallDisk(at: place, megabytes: 1) else { return false }
    disk.detach()
    return (try? FileManager.default.removeItem(at: place)) != nil
  }()

  private let place: URL
  private var filler: URL { place.appending(path: "filler") }

  init(at place: URL, megabytes: Int) throws {
    self.place = place
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try TestSupport.run("mount", ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", place.path])
  }

  func detach() { _ = try? TestSupport.run("umount", [place.path]) }

  /// Takes all room but so many bytes.
  func fill(leaving bytes: Int) throws {
    try? FileManager.default.removeItem(at: filler)
    if bytes == .max { return }
    let values = try place.resourceValues(forKeys: [.volumeAvailableCapacityKey])
    let free = try #require(values.volumeAvailableCapacity)
    try Data(count: max(0, free - bytes)).write(to: filler)
  }

  /// Takes away the runs that no link points at.
  func empty(_ output: URL) throws {
    let used = ["current", "latest"].compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: output.appending(path: $0).path)
    }
    for run in try FileManager.default.contentsOfDirectory(atPath: output.appending(path: "runs").path)
    where !used.contains("runs/" + run) {
      try FileManager.default.removeItem(at: output.appending(path: "runs/" + run))
    }
  }
}

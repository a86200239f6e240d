import Foundation

/// The ledger's file while it is locked: shared by readers, or one writer's own. The lock goes with the value.
final class HeldLedger {
  enum Purpose { case reading, writing }

  private let path: String
  private let descriptor: Int32

  init(_ path: String, for purpose: Purpose) throws(RunError) {
    self.path = path
    let isWriting = purpose == .writing
    descriptor = open(path, (isWriting ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystem.failure(path) }
    while flock(descriptor, isWriting ? LOCK_EX : LOCK_SH) != 0 {
      if errno != EINTR { throw FileSystem.failure(path) }
    }
  }

  deinit { close(descriptor) }

  // MARK: Reading

  /// Hands over every line after some place, in order, each proved. Throws at the first that does not hold.
  @discardableResult
  func forEachLine(
    after known: LedgerEnd = LedgerEnd(), _ body: (LedgerLine) -> Void
  ) throws(RunError) -> LedgerEnd {
    let bytes = try read(from: known.length, to: try size())
    var end = known
    end.rest = .nothing
    var broken: (line: Int, fault: LedgerFault)?
    bytes.withUnsafeBytes { bytes in
      // The end of a line that lacked it may have been added since.
      var place = known.rest == .unended && bytes.first == 0x0A ? 1 : 0
      end.length += place
      while let next = Self.newline(in: bytes, from: place) {
        let text = UnsafeRawBufferPointer(rebasing: bytes[place..<next])
        let line = LedgerLine(text)
        if let fault = end.fault(of: line) {
          broken = (end.lines + 1, fault)
          return
        }
        line.map(body)
        end.pass(text, saysDigest: line?.hasDigest ?? false)
        end.length += 1
        place = next + 1
      }
      let rest = UnsafeRawBufferPointer(rebasing: bytes[place...])
      if rest.isEmpty, known.rest == .unended, place == 0 { end.rest = .unended }
      end.take(rest).map(body)
    }
    if let broken { throw .ledger(path: path, line: broken.line, broken.fault) }
    return end
  }

  /// Where the ledger ends, from its last line alone, whatever that is.
  func last() throws(RunError) -> LedgerEnd {
    let size = try size()
    var span = 1 << 14
    while true {
      let start = max(0, size - span)
      let bytes = try read(from: start, to: size)
      let newlines = bytes.indices.filter { bytes[$0] == 0x0A }
      if start == 0 || newlines.count > 1 { return try end(of: bytes, at: start, newlines: newlines) }
      span *= 8
    }
  }

  private func end(of bytes: [UInt8], at start: Int, newlines: [Int]) throws(RunError) -> LedgerEnd {
    var end = LedgerEnd()
    guard let last = newlines.last else {
      bytes.withUnsafeBytes { _ = end.take($0) }
      return end
    }
    let from = newlines.dropLast().last.map { $0 + 1 } ?? 0
    let line = bytes.withUnsafeBytes { LedgerLine(UnsafeRawBufferPointer(rebasing: $0[from..<last])) }
    end.saysDigest = line?.hasDigest ?? true
    if let line {
      end.lines = line.number
    } else {
      // The number of a line that is none is counted.
      end.lines = try read(from: 0, to: start + last + 1).count { $0 == 0x0A }
    }
    bytes.withUnsafeBytes { bytes in
      end.digest = Digest.bytes(UnsafeRawBufferPointer(rebasing: bytes[from..<last]))
      end.length = start + last + 1
      _ = end.take(UnsafeRawBufferPointer(rebasing: bytes[(last + 1)...]))
    }
    return end
  }

  private static func newline(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    return memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
  }

  private func size() throws(RunError) -> Int {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw FileSystem.failure(path) }
    return Int(information.st_size)
  }

  private func read(from start: Int, to end: Int) throws(RunError) -> [UInt8] {
    var failed: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, end - start)) { buffer, count in
      while count < end - start {
        let more = pread(descriptor, buffer.baseAddress! + count, end - start - count, off_t(start + count))
        if more < 0, errno == EINTR { continue }
        if more < 0 { failed = errno }
        if more <= 0 { return }
        count += more
      }
    }
    if let failed { throw FileSystem.failure(path, FileSystem.reason(failed)) }
    return bytes
  }

  // MARK: Writing

  /// Adds a line and syncs it; returns it. What cannot be written whole is taken back.
  @discardableResult
  func append(
    _ kind: String, _ facts: [String: String], units: [String: String] = [:], after end: LedgerEnd
  ) throws(RunError) -> LedgerLine {
    var facts = facts
    facts["kind"] = kind
    facts["number"] = "\(end.lines + 1)"
    facts["previous"] = end.digest
    facts["time"] = LocalTime.now
    let text = (end.rest == .unended ? "\n" : "") + LedgerLine.text(facts, units: units) + "\n"
    guard ftruncate(descriptor, off_t(end.length)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw FileSystem.failure(path)
    }
    do throws(RunError) {
      try FileSystem.write(Data(text.utf8), to: descriptor, of: path)
      if fsync(descriptor) != 0 { throw FileSystem.failure(path) }
    } catch {
      ftruncate(descriptor, off_t(end.length))
      throw error
    }
    // A new file is there only when its folder says so.
    if end.lines == 0 { try FileSystem.sync(path.parentFolder) }
    return LedgerLine(
      number: end.lines + 1, kind: kind, facts: facts.map { ($0, $1) }, units: units.map { ($0, $1) },
      hasDigest: true)
  }
}

extension LedgerEnd {
  /// What is wrong with the line that follows; nil when it holds.
  fileprivate func fault(of line: LedgerLine?) -> LedgerFault? {
    guard let line, line.hasDigest || !saysDigest else { return .changed }
    return line.number == lines + 1 && line["previous"] == digest ? nil : .unchained
  }

  fileprivate mutating func pass(_ line: UnsafeRawBufferPointer, saysDigest: Bool) {
    lines += 1
    self.saysDigest = saysDigest
    digest = Digest.bytes(line)
    length += line.count
  }

  /// What stands after the last line's end: a whole line, which is returned, or one that was torn off.
  fileprivate mutating func take(_ rest: UnsafeRawBufferPointer) -> LedgerLine? {
    if rest.isEmpty { return nil }
    guard let line = LedgerLine(rest), line.hasDigest, fault(of: line) == nil else {
      self.rest = .torn
      return nil
    }
    self.rest = .unended
    pass(rest, saysDigest: true)
    return line
  }
}

extension String {
  /// The folder in which a path's file stands.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

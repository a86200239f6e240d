/// A file's text as UTF-8, block by block, whatever the file's encoding.
final class TextStream {
  /// Bytes of the file a block.
  static let blockLength = 1 << 16

  private let file: ByteFile
  private let encoding: TextEncoding
  private let converter: Converter?
  /// Where in the file the next block begins.
  private(set) var offset: Int
  /// No byte from here on is read.
  private let end: Int
  private let input: UnsafeMutableRawBufferPointer
  private let output: UnsafeMutableRawBufferPointer
  /// Where the file stops being in its encoding; nil as long as it is.
  private(set) var invalidOffset: Int?

  init(_ file: ByteFile, _ encoding: TextEncoding, from start: Int, to end: Int? = nil) {
    self.file = file
    self.encoding = encoding
    converter = encoding == .utf8 ? nil : Converter(from: encoding.rawValue)
    offset = start
    self.end = end ?? (encoding.unitLength == 1 ? file.textSize : file.size)
    input = .allocate(byteCount: Self.blockLength, alignment: 64)
    // Two bytes of GB18030 or UTF-16 become at most three, and the one of € three.
    output = .allocate(byteCount: encoding == .utf8 ? 0 : Self.blockLength * 3 + 16, alignment: 64)
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  /// The next block, valid until the one after it is asked for; nil at the end, and where the text is
  /// invalid.
  func next() throws(IngestError) -> UnsafeRawBufferPointer? {
    guard invalidOffset == nil, offset < end else { return nil }
    let room = UnsafeMutableRawBufferPointer(rebasing: input.prefix(end - offset))
    let count = try file.read(at: offset, into: room)
    guard count > 0 else { return nil }
    let block = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(input).prefix(count))
    guard encoding != .utf8 else {
      offset += count
      return block
    }
    return converted(block)
  }

  private func converted(_ block: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard let converter else {
      invalidOffset = offset
      return nil
    }
    var (read, written) = (0, 0)
    var stop: Converter.Stop
    repeat {
      let rest = UnsafeRawBufferPointer(rebasing: block[read...])
      let step = converter.convert(rest, into: UnsafeMutableRawBufferPointer(rebasing: output[written...]))
      (read, written, stop) = (read + step.read, written + step.written, step.stop)
    } while stop == .invalid && passGap(block, &read, &written)
    offset += read
    let isCutShort = stop == .incomplete && (offset + block.count - read >= end || read == 0)
    if stop == .invalid || isCutShort { invalidOffset = offset }
    guard written > 0 else { return nil }
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output).prefix(written))
  }

  /// Writes a character that the C library does not know.
  private func passGap(_ block: UnsafeRawBufferPointer, _ read: inout Int, _ written: inout Int) -> Bool {
    guard encoding == .gb18030,
      let (scalar, length) = GB18030Gap.character(at: UnsafeRawBufferPointer(rebasing: block[read...]))
    else { return false }
    for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
      output[written] = byte
      written += 1
    }
    read += length
    return true
  }
}

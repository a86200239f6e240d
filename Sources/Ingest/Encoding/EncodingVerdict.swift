/// What a file is encoded in, by the rule for files from the field: the mark, else strict UTF-8 over the
/// whole file, else strict GB18030 over the whole file. Never a guess from a sample.
struct EncodingVerdict: Equatable {
  enum Trouble: Equatable {
    /// `other` is a further encoding that was tried and failed earlier in the file.
    case invalid(other: TextEncoding?)
    case nul
  }

  var encoding: TextEncoding
  /// Where the text starts, after the mark.
  var start: Int
  /// What makes the file unusable, and at which byte.
  var trouble: (kind: Trouble, offset: Int)?

  static func == (a: EncodingVerdict, b: EncodingVerdict) -> Bool {
    (a.encoding, a.start, a.trouble?.kind, a.trouble?.offset)
      == (b.encoding, b.start, b.trouble?.kind, b.trouble?.offset)
  }

  /// - Parameter declared: the encoding that the schema says; only the mark of another overrules it.
  static func of(_ file: ByteFile, declared: TextEncoding?) throws(IngestError) -> EncodingVerdict {
    let mark = TextEncoding.mark(try file.head(3))
    if let encoding = mark?.encoding ?? declared {
      return try checked(file, encoding, from: mark?.length ?? 0)
    }
    let utf8 = try checked(file, .utf8, from: 0)
    guard let trouble = utf8.trouble, trouble.kind != .nul else { return utf8 }
    var gb18030 = try checked(file, .gb18030, from: 0)
    guard let other = gb18030.trouble, other.kind != .nul else { return gb18030 }
    // Neither: the one that went further is the likelier one, and its first bad byte is shown.
    if other.offset < trouble.offset {
      return EncodingVerdict(encoding: .utf8, start: 0, trouble: (.invalid(other: .gb18030), trouble.offset))
    }
    gb18030.trouble = (.invalid(other: .utf8), other.offset)
    return gb18030
  }

  private static func checked(
    _ file: ByteFile, _ encoding: TextEncoding, from start: Int
  ) throws(IngestError) -> EncodingVerdict {
    let trouble =
      encoding == .utf8
      ? try utf8Trouble(file, from: start) : try convertedTrouble(file, encoding, from: start)
    return EncodingVerdict(encoding: encoding, start: start, trouble: trouble)
  }

  private static func utf8Trouble(
    _ file: ByteFile, from start: Int
  ) throws(IngestError) -> (kind: Trouble, offset: Int)? {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    var offset = start
    while true {
      let count = try file.read(at: offset, into: buffer)
      if count == 0 { return nil }
      let (checked, stop) = UTF8Check.check(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer).prefix(count)))
      offset += checked
      switch stop {
      case .nul: return (.nul, offset)
      case .invalid: return (.invalid(other: nil), offset)
      case .incomplete where checked == 0 || count < buffer.count: return (.invalid(other: nil), offset)
      case .incomplete, .end: if count < buffer.count { return nil }
      }
    }
  }

  private static func convertedTrouble(
    _ file: ByteFile, _ encoding: TextEncoding, from start: Int
  ) throws(IngestError) -> (kind: Trouble, offset: Int)? {
    let stream = TextStream(file, encoding, from: start)
    var hasNUL = false
    while let block = try stream.next() { hasNUL = hasNUL || block.contains(0) }
    let invalid = stream.invalidOffset
    if hasNUL, let nul = try firstNUL(file, encoding, from: start), nul < invalid ?? .max {
      return (.nul, nul)
    }
    return invalid.map { (.invalid(other: nil), $0) }
  }

  /// No other character of these encodings contains a whole unit of zeros.
  private static func firstNUL(
    _ file: ByteFile, _ encoding: TextEncoding, from start: Int
  ) throws(IngestError) -> Int? {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
    defer { buffer.deallocate() }
    var offset = start
    while true {
      let count = try file.read(at: offset, into: buffer)
      if count == 0 { return nil }
      let unit = encoding.unitLength
      for index in stride(from: 0, to: count - unit + 1, by: unit)
      where buffer[index] == 0 && buffer[index + unit - 1] == 0 {
        return offset + index
      }
      offset += count
    }
  }
}

extension TextEncoding {
  /// What the file is encoded in, by the rule for files from the field; nil when it cannot be read or is none of them.
  public init?(found path: String, declared: TextEncoding?) {
    guard let file = try? ByteFile(path), let verdict = try? EncodingVerdict.of(file, declared: declared),
      verdict.trouble == nil
    else { return nil }
    self = verdict.encoding
  }
}

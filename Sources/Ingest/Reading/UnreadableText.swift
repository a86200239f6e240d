import Figures

/// Says where a file stops being text: byte, row and column.
struct UnreadableText {
  private let request: ReadingRequest
  private let file: ByteFile

  init(_ request: ReadingRequest, _ file: ByteFile) { (self.request, self.file) = (request, file) }

  func report(
    _ kind: EncodingVerdict.Trouble, at offset: Int, _ verdict: EncodingVerdict
  ) throws(IngestError) {
    var facts = Facts(arguments: ["offset": String(offset), "encoding": verdict.encoding.rawValue])
    let code: FindingCode
    switch kind {
    case .nul: code = .nulByte
    case .invalid(let other):
      code = .invalidBytes
      facts.found = try bytes(at: offset)
      facts.arguments["other"] = other?.rawValue
    }
    let location = try place(of: offset, verdict)
    request.findings.report(Finding(code, at: location, facts: facts))
  }

  /// `0xFF 0xFE`: two bytes tell enough.
  private func bytes(at offset: Int) throws(IngestError) -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
    defer { buffer.deallocate() }
    let count = try file.read(at: offset, into: buffer)
    return buffer.prefix(count).map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "0x" + (digits.count == 1 ? "0" : "") + digits
    }.joined(separator: " ")
  }

  /// Reads the rows up to the byte. The column is nil where the header does not name it.
  private func place(of offset: Int, _ verdict: EncodingVerdict) throws(IngestError) -> SourceLocation {
    let stream = TextStream(file, verdict.encoding, from: verdict.start, to: offset)
    let reader = BlockReader(stream, request.register.dialect, closesLastRow: false)
    let cut = CutRows(columns: 0)
    var titles = request.register.dialect.hasHeader ? nil : request.register.fields.map(\.name)
    while !reader.isAtEnd {
      try reader.next(into: cut)
      let first = cut.show { $0.count > 0 ? $0.strings(0) : nil }
      titles = titles ?? first
    }
    var location = SourceLocation(file: request.name, row: Int(reader.rowNumber) + 1)
    let cell = reader.cellsOfOpenRow
    if let titles, cell < titles.count { location.column = titles[cell] }
    return location
  }
}

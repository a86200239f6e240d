import Figures

/// One reading of a CSV register's text, on its own thread: what it is encoded in, and its rows, cut.
struct RegisterReading {
  private let request: ReadingRequest
  private let file: ByteFile
  private let handover: Handover

  init(_ request: ReadingRequest, _ file: ByteFile, _ handover: Handover) {
    (self.request, self.file, self.handover) = (request, file, handover)
  }

  /// What the text is encoded in; nil when the file is something else than CSV. That, and trouble with the text, is
  /// reported.
  func read() throws(IngestError) -> EncodingVerdict? {
    if try FileCheck.isOther(file, request) { return nil }
    let verdict = try EncodingVerdict.of(file, declared: request.register.encoding)
    if let trouble = verdict.trouble {
      try UnreadableText(request, file).report(trouble.kind, at: trouble.offset, verdict)
      return verdict
    }
    let stream = TextStream(file, verdict.encoding, from: verdict.start)
    let reader = BlockReader(stream, request.register.dialect)
    while !reader.isAtEnd, let rows = handover.takeEmpty() {
      try reader.next(into: rows)
      handover.send(rows)
    }
    try file.checkUnchanged()
    return verdict
  }
}

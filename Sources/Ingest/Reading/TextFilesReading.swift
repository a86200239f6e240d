import Figures
import Glibc

/// One reading of a text register: every file whose path fits is a row, in the order of the paths.
///
/// The text is decoded by the rule for files from the field, its line ends are LF, and the last ones are left
/// out.
struct TextFilesReading {
  private let request: ReadingRequest
  private let texts: TextFiles
  private let checker: BlockChecker
  private let issues: IssueList

  /// The longest text of one file.
  private static let mostBytes = 1 << 24

  init(_ request: ReadingRequest, _ texts: TextFiles) {
    (self.request, self.texts) = (request, texts)
    issues = IssueList(file: request.name, log: request.findings)
    checker = BlockChecker(
      request.register, Header(without: request.register), storing: request.columns, passing: request.passed,
      expecting: 0, issues)
  }

  func read(_ sink: (RowBatch) throws -> Void) throws -> ReadingSummary {
    var summary = request.emptySummary
    let root = realPath(request.path)
    let found = root == nil ? [] : texts.matches(in: request.path)
    for match in found {
      let name = request.name.isEmpty ? match.path : request.name + "/" + match.path
      issues.begin(file: name)
      guard let path = realPath(request.path + "/" + match.path), let root, path.hasPrefix(root + "/") else {
        issues.add(.outsideFolder, row: nil) { Facts(found: match.path) }
        issues.report { _ in nil }
        continue
      }
      let file = try ByteFile(path)
      guard let text = try text(of: file, shownAs: name) else { continue }
      try file.checkUnchanged()
      summary.files.append(name)
      summary.stamps.append(file.stamp)
      let batch = RowBatch(columns: checker.storedColumns.count)
      fill(batch, match.values, text, row: Int64(summary.files.count))
      if batch.rows > 0 { try sink(batch) }
      summary.rows += batch.rows
    }
    summary.isMissing = found.isEmpty
    if found.isEmpty, !request.register.isOptional { reportMissing() }
    summary.keys = checker.primaryKeys
    return summary
  }

  /// The file's text; nil when it is none, which is reported.
  private func text(of file: ByteFile, shownAs name: String) throws(IngestError) -> [UInt8]? {
    var own = request
    own.name = name
    if try FileCheck.isOther(file, own) { return nil }
    let verdict = try EncodingVerdict.of(file, declared: request.register.encoding)
    if let trouble = verdict.trouble {
      try UnreadableText(own, file).report(trouble.kind, at: trouble.offset, verdict)
      return nil
    }
    let stream = TextStream(file, verdict.encoding, from: verdict.start)
    var text: [UInt8] = []
    while text.count <= Self.mostBytes, let block = try stream.next() { text += block }
    if text.count > Self.mostBytes {
      issues.add(.cellTooLong, row: nil) {
        Facts(found: Excerpt.of(text), arguments: ["limit": String(Self.mostBytes)])
      }
      issues.report { _ in nil }
      return nil
    }
    return Self.trimmed(text)
  }

  /// With LF for line ends, and none at the end.
  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    while let last = result.last, last == 0x0A || last == 0x0D { result.removeLast() }
    return result
  }

  /// Makes one row of the path's fields and the text, and checks it like any other.
  private func fill(_ batch: RowBatch, _ values: [String: String], _ text: [UInt8], row: Int64) {
    var spans: [CellRecorder.Span] = []
    for field in request.register.fields {
      let cell = field.isContent ? text : Array((values[field.name] ?? "").utf8)
      spans.append(CellRecorder.Span(start: UInt32(batch.bytes.count), length: UInt32(cell.count)))
      batch.bytes += cell
    }
    var used = batch.bytes.count
    batch.bytes.append(0)
    let cleaning = CellCleaning()
    spans.withUnsafeMutableBufferPointer { cleaning.clean($0, in: batch, used: &used) }
    var rows = [CellRecorder.Row(firstCell: 0, cells: UInt32(spans.count), number: row)]
    batch.bytes.withUnsafeBufferPointer { bytes in
      rows.withUnsafeMutableBufferPointer { rows in
        spans.withUnsafeMutableBufferPointer { spans in
          guard let bytes = bytes.baseAddress, let spans = spans.baseAddress else { return }
          let block = RowBlock(bytes: bytes, spans: spans, rows: rows)
          checker.check(block, into: batch, used: used, cleaning.remarks)
        }
      }
    }
    checker.appendRewritten(to: batch)
  }

  private func reportMissing() {
    let location = SourceLocation(file: request.name.isEmpty ? texts.path : request.name + "/" + texts.path)
    request.findings.report(Finding(.missingFile, at: location, facts: Facts(expected: texts.path)))
  }
}

/// The path without links; nil when there is nothing.
private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

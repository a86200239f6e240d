import Foundation
import Testing

@testable import Pipeline

@Suite("The ledger")
struct LedgerTests {
  private let ledger: Ledger

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    ledger = Ledger(output: folder.path)
  }

  private func text() throws -> String { try String(contentsOfFile: ledger.path, encoding: .utf8) }

  private func rewrite(_ change: (String) -> String) throws {
    try change(try text()).write(toFile: ledger.path, atomically: true, encoding: .utf8)
  }

  private func lines() throws -> [Substring] { try text().split(separator: "\n") }

  private func add(_ runs: ClosedRange<Int>) throws {
    for run in runs { try ledger.append("run", ["run": "000\(run)"]) }
  }

  @Test("every line is chained to the one before, and says its own digest and the time")
  func chain() throws {
    try add(1...3)
    #expect(try lines().count == 3)
    #expect(try lines()[0].contains(#""previous":"0000"#))
    for line in try lines() {
      let digest = try #require(line.firstMatch(of: /,"digest":"([0-9a-f]{64})"}$/))
      #expect(Digest.text(line[..<digest.range.lowerBound] + "}") == digest.1)
      #expect(line.contains(/"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"/))
    }
    #expect(try ledger.fault() == nil)
  }

  @Test("texts come back as they were, whatever is in them")
  func texts() throws {
    let opinion = "“同意”\"quoted\" \\ 反斜杠\n换行\t\u{1}\u{7F} \u{2028} 👍 \\\""
    try ledger.append("review", ["opinion": opinion, "by": ""])
    var read: [LedgerLine] = []
    try ledger.forEachLine { read.append($0) }
    #expect(read.first?["opinion"] == opinion)
    #expect(try lines().count == 1)
  }

  @Test(
    "a changed line is detected and named",
    arguments: [
      ("the first", "0001", "0009", 1, LedgerFault.changed),
      ("one in the middle", "0002", "0009", 2, .changed),
      ("the last", "0003", "0009", 3, .changed),
      ("a space", #""run":"0002""#, #""run": "0002""#, 2, .changed),
      ("its own digest", #","digest":""#, #","digest":"0"#, 1, .changed),
    ])
  func changed(_ why: String, _ old: String, _ new: String, line: Int, fault: LedgerFault) throws {
    try add(1...3)
    try rewrite { text in text.replacing(old, with: new, maxReplacements: 1) }
    #expect(try ledger.fault() == .init(line: line, fault: fault))
  }

  @Test("every byte counts, of the last line too")
  func everyByte() throws {
    try add(1...2)
    let whole = Array(try text().utf8)
    let start = try #require(whole.firstIndex(of: 0x0A)) + 1
    for place in start..<whole.count - 1 {
      var bytes = whole
      bytes[place] ^= 1
      try Data(bytes).write(to: URL(filePath: ledger.path))
      let fault = try ledger.fault()
      #expect(fault?.line == 2, "byte \(place - start)")
    }
  }

  @Test("a line written anew with a right digest breaks the chain at the next")
  func rewritten() throws {
    try add(1...3)
    let own = try #require(try self.lines().dropFirst().first)
    let line = try #require(Array(own.utf8).withUnsafeBytes { LedgerLine($0) })
    let facts = Dictionary(line.facts.map { ($0.key, $0.key == "run" ? "0009" : $0.value) }) { first, _ in
      first
    }
    try rewrite { $0.replacing(own, with: LedgerLine.text(facts, units: [:])) }
    #expect(try ledger.fault() == .init(line: 3, fault: .unchained))
  }

  @Test("a line taken out or put in breaks the chain there")
  func removed() throws {
    try add(1...3)
    let whole = try text()
    let lines = try lines()
    try rewrite { _ in lines[0] + "\n" + lines[2] + "\n" }
    #expect(try ledger.fault() == .init(line: 2, fault: .unchained))
    try rewrite { _ in lines[0] + "\n" + lines[0] + "\n" + lines[1] + "\n" }
    #expect(try ledger.fault() == .init(line: 2, fault: .unchained))
    try rewrite { _ in whole.replacing("\n", with: "\n\n", maxReplacements: 1) }
    #expect(try ledger.fault() == .init(line: 2, fault: .changed))
  }

  @Test("lines of version 0.1.0, which had no digest of their own, go on holding")
  func older() throws {
    let zero = Ledger.first
    let one = #"{"kind":"run","number":"1","previous":"\#(zero)","run":"0001"}"#
    let two = #"{"kind":"run","number":"2","previous":"\#(Digest.text(one))","run":"0002"}"#
    try "\(one)\n\(two)\n".write(toFile: ledger.path, atomically: true, encoding: .utf8)
    try add(3...4)
    #expect(try ledger.fault() == nil)
    #expect(try lines().count == 4)
    // Nobody gets around the digest by taking it away.
    try rewrite { $0.replacing(/,"digest":"[0-9a-f]*"}\n$/, with: "}\n").replacing("0004", with: "0009") }
    #expect(try ledger.fault() == .init(line: 4, fault: .changed))
    try rewrite { $0.replacing("0001", with: "0009") }
    #expect(try ledger.fault() == .init(line: 2, fault: .unchained))
  }

  @Test("a line that was cut off by a crash gives way to the next", arguments: [1, 20, 150])
  func torn(_ length: Int) throws {
    try add(1...2)
    let second = try lines()[1]
    try rewrite { $0.replacing(second + "\n", with: second.prefix(length)) }
    #expect(try ledger.forEachLine { _ in }.rest == .torn)
    try add(3...3)
    #expect(try lines().count == 2)
    #expect(try ledger.fault() == nil)
  }

  @Test("a whole line that lacks only its end is kept: an editor may have taken it")
  func unended() throws {
    try add(1...2)
    try rewrite { String($0.dropLast()) }
    var seen = 0
    #expect(try ledger.forEachLine { _ in seen += 1 }.rest == .unended)
    #expect(seen == 2)
    try add(3...3)
    #expect(try lines().count == 3)
    #expect(try ledger.fault() == nil)
  }

  @Test("a long last line is found whole")
  func longLine() throws {
    let held = try HeldLedger(ledger.path, for: .writing)
    let units = Dictionary(uniqueKeysWithValues: (1...3000).map { ("\($0)", Ledger.first) })
    try held.append("review", [:], units: units, after: LedgerEnd())
    #expect(try held.last() == held.forEachLine { _ in })
  }

  @Test("many writers at once lose nothing")
  func writers() throws {
    DispatchQueue.concurrentPerform(iterations: 24) { run in
      do { try ledger.append("run", ["run": "\(run)"]) } catch { Issue.record("\(error)") }
    }
    #expect(try lines().count == 24)
    #expect(try ledger.fault() == nil)
  }
}

/// The first line that does not hold.
struct BrokenLine: Equatable {
  var line: Int
  var fault: LedgerFault
}

extension Ledger {
  func fault() throws -> BrokenLine? {
    do throws(RunError) {
      try forEachLine { _ in }
      return nil
    } catch {
      guard case .ledger(_, let line, let fault) = error else { throw error }
      return BrokenLine(line: line, fault: fault)
    }
  }
}

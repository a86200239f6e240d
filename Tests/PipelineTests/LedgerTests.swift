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

  private func lines() throws -> [Substring] {
    try String(contentsOfFile: ledger.path, encoding: .utf8).split(separator: "\n")
  }

  @Test("every line is chained to the one before")
  func chain() throws {
    for run in 1...3 { try ledger.append("run", ["run": "000\(run)"]) }
    #expect(try lines().count == 3)
    #expect(try lines()[0].contains(#""previous":"0000"#))
    #expect(try ledger.firstBrokenLine() == nil)
  }

  @Test("a changed line is detected and named")
  func changed() throws {
    for run in 1...3 { try ledger.append("run", ["run": "000\(run)"]) }
    let text = try String(contentsOfFile: ledger.path, encoding: .utf8)
    try text.replacing("0002", with: "0009").write(toFile: ledger.path, atomically: true, encoding: .utf8)
    #expect(try ledger.firstBrokenLine() == 3)
  }

  @Test("a line that was cut off by a crash gives way to the next")
  func torn() throws {
    try ledger.append("run", ["run": "0001"])
    let text = try String(contentsOfFile: ledger.path, encoding: .utf8)
    try (text + #"{"kind":"ru"#).write(toFile: ledger.path, atomically: true, encoding: .utf8)
    try ledger.append("run", ["run": "0002"])
    #expect(try lines().count == 2)
    #expect(try ledger.firstBrokenLine() == nil)
  }

  @Test("many writers at once lose nothing")
  func writers() throws {
    DispatchQueue.concurrentPerform(iterations: 24) { run in
      do { try ledger.append("run", ["run": "\(run)"]) } catch { Issue.record("\(error)") }
    }
    #expect(try lines().count == 24)
    #expect(try ledger.firstBrokenLine() == nil)
  }
}

import Figures
import Foundation
import Testing

/// The shipped samples as spreadsheets save them, with one dirt at a time, make exactly the findings of
/// `Fixtures/dirty-files.csv`; where that has none, the outputs are the clean sample's, byte for byte.
///
/// `RECORD=1 swift test --filter DirtyFilesTests` writes the table's last column anew; review it like code.
@Suite("Dirty files")
struct DirtyFilesTests {
  private static let periods = ["department-budget": "2025", "sme-reserve": "2024", "performance": "2025"]

  private static func sample(_ pipeline: String, _ edits: [Edit] = []) throws -> Sample {
    let input = Repository.root.appending(path: "input")
    return try Sample(
      edits, pipeline: pipeline, input: input.appending(path: pipeline),
      others: pipeline == "performance" ? input : nil)
  }

  private static func findings(_ sample: Sample, _ pipeline: String) throws -> [String] {
    try sample.run(periods[pipeline, default: "2025"], through: .reconcile).findings.map {
      "\($0.severity == .error ? "错误" : "警告") \($0.code.rawValue) \(Wording.sentence($0))"
        .replacing("\n", with: "⏎")
    }
  }

  /// What the clean samples have to say.
  private static let clean = Result {
    try Dictionary(uniqueKeysWithValues: periods.keys.map { ($0, try findings(try sample($0), $0)) })
  }

  @Test("each dirt has its findings and no others")
  func findings() throws {
    let clean = try Self.clean.get()
    var table = try DirtyCell.all()
    #expect(!table.isEmpty)
    for index in table.indices {
      let dirt = table[index]
      let before = clean[dirt.sample, default: []]
      let after = try Self.findings(try Self.sample(dirt.sample, [dirt.edit]), dirt.sample)
      let found =
        after.filter { !before.contains($0) } + before.filter { !after.contains($0) }.map { "没有了 " + $0 }
      if found != dirt.findings {
        let isRecorded = ProcessInfo.processInfo.environment["RECORD"] == "1"
        if isRecorded { table[index].cells[5] = found.joined(separator: "\n") }
        if !isRecorded { Issue.record("\(dirt)\n\(found.joined(separator: "\n"))") }
      }
    }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try CSVText(rows: [DirtyCell.header] + table.map(\.cells)).text
        .write(to: DirtyCell.table, atomically: false, encoding: .utf8)
    }
  }

  @Test("dirt that makes no finding changes no output", arguments: periods.keys.sorted())
  func sameOutputs(_ pipeline: String) throws {
    let period = try #require(Self.periods[pipeline])
    let clean = try Self.sample(pipeline)
    try clean.run(period)
    var rest = try DirtyCell.all().filter { $0.sample == pipeline && $0.changesNothing }
    while !rest.isEmpty {
      // A file has one dirt at a time: each round takes the next one of every file.
      var files: Set<String> = []
      let round = rest.filter { files.insert($0.register).inserted }
      rest.removeAll { dirt in round.contains { $0.line == dirt.line } }
      let dirty = try Self.sample(pipeline, round.map(\.edit))
      try dirty.run(period)
      let differences = try dirty.current(period).differences(from: clean.current(period))
      #expect(differences.isEmpty, "\(round.map(\.testDescription))")
    }
  }
}

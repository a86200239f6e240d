import Figures
import Testing

@testable import Pipeline

@Suite struct OutputGroupTests {
  private func jobs(_ line: Int, _ rows: [ResultRow?]) -> [OutputJob] {
    rows.enumerated().map { index, row in
      OutputJob(
        output: .init(kind: .page("a"), file: "", forEach: nil, audience: .public, when: nil, line: line),
        file: "\(line)-\(index)", row: row)
    }
  }

  private func rows(_ column: String, _ codes: [String]) -> [ResultRow] {
    codes.map { ResultRow(columns: [column, "name"], values: [.text($0), .text("第\($0)单位")]) }
  }

  private func groups(_ jobs: [OutputJob]) -> [[String]] {
    let counts = Dictionary(grouping: jobs, by: \.output.line).mapValues(\.count)
    return OutputGroup.groups(of: jobs, counts: counts, cores: 2).map { $0.jobs.map { jobs[$0].file } }
  }

  private let units = (901...908).map(String.init)

  @Test("a unit's workbook, notice and page are made one after the other")
  func oneUnit() {
    let made = groups(jobs(1, rows("unit", units)) + jobs(2, rows("unit", units.reversed())))
    #expect(made.count == 8)
    #expect(made[0] == ["1-0", "2-7"])
    #expect(made[7] == ["1-7", "2-0"])
  }

  @Test("a department with the code of a unit is something else")
  func anotherColumn() {
    let made = groups(jobs(1, rows("unit", units)) + jobs(2, rows("department", units)))
    #expect(made.count == 16)
  }

  @Test("what there is once or a few times is made by itself, on any core that is free")
  func fewOutputs() {
    let made = groups(jobs(1, [nil]) + jobs(2, rows("unit", ["901", "902"])) + jobs(3, rows("unit", units)))
    #expect(made.prefix(3) == [["1-0"], ["2-0"], ["2-1"]])
    #expect(made.count == 11)
  }

  @Test("a unit's many projects are not one long piece of work")
  func manyRowsOfOneSubject() {
    let made = groups(jobs(1, rows("unit", Array(repeating: "901", count: 9))))
    #expect(made.allSatisfy { $0.count == 1 })
    #expect(made.count == 9)
  }

  @Test(arguments: [
    ("workbooks/{unit}.xlsx", "workbooks/901.xlsx"), ("{name}/{unit}-{name}.txt", "第901单位/901-第901单位.txt"),
    ("all.csv", "all.csv"), ("{other}", "{other}"),
  ])
  func names(_ pattern: String, expected: String) throws {
    #expect(try OutputJob.file(pattern, for: rows("unit", ["901"])[0]) == expected)
  }

  @Test("what stands in a row is never taken for a place to fill in")
  func bracesInARow() throws {
    #expect(try OutputJob.file("{unit}.txt", for: rows("unit", ["{name}"])[0]) == "{name}.txt")
  }

  @Test(arguments: ["", ".", "..", "a/b", "a\\b", ".hidden"])
  func whatCannotNameAFile(_ code: String) {
    #expect(throws: RunError.self) { try OutputJob.file("{unit}.txt", for: rows("unit", [code])[0]) }
  }
}

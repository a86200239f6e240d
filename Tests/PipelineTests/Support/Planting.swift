import Foundation
import Testing

@testable import Pipeline

/// A workplace with the small invented pipeline of the tests of reviews: three units and the district, two steps.
///
/// 001 and 002 are 张三's at the first step, 002 also 王五's, 003 is 李四's, the district 孙七's; the second step is
/// taken by 李四 or 赵六.
struct Planting {
  static let period = "2024"
  static let first = "采购人初审"
  static let second = "财政审核"

  let sample: Sample

  init(_ edits: [Edit] = []) throws {
    let fixture = Repository.fixtures.appending(path: "planting")
    sample = try Sample(
      edits, pipeline: "planting", input: fixture.appending(path: "input/planting"),
      pipelines: fixture.appending(path: "pipelines"))
  }

  /// As it is after its first run.
  static func afterRun(_ edits: [Edit] = []) throws -> Planting {
    let planting = try Planting(edits)
    try planting.run()
    return planting
  }

  func run() throws { #expect(try sample.run(Self.period).isPublished) }

  /// Another number of trees for a unit: its notice, and the district's, are others then.
  func plant(_ trees: Int, unit: String) throws {
    let row = (Int(unit) ?? 0) + 1
    try sample.apply(.cell("2024/plantings.csv", row: row, "棵数", "\(trees)"))
    try run()
  }

  var output: URL { sample.output(Self.period) }
  var ledger: Ledger { Ledger(output: sample.workplace.output) }

  func desk() throws(RunError) -> ReviewDesk {
    try ReviewDesk("planting", period: Self.period, in: sample.workplace)
  }

  @discardableResult
  func approve(_ step: String, _ by: String, _ units: String..., opinion: String = "") throws -> [String] {
    try desk().review(units, step: step, by: by, .approve, opinion: opinion).units
  }

  func giveBack(_ step: String, _ by: String, _ units: String..., opinion: String) throws {
    _ = try desk().review(units, step: step, by: by, .return, opinion: opinion)
  }

  @discardableResult
  func publish(_ units: String...) throws -> [String] { try desk().publish(units).units }

  func withdraw(_ by: String, _ units: String..., opinion: String = "有误") throws {
    _ = try desk().withdraw(units, by: by, opinion: opinion)
  }

  /// Both steps for a unit of the first two.
  func approveAll(_ unit: String) throws {
    try approve(Self.first, "张三", unit)
    try approve(Self.second, "赵六", unit)
  }

  /// Where every unit stands, by its code.
  func states() throws -> [String: ReviewState] {
    Dictionary(uniqueKeysWithValues: try desk().status().units.map { ($0.unit, $0.state) })
  }

  /// What is public: the files and their bytes.
  func published() throws -> OutputTree {
    try OutputTree(output.appending(path: "published"), exempt: [])
  }

  func repair() throws(RunError) -> Repair {
    try Repair(
      "planting", period: Self.period, by: "张三", opinion: "总账是从备份恢复的", in: sample.workplace)
  }

  func verification() throws -> Verification {
    try Verification(sample.workplace, pipeline: nil, period: nil)
  }

  /// Why something cannot be done, as facts; none when it was done.
  func refusals(_ work: () throws -> Void) -> [Refusal] {
    do {
      try work()
      return []
    } catch RunError.refused(let reasons) {
      return reasons
    } catch {
      Issue.record("\(error)")
      return []
    }
  }
}

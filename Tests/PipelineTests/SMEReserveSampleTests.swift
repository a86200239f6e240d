import Figures
import Foundation
import Testing

/// The sample of a whole district: what `make run` leaves.
@Suite("Reserved procurement: a whole district")
struct SMEReserveSampleTests {
  private static let published = Result {
    let sample = try Sample(pipeline: SMEReserve.pipeline, input: SMEReserve.sample)
    let outcome = try sample.run("2024")
    return (sample: sample, outcome: outcome, output: try sample.current("2024"))
  }

  @Test("it publishes; what people have to judge are five warnings")
  func publishes() throws {
    let outcome = try Self.published.get().outcome
    #expect(outcome.isPublished && outcome.errors == [])
    #expect(outcome.warnings.count == 5)
    #expect(outcome.warnings.count { $0.contains("没有填报，列入未填报名单") } == 2)
  }

  @Test("it looks like a real export: GB18030, CRLF, and no code fails its check")
  func looksReal() throws {
    for file in try FileManager.default.contentsOfDirectory(
      at: SMEReserve.sample.appending(path: "2024"), includingPropertiesForKeys: nil)
    where file.pathExtension == "csv" {
      let bytes = try Data(contentsOf: file)
      #expect(String(validating: bytes, as: UTF8.self) == nil, "\(file.lastPathComponent) is UTF-8")
      #expect(bytes.count { $0 == 10 } == bytes.count { $0 == 13 })
    }
    let record = try Self.published.get().outcome.record
    let rows = Dictionary(
      record.inputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(rows["2024/contracts.csv"]?.rows == 600 && rows["2024/contracts.csv"]?.encoding == "GB18030")
    #expect(rows["2024/suppliers.csv"]?.rows == 200)
  }

  @Test("a notice and a workbook for each of 38 units, 6 departments and the district")
  func files() throws {
    let names = try Self.published.get().output.names
    #expect(names.count { $0.hasPrefix("notices/") && $0.hasSuffix(".txt") } == 38 + 6 + 1 + 1)
    #expect(names.count { $0.hasPrefix("workbooks/") } == 38 + 6 + 1)
  }

  /// Column of the open data's contracts, by the unit.
  private func sums(_ output: OutputTree, _ title: String, by key: String) throws -> [String: Fixed] {
    let table = CSVText(String(try output.text("data/reserved-contracts.csv")))
    let (value, group) = (try #require(table.column(title)), try #require(table.column(key)))
    return try table.rows.dropFirst().reduce(into: [:]) { sums, row in
      let amount = try #require(Fixed(row[value]))
      sums[row[group]] = try (sums[row[group]] ?? Fixed(units: 0, decimals: 2)).adding(amount)
    }
  }

  @Test("every notice's total is the sum of its contracts, rounded once")
  func totals() throws {
    let output = try Self.published.get().output
    for key in ["预算单位编码", "主管预算单位编码"] {
      for (code, sum) in try sums(output, "面向中小企业采购金额", by: key) {
        let amount = Fixed(units: sum.units, decimals: 6).rounded(to: 2)
        let text = NumberFormat(decimals: 2).string(amount)
        #expect(try output.text("notices/\(code).txt").contains("面向中小企业采购共计\(text)万元，"), "\(code)")
      }
    }
  }

  @Test("a unit below a share prints its explanation, others print none")
  func explanations() throws {
    let output = try Self.published.get().output
    let table = CSVText(try output.text("data/reserved-shares.csv"))
    let outcome = try #require(table.column("结果"))
    let below = Set(table.rows.dropFirst().filter { $0[outcome] == "未达到" }.map { $0[0] })
    #expect(below.count == 6)
    for row in table.rows.dropFirst() {
      let notice = try output.text("notices/\(row[0]).txt")
      #expect(notice.contains("未达到预留份额比例的说明：") == below.contains(row[0]), "\(row[0])")
    }
  }

  @Test("2021 is judged by 2021's policy, and its deadline is the document's")
  func year2021() throws {
    let sample = try Sample(pipeline: SMEReserve.pipeline, input: SMEReserve.sample)
    let outcome = try sample.run("2021")
    #expect(outcome.isPublished && outcome.warnings == [])
    let shares = try sample.current("2021").text("data/reserved-shares.csv")
    #expect(shares.contains("103002,示例区公路管理中心,工程预留份额,30.00,"))
  }
}

import Definitions
import Foundation
import Pipeline
import Testing

/// The policy of a contract's own time is applied: what 2021 asked for, and what is asked for now.
@Suite("Reserved procurement: policy")
struct SMEReservePolicyTests {
  private static let supplier = Supplier(
    number: 1, industry: "建筑业", people: "30", revenue: "500", assets: "400")

  /// A district with one project of which a share is reserved for a small enterprise.
  private func outcome(
    _ date: String, kind: String = "工程", budget: String = "5000000.00", ratio: String,
    reported: String? = nil,
    edits: [Edit] = []
  ) throws -> Outcome {
    let year = try #require(Int(date.prefix(4)))
    let contract = Contract(
      number: 1, kind: kind, budget: budget, option: "设置专门采购包", ratio: ratio, date: date)
    let sample = try SMEReserve.district(
      year, suppliers: [Self.supplier], contracts: [contract], reported: reported)
    for edit in edits { try sample.apply(edit) }
    return try sample.run("\(year)")
  }

  @Test(
    "the share that a project above the threshold has to reserve",
    arguments: [
      ("works in 2021", "2021-10-18", "工程", "30", ""),
      ("works in 2021, a hundredth below", "2021-10-18", "工程", "29.99", "财库〔2020〕46号"),
      ("works, the last day of 30 %", "2022-06-30", "工程", "30", ""),
      ("works, the first day of 40 %", "2022-07-01", "工程", "30", "财库〔2022〕19号"),
      ("works in 2022, 40 %", "2022-07-01", "工程", "40", ""),
      ("works in 2023", "2023-05-04", "工程", "39.99", "财预〔2023〕76号"),
      ("works in 2024", "2024-05-06", "工程", "30", "国办发〔2024〕33号"),
      ("works in 2024, 40 %", "2024-05-06", "工程", "40", ""),
      ("works after 2026", "2027-01-04", "工程", "30", ""),
      ("goods in 2024", "2024-05-06", "货物", "30", ""),
      ("services in 2024", "2024-05-06", "服务", "29", "财库〔2020〕46号"),
    ])
  func shares(_ why: String, date: String, kind: String, ratio: String, basis: String) throws {
    let outcome = try outcome(date, kind: kind, ratio: ratio)
    if basis.isEmpty {
      #expect(outcome.errors == [], "\(why)")
    } else {
      #expect(outcome.errors.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.first?.contains("（\(basis)），实际") == true, "\(why): \(outcome.errors)")
    }
  }

  @Test(
    "a project of just the threshold is reserved whole, above it by shares",
    arguments: [
      ("工程", "4000000.00", false), ("工程", "4000000.01", true), ("货物", "2000000.00", false),
      ("服务", "2000000.01", true),
    ])
  func thresholds(_ kind: String, _ budget: String, isAbove: Bool) throws {
    let outcome = try outcome("2024-05-06", kind: kind, budget: budget, ratio: "10")
    #expect(outcome.errors.count == (isAbove ? 1 : 0), "\(outcome.errors)")
    #expect(outcome.warnings.contains { $0.contains("不超过\(kind)的限额") } == !isAbove)
  }

  @Test("before the policy there is none to apply")
  func before() throws {
    let outcome = try outcome("2020-12-31", ratio: "40")
    #expect(outcome.errors == ["2020/contracts.csv 第 2 行“合同公告日期”列：工程从 2020-12-31 起的 1 个合同没有适用的预留限额或份额"])
  }

  @Test("a district's own line goes beside the common ones; two for one day are a mistake")
  func ownPolicy() throws {
    let head = "对象,采购类型,份额,文号,生效日期,失效日期,说明\n"
    let instead = head + "中小企业,工程,50,示例财〔2024〕1号,2024-01-01,2026-12-31,\n"
    let stricter = try outcome(
      "2024-05-06", ratio: "40", edits: [.file("2024/sme-shares.csv", instead)])
    #expect(stricter.errors.count == 1)
    #expect(stricter.errors.first?.contains("（示例财〔2024〕1号），实际 40.00%") == true, "\(stricter.errors)")
    let beside = head + "中小企业,工程,50,示例财〔2024〕1号,2024-03-01,,\n"
    let overlapping = try outcome("2024-05-06", ratio: "50", edits: [.file("2024/sme-shares.csv", beside)])
    #expect(
      overlapping.errors.contains(
        "2024/sme-shares.csv 第 2 行“生效日期”列：份额 中小企业 工程：示例财〔2024〕1号从 2024-03-01 起，而国办发〔2024〕33号那时还没有失效"),
      "\(overlapping.errors)")
  }

  @Test(
    "the deadline: the document's for 2021, the parameter's for other years",
    arguments: [
      ("2021-03-01", "2022-07-15", nil), ("2021-03-01", "2022-07-16", "2022-07-15"),
      ("2024-03-01", "2025-07-15", nil), ("2024-03-01", "2025-07-16", "2025-07-15"),
    ])
  func deadlines(_ date: String, reported: String, deadline: String?) throws {
    let outcome = try outcome(date, ratio: "40", reported: reported)
    let late = deadline.map {
      ["\(date.prefix(4))/reports.csv 第 2 行“填报日期”列：900 在 \(reported) 填报，截止日期是 \($0)"]
    }
    #expect(outcome.warnings == late ?? [])
  }

  // MARK: Parameters

  private static let definition = "pipelines/sme-reserve/pipeline.yaml"

  @Test("the deadline and the host are parameters")
  func parameters() throws {
    let sample = try SMEReserve.district(
      .text(Self.definition, "deadline: 07-15", "deadline: 06-20"),
      .text(Self.definition, "www.zfcg.sh.gov.cn", "zfcg.example.gov.cn"))
    let outcome = try sample.run("2024")
    #expect(
      outcome.errors.count == 9 && outcome.errors.allSatisfy { $0.contains("不是 zfcg.example.gov.cn 的网址") })
    #expect(outcome.warnings.contains { $0.contains("900002 在 2025-06-25 填报，截止日期是 2025-06-20") })
  }

  @Test("without notices of their own, units stand in their department's")
  func departmentsOnly() throws {
    let sample = try SMEReserve.district(
      .text(Self.definition, "unit_notices: true", "unit_notices: false"))
    try sample.run("2024")
    let notices = try sample.current("2024").names.filter { $0.hasPrefix("notices/") }
    #expect(notices == ["900", "901", "903", "903/情况说明", "district"].map { "notices/\($0).txt" })
  }

  @Test(
    "a parameter that is none",
    arguments: [
      ("unit_notices: true", "unit_notices: 0.5", "pipeline.yaml:8：参数“unit_notices”应为文字、整数或是否值，不能是“0.5”"),
      ("unit_notices: true", "unit_notices: [true]", "pipeline.yaml:8：“unit_notices”应为文本"),
      (
        "unit_notices: true", "unit_notices: true\n  Unit-Notices: true",
        "pipeline.yaml:9：“Unit-Notices”不能作参数名，请用小写字母、数字和下划线"
      ),
      ("unit_notices: true", "unit_notices: true\n  colour: red", "pipeline.yaml:9：参数“colour”没有被用到"),
      (
        "  unit_notices: true", "  unit_notice: true",
        "models/noticed_units.sql:1：SQL 有误：no such column: a.unit_notices"
      ),
    ])
  func wrongParameter(_ old: String, new: String, says: String) throws {
    let error = #expect(throws: (any Error).self) {
      try SMEReserve.district(.text(Self.definition, old, new)).run("2024")
    }
    #expect(Self.sentences(error).contains(says), "\(Self.sentences(error))")
  }

  private static func sentences(_ error: (any Error)?) -> [String] {
    guard case .definition(let mistakes)? = error as? RunError else {
      return ["\(String(describing: error))"]
    }
    return mistakes.map { $0.sentence(inEnglish: false) }
  }
}

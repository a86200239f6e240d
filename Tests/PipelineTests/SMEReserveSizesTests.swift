import Foundation
import Testing

/// 企业划型 after 工信部联企业〔2011〕300号: what comes out for a supplier whose contract states no size.
@Suite("Reserved procurement: enterprise sizes")
struct SMEReserveSizesTests {
  /// The standard: X people, Y revenue and Z assets in 万元; the lower bounds of 大型 / 中型 / 小型.
  private static let standard = """
    农林牧渔业: Y 20000/500/50
    工业: X 1000/300/20, Y 40000/2000/300
    建筑业: Y 80000/6000/300, Z 80000/5000/300
    批发业: X 200/20/5, Y 40000/5000/1000
    零售业: X 300/50/10, Y 20000/500/100
    交通运输业: X 1000/300/20, Y 30000/3000/200
    仓储业: X 200/100/20, Y 30000/1000/100
    邮政业: X 1000/300/20, Y 30000/2000/100
    住宿业: X 300/100/10, Y 10000/2000/100
    餐饮业: X 300/100/10, Y 10000/2000/100
    信息传输业: X 2000/100/10, Y 100000/1000/100
    软件和信息技术服务业: X 300/100/10, Y 10000/1000/50
    房地产开发经营: Y 200000/1000/100, Z 10000/5000/2000
    物业管理: X 1000/300/100, Y 5000/1000/500
    租赁和商务服务业: X 300/100/10, Z 120000/8000/100
    其他未列明行业: X 300/100/10
    """

  /// A supplier's indicators by their letters, and its size.
  struct Case: Sendable {
    var industry: String
    var values: [Character: String]
    var size: String
  }

  /// What the ministries' table was asked about.
  private static let vectors: [Case] = [
    Case(industry: "工业", values: ["X": "1000", "Y": "39999"], size: "中型"),
    Case(industry: "工业", values: ["X": "299", "Y": "50000"], size: "小型"),
    Case(industry: "工业", values: ["X": "19", "Y": "50000"], size: "微型"),
    Case(industry: "工业", values: ["X": "1000", "Y": "40000"], size: "大型"),
    Case(industry: "建筑业", values: ["Y": "6000", "Z": "4999"], size: "小型"),
    Case(industry: "软件和信息技术服务业", values: ["X": "9", "Y": "99999"], size: "微型"),
    Case(industry: "其他未列明行业", values: ["X": "10"], size: "小型"),
    Case(industry: "房地产开发经营", values: ["Y": "100", "Z": "1999"], size: "微型"),
    // The last fen below a bound counts.
    Case(industry: "农林牧渔业", values: ["Y": "499.999999"], size: "小型"),
    Case(industry: "农林牧渔业", values: ["Y": "500.00"], size: "中型"),
    // Indicators that the industry does not look at say nothing.
    Case(industry: "农林牧渔业", values: ["X": "0", "Y": "20000", "Z": "0"], size: "大型"),
  ]

  /// Every bound of every industry: all indicators at it, and each in turn one below it.
  private static let bounds: [Case] = standard.split(separator: "\n").flatMap { line -> [Case] in
    let parts = line.split(separator: ": ")
    let indicators = parts[1].split(separator: ", ").map { text in
      (letter: text.first ?? "?", bounds: text.dropFirst(2).split(separator: "/").compactMap { Int($0) })
    }
    return zip(0..., [("大型", "中型"), ("中型", "小型"), ("小型", "微型")]).flatMap { level, sizes in
      let at = Dictionary(uniqueKeysWithValues: indicators.map { ($0.letter, "\($0.bounds[level])") })
      let below = indicators.map { at.merging([$0.letter: "\($0.bounds[level] - 1)"]) { $1 } }
      return [Case(industry: String(parts[0]), values: at, size: sizes.0)]
        + below.map { Case(industry: String(parts[0]), values: $0, size: sizes.1) }
    }
  }

  /// The sizes that the open data gives to the suppliers' contracts, in their order.
  private func sizes(of cases: [Case], _ year: Int = 2024) throws -> [String] {
    let suppliers = cases.enumerated().map { number, one in
      Supplier(
        number: number + 1, industry: one.industry, people: one.values["X"] ?? "",
        revenue: one.values["Y"] ?? "", assets: one.values["Z"] ?? "")
    }
    let contracts = cases.indices.map {
      Contract(
        number: 1000 + $0, option: "要求合同分包", ratio: "50", supplier: $0 + 1,
        date: "\(year)-03-01")
    }
    let sample = try SMEReserve.district(year, suppliers: suppliers, contracts: contracts)
    try sample.apply(.file("\(year)/explanations.csv", "预算单位编码,说明\n900,大型企业多\n"))
    let outcome = try sample.run("\(year)")
    #expect(outcome.errors == [])
    let table = CSVText(try sample.current("\(year)").text("data/reserved-contracts.csv"))
    let column = try #require(table.column("企业规模"))
    return table.rows.dropFirst().map { $0[column] }
  }

  @Test("all sixteen industries, at every bound and just below it")
  func bounds() throws {
    #expect(Set(Self.bounds.map(\.industry)).count == 16)
    let sizes = try sizes(of: Self.bounds)
    #expect(sizes.count == Self.bounds.count)
    for (one, size) in zip(Self.bounds, sizes) {
      #expect(size == one.size, "\(one.industry) \(one.values)")
    }
  }

  @Test("the standard's own cases")
  func vectors() throws {
    for (one, size) in zip(Self.vectors, try sizes(of: Self.vectors)) {
      #expect(size == one.size, "\(one.industry) \(one.values)")
    }
  }

  @Test("an indicator that is not there gives no size; it is not zero")
  func emptyIndicator() throws {
    let sample = try SMEReserve.district(
      2024, suppliers: [Supplier(number: 1, industry: "工业", people: "50")],
      contracts: [Contract(number: 1, date: "2024-03-01")])
    let outcome = try sample.run("2024")
    #expect(
      outcome.errors == ["2024/contracts.csv 第 2 行“企业规模”列：合同 HT1 没有填示例供应商1的企业规模，供应商登记里也推算不出"])
    // What keeps the contract from being counted is said, and once.
    #expect(outcome.warnings == [])
  }

  @Test("a supplier without an indicator is named where its contracts state a size")
  func emptyIndicatorOfStatedSize() throws {
    let sample = try SMEReserve.district(
      2024, suppliers: [Supplier(number: 1, industry: "工业", people: "50")],
      contracts: [Contract(number: 1, size: "微型", date: "2024-03-01")])
    let outcome = try sample.run("2024")
    #expect(outcome.errors == [])
    #expect(
      outcome.warnings == [
        "2024/suppliers.csv 第 2 行：\(SMEReserve.creditCode(1)) 属工业，没有填营业收入，推算不出规模"
      ])
  }

  @Test("without a register of suppliers the stated size is taken")
  func withoutSuppliers() throws {
    let sample = try SMEReserve.district(
      2024, suppliers: [], contracts: [Contract(number: 1, size: "微型", date: "2024-03-01")])
    try sample.apply(.remove("2024/suppliers.csv"))
    #expect(try sample.run("2024").warnings == [])
    #expect(try sample.current("2024").text("data/reserved-contracts.csv").contains(",微型,"))
  }
}

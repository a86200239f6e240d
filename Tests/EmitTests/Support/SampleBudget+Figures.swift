import Emit
import Figures

extension SampleBudget {
  static var figures: [String: FakeData.Figure] {
    let prefixes: Set<String> = ["function", "economic"]
    return [
      "income": .init(
        keys: ["publisher", "function", "source", "fund", "income_item"], entries: income, prefixes: prefixes),
      "expenditure": .init(
        keys: ["publisher", "function", "economic", "stage", "kind", "project", "source", "fund"],
        entries: expenditure, prefixes: prefixes),
      "carryover": .init(keys: ["publisher", "function", "source", "fund"], entries: [], prefixes: prefixes),
      "three_public": .init(keys: ["publisher", "item", "item_group"], entries: threePublic),
      "project_funds": .init(
        keys: ["publisher", "project", "fund"],
        entries: [("财政拨款", 270_418_000), ("其他资金", 0), ("上年结转", 0)].map {
          FakeData.Entry(keys: ["publisher": "183", "project": "183001", "fund": $0], fen: $1)
        }),
    ]
  }

  private static func fund(of source: String) -> String {
    source == "上年结转(结余)" ? "上年结转" : source.hasSuffix("预算拨款") ? "财政拨款" : "其他资金"
  }

  static let income: [FakeData.Entry] = [
    ("2010303", "一般公共预算拨款", 513_720_700), ("2080501", "一般公共预算拨款", 6_050_000),
    ("2080505", "一般公共预算拨款", 33_017_600), ("2101101", "一般公共预算拨款", 9_184_200),
    ("2101103", "一般公共预算拨款", 2_793_500), ("2120899", "政府性基金预算拨款", 61_100_000),
    ("2120899", "上年结转(结余)", 100_000_000), ("2210201", "一般公共预算拨款", 29_486_400),
  ].map { function, source, fen in
    FakeData.Entry(
      keys: ["publisher": "183", "function": function, "source": source, "fund": fund(of: source)], fen: fen)
  }

  static let expenditure: [FakeData.Entry] = [
    ("2010303", "30101", "人员经费", "一般公共预算拨款", 73_993_600),
    ("2010303", "30102", "人员经费", "一般公共预算拨款", 16_852_400),
    ("2010303", "30103", "人员经费", "一般公共预算拨款", 77_713_200),
    ("2010303", "30106", "人员经费", "一般公共预算拨款", 6_500_000),
    ("2010303", "30107", "人员经费", "一般公共预算拨款", 37_801_200),
    ("2010303", "30199", "人员经费", "一般公共预算拨款", 3_022_300),
    ("2010303", "30201", "公用经费", "一般公共预算拨款", 1_000_000),
    ("2010303", "30202", "公用经费", "一般公共预算拨款", 1_000_000),
    ("2010303", "30208", "公用经费", "一般公共预算拨款", 290_000),
    ("2010303", "30211", "公用经费", "一般公共预算拨款", 800_000),
    ("2010303", "30213", "公用经费", "一般公共预算拨款", 500_000),
    ("2010303", "30239", "公用经费", "一般公共预算拨款", 4_380_000),
    ("2010303", "30299", "公用经费", "一般公共预算拨款", 17_780_000),
    ("2010303", "31002", "公用经费", "一般公共预算拨款", 1_670_000),
    ("2010303", "30199", "项目支出", "一般公共预算拨款", 133_700_000),
    ("2010303", "30299", "项目支出", "一般公共预算拨款", 136_718_000),
    ("2080501", "30302", "人员经费", "一般公共预算拨款", 5_740_000),
    ("2080501", "30309", "人员经费", "一般公共预算拨款", 310_000),
    ("2080505", "30108", "人员经费", "一般公共预算拨款", 33_017_600),
    ("2101101", "30110", "人员经费", "一般公共预算拨款", 9_184_200),
    ("2101103", "30111", "人员经费", "一般公共预算拨款", 2_793_500),
    ("2120899", "30199", "项目支出", "政府性基金预算拨款", 61_100_000),
    ("2120899", "30299", "项目支出", "上年结转(结余)", 100_000_000),
    ("2210201", "30113", "人员经费", "一般公共预算拨款", 29_486_400),
  ].map { function, economic, kind, source, fen in
    FakeData.Entry(
      keys: [
        "publisher": "183", "function": function, "economic": economic, "kind": kind, "source": source,
        "stage": kind == "项目支出" ? "项目支出" : "基本支出", "fund": fund(of: source),
      ], fen: fen)
  }

  static let threePublic: [FakeData.Entry] = [
    "因公出国(境)一般公务", "因公出国(境)学术交流合作", "公务接待", "公务用车运行维护", "公务用车购置",
  ].map { FakeData.Entry(keys: ["publisher": "183", "item": $0], fen: 0) }
}

import Foundation

/// The registers of sme-reserve that tests start from: the pipeline's smallest case, the one with ten mistakes, and
/// the sample of a whole district.
enum SMEReserve {
  static let pipeline = "sme-reserve"
  private static let examples = Repository.pipelines.appending(path: "sme-reserve/examples")
  static let smallDistrict = examples.appending(path: "small-district/input")
  static let tenMistakes = examples.appending(path: "ten-mistakes/input")
  static let sample = Repository.root.appending(path: "input/sme-reserve")

  static let contracts = "2024/contracts.csv"

  static func district(_ edits: Edit...) throws -> Sample { try district(edits) }

  static func district(_ edits: [Edit]) throws -> Sample {
    try Sample(edits, pipeline: pipeline, input: smallDistrict)
  }

  /// A district of one unit with these suppliers and contracts.
  static func district(_ year: Int, suppliers: [Supplier], contracts: [Contract], reported: String? = nil)
    throws -> Sample
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sme-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "\(year)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let tables = [
      "units.csv": [["预算单位编码", "单位名称", "主管预算单位编码", "区划"], ["900", "示例单位", "900", "示例区"]],
      "reports.csv": [["预算单位编码", "填报日期"], ["900", reported ?? "\(year + 1)-07-01"]],
      "reviewers.csv": [["单位编码", "步骤", "姓名"], ["", "采购人初审", "赵示一"], ["", "财政审核", "钱示二"]],
      "suppliers.csv": [["统一社会信用代码", "行业", "从业人员", "营业收入(万元)", "资产总额(万元)"]] + suppliers.map(\.cells),
      "contracts.csv": [Contract.header] + contracts.map(\.cells),
    ]
    for (name, rows) in tables {
      try CSVText(rows: rows).text.write(
        to: place.appending(path: name), atomically: false, encoding: .utf8)
    }
    return try Sample(pipeline: pipeline, input: folder)
  }

  /// A code of GB 32100-2015 with its check character, of a registering office that does not exist.
  static func creditCode(_ number: Int) -> String {
    let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let digits = String(number)
    let body = "91990101" + String(repeating: "0", count: 9 - digits.count) + digits
    let sum = zip(body, weights).reduce(0) { sum, place in
      sum + (characters.firstIndex(of: place.0) ?? 0) * place.1
    }
    return body + String(characters[(31 - sum % 31) % 31])
  }
}

struct Supplier {
  var number: Int
  var industry: String
  var people = ""
  var revenue = ""
  var assets = ""

  var cells: [String] { [SMEReserve.creditCode(number), industry, people, revenue, assets] }
}

/// One contract of one project; amounts in 元.
struct Contract {
  static let header = [
    "合同编号", "项目编号", "项目名称", "预算单位编码", "采购类型", "项目预算金额(元)", "预留选项", "预留比例(%)", "供应商名称", "统一社会信用代码",
    "企业规模", "合同金额(元)", "面向中小企业采购金额(元)", "合同公告日期", "合同链接",
  ]

  var number: Int
  var kind = "服务"
  var budget = "100000.00"
  var option = "采购项目整体预留"
  var ratio = ""
  var supplier = 1
  var size = ""
  var date: String
  var amount = "90000.00"

  var cells: [String] {
    [
      "HT\(number)", "XM\(number)", "项目\(number)", "900", kind, budget, option, ratio, "示例供应商\(supplier)",
      SMEReserve.creditCode(supplier), size, amount, amount, date,
      "https://www.zfcg.sh.gov.cn/example/\(number).html",
    ]
  }
}

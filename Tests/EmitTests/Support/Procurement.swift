import Emit
import Figures

/// What twelve units bought, ranked, and the shares by size: data for charts, links and percentages.
enum Procurement {
  static let units = (1...12).map { "\(100 + $0)" }

  static var data: FakeData {
    var data = FakeData()
    data.models["units"] = units.enumerated().map { index, unit in
      ResultRow(
        ["unit", "name", "url", "file"],
        [
          unit, "示例单位\(unit)（虚构）", index == 1 ? "" : "https://ccgp.example.gov.cn/ht?id=\(unit)",
          index == 1 ? "" : unit,
        ])
    }
    data.models["sizes"] = ["中型", "小型", "微型"].map { ResultRow(["size"], [$0]) }
    let amounts = units.enumerated().map { index, unit in
      FakeData.Entry(keys: ["unit": unit, "size": "小型"], fen: Int64(1300 - index * 100) * 1_000_000)
    }
    data.figures["amount"] = .init(keys: ["unit", "size"], entries: amounts)
    data.figures["small"] = .init(
      keys: ["unit"],
      entries: units.dropLast().map { .init(keys: ["unit": $0], fen: 333_333_333) })
    data.figures["share"] = .init(
      keys: ["size"],
      entries: [("中型", 3334), ("小型", 3333), ("微型", 3333)].map { .init(keys: ["size": $0], fen: $1) },
      measure: .percent)
    data.figures["units"] = .init(
      keys: ["unit"], entries: units.map { .init(keys: ["unit": $0], fen: 1) }, measure: .count)
    return data
  }

  /// The roll-up by unit, with lines of `more` for the sheet.
  static func sheet(_ more: String = "", column: String = "") -> String {
    """
    sheets:
    - name: 汇总
      title: 汇总表
      table:
        rows: [{model: units, id: units}]
        foot: [{total: 合计}]
        columns:
          - {title: 编码, text: unit, id: unit}
          - {title: 单位, text: name, label: true, id: name\(column)}
          - {title: [金额, 合计], figure: amount, id: amount}
          - {title: [金额, 小微], figure: small, id: small}
          - {title: 占比（%）, ratio-of: [small, amount], id: share}
    \(more)
    """
  }
}

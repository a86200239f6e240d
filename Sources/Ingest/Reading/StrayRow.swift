import Figures
import Foundation

/// A row that people put into a table and that is none of its: a total, a line below the table, the header again.
struct StrayRow {
  enum Kind { case total, footer, header }

  let kind: Kind
  /// What it is known by.
  let text: String
  /// A total whose cells are all right: it is asked about, and kept.
  let mayBeData: Bool

  private static let totals = ["合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计"]
  private static let footers = [
    "制表人", "制表", "制表日期", "制表时间", "制表单位", "编制人", "编制单位", "编制日期", "审核人", "审核", "审核日期", "复核人", "复核",
    "填表人", "填报人", "填表日期", "填报日期", "填表时间", "填报时间", "填报单位", "单位负责人", "部门负责人", "财务负责人", "负责人",
    "经办人", "联系人", "联系电话", "注", "备注", "说明", "附注", "打印日期", "打印时间", "导出日期", "导出时间",
  ]
  private static let footerStarts = Set(footers.compactMap { $0.unicodeScalars.first.map(String.init) })

  /// Whether a row's first filled cell is worth a closer look: it ends as totals do, or, in a row with wrong cells, begins
  /// as a footer does.
  static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, isWrong: Bool) -> Bool {
    guard text.count >= 3, let first = text.first, first >= 0x80 || isWrong else { return false }
    let end = text[(text.count - 3)...]
    if end.elementsEqual("计".utf8) || end.elementsEqual("：".utf8) || end.last == UInt8(ascii: ":") {
      return true
    }
    return isWrong && footerStarts.contains(String(decoding: text.prefix(3), as: UTF8.self))
  }

  /// nil for a row of the table.
  ///
  /// - Parameters:
  ///   - isWrong: whether something is wrong in its cells: only then is a note no text of the table.
  ///   - isValue: whether the column at this place has the text among its values.
  init?(_ cells: [String], titles: [String], isWrong: Bool, isValue: (Int, String) -> Bool) {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard let first = filled.first else { return nil }
    let folded = HeaderTitle.folded(cells[first])
    let word = folded.hasSuffix(":") ? String(folded.dropLast()) : folded
    if filled.allSatisfy({
      titles.indices.contains($0) && HeaderTitle.folded(titles[$0]) == HeaderTitle.folded(cells[$0])
    }) {
      (kind, text) = (.header, filled.map { cells[$0] }.joined(separator: "、"))
    } else if Self.isTotal(word, isWrong), !isValue(first, cells[first]) {
      (kind, text) = (.total, cells[first])
    } else if isWrong, Self.footers.contains(where: { word == $0 || folded.hasPrefix($0 + ":") }) {
      (kind, text) = (.footer, cells[first])
    } else {
      return nil
    }
    mayBeData = kind == .total && !isWrong
  }

  func report(to issues: IssueList, row: Int64, index: Int? = nil) {
    issues.add(code, severity: mayBeData ? .warning : .error, row: row, index: index) { Facts(found: text) }
  }

  /// 合计; or 示例局小计, in a row in which something is wrong.
  private static func isTotal(_ word: String, _ isWrong: Bool) -> Bool {
    totals.contains(word)
      || isWrong && word.count <= 20 && ["合计", "小计", "总计"].contains(where: word.hasSuffix)
  }

  private var code: FindingCode {
    switch kind {
    case .total: .totalRow
    case .footer: .footerRow
    case .header: .repeatedHeader
    }
  }
}

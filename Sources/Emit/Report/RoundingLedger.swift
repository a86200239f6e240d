import Figures

/// 尾差台账: every sum of printed figures that holds only because its figures are rounded, and every share that was
/// moved so that its table adds up to 100 %, `rounding.csv`.
public struct RoundingLedger: Hashable, Sendable {
  public var entries: [RoundingResidual]
  public var moved: [MovedShare]

  public init(_ entries: [RoundingResidual], moved: [MovedShare] = []) {
    (self.entries, self.moved) = (entries, moved)
  }

  /// The file's bytes, entries in their order. With none, the header alone.
  public func csv(english: Bool = false) -> [UInt8] {
    SpreadsheetCSV.bytes(
      [english ? Self.english : Self.chinese] + entries.map(\.cells) + moved.map(\.cells))
  }

  private static let chinese = [
    "规则", "名称", "分组", "合计", "分项", "尾差", "已用容差", "允许容差", "精确值", "印出值", "调整",
  ]
  private static let english = [
    "rule", "title", "group", "total", "parts", "residual", "slack used", "slack allowed", "exact", "printed",
    "moved by",
  ]
}

extension MovedShare {
  fileprivate var cells: [String] {
    [figure, title, place, "", "", "", "", "", exact.description, printed.description, moved.description]
  }
}

extension RoundingResidual {
  fileprivate var cells: [String] {
    [
      rule, title, group, total, formula ?? sum, residual.description, slackUsed.description,
      slackAllowed.description,
      "", "", "",
    ]
  }

  /// The parts as one adds them up on paper: `229.08 - 215.47 + 2 × 3.09`.
  private var sum: String {
    parts.enumerated().map { index, part in
      let isLess = (part.weight < 0) != part.printed.hasPrefix("-")
      let size = part.printed.hasPrefix("-") ? String(part.printed.dropFirst()) : part.printed
      let factor = part.weight.magnitude == 1 ? "" : "\(part.weight.magnitude) × "
      if index > 0 { return " \(isLess ? "-" : "+") \(factor)\(size)" }
      return (isLess ? "-" : "") + factor + size
    }.joined()
  }
}

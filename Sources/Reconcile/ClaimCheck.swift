import Figures

extension Claim {
  /// One finding for each printed figure that is not the one it claims to be.
  public func check(_ context: CheckContext) throws -> [Finding] {
    try context.query(sql).compactMap { try finding(for: $0, context) }
  }

  private func finding(for row: ResultRow, _ context: CheckContext) throws -> Finding? {
    guard case .integer(let stored)? = row[value], case .text(let text)? = row[claim] else { return nil }
    let place = SourceLocation(
      file: context.file(row["_file"]), row: row["_row"]?.rowNumber, column: column ?? value)
    let printed = Fixed(units: stored, decimals: scale).reduced()
    let name = label.flatMap { row[$0]?.label } ?? text
    let reference = FigureReference(text)
    // Without the year before, nothing can be said of a change.
    if let reference, reference.aspect != .now, !context.isCompared { return nil }
    guard let reference, let figure = try context.figure(reference, row) else {
      return head.finding(
        at: place,
        facts: Facts(
          found: text, message: "“\(name)”的对应数“\(text)”不存在", remedy: "改正对应数，写法见 gongshi describe"))
    }
    let unit = row[unit]?.label ?? ""
    // Where nothing is spent, a document prints 0.
    if figure.now == nil, printed.isZero { return nil }
    guard case .integer(let decimals)? = row[decimals], let exact = figure.now?.printed(in: unit) else {
      return head.finding(
        at: place,
        facts: Facts(
          found: Self.text(printed), message: "“\(name)”印出 \(Self.text(printed)) \(unit)，但没有可对照的计算数",
          remedy: "核对该印出数，或删去它的对应数"))
    }
    if printed.decimals > decimals { return tooManyDigits(name, printed, Int(decimals), place) }
    let expected = exact.rounded(to: Int(decimals))
    return printed == expected ? nil : try differs(lead(name, row), printed, expected, unit, place, row)
  }

  private func tooManyDigits(
    _ name: String, _ printed: Fixed, _ decimals: Int, _ place: SourceLocation
  ) -> Finding {
    head.finding(
      at: place,
      facts: Facts(
        found: Self.text(printed), expected: "至多 \(decimals) 位小数",
        message: "“\(name)”印出 \(Self.text(printed))，小数位数超过所注的 \(decimals) 位",
        remedy: "改正印出值或小数位"))
  }

  private func differs(
    _ lead: String, _ printed: Fixed, _ expected: Fixed, _ unit: String, _ place: SourceLocation,
    _ row: ResultRow
  ) throws -> Finding {
    let difference = Self.text(try printed.subtracting(expected))
    return head.finding(
      at: place,
      facts: Facts(
        found: Self.text(printed), expected: Self.text(expected), difference: difference,
        message: "\(lead)：印出 \(Self.text(printed)) \(unit)，按登记表计算应为 \(Self.text(expected)) \(unit)，"
          + "相差 \(difference) \(unit)",
        remedy: head.remedy.map { $0.text(for: row) } ?? "改正文稿中的该数，或改正登记表"))
  }

  private func lead(_ name: String, _ row: ResultRow) -> String {
    message?.text(for: row) ?? "“\(name)”与计算数不符"
  }

  private static func text(_ number: Fixed) -> String {
    NumberFormat(decimals: number.decimals, keepsTrailingZeros: false).string(number)
  }
}

extension Fixed {
  /// An amount in 元 as the number that is printed in `unit`; other figures as they are.
  fileprivate func printed(in unit: String) -> Fixed {
    switch unit {
    case "万元": Fixed(units: units, decimals: decimals + 4)
    case "亿元": Fixed(units: units, decimals: decimals + 8)
    default: self
    }
  }
}

import Figures

extension Claim {
  /// One finding for each printed figure that is not the one it claims to be.
  public func check(_ context: CheckContext) throws -> [Finding] {
    try context.query(sql).compactMap { row in
      do {
        return try finding(for: row, context)
      } catch is ArithmeticOverflow {
        return cannotBeCounted(row, place(of: row, context))
      }
    }
  }

  private func finding(for row: ResultRow, _ context: CheckContext) throws -> Finding? {
    guard case .integer(let stored)? = row[value], case .text(let text)? = row[claim] else { return nil }
    let place = place(of: row, context)
    let printed = Fixed(units: stored, decimals: scale).reduced()
    let reference = FigureReference(text)
    let decimals = row[decimals]?.rowNumber
    guard let reference, let figure = try context.figure(reference, row, decimals) else {
      return head.finding(
        at: place,
        facts: Facts(
          found: text, message: "“\(name(of: row))”的对应数“\(text)”不存在", remedy: "改正对应数，写法见 gongshi describe"))
    }
    // Where the year before is not known, nothing can be said of a change.
    if reference.aspect != .now, try !isCompared(reference, row, context) { return nil }
    let unit = row[unit]?.label ?? ""
    if figure.now == nil, printed.isZero, try isNothing(reference, row, context) { return nil }
    guard let decimals, let exact = figure.now?.printed(in: unit) else {
      return head.finding(
        at: place,
        facts: Facts(
          found: Self.text(printed),
          message: "“\(name(of: row))”印出 \(Self.text(printed)) \(unit)，但没有可对照的计算数",
          remedy: "核对该印出数，或删去它的对应数"))
    }
    if printed.decimals > decimals { return tooManyDigits(name(of: row), printed, decimals, place) }
    let expected = exact.rounded(to: decimals)
    if printed == expected { return nil }
    // Six decimals more show whether the last one that is printed was rounded up.
    let finer = try? context.figure(reference, row, decimals + 6)?.now?.printed(in: unit)
    return try differs(row, printed, expected, cutOff: CutOff(printed, expected, from: finer), unit, place)
  }

  /// Where nothing is spent, a document prints 0: a sum without rows is 0 when its registers are there, and so is the
  /// change of two of them. A percentage that does not exist is not.
  private func isNothing(
    _ reference: FigureReference, _ row: ResultRow, _ context: CheckContext
  ) throws -> Bool {
    var sum = reference
    sum.aspect = .now
    guard reference.aspect != .growth, let figure = try context.figure(sum, row, nil),
      figure.measure == .money || figure.measure == .count
    else { return false }
    return (reference.aspect == .before || context.isGiven(reference))
      && (reference.aspect == .now || figure.isCompared)
  }

  private func isCompared(
    _ reference: FigureReference, _ row: ResultRow, _ context: CheckContext
  ) throws -> Bool {
    var both = reference
    both.aspect = .now
    return try context.figure(both, row, nil)?.isCompared ?? true
  }

  // MARK: Findings

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
    _ row: ResultRow, _ printed: Fixed, _ expected: Fixed, cutOff: CutOff?, _ unit: String,
    _ place: SourceLocation
  ) throws -> Finding {
    let difference = Self.text(try printed.subtracting(expected))
    let hint = cutOff.map { "。疑似截尾：准确数是 \(Self.text($0.exact)) \(unit)，后面的小数直接舍去了，没有四舍五入" }
    return head.finding(
      at: place,
      facts: Facts(
        found: Self.text(printed), expected: Self.text(expected), difference: difference,
        message: "\(lead(row))：印出 \(Self.text(printed)) \(unit)，按登记表计算应为 \(Self.text(expected)) \(unit)，"
          + "相差 \(difference) \(unit)\(hint ?? "")",
        remedy: head.remedy.map { $0.text(for: row) } ?? "改正文稿中的该数，或改正登记表"))
  }

  private func cannotBeCounted(_ row: ResultRow, _ place: SourceLocation) -> Finding {
    Finding(
      .overflowSum, at: place,
      facts: Facts(
        message: "“\(name(of: row))”无法核对：它的对应数超出可以准确计算的范围",
        remedy: "在登记表里找出过大的数，核对数值和单位"))
  }

  // MARK: Words

  private func place(of row: ResultRow, _ context: CheckContext) -> SourceLocation {
    SourceLocation(file: context.file(row["_file"]), row: row["_row"]?.rowNumber, column: column ?? value)
  }

  private func name(of row: ResultRow) -> String {
    label.flatMap { row[$0]?.label } ?? row[claim]?.label ?? ""
  }

  private func lead(_ row: ResultRow) -> String {
    message?.text(for: row) ?? "“\(name(of: row))”与计算数不符"
  }

  private static func text(_ number: Fixed) -> String {
    NumberFormat(decimals: number.decimals, keepsTrailingZeros: false).string(number)
  }
}

extension Fixed {
  /// An amount in 元 as the number that is printed in `unit`; other figures as they are.
  fileprivate func printed(in unit: String) -> Fixed {
    MoneyUnit(rawValue: unit).map { converted(from: .yuan, to: $0) } ?? self
  }
}

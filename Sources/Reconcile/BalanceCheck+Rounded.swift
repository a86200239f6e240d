import Figures

extension Balance {
  private struct Printed {
    var label: String
    var weight: Int64
    var figure: PrintedFigure
    var claim: FigureReference?
    var place: SourceLocation?
    var unit: String?
    var row: ResultRow
  }

  /// Printed figures, each rounded by itself: they must agree within the intervals they stand for.
  func checkRounded(_ context: CheckContext) throws -> BalanceReport {
    let sides = try sides.map { try self.printed($0, context) }
    let groups = Set(sides.flatMap(\.keys)).sorted { Self.precedes($0, $1) }
    var report = BalanceReport(groups: groups.count)
    for group in groups {
      let totals = sides[0][group] ?? []
      let parts = sides.dropFirst().flatMap { $0[group] ?? [] }
      guard let total = totals.first, totals.count == 1, !parts.isEmpty else {
        if missing == .error {
          report.findings.append(missingFinding(group, [totals.count == 1, !parts.isEmpty], context))
        }
        continue
      }
      try compare(group, total, parts, &report, context)
    }
    return report
  }

  private func compare(
    _ group: [Value], _ total: Printed, _ parts: [Printed], _ report: inout BalanceReport,
    _ context: CheckContext
  ) throws {
    let wrong = ([total] + parts).filter(\.figure.hasTooManyDigits)
    if !wrong.isEmpty {
      report.findings += wrong.map { tooManyDigits($0) }
      return
    }
    let outcome = try SumCheck.compare(
      total: total.figure, parts: parts.map { WeightedFigure($0.figure, weight: $0.weight) })
    switch outcome {
    case .balanced: return
    case .rounding(let residual, let used, let allowed):
      report.residuals.append(
        RoundingResidual(
          rule: head.id, title: head.title, group: names(group), label: total.label,
          total: Self.text(total.figure),
          parts: parts.map { .init(label: $0.label, weight: $0.weight, printed: Self.text($0.figure)) },
          residual: residual, slackUsed: used, slackAllowed: allowed))
    case .broken(let difference):
      let hints = Hint.hints(
        difference: difference,
        parts: try parts.map {
          Hint.Part(label: $0.label, value: try $0.figure.value.multiplied(by: $0.weight))
        })
      let sum = try total.figure.value.subtracting(difference)
      report.findings.append(
        finding(
          group, total: "\(total.label) \(Self.text(total.figure))",
          parts: Self.terms(parts) + " = \(Self.text(sum))",
          difference: Self.text(difference), unit: total.unit, isOfTotal: true, place: total.place,
          hints: hints,
          also: try explanation(total, parts, context), context))
    }
  }

  private func tooManyDigits(_ printed: Printed) -> Finding {
    let decimals = printed.figure.decimals ?? 0
    let facts = Facts(
      found: Self.text(printed.figure), expected: "至多 \(decimals) 位小数",
      message:
        "“\(printed.label)”印出 \(Self.text(printed.figure))，小数位数超过所注的 \(decimals) 位，无法核对“\(head.title)”",
      remedy: "改正印出值或小数位")
    var finding = head.finding(at: printed.place ?? SourceLocation(file: ""), facts: facts)
    finding.severity = .error
    return finding
  }

  /// What the computed figures say about a broken sum of printed ones: the parts that were not printed.
  private func explanation(
    _ total: Printed, _ parts: [Printed], _ context: CheckContext
  ) throws -> [String] {
    let claims = parts.compactMap(\.claim)
    guard let claim = total.claim, claims.count == parts.count else { return [] }
    return try context.unnamedParts(claim, claims, total.row).map { label, value in
      let shown = NumberFormat(decimals: 6, keepsTrailingZeros: false)
        .string(Fixed(units: value.units, decimals: total.unit == "万元" ? value.decimals + 4 : value.decimals))
      return "没有印出的部分：\(label) \(shown) \(total.unit ?? "")"
    }
  }

  private func printed(_ side: BalanceSide, _ context: CheckContext) throws -> [[Value]: [Printed]] {
    let hasPlaces = context.hasPlaces(side.from)
    var printed: [[Value]: [Printed]] = [:]
    for row in try context.query(side.figuresSQL(by: by, claim: claim, hasPlaces: hasPlaces)) {
      guard case .integer(let value)? = row["_value"], case .integer(let weight)? = row["_weight"] else {
        continue
      }
      let number = Fixed(units: value, decimals: side.scale).reduced()
      let decimals = side.decimals(in: row)
      let place =
        hasPlaces
        ? SourceLocation(file: context.file(row["_file"]), row: row["_row"]?.rowNumber, column: side.column)
        : nil
      printed[Array(row.values.prefix(by.count)), default: []].append(
        Printed(
          label: row["_label"]?.label ?? "", weight: weight,
          figure: PrintedFigure(number, decimals: decimals),
          claim: (row["_claim"]?.label).flatMap(FigureReference.init), place: place,
          unit: row["_unit"]?.label ?? unit, row: row))
    }
    return printed
  }

  /// As one adds up on paper: `a 229.08 − b 215.47 + c 3.09`.
  private static func terms(_ parts: [Printed]) -> String {
    parts.enumerated().map { index, part in
      let value = part.figure.value
      let isLess = (part.weight < 0) != value.isNegative
      let size = (try? value.absolute()) ?? value
      let sign = isLess ? "− " : index > 0 ? "+ " : ""
      return "\(sign)\(part.label) \(text(size))"
    }.joined(separator: " ")
  }

  private static func text(_ figure: PrintedFigure) -> String { text(figure.value) }
  private static func text(_ number: Fixed) -> String {
    NumberFormat(decimals: number.decimals, keepsTrailingZeros: false).string(number)
  }
}

extension BalanceSide {
  func decimals(in row: ResultRow) -> Int? {
    switch decimals {
    case nil: nil
    case .fixed(let decimals): decimals
    case .column:
      if case .integer(let decimals)? = row["_decimals"] { Int(decimals) } else { nil }
    }
  }
}

import Figures

extension Balance {
  /// The printed figures of one side by group, and the cells that are empty.
  private struct PrintedSide {
    var printed: [[Value]: [PrintedRow]] = [:]
    var empty: [[Value]: [EmptyCell]] = [:]

    var groups: Set<[Value]> { Set(printed.keys).union(empty.keys) }
    func hasRows(_ group: [Value]) -> Bool { printed[group] != nil || empty[group] != nil }
  }

  /// Printed figures, each rounded by itself: they must agree within the intervals they stand for.
  func checkRounded(_ context: CheckContext) throws -> BalanceReport {
    let sides = try sides.map { try printed($0, context) }
    let groups = sides.reduce(into: Set()) { $0.formUnion($1.groups) }.sorted { Self.precedes($0, $1) }
    var report = BalanceReport(groups: groups.count)
    for group in groups {
      let (present, empty) = (sides.map { $0.hasRows(group) }, sides.flatMap { $0.empty[group] ?? [] })
      if missing != .zero, present.contains(false) || !empty.isEmpty {
        if missing == .error {
          report.findings += missingFindings(group, present: present, empty: empty, context)
        }
        continue
      }
      let totals = sides[0].printed[group] ?? []
      let parts = sides.dropFirst().flatMap { $0.printed[group] ?? [] }
      if totals.count > 1 {
        report.findings.append(severalTotals(group, totals, context))
        continue
      }
      do {
        try compare(group, totals.first, parts, &report, context)
      } catch is ArithmeticOverflow {
        report.findings.append(tooLarge(group, largest: Self.largest(totals + parts), context))
      }
    }
    return report
  }

  private func compare(
    _ group: [Value], _ given: PrintedRow?, _ parts: [PrintedRow], _ report: inout BalanceReport,
    _ context: CheckContext
  ) throws {
    let wrong = ([given].compactMap { $0 } + parts).filter(\.hasTooManyDigits)
    if !wrong.isEmpty {
      report.findings += wrong.map { tooManyDigits($0) }
      return
    }
    let total = given ?? nothing(in: parts)
    let weighted = parts.map { WeightedFigure($0.figure, weight: $0.weight) }
    switch try SumCheck.outcome(total: total.figure, parts: weighted) {
    case .balanced: return
    case .rounding(let residual, let used, let allowed):
      report.residuals.append(
        RoundingResidual(
          rule: head.id, title: head.title, group: names(group), label: total.label, total: total.text,
          parts: parts.map { .init(label: $0.label, weight: $0.weight, printed: $0.text) },
          residual: residual, slackUsed: used, slackAllowed: allowed))
    case .broken(let difference):
      let hints = Hint.hints(
        difference: difference,
        parts: try parts.map {
          Hint.Part(label: $0.label, value: try $0.figure.value.multiplied(by: $0.weight))
        })
      let sum = PrintedRow.text(try total.figure.value.subtracting(difference))
      report.findings.append(
        finding(
          group, total: "\(total.label) \(total.text)",
          parts: parts.isEmpty ? sum : Self.terms(parts) + " = \(sum)",
          difference: PrintedRow.text(difference), unit: total.unit, isOfTotal: given != nil,
          place: given?.place ?? parts.lazy.compactMap(\.place).first, hints: hints,
          also: try explanation(total, parts, context), context))
    }
  }

  /// A total that is not there counts as zero.
  private func nothing(in parts: [PrintedRow]) -> PrintedRow {
    PrintedRow(
      label: "", figure: PrintedFigure(Fixed(units: 0, decimals: 0)),
      unit: parts.lazy.compactMap(\.unit).first ?? unit, row: ResultRow(columns: [], values: []))
  }

  /// What the computed figures say about a broken sum of printed ones: the parts that were not printed.
  private func explanation(
    _ total: PrintedRow, _ parts: [PrintedRow], _ context: CheckContext
  ) throws -> [String] {
    let claims = parts.compactMap(\.claim)
    guard let claim = total.claim, claims.count == parts.count else { return [] }
    let unnamed: [(label: String, value: Fixed)]
    // Figures that are too large explain nothing.
    do { unnamed = try context.unnamedParts(claim, claims, total.row) } catch is ArithmeticOverflow {
      return []
    }
    return unnamed.map { label, value in
      let shown = NumberFormat(decimals: 6, keepsTrailingZeros: false)
        .string(Fixed(units: value.units, decimals: total.unit == "万元" ? value.decimals + 4 : value.decimals))
      return "没有印出的部分：\(label) \(shown) \(total.unit ?? "")"
    }
  }

  private func printed(_ side: BalanceSide, _ context: CheckContext) throws -> PrintedSide {
    var found = PrintedSide()
    let sql = side.figuresSQL(by: by, claim: claim, hasPlaces: context.hasPlaces(side.from))
    for row in try context.query(sql) {
      let group = Array(row.values.prefix(by.count))
      if let printed = side.printed(in: row, unit: unit, context) {
        found.printed[group, default: []].append(printed)
      } else {
        found.empty[group, default: []].append(EmptyCell(side, row, context))
      }
    }
    return found
  }

  private static func largest(_ printed: [PrintedRow]) -> LargestCell? {
    let largest = printed.max { $0.figure.value.units.magnitude < $1.figure.value.units.magnitude }
    return largest.map { LargestCell(label: $0.label, text: $0.text, unit: $0.unit, place: $0.place) }
  }

  /// As one adds up on paper: `a 229.08 − b 215.47 + c 3.09`.
  private static func terms(_ parts: [PrintedRow]) -> String {
    parts.enumerated().map { index, part in
      let value = part.figure.value
      let isLess = (part.weight < 0) != value.isNegative
      let size = (try? value.absolute()) ?? value
      let sign = isLess ? "− " : index > 0 ? "+ " : ""
      return "\(sign)\(part.label) \(PrintedRow.text(size))"
    }.joined(separator: " ")
  }
}

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
    let others = OtherGroups(of: sides.dropFirst().map(\.printed))
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
        try compare(
          group, totals.first, parts, elsewhere: others.cells(than: group), &report, context)
      } catch is ArithmeticOverflow {
        report.findings.append(tooLarge(group, largest: Self.largest(totals + parts), context))
      }
    }
    return report
  }

  private func compare(
    _ group: [Value], _ given: PrintedRow?, _ parts: [PrintedRow], elsewhere: @autoclosure () -> [SumCell],
    _ report: inout BalanceReport, _ context: CheckContext
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
      let sum = PrintedRow.text(try total.figure.value.subtracting(difference))
      report.findings.append(
        finding(
          group, total: "\(total.label) \(total.text)",
          parts: parts.isEmpty ? sum : Self.terms(parts) + " = \(sum)",
          difference: PrintedRow.text(difference), unit: total.unit, isOfTotal: given != nil,
          place: given?.place ?? parts.lazy.compactMap(\.place).first,
          search: HintSearch(
            totals: given.map { [$0.cell(times: -1)] } ?? [], parts: parts.map { $0.cell() },
            elsewhere: elsewhere()),
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

  /// As one adds up on paper: `a（2025/printed.csv 第 4 行）229.08 − b（第 5 行）2 × 215.47`. A file is named where it
  /// begins.
  private static func terms(_ parts: [PrintedRow]) -> String {
    var file: String?
    return parts.enumerated().map { index, part in
      let isLess = (part.weight < 0) != part.figure.value.isNegative
      let times = part.weight.magnitude == 1 ? "" : "\(part.weight.magnitude) × "
      let sign = isLess ? "− " : index > 0 ? "+ " : ""
      let place = part.row(after: file)
      file = part.place?.file
      return "\(sign)\(part.label)\(place.isEmpty ? " " : place)\(times)\(part.size)"
    }.joined(separator: " ")
  }
}

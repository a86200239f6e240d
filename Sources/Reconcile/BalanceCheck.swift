import Figures

/// What a check of balances came to.
public struct BalanceReport {
  public var findings: [Finding] = []
  public var residuals: [RoundingResidual] = []
  /// Groups compared.
  public var groups = 0
}

extension Balance {
  public func check(_ context: CheckContext) throws -> BalanceReport {
    isRounded ? try checkRounded(context) : try checkExact(context)
  }

  private func checkExact(_ context: CheckContext) throws -> BalanceReport {
    let sums = try sums(context)
    let groups = Set(sums.flatMap(\.keys)).sorted { Self.precedes($0, $1) }
    var report = BalanceReport(groups: groups.count)
    var labelled: [[ResultRow]]?
    let empty = missing == .error ? try emptyCells(context) : [:]
    for group in groups {
      let found = sums.map { $0[group] ?? BalanceSum() }
      if missing != .zero, found.contains(where: { !$0.hasRows || $0.hasEmptyCells }) {
        if missing == .unknown { continue }
        report.findings += missingFindings(
          group, present: found.map(\.hasRows), empty: empty[group] ?? [], context)
        continue
      }
      guard let compared = try? compared(found) else {
        report.findings.append(try tooLarge(group, context))
        continue
      }
      if compared.difference.isZero { continue }
      if labelled == nil { labelled = try self.labelled(context) }
      let hints = hints(compared.difference, parts: labelled ?? [], group: group)
      report.findings.append(
        finding(
          group, total: text(compared.total), parts: text(compared.parts),
          difference: text(compared.difference), unit: unit,
          isOfTotal: found[0].place != nil, place: found.compactMap(\.place).first, hints: hints, context))
    }
    return report
  }

  private struct Compared { var total: Fixed, parts: Fixed, difference: Fixed }

  private func compared(_ found: [BalanceSum]) throws -> Compared {
    let total = number(try found[0].narrowed())
    let parts = number(try found.dropFirst().reduce(into: BalanceSum()) { $0.total += $1.total }.narrowed())
    return Compared(total: total, parts: parts, difference: try total.subtracting(parts))
  }

  /// The single sums of the parts by label; none where one does not fit.
  private func labelled(_ context: CheckContext) throws -> [[ResultRow]] {
    do {
      return try parts.map { try context.query($0.labelledSQL(by: by)) }
    } catch is ArithmeticOverflow {
      return []
    }
  }

  private func hints(_ difference: Fixed, parts: [[ResultRow]], group: [Value]) -> [Hint] {
    let figures = parts.joined().filter { Array($0.values.prefix(by.count)) == group }.compactMap { row in
      if case .integer(let value)? = row["_value"] {
        return Hint.Part(label: row["_label"]?.label ?? "", value: number(value))
      }
      return nil as Hint.Part?
    }
    // Among very many parts one that fits by chance explains nothing.
    return figures.count > 200 ? [] : Hint.hints(difference: difference, parts: figures)
  }

  /// A stored integer in the balance's unit: fen are 元 with two decimals.
  func number(_ stored: Int64) -> Fixed {
    Fixed(units: stored, decimals: QuantityText.decimals(ofStored: unit))
  }

  func text(_ number: Fixed) -> String { QuantityText.text(number, storedAs: unit) }
}

extension Value {
  /// As a part's or a group's name.
  var label: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }
}

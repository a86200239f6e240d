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
    var broken: [Broken] = []
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
      if !compared.difference.isZero { broken.append(Broken(group: group, sums: found, compared: compared)) }
    }
    report.findings += try findings(of: broken, context)
    return report
  }

  /// A group whose sums do not agree.
  private struct Broken { var group: [Value], sums: [BalanceSum], compared: Compared }

  private func findings(of broken: [Broken], _ context: CheckContext) throws -> [Finding] {
    let cells = try BrokenGroups(
      of: self,
      broken.map { ($0.group, $0.compared.difference.units, $0.sums.reduce(0) { $0 + $1.figures }) }, context)
    return broken.map { broken in
      let compared = broken.compared
      return finding(
        broken.group, total: text(compared.total), parts: text(compared.parts),
        difference: text(compared.difference), unit: unit, isOfTotal: broken.sums[0].place != nil,
        place: broken.sums.compactMap(\.place).first, search: cells.search(broken.group), context)
    }
  }

  private struct Compared { var total: Fixed, parts: Fixed, difference: Fixed }

  private func compared(_ found: [BalanceSum]) throws -> Compared {
    let total = number(try found[0].narrowed())
    let parts = number(try found.dropFirst().reduce(into: BalanceSum()) { $0.total += $1.total }.narrowed())
    return Compared(total: total, parts: parts, difference: try total.subtracting(parts))
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

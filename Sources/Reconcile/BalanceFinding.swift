import Figures

extension Balance {
  /// The finding about a broken group: both sides, the difference, and what may explain it. `isOfTotal`: the place
  /// is the total's, so that the total is what was found there.
  func finding(
    _ group: [Value], total: String, parts partsText: String, difference: String,
    unit: String?, isOfTotal: Bool, place: SourceLocation?, search: HintSearch,
    also explanation: [String] = [],
    _ context: CheckContext
  ) -> Finding {
    let row = ResultRow(
      columns: by + ["total", "parts", "difference"],
      values: group + [.text(total), .text(partsText), .text(difference)])
    let suffix = unit.map { " \($0)" } ?? ""
    let lead = message?.text(for: row)
    let reasons = search.sentences(.chinese) + explanation.map { "\($0)。" }
    let chinese =
      (lead ?? "“\(head.title)”不成立\(inWords(group))")
      + "：\(self.total.title) \(total)\(suffix)，\(titles) \(partsText)\(suffix)，相差 \(difference)\(suffix)。"
    let english =
      (lead ?? "'\(head.title)' does not hold (\(names(group)))")
      + ": \(self.total.title) \(total)\(suffix), \(titles) \(partsText)\(suffix), "
      + "difference \(difference)\(suffix)"
    let facts = Facts(
      found: isOfTotal ? total : partsText, expected: isOfTotal ? partsText : total, difference: difference,
      suspects: search.suspects, message: chinese + reasons.joined(),
      remedy: head.remedy?.text(for: row) ?? "核对两边的数据（\(names(group))），改正后重新运行",
      englishMessage: ([english] + search.sentences(.english)).joined(separator: ". "),
      englishRemedy: "compare both sides (\(names(group))), correct the wrong one and run again")
    return head.finding(at: place ?? location(context), facts: facts)
  }

  private var titles: String {
    var titles: [String] = []
    for part in parts where !titles.contains(part.title) { titles.append(part.title) }
    return titles.joined(separator: " + ")
  }

  /// Where nothing points at one row: the file of the register that the first side's column comes from.
  func location(_ context: CheckContext) -> SourceLocation {
    let own = register.flatMap { context.registerFile($0, "") }
    return SourceLocation(
      file: own ?? sides.lazy.compactMap { context.registerFile($0.from, $0.value) }.first ?? "")
  }
}

import Figures

extension Ratio {
  public func check(_ context: CheckContext) throws -> BalanceReport {
    let rows = try sides.map { try self.rows(of: $0, context) }
    let groups = Set(rows.flatMap(\.keys)).sorted { Self.precedes($0, $1) }
    var report = BalanceReport(groups: groups.count)
    for group in groups {
      let found = rows.map { $0[group] ?? [] }
      if let several = found.first(where: { $0.count > 1 }) {
        report.findings.append(
          unjudged(group, several.last, "有 \(several.count) 行：\(Self.named(several))", context))
        continue
      }
      let figures = found.compactMap(\.first?.printed)
      if figures.count < sides.count {
        if missing == .error { report.findings.append(lacking(group, found, context)) }
        continue
      }
      if let wrong = figures.first(where: \.hasTooManyDigits) {
        report.findings.append(
          unjudged(
            group, Row(printed: wrong, place: wrong.place), "“\(wrong.label)”印出 \(wrong.text)，小数位数超过所注的位数",
            context))
        continue
      }
      do {
        try compare(group, figures[0], figures[1], figures[2], &report, context)
      } catch is ArithmeticOverflow {
        var finding = unjudged(group, found[0].first, "数字超出可以准确计算的范围", context)
        (finding.code, finding.severity) = (.overflowSum, .error)
        report.findings.append(finding)
      }
    }
    return report
  }

  private func compare(
    _ group: [Value], _ given: PrintedRow, _ first: PrintedRow, _ second: PrintedRow,
    _ report: inout BalanceReport, _ context: CheckContext
  ) throws {
    guard let percent = try signed(given) else {
      let word = given.row["_direction"]?.label ?? ""
      report.findings.append(
        unjudged(group, Row(printed: given, place: given.place), "“\(word)”不是增长、下降或持平", context))
      return
    }
    let ratio = ratio(first, second)
    switch try ratio.outcome(percent: percent.figure) {
    case .balanced, .unbounded: return
    case .undefined:
      let why = kind == .share ? "总数为零，没有占比" : "基数不大于零，没有增长率"
      report.findings.append(
        finding(group, percent, expected: nil, "按印出的 \(terms(first, second))，\(why)", context))
    case .rounding(let residual, let used, let allowed):
      report.residuals.append(
        RoundingResidual(
          rule: head.id, title: head.title, group: names(group), label: percent.label, total: percent.text,
          parts: [first, second].map { .init(label: $0.label, printed: $0.text) },
          formula: formula(first.text, second.text), residual: residual, slackUsed: used,
          slackAllowed: allowed))
    case .broken(let expected, let range, let finer):
      let cutOff = CutOff(percent.figure.value, expected, from: finer) == nil ? "" : "。疑似截尾：小数直接舍去了，没有四舍五入"
      let turned = try isTurned(percent, ratio) ? "。增减方向相反就对得上：方向可能写反" : ""
      let text = PrintedRow.text
      report.findings.append(
        finding(
          group, percent, expected: expected,
          "按印出的 \(terms(first, second)) 应为 \(text(expected)) %（取整之内为 \(text(range.lowerBound)) % 至 "
            + "\(text(range.upperBound)) %）\(cutOff)\(turned)", context))
    }
  }

  private func isTurned(_ percent: PrintedRow, _ ratio: PrintedRatio) throws -> Bool {
    var turned = percent.figure
    turned.value = try turned.value.negated()
    if case .broken = try ratio.outcome(percent: turned) { return false }
    return !turned.value.isZero
  }

  /// The percentage with the sign that its direction says; nil where that is no direction.
  private func signed(_ percent: PrintedRow) throws -> PrintedRow? {
    guard let word = percent.row["_direction"]?.label, !word.isEmpty else { return percent }
    var signed = percent
    let size = try percent.figure.value.absolute()
    switch word {
    case "增长", "增加", "上升", "提高": signed.figure.value = size
    case "下降", "减少", "降低": signed.figure.value = try size.negated()
    case "持平", "与上年持平", "不变": signed.figure.value = Fixed(units: 0, decimals: 0)
    default: return nil
    }
    return signed
  }

  // MARK: Reading

  /// A row of a side; one without a figure has an empty cell.
  private struct Row {
    var printed: PrintedRow?
    var place: SourceLocation?
  }

  private func rows(of side: BalanceSide, _ context: CheckContext) throws -> [[Value]: [Row]] {
    var found: [[Value]: [Row]] = [:]
    for row in try context.query(query(of: side, hasPlaces: context.hasPlaces(side.from))) {
      found[Array(row.values.prefix(by.count)), default: []].append(
        Row(printed: side.printed(in: row, unit: nil, context), place: side.place(of: row, context)))
    }
    return found
  }

  /// Money of different units is compared in 元.
  private func ratio(_ first: PrintedRow, _ second: PrintedRow) -> PrintedRatio {
    let units = [first, second].map { $0.unit.flatMap(MoneyUnit.init) }
    var figures = [first.figure, second.figure]
    if let unit = units[0], let other = units[1] {
      figures = [figures[0].converted(from: unit), figures[1].converted(from: other)]
    }
    return switch kind {
    case .share: .share(part: figures[0], whole: figures[1])
    case .growth: .growth(now: figures[0], before: figures[1])
    case .growthOfChange: .growthOfChange(change: figures[0], now: figures[1])
    }
  }

  // MARK: Words

  private func terms(_ first: PrintedRow, _ second: PrintedRow) -> String {
    formula("\(first.label) \(first.text)", "\(second.label) \(second.text)")
  }

  private func formula(_ first: String, _ second: String) -> String {
    switch kind {
    case .share: "\(first) ÷ \(second)"
    case .growth: "(\(first) − \(second)) ÷ \(second)"
    case .growthOfChange: "\(first) ÷ (\(second) − \(first))"
    }
  }

  private static func named(_ rows: [Row]) -> String {
    rows.map { row in
      let place = row.place.flatMap { place in place.row.map { "\(place.file) 第 \($0) 行" } } ?? ""
      return "\(place)“\(row.printed?.label ?? "")”"
    }.joined(separator: "、")
  }

  private func lacking(_ group: [Value], _ found: [[Row]], _ context: CheckContext) -> Finding {
    let empty = found.lazy.compactMap(\.first).first { $0.printed == nil }
    let absent = zip(sides, found).filter { $1.first?.printed == nil }.map(\.0.title).joined(separator: "、")
    return unjudged(group, empty ?? found.lazy.compactMap(\.first).first, "缺少\(absent)的数", context)
  }

  private func unjudged(_ group: [Value], _ row: Row?, _ why: String, _ context: CheckContext) -> Finding {
    head.finding(
      at: row?.place ?? location(context),
      facts: Facts(
        found: row?.printed?.text, message: "“\(head.title)”无法核对\(inWords(group))：\(why)",
        remedy: "改正印出数的这几行，重新运行"))
  }

  private func finding(
    _ group: [Value], _ percent: PrintedRow, expected: Fixed?, _ why: String, _ context: CheckContext
  ) -> Finding {
    let lead = message?.text(for: percent.row) ?? "“\(head.title)”不成立\(inWords(group))"
    let difference = expected.flatMap { try? percent.figure.value.subtracting($0) }
    return head.finding(
      at: percent.place ?? location(context),
      facts: Facts(
        found: percent.text, expected: expected.map(PrintedRow.text),
        difference: difference.map(PrintedRow.text),
        message: "\(lead)：\(percent.label) 印出 \(percent.text) %，\(why)",
        remedy: head.remedy?.text(for: percent.row) ?? "核对这个百分比和它的两个数，改正后重新运行"))
  }

  private func location(_ context: CheckContext) -> SourceLocation {
    SourceLocation(file: context.registerFile(percent.from, percent.value) ?? "")
  }
}

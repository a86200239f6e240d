import Figures

/// A cell of a side that is empty: empty is not zero.
struct EmptyCell {
  var label: String
  var place: SourceLocation?

  init(_ side: BalanceSide, _ row: ResultRow, _ context: CheckContext) {
    (label, place) = (row["_label"]?.label ?? "", side.place(of: row, context))
  }
}

/// The largest of the numbers that come to more than can be counted: most often it is the wrong one.
struct LargestCell {
  var label: String
  var text: String
  var unit: String?
  var place: SourceLocation?
}

/// What is said of a group that can't be judged.
extension Balance {
  /// Of exact figures, the cells that are empty, by group.
  func emptyCells(_ context: CheckContext) throws -> [[Value]: [EmptyCell]] {
    var cells: [[Value]: [EmptyCell]] = [:]
    for side in sides {
      let sql = side.figuresSQL(
        by: by, hasPlaces: context.hasPlaces(side.from), where: "\(side.value) IS NULL")
      for row in try context.query(sql) where row["_value"] == .null {
        cells[Array(row.values.prefix(by.count)), default: []].append(EmptyCell(side, row, context))
      }
    }
    return cells
  }

  /// Sides without rows in one finding, and every empty cell in its own.
  func missingFindings(
    _ group: [Value], present: [Bool], empty: [EmptyCell], _ context: CheckContext
  ) -> [Finding] {
    let absent = zip(sides, present).filter { !$1 }.map(\.0.title).joined(separator: "、")
    var findings = empty.map { cell in
      unjudged(
        group, at: cell.place, "“\(cell.label)”的\(cell.place?.column ?? "数")空着", remedy: "填上这一格，没有的填 0",
        context)
    }
    if !absent.isEmpty {
      findings.append(
        unjudged(group, at: nil, "缺少\(absent)", remedy: "补上\(names(group))缺少的数据，改正后重新运行", context))
    }
    return findings
  }

  func severalTotals(_ group: [Value], _ totals: [PrintedRow], _ context: CheckContext) -> Finding {
    let named = totals.map { total in
      let row = total.place.flatMap { place in place.row.map { "\(place.file) 第 \($0) 行" } } ?? ""
      return "\(row)“\(total.label)” \(total.text)"
    }
    return unjudged(
      group, at: totals.last?.place, "有 \(totals.count) 个合计：\(named.joined(separator: "、"))",
      remedy: "只留一个合计，或把它们分到各自的组里", context)
  }

  /// A group of exact figures whose sum does not fit.
  func tooLarge(_ group: [Value], _ context: CheckContext) throws -> Finding {
    // Below it, thousands of numbers would not leave 64 bits either.
    let large = 1_000_000_000_000_000
    var (largest, magnitude): (LargestCell?, UInt64) = (nil, 0)
    for side in sides {
      let sql = side.figuresSQL(
        by: by, hasPlaces: context.hasPlaces(side.from),
        where: "\(side.value) NOT BETWEEN -\(large) AND \(large)")
      for row in try context.query(sql) where Array(row.values.prefix(by.count)) == group {
        guard case .integer(let value)? = row["_value"], value.magnitude > magnitude else { continue }
        magnitude = value.magnitude
        largest = LargestCell(
          label: row["_label"]?.label ?? "", text: text(number(value)), unit: unit,
          place: side.place(of: row, context))
      }
    }
    return tooLarge(group, largest: largest, context)
  }

  func tooLarge(_ group: [Value], largest: LargestCell?, _ context: CheckContext) -> Finding {
    let cell = largest.map { "，其中最大的是“\($0.label)” \($0.text)\($0.unit.map { " \($0)" } ?? "")" } ?? ""
    var finding = unjudged(
      group, at: largest?.place, "合计超出可以准确计算的范围\(cell)", remedy: "核对\(names(group))里过大的数和它的单位，改正后重新运行",
      context)
    (finding.code, finding.severity, finding.facts.found) = (.overflowSum, .error, largest?.text)
    return finding
  }

  private func unjudged(
    _ group: [Value], at place: SourceLocation?, _ why: String, remedy: String, _ context: CheckContext
  ) -> Finding {
    let facts = Facts(message: "“\(head.title)”无法核对\(inWords(group))：\(why)", remedy: remedy)
    return head.finding(at: place ?? location(context), facts: facts)
  }

  func tooManyDigits(_ printed: PrintedRow) -> Finding {
    let decimals = printed.row["_decimals"]?.rowNumber ?? printed.figure.decimals ?? 0
    let facts = Facts(
      found: printed.text, expected: "至多 \(decimals) 位小数",
      message:
        "“\(printed.label)”印出 \(printed.text)，小数位数超过所注的 \(decimals) 位，无法核对“\(head.title)”",
      remedy: "改正印出值或小数位")
    var finding = head.finding(at: printed.place ?? SourceLocation(file: ""), facts: facts)
    finding.severity = .error
    return finding
  }
}

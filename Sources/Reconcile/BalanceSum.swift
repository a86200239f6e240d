import Figures

/// What one side of a balance comes to in a group.
struct BalanceSum {
  /// Twice as wide as a figure: whether it fits is said of its group.
  var total: Int128 = 0
  var hasRows = false
  /// Where a cell is empty, the sum lacks a part. Only known where the balance asks.
  var hasEmptyCells = false
  /// How many figures it adds up.
  var figures = 0
  /// The only row with a value, when there is just one and its place is known.
  var place: SourceLocation?

  func narrowed() throws(ArithmeticOverflow) -> Int64 {
    guard let narrow = Int64(exactly: total) else { throw ArithmeticOverflow() }
    return narrow
  }
}

extension Balance {
  /// Each side's sums by the keys' values. Sides of one table are summed by one query.
  func sums(_ context: CheckContext) throws -> [[[Value]: BalanceSum]] {
    let sides = sides
    var sums: [[[Value]: BalanceSum]] = sides.map { _ in [:] }
    var waiting = Array(sides.indices)
    while let first = waiting.first {
      let table = sides[first].from
      let indexes = waiting.filter { sides[$0].from == table }
      waiting.removeAll { sides[$0].from == table }
      for row in try rows(indexes.map { sides[$0] }, hasPlaces: context.hasPlaces(table), context) {
        let group = Array(row.values.prefix(by.count))
        for (number, index) in indexes.enumerated() {
          sums[index][group] = sum(number, of: sides[index], in: row, context)
        }
      }
    }
    return sums
  }

  /// Where a sum does not fit, all are made anew of halves that do, so that every other group is still judged.
  private func rows(
    _ sides: [BalanceSide], hasPlaces: Bool, _ context: CheckContext
  ) throws -> [ResultRow] {
    func sql(inHalves: Bool) -> String {
      BalanceSide.sumsSQL(
        sides, by: by, hasPlaces: hasPlaces, countsRows: missing != .zero, inHalves: inHalves)
    }
    do {
      return try context.query(sql(inHalves: false))
    } catch is ArithmeticOverflow {
      return try context.query(sql(inHalves: true))
    }
  }

  private func sum(
    _ number: Int, of side: BalanceSide, in row: ResultRow, _ context: CheckContext
  ) -> BalanceSum? {
    var sum = BalanceSum()
    if case .integer(let total)? = row["_value\(number)"] { (sum.total, sum.hasRows) = (Int128(total), true) }
    if case .integer(let high)? = row["_high\(number)"] { sum.total += Int128(high) << 32 }
    if case .integer(let rows)? = row["_rows\(number)"], row["_n\(number)"] != .integer(rows) {
      (sum.hasRows, sum.hasEmptyCells) = (true, true)
    }
    if !sum.hasRows { return nil }
    sum.figures = row["_n\(number)"]?.rowNumber ?? 0
    if sum.figures == 1, let file = row["_file\(number)"] {
      sum.place = SourceLocation(
        file: context.file(file), row: row["_row\(number)"]?.rowNumber, column: side.column)
    }
    return sum
  }
}

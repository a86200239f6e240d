import Figures

/// What a check asks of the run: answers to queries, names of files, and the figures behind printed numbers.
public struct CheckContext {
  public typealias Query = (String) throws -> [ResultRow]
  public typealias Figure = (FigureReference, ResultRow, _ decimals: Int?) throws -> FigureValue?

  var query: Query
  /// The columns of a register or model.
  var columns: (String) -> [String]
  /// The path of a row's `_file`, as findings show it.
  var file: (Value?) -> String
  /// The path of the register's file that a column of a register or model comes from, for findings that concern
  /// no single row.
  var registerFile: (_ table: String, _ column: String) -> String?
  /// A figure at the keys of a row, a percentage in so many decimals; nil when the reference points at nothing.
  var figure: Figure
  /// Whether the registers that a figure sums are there, so that it is zero where they have no row of it.
  var isGiven: (FigureReference) -> Bool
  /// Whether the period before is there, so that changes can be judged.
  var isCompared: Bool
  /// The parts of a total that printed parts leave out: what they are called, and their figures.
  var unnamedParts: (FigureReference, [FigureReference], ResultRow) throws -> [(label: String, value: Fixed)]

  public init(
    query: @escaping Query, columns: @escaping (String) -> [String], file: @escaping (Value?) -> String,
    registerFile: @escaping (String, String) -> String?, isCompared: Bool,
    figure: @escaping Figure, isGiven: @escaping (FigureReference) -> Bool,
    unnamedParts:
      @escaping (FigureReference, [FigureReference], ResultRow) throws -> [(label: String, value: Fixed)]
  ) {
    (self.query, self.columns, self.file, self.registerFile) = (query, columns, file, registerFile)
    (self.isCompared, self.figure, self.isGiven) = (isCompared, figure, isGiven)
    self.unnamedParts = unnamedParts
  }

  func hasPlaces(_ table: String) -> Bool {
    let columns = columns(table)
    return columns.contains("_file") && columns.contains("_row")
  }
}

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

  // MARK: Exact figures

  private struct Sum {
    var total: Int64
    /// The only row behind the sum, when there is just one and its place is known.
    var place: SourceLocation?
  }

  private func checkExact(_ context: CheckContext) throws -> BalanceReport {
    let sums = try sums(context)
    let groups = Set(sums.flatMap(\.keys)).sorted { Self.precedes($0, $1) }
    var report = BalanceReport(groups: groups.count)
    var labelled: [[ResultRow]]?
    for group in groups {
      let found = sums.map { $0[group] }
      if found.contains(where: { $0 == nil }) {
        if missing == .unknown { continue }
        if missing == .error {
          report.findings.append(missingFinding(group, found.map { $0 != nil }, context))
          continue
        }
      }
      let total = found[0]?.total ?? 0
      let parts = try Fixed.sum(found.dropFirst().map { number($0?.total ?? 0) }) ?? number(0)
      let difference = try number(total).subtracting(parts)
      if difference.isZero { continue }
      if labelled == nil { labelled = try self.parts.map { try context.query($0.labelledSQL(by: by)) } }
      let hints = hints(difference, parts: labelled ?? [], group: group)
      let place = found.compactMap { $0?.place }.first
      let isOfTotal = found[0]?.place != nil
      report.findings.append(
        finding(
          group, total: text(number(total)), parts: text(parts), difference: text(difference),
          unit: unit, isOfTotal: isOfTotal, place: place, hints: hints, context))
    }
    return report
  }

  /// Each side's sums by the keys' values. Sides of one table are summed by one query.
  private func sums(_ context: CheckContext) throws -> [[[Value]: Sum]] {
    let sides = sides
    var sums: [[[Value]: Sum]] = sides.map { _ in [:] }
    var waiting = Array(sides.indices)
    while let first = waiting.first {
      let table = sides[first].from
      let indexes = waiting.filter { sides[$0].from == table }
      waiting.removeAll { sides[$0].from == table }
      let sql = BalanceSide.sumsSQL(indexes.map { sides[$0] }, by: by, hasPlaces: context.hasPlaces(table))
      for row in try context.query(sql) {
        let group = Array(row.values.prefix(by.count))
        for (number, index) in indexes.enumerated() {
          sums[index][group] = sum(number, of: sides[index], in: row, context)
        }
      }
    }
    return sums
  }

  private func sum(_ number: Int, of side: BalanceSide, in row: ResultRow, _ context: CheckContext) -> Sum? {
    guard case .integer(let total)? = row["_value\(number)"] else { return nil }
    guard row["_n\(number)"] == .integer(1), let file = row["_file\(number)"] else {
      return Sum(total: total)
    }
    let place = SourceLocation(
      file: context.file(file), row: row["_row\(number)"]?.rowNumber, column: side.column)
    return Sum(total: total, place: place)
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
  private func number(_ stored: Int64) -> Fixed {
    Fixed(units: stored, decimals: QuantityText.decimals(ofStored: unit))
  }

  private func text(_ number: Fixed) -> String { QuantityText.text(number, storedAs: unit) }

  static func precedes(_ a: [Value], _ b: [Value]) -> Bool {
    a.map(\.label).lexicographicallyPrecedes(b.map(\.label))
  }
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

import Figures

/// A table's rows in order, those of the foot last, with the data's figures in them.
struct TablePlan {
  let layout: TableLayout
  private let groups: [RowGroup]
  private(set) var rows: [PlannedRow] = []
  /// How many of them are the foot's.
  private(set) var footCount = 0

  init(_ layout: TableLayout, in context: SheetContext) throws {
    self.layout = layout
    groups = layout.groups
    var starts: [Int] = []
    for (index, group) in groups.enumerated() {
      let start = rows.count
      starts.append(start)
      defer { for row in start..<rows.count { rows[row].group = index } }
      switch group.kind {
      case .model(let source, let tree):
        rows += try Self.modelRows(of: source, tree: tree, group, offset: rows.count, layout, context)
      case .line(let label): rows.append(try Self.line(label, group, layout, context))
      case .total(let label): rows.append(try Self.total(label, group, layout, context))
      case .blank: rows.append(.blank(columns: layout.columns.count))
      }
    }
    starts.append(rows.count)
    footCount = rows.count - starts[layout.rows.count]
    addSummands(starts)
    removeEmptyTotals()
  }

  /// Where a cell's number comes from; nil for a line that is just a sum or a label, and where nobody asks.
  func mark(_ row: Int, _ column: Int, in context: SheetContext) throws -> FigureMark? {
    let group = rows[row].group
    if rows[row].kind == .line, !groups[group].hasFigures { return nil }
    return try Self.mark(layout.columns[column], groups[group], at: rows[row].row, context)
  }

  // MARK: Sums of lines and totals

  /// What lines and totals add up: the rows of their ids, or for a total all that follows it up to the next one.
  private mutating func addSummands(_ starts: [Int]) {
    func tops(of group: Int) -> [Int] { (starts[group]..<starts[group + 1]).filter { rows[$0].level == 1 } }
    for (index, group) in groups.enumerated() where group.model == nil {
      if let ids = group.sumOf {
        rows[starts[index]].summands = ids.flatMap { id in
          groups.firstIndex { $0.id == id }.map(tops(of:)) ?? []
        }
      } else if case .total = group.kind {
        rows[starts[index]].summands = scope(of: index).flatMap(tops(of:))
      }
    }
  }

  /// The groups of a total without `sum-of`: in the rows, those after it up to the next total; in the foot, all
  /// of the rows but totals.
  private func scope(of total: Int) -> [Int] {
    func isTotal(_ index: Int) -> Bool { if case .total = groups[index].kind { true } else { false } }
    if total >= layout.rows.count { return layout.rows.indices.filter { !isTotal($0) } }
    return Array((total + 1..<layout.rows.count).prefix { !isTotal($0) })
  }

  /// A table without rows prints its header alone: totals over nothing go.
  private mutating func removeEmptyTotals() {
    let isEmpty = rows.map { $0.kind == .total && $0.summands?.isEmpty == true }
    guard isEmpty.contains(true) else { return }
    let kept = rows.indices.filter { !isEmpty[$0] }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    footCount = kept.count { $0 >= rows.count - footCount }
    rows = kept.map { index in
      var row = rows[index]
      row.summands = row.summands?.compactMap { places[$0] }
      return row
    }
  }
}

// MARK: - Rows from the data

extension TablePlan {
  private static func line(
    _ label: String, _ group: RowGroup, _ layout: TableLayout, _ context: SheetContext
  ) throws -> PlannedRow {
    let known = try layout.columns.map { column -> PlannedRow.Known in
      group.hasFigures ? try Self.known(column, group, at: nil, context) : .nothing
    }
    return PlannedRow(kind: .line, label: label, isBold: group.isBold, indent: group.indent, known: known)
  }

  static func total(
    _ label: String, _ group: RowGroup, _ layout: TableLayout, _ context: SheetContext
  ) throws -> PlannedRow {
    let known = try layout.columns.map { try Self.known($0, group, at: nil, context) }
    return PlannedRow(kind: .total, label: label, isBold: group.isBold, indent: group.indent, known: known)
  }

  private static func modelRows(
    of source: RowSource, tree: String?, _ group: RowGroup, offset: Int, _ layout: TableLayout,
    _ context: SheetContext
  ) throws -> [PlannedRow] {
    var rows: [PlannedRow] = []
    try context.data.forEachRow(of: source, matching: context.rows, in: layout) { row in
      let level = try tree.map { try Self.level($0, of: row, context) } ?? 1
      rows.append(try Self.row(row, group, layout, context, level: level))
    }
    if group.skip != .keep { rows = withoutVoid(rows, group.skip) }
    for (index, parent) in parents(rows).enumerated() {
      guard let parent else { continue }
      rows[parent].summands = (rows[parent].summands ?? []) + [offset + index]
    }
    return rows
  }

  /// A model's row.
  static func row(
    _ row: ResultRow, _ group: RowGroup, _ layout: TableLayout, _ context: SheetContext, level: Int = 1
  ) throws -> PlannedRow {
    PlannedRow(
      kind: .body(level: level), row: row, level: level, isBold: group.isBold && level == 1,
      indent: group.indent + level - 1,
      known: try layout.columns.indices.map { column in
        guard layout.isNumeric[column] else { return .nothing }
        return try Self.known(layout.columns[column], group, at: row, context)
      })
  }

  private static func level(_ column: String, of row: ResultRow, _ context: SheetContext) throws -> Int {
    if case .integer(let level)? = row[column], (1...15).contains(level) { return Int(level) }
    let found = row[column]?.printed ?? ""
    throw GridError.notWhole(sheet: context.sheet, column: column, found: found)
  }

  /// Each row's parent: the nearest row above that stands on a higher level.
  private static func parents(_ rows: [PlannedRow]) -> [Int?] {
    var path: [Int] = []
    return rows.indices.map { index in
      while let last = path.last, rows[last].level >= rows[index].level { path.removeLast() }
      defer { path.append(index) }
      return path.last
    }
  }

  /// Leaves out rows that say nothing, unless a row below them does.
  private static func withoutVoid(_ rows: [PlannedRow], _ skip: RowGroup.Skip) -> [PlannedRow] {
    let parents = parents(rows)
    var isKept = rows.map { !$0.isVoid(skip) }
    for index in rows.indices.reversed() where isKept[index] {
      if let parent = parents[index] { isKept[parent] = true }
    }
    return rows.indices.filter { isKept[$0] }.map { rows[$0] }
  }

  /// What the data says of a column's cell in a group's row.
  static func known(
    _ column: ColumnLayout, _ group: RowGroup, at row: ResultRow?, _ context: SheetContext
  ) throws -> PlannedRow.Known {
    if case .amount(let name) = column.content {
      return try row.map { .figure(try context.amount(name, of: $0)) } ?? .nothing
    }
    guard let reference = reference(column, group) else { return .nothing }
    return try context.figure(reference, at: row)
  }

  private static func reference(_ column: ColumnLayout, _ group: RowGroup) -> FigureReference? {
    guard let own = column.reference else { return nil }
    var reference = group.figure ?? own
    reference.aspect = own.aspect
    reference.assign(group.with ?? [])
    reference.assign(own.assignments)
    return reference
  }

  /// Where the numbers of a group's row come from; none where nobody asks.
  static func marks(
    _ layout: TableLayout, _ group: RowGroup, at row: ResultRow?, _ context: SheetContext
  ) throws -> [FigureMark?] {
    guard context.isTraced else { return [] }
    return try layout.columns.map { try mark($0, group, at: row, context) }
  }

  /// Where the number of a column's cell in a group's row comes from; nil where nobody asks.
  static func mark(
    _ column: ColumnLayout, _ group: RowGroup, at row: ResultRow?, _ context: SheetContext
  ) throws -> FigureMark? {
    guard context.isTraced else { return nil }
    if case .amount(let name) = column.content { return row.flatMap { context.mark(name, of: $0) } }
    return try reference(column, group).flatMap { try context.mark($0, at: row) }
  }
}

extension FigureReference {
  /// Gives values to keys that have none yet.
  fileprivate mutating func assign(_ keys: [Assignment]) {
    for key in keys where !assignments.contains(where: { $0.key == key.key }) { assignments.append(key) }
  }
}

import Figures

extension NoticePlan {
  /// What the template sees for one publisher: the row's columns, the period, the figures and the lists.
  ///
  /// - Parameters:
  ///   - tables: the text of the sheets; a page shows the sheets themselves in its place.
  ///   - isTraced: whether every figure knows which one it is, for a page to say.
  public func record(
    of publisher: ResultRow, period: NoticePeriod, tables: String? = nil, isTraced: Bool = false,
    from data: some NoticeData
  ) throws -> NoticeRecord {
    let keys = Self.cells(of: publisher)
    var record = NoticeRecord(publisher)
    record.fields["period"] = period.value
    if notice.tables != nil { record.fields["tables"] = tables.map(NoticeValue.sheets) ?? .missing(.null) }
    try Self.add(notice.values, notice.lists, to: &record, at: keys, isTraced, from: data)
    return record
  }

  private static func add(
    _ figures: [Notice.Figure], _ lists: [Notice.List], to record: inout NoticeRecord,
    at keys: [String: Value],
    _ isTraced: Bool, from data: some NoticeData
  ) throws {
    for figure in figures {
      var value = try data.figure(figure.reference, at: keys)
      if isTraced { value.reference = data.resolved(figure.reference, at: keys) }
      record.fields[figure.name] = .figure(value)
    }
    for list in lists {
      record.fields[list.name] = .list(try rows(of: list, at: keys, isTraced, from: data))
    }
  }

  private static func rows(
    of list: Notice.List, at keys: [String: Value], _ isTraced: Bool, from data: some NoticeData
  ) throws -> [NoticeRecord] {
    let matched = (list.by ?? []).map { ($0, keys[$0] ?? .null) }
    let columns = Dictionary(matched, uniquingKeysWith: { first, _ in first })
    var records: [NoticeRecord] = []
    for row in try data.rows(of: list.model, matching: columns) {
      var record = NoticeRecord(row)
      let inner = keys.merging(cells(of: row)) { _, own in own }
      try add(list.values, list.lists, to: &record, at: inner, isTraced, from: data)
      guard list.keep.isEmpty || list.keep.contains(where: { record.value(of: $0)?.isShown == true }) else {
        continue
      }
      records.append(record)
      records[records.count - 1].fields["position"] = .integer(Int64(records.count))
    }
    return records
  }

  private static func cells(of row: ResultRow) -> [String: Value] {
    Dictionary(zip(row.columns, row.values), uniquingKeysWith: { first, _ in first })
  }
}

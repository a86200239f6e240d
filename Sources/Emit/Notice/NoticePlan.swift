import Definitions
import Figures

/// A notice held against the rest of the pipeline folder: what its template may name, and by which columns the
/// rows of its lists are found.
public struct NoticePlan: Sendable {
  public let notice: Notice
  /// What the template sees.
  public let fields: NoticeFields

  /// Reports every model, column, figure, key and test that is not there, and every name given twice; nil then.
  public init?(
    _ notice: Notice, publishers: String, catalogue: NoticeCatalogue, problems: DefinitionProblems
  ) {
    let before = problems.errors.count
    let check = NoticePlanCheck(file: notice.file, catalogue: catalogue, problems: problems)
    (self.notice, fields) = check.planned(notice, publishers: publishers)
    if problems.errors.count > before { return nil }
  }

  init(notice: Notice, fields: NoticeFields) {
    (self.notice, self.fields) = (notice, fields)
  }
}

private struct NoticePlanCheck {
  let file: String
  let catalogue: NoticeCatalogue
  let problems: DefinitionProblems

  func planned(_ notice: Notice, publishers: String) -> (Notice, NoticeFields) {
    var (notice, fields) = (notice, columns(of: publishers, notice.line))
    let outer = Set(fields.keys)
    add("period", NoticePeriod.shape, to: &fields, notice.line)
    if let tables = notice.tables {
      if !catalogue.workbooks.contains(tables) {
        unknown(.output, tables, among: catalogue.workbooks, notice.line)
      }
      add("tables", .sheets, to: &fields, notice.line)
    }
    addFigures(notice.values, to: &fields)
    notice.lists = notice.lists.map { planned($0, in: outer, addedTo: &fields) }
    return (notice, fields)
  }

  /// `outer`: the columns of the rows around the list.
  private func planned(
    _ list: Notice.List, in outer: Set<String>, addedTo fields: inout NoticeFields
  ) -> Notice.List {
    var list = list
    var row = columns(of: list.model, list.line)
    let own = Set(row.keys)
    list.by = matched(list, own, outer)
    add("position", .integer, to: &row, list.line)
    addFigures(list.values, to: &row)
    list.lists = list.lists.map { planned($0, in: outer.union(own), addedTo: &row) }
    for test in list.keep { checkTest(test, of: row, list.line) }
    add(list.name, .list(row), to: &fields, list.line)
    return list
  }

  private func matched(_ list: Notice.List, _ own: Set<String>, _ outer: Set<String>) -> [String] {
    if let by = list.by {
      for column in by where !own.contains(column) { unknown(.column, column, among: own, list.line) }
      for column in by where !outer.contains(column) { unknown(.column, column, among: outer, list.line) }
      return by
    }
    let shared = own.intersection(outer).intersection(catalogue.keys).sorted()
    if shared.isEmpty, !own.isEmpty {
      report(
        .other(
          "“\(list.model)”与其外层没有共同的键列，请用 by 指明",
          english: "'\(list.model)' shares no key column with what encloses it; say which with 'by'"),
        list.line)
    }
    return shared
  }

  private func columns(of model: String, _ line: Int) -> NoticeFields {
    guard let columns = catalogue.columns[model] else {
      unknown(.model, model, among: catalogue.columns.keys, line)
      return [:]
    }
    return Dictionary(columns.map { ($0, .column) }, uniquingKeysWith: { first, _ in first })
  }

  private func addFigures(_ figures: [Notice.Figure], to fields: inout NoticeFields) {
    for named in figures {
      guard let figure = catalogue.figures[named.reference.figure] else {
        unknown(.figure, named.reference.figure, among: catalogue.figures.keys, named.line)
        continue
      }
      for key in named.reference.assignments.map(\.key) where !figure.keys.contains(key) {
        unknown(.key, key, among: figure.keys, named.line)
      }
      let reference = named.reference
      problems.note(reference.assignments, of: reference.figure, file: file, line: named.line)
      let shape = NoticeShape.figure(figure.measure, noYearBefore: figure.noYearBefore)
      add(named.name, shape, to: &fields, named.line)
    }
  }

  private func checkTest(_ test: TemplateExpression, of row: NoticeFields, _ line: Int) {
    guard let field = row[test.name] else { return unknown(.value, test.name, among: row.keys, line) }
    let shape = test.transforms.reversed().reduce(field as NoticeShape?) { shape, word in
      guard let shape, let transform = NoticeTransform(rawValue: word) else { return nil }
      if let reason = transform.noYearBefore(on: shape) {
        report(reason.problem(with: "\(word)(\(test.name))"), line)
      }
      return transform.result(on: shape)
    }
    if shape != .flag {
      report(.other("“\(test)”不是判断", english: "'\(test)' is no test"), line)
    }
  }

  private func add(_ name: String, _ shape: NoticeShape, to fields: inout NoticeFields, _ line: Int) {
    if fields.updateValue(shape, forKey: name) != nil {
      report(.duplicateName(kind: .value, name: name), line)
    }
  }

  private func unknown(
    _ kind: DefinitionError.NameKind, _ name: String, among known: some Sequence<String>, _ line: Int
  ) {
    report(.unknownName(kind: kind, name: name, suggestion: nearest(to: name, among: known.sorted())), line)
  }

  private func report(_ problem: DefinitionError.Problem, _ line: Int) {
    problems.report(problem, file: file, line: line)
  }
}

import Definitions
import Figures

/// Rows of a model that belong to the publisher's row (or to the row a form is repeated for): those equal in
/// the columns `by`. When not said, that is the first column of the publishers, if the model has it too.
public struct RowSource: Hashable, Sendable {
  public var model: String
  public var by: [String]
  /// Only the rows with these values: `where: {is_above: 1}`. A number is one without quotes.
  public var only: [String: Value] = [:]

  /// `outer`: the columns of the rows that these rows belong to.
  init?(
    model node: DefinitionNode?, by: DefinitionNode?, only: DefinitionNode? = nil, names: LayoutNames,
    outer: [String]
  ) {
    guard let node, let model = node.text, let columns = names.columns(of: model, at: node) else {
      return nil
    }
    self.model = model
    if let by {
      self.by = by.texts ?? []
      for column in self.by {
        names.check(column, among: columns, at: by)
        names.check(column, among: outer, at: by)
      }
    } else {
      self.by = names.publisher.prefix(1).filter(columns.contains)
    }
    for (column, value) in only?.entries ?? [] {
      names.check(column, among: columns, at: value)
      guard let text = value.text else { continue }
      value.note(text, of: column, in: model)
      self.only[column] = value.isPlain ? Int64(text).map(Value.integer) ?? .text(text) : .text(text)
    }
  }
}

extension RowSource {
  public init(model: String, by: [String]) { (self.model, self.by) = (model, by) }
}

extension WorkbookLayout {
  /// The models that its rows come from, with the columns by which they are looked up.
  public var sources: Set<RowSource> { Set(sheets.flatMap(\.sources)) }
}

extension SheetLayout {
  fileprivate var sources: [RowSource] {
    switch body {
    case .form(let form): [form.forEach].compactMap { $0 } + form.rows.compactMap(\.source)
    case .tables(let tables):
      tables.flatMap(\.groups).compactMap { group in
        if case .model(let source, _) = group.kind { source } else { nil }
      }
    }
  }
}

extension NoticePlan {
  /// The models that its lists come from, with the columns by which they are looked up.
  public var sources: Set<RowSource> { Set(notice.lists.flatMap(\.sources)) }
}

extension Notice.List {
  fileprivate var sources: [RowSource] { [RowSource(model: model, by: by ?? [])] + lists.flatMap(\.sources) }
}

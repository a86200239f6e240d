import Figures

/// A derived table of a pipeline: one SELECT.
public struct Model: Hashable, Sendable {
  public var name: String
  public var sql: String
  /// What the program computes from the rows of the SELECT; nil for a table that is just these.
  public var computed: Computed?

  public struct Computed: Hashable, Sendable {
    /// The columns that it adds to the SELECT's.
    public var columns: [String]
    /// Further tables that it reads.
    public var inputs: [String]

    public init(columns: [String], inputs: [String]) { (self.columns, self.inputs) = (columns, inputs) }
  }

  public init(name: String, sql: String, computed: Computed? = nil) {
    (self.name, self.sql, self.computed) = (name, sql, computed)
  }
}

/// A model that compiles: its columns, and what it reads.
public struct ExaminedModel: Hashable, Sendable {
  public var model: Model
  public var columns: [String]
  /// Columns by table.
  public var reads: [String: Set<String>]
}

extension Store {
  /// Compiles all models under the authorizer on empty tables, each after the ones that it reads, and returns them in
  /// that order; none is run. A model that fails is reported to `failed` and left out, so that all mistakes are seen
  /// at once.
  public func examineModels(
    _ models: [Model], failed: (Model, StoreError) -> Void
  ) throws(StoreError) -> [ExaminedModel] {
    let reader = try reader()
    var making = ModelOrder(models)
    var examined: [ExaminedModel] = []
    while let model = making.next() {
      do throws(StoreError) {
        var (columns, reads) = try reader.examine(model.sql)
        if let computed = model.computed {
          columns += computed.columns
          for input in computed.inputs {
            let more = try reader.examine("SELECT * FROM \(quoted(input))").reads
            reads.merge(more) { $0.union($1) }
          }
        }
        try createTable(model.name, columns: columns, rows: [])
        examined.append(ExaminedModel(model: model, columns: columns, reads: reads))
        making.done(model)
      } catch .sql(let words) where making.postpone(model, words) {
        continue
      } catch {
        failed(model, making.isCycle(model) ? .cycle(making.cycle(of: model)) : error)
        making.done(model)
      }
    }
    return examined
  }

  /// Makes the table of a model that was examined, after those that it reads.
  public func create(_ model: Model) throws(StoreError) {
    var body = model.sql[...]
    while let last = body.last, last.isWhitespace || last == ";" { body.removeLast() }
    try execute("CREATE TABLE \(quoted(model.name)) AS \(body)", limited: true)
  }
}

extension Store {
  /// Lets a table's rows be found by these columns without looking at all of them.
  public func makeIndex(on table: String, columns: [String]) throws(StoreError) {
    let name = quoted(([table] + columns).joined(separator: "_by_"))
    let list = columns.map(quoted).joined(separator: ", ")
    try execute("CREATE INDEX IF NOT EXISTS \(name) ON \(quoted(table)) (\(list))")
  }
}

/// Which model is made next: one that fails because another model is not there yet waits for that one.
private struct ModelOrder {
  private var stack: [Model]
  private let byName: [String: Model]
  private var made: Set<String> = []
  private var waiting: [String: String] = [:]

  init(_ models: [Model]) {
    stack = models.reversed()
    byName = Dictionary(models.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func next() -> Model? {
    while let top = stack.last {
      if !made.contains(top.name) { return top }
      stack.removeLast()
    }
    return nil
  }

  mutating func done(_ model: Model) { made.insert(model.name) }

  /// Puts the missing model before this one; false when there is no such model or it waits for this one.
  mutating func postpone(_ model: Model, _ words: String) -> Bool {
    guard let range = words.range(of: "no such table: "),
      let missing = byName[String(words[range.upperBound...])], !made.contains(missing.name)
    else { return false }
    waiting[model.name] = missing.name
    if isCycle(model) { return false }
    stack.append(missing)
    return true
  }

  func isCycle(_ model: Model) -> Bool {
    cycle(of: model).first == cycle(of: model).last && cycle(of: model).count > 1
  }

  func cycle(of model: Model) -> [String] {
    var path = [model.name]
    while let next = waiting[path[path.count - 1]], !made.contains(next) {
      path.append(next)
      if next == model.name { break }
      if path.count > byName.count + 1 { break }
    }
    return path
  }
}

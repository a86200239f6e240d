import Compute
import Definitions
import Figures
import Foundation
import Ingest
import Reconcile
import Store

/// The pipeline's tables without rows: on them every SELECT of the folder is compiled, so that a wrong column shows
/// before any data is read, and what is read says which columns need to be stored.
final class FolderTables {
  private(set) var columns: [String: [String]]
  private(set) var used: [String: Set<String>] = [:]
  /// The registers behind every register and model.
  private(set) var sources: [String: Set<String>] = [:]
  /// The columns of registers behind every rule, by its id and the register.
  private(set) var ruleColumns: [String: [String: Set<String>]] = [:]
  /// What each model reads: columns by table.
  private(set) var reads: [String: [String: Set<String>]] = [:]
  /// The models that compile, each after the ones that it reads.
  private(set) var examined: [ExaminedModel] = []
  var models: [Model] { examined.map(\.model) }
  private let problems: DefinitionProblems
  private let reader: Reader
  private let registerNames: Set<String>

  /// nil, and reported, when the folder is wrong; thrown when there is no disk to try it on.
  init?(
    registers: [Register], models: [Model], parameters: [Parameter], problems: DefinitionProblems
  ) throws(RunError) {
    self.problems = problems
    registerNames = Set(registers.map(\.name))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongshi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let store = try Store(path: folder.appendingPathComponent("empty.sqlite").path)
      columns = try Self.makeTables(registers, parameters, in: store)
      examined = try store.examineModels(models) { model, error in
        let file = model.computed == nil ? "models/\(model.name).sql" : "scores.yaml"
        for (problem, line) in error.problems(from: 1) { problems.report(problem, file: file, line: line) }
      }
      for model in examined where columns[model.model.name] == nil {
        columns[model.model.name] = model.columns
        reads[model.model.name] = model.reads
      }
      reader = try store.reader()
    } catch StoreError.sql(let words) {
      problems.report(.sql(words), file: "datapackage.yaml", line: 1)
      return nil
    } catch {
      throw RunError(error, in: folder.path)
    }
    used = ForeignKeys.columns(registers).merging(NamedFiles.columns(registers)) { $0.union($1) }
    for model in examined { use(model.reads) }
    for table in columns.keys { sources[table] = registersBehind([table]) }
  }

  /// The registers that some tables come from.
  private func registersBehind(_ tables: Set<String>) -> Set<String> {
    var (waiting, seen) = (Array(tables), tables)
    while let table = waiting.popLast() {
      for read in reads[table, default: [:]].keys where seen.insert(read).inserted { waiting.append(read) }
    }
    return seen.intersection(registerNames)
  }

  /// The columns of registers that are read, by a statement or by the models that it reads.
  private func columnsBehind(_ read: [String: Set<String>]) -> [String: Set<String>] {
    var (waiting, seen) = (Array(read.keys), Set(read.keys))
    var columns = read
    while let table = waiting.popLast() {
      for (further, read) in reads[table, default: [:]] {
        columns[further, default: []].formUnion(read)
        if seen.insert(further).inserted { waiting.append(further) }
      }
    }
    return columns.filter { registerNames.contains($0.key) }
  }

  private static func makeTables(
    _ registers: [Register], _ parameters: [Parameter], in store: Store
  ) throws -> [String: [String]] {
    var columns = PipelineFolder.ownTables(parameters)
    for (table, names) in columns.sorted(by: { $0.key < $1.key }) {
      try store.createTable(table, columns: names, rows: [])
    }
    for register in registers {
      try store.createTable(register.name, columns: register.sqlColumns.map { ($0.name, $0.isInteger) })
      columns[register.name] = register.sqlColumns.map(\.name) + Store.systemColumns
    }
    return columns
  }

  /// A SELECT's columns and what it reads; nil, and reported, when it does not compile or may not be. Its lines are the
  /// file's from `line` on.
  @discardableResult
  private func examine(
    _ sql: String, file: String, line: Int
  ) -> (columns: [String], reads: [String: Set<String>])? {
    do throws(StoreError) {
      let result = try reader.examine(sql)
      use(result.reads)
      return result
    } catch {
      for (problem, line) in error.problems(from: line) { problems.report(problem, file: file, line: line) }
      return nil
    }
  }

  private func use(_ reads: [String: Set<String>]) {
    for (table, read) in reads where registerNames.contains(table) || table == Parameter.table {
      used[table, default: []].formUnion(read)
    }
  }

  /// A parameter that no SQL reads sets nothing: most often its name is misspelt. Comes after all other checks.
  func check(_ parameters: [Parameter]) {
    for parameter in parameters where !used[Parameter.table, default: []].contains(parameter.name) {
      problems.report(
        .other("参数“\(parameter.name)”没有被用到", english: "nothing uses the parameter '\(parameter.name)'"),
        file: "pipeline.yaml", line: parameter.line)
    }
  }

  func check(_ figures: [FigureDefinition]) {
    for figure in figures {
      guard let rows = figure.rows, known(rows.from, file: figure.file, line: figure.line) else { continue }
      let year = rows.yearColumn(among: columns[rows.from] ?? [])
      examine(rows.sumsSQL(yearColumn: year), file: figure.file, line: figure.line)
    }
  }

  /// The models behind scores have the columns that scoring needs.
  func check(_ scores: ScoreDefinition) {
    let made = [scores.indicators, scores.totals].map { ($0.from, $0.needed, $0.line) }
    let tables = made + scores.profileTables.map { ($0.table, $0.needed, scores.line) }
    for (table, needed, line) in tables where known(table, file: scores.file, line: line) {
      let columns = columns[table, default: []]
      for name in needed where !columns.contains(name) {
        problems.report(
          .other(
            "“\(table)”缺少评分要用的列“\(name)”", english: "'\(table)' lacks the column '\(name)' that scores need"),
          file: scores.file, line: line)
      }
    }
  }

  func check(_ checks: Checks) {
    for rule in checks.rules {
      guard let result = examine(rule.sql, file: rule.head.file, line: rule.sqlLine) else { continue }
      check(rule.neededColumns, among: result.columns, rule.head)
      ruleColumns[rule.head.id] = columnsBehind(result.reads)
      if let register = rule.register { check(rule.after, among: columns[register] ?? rule.after, rule.head) }
      for register in rule.namedRegisters where !registerNames.contains(register) {
        let suggestion = nearest(to: register, among: registerNames)
        problems.report(
          .unknownName(kind: .table, name: register, suggestion: suggestion), file: rule.head.file,
          line: rule.head.line)
      }
    }
    for balance in checks.balances { check(balance) }
    for ratio in checks.ratios { check(ratio) }
    for claim in checks.claims where known(claim.from, file: claim.head.file, line: claim.head.line) {
      examine(claim.sql, file: claim.head.file, line: claim.head.line)
      check(claim.neededColumns, among: columns[claim.from] ?? [], claim.head)
    }
  }

  /// The table that says who may take which step.
  func check(_ review: ReviewDefinition) {
    let file = "pipeline.yaml"
    guard let people = review.people, known(people, file: file, line: review.line) else { return }
    let known = columns[people, default: []]
    let missing = review.peopleColumns(among: known).filter { !known.contains($0) }
    for name in missing {
      let suggestion = nearest(to: name, among: known)
      problems.report(
        .unknownName(kind: .column, name: name, suggestion: suggestion), file: file, line: review.line)
    }
    if missing.isEmpty { examine(review.peopleSQL(people, among: known), file: file, line: review.line) }
  }

  private func check(_ ratio: Ratio) {
    for side in ratio.sides where known(side.from, file: ratio.head.file, line: side.line) {
      examine(ratio.query(of: side), file: ratio.head.file, line: side.line)
    }
  }

  private func check(_ balance: Balance) {
    for side in balance.sides where known(side.from, file: balance.head.file, line: side.line) {
      for sql in balance.queries(of: side) { examine(sql, file: balance.head.file, line: side.line) }
    }
  }

  private func check(_ needed: [String], among columns: [String], _ head: CheckHead) {
    for name in needed where !columns.contains(name) {
      let suggestion = nearest(to: name, among: columns)
      problems.report(
        .unknownName(kind: .column, name: name, suggestion: suggestion), file: head.file, line: head.line)
    }
  }

  private func known(_ table: String, file: String, line: Int) -> Bool {
    if columns[table] != nil { return true }
    let suggestion = nearest(to: table, among: columns.keys)
    problems.report(.unknownName(kind: .table, name: table, suggestion: suggestion), file: file, line: line)
    return false
  }
}

import Definitions
import Figures
import Ingest
import Store

/// Reads every register of the period and, when they are there, of the year before into the store, checks their
/// references to each other, and makes the models.
struct IngestStage {
  private let run: Run
  private let store: Store
  private let readsBefore: Bool

  init(_ run: Run, store: Store) {
    self.run = run
    self.store = store
    let before = run.workplace.input(run.folder.definition.name, "\(run.period.before)")
    readsBefore = run.folder.definition.readsBefore && FileSystem.isFolder(before)
  }

  func perform(_ record: inout RunRecord) throws -> LoadedRegisters {
    var loaded = LoadedRegisters()
    for register in run.folder.registers {
      try store.createTable(register.name, columns: stored(register))
      try read(register, into: &loaded, &record)
    }
    try makeOwnTables(loaded)
    let references = ForeignKeys(run.folder.registers, loaded, findings: run.findings)
    loaded.faulty.formUnion(try references.check(try store.reader()))
    try OtherYears(run, loaded).check(try store.reader())
    let files = NamedFiles(run, loaded)
    loaded.faulty.formUnion(try files.check(try store.reader(), &record, &loaded.namedFiles))
    try makeWrongCells(loaded)
    loaded.lacksModels = try !makeModels(loaded)
    if !loaded.lacksModels { try GivenValues(run, loaded).check(try store.reader()) }
    return loaded
  }

  /// The register's columns that something reads, or that a reference between registers needs.
  private func stored(_ register: Register) -> [(name: String, isInteger: Bool)] {
    let used = run.folder.usedColumns[register.name, default: []]
    return register.sqlColumns.filter { used.contains($0.name) }.map { ($0.name, $0.isInteger) }
  }

  private func read(_ register: Register, into loaded: inout LoadedRegisters, _ record: inout RunRecord)
    throws
  {
    let year = run.period.year
    var years = [(year, Register.Before.required)]
    if readsBefore, register.isReadBefore {
      years.append((run.period.before, register.before))
    }
    for (year, need) in years {
      let reading = RegisterLoad(register, year: year, need: year == run.period.year ? nil : need, run: run)
      try reading.perform(store, columns: stored(register).map(\.name), &loaded, &record)
    }
  }

  private func makeOwnTables(_ loaded: LoadedRegisters) throws {
    let (year, before) = (Int64(run.period.year), Int64(run.period.before))
    let month = run.period.month.map { Value.integer(Int64($0)) } ?? .null
    try store.createTable(
      "period", columns: ["year", "before", "has_before", "month"],
      rows: [[.integer(year), .integer(before), .integer(loaded.hasBefore ? 1 : 0), month]])
    let parameters = run.folder.definition.parameters
    if !parameters.isEmpty {
      try store.createTable(Parameter.table, columns: parameters.map(\.name), rows: [parameters.map(\.value)])
    }
    try store.createTable(
      "source_file", columns: ["file", "path"],
      rows: loaded.files.paths.enumerated().map { [.integer(Int64($0 + 1)), .text($1)] })
  }

  /// The cells with an error, so that rules find nothing that only follows from them. As many as findings list.
  private func makeWrongCells(_ loaded: LoadedRegisters) throws {
    let numbers = Dictionary(
      loaded.files.paths.enumerated().map { ($1, Int64($0 + 1)) }, uniquingKeysWith: { first, _ in first })
    let rows = run.findings.listed.compactMap { finding -> [Value]? in
      guard finding.severity == .error, let row = finding.location.row, let title = finding.location.column,
        let file = numbers[finding.location.file]
      else { return nil }
      return [.integer(file), .integer(Int64(row)), .text(title)]
    }
    try store.createTable("wrong_cell", columns: ["_file", "_row", "title"], rows: rows)
  }

  /// The models were examined when the folder was read; what can fail now depends on the data. false when one did,
  /// which is a finding: what reads it can't be made either.
  private func makeModels(_ loaded: LoadedRegisters) throws -> Bool {
    var isWhole = true
    let indexes = LookupIndexes(run.folder)
    for register in run.folder.registers { try indexes.make(on: register.name, in: store) }
    for model in run.folder.models {
      do {
        try make(model)
        try indexes.make(on: model.name, in: store)
      } catch let error as StoreError {
        try report(error, of: model, isFirst: isWhole, loaded)
        isWhole = false
      } catch is ArithmeticOverflow {
        try report(.overflow, of: model, isFirst: isWhole, loaded)
        isWhole = false
      }
    }
    return isWhole
  }

  private func make(_ model: Model) throws {
    guard model.computed != nil, let scores = run.folder.scores else { return try store.create(model) }
    let rows = try scores.rows(of: model.name, try store.reader())
    try store.createTable(model.name, columns: run.folder.columns[model.name, default: []], rows: rows)
  }

  /// What data did to a model. After the first, a missing table is only what follows from it.
  private func report(_ error: StoreError, of model: Model, isFirst: Bool, _ loaded: LoadedRegisters) throws {
    let file = model.computed == nil ? "models/\(model.name).sql" : "scores.yaml"
    let place = SourceLocation(file: file)
    switch error {
    case .overflow, .notExact:
      run.findings.report(
        try .tooLarge(
          run.folder.registerTitles(behind: model.name), over: run.folder.sources[model.name, default: []],
          run,
          loaded, try store.reader()))
    case .timeout:
      let limit = ["limit": "\(run.folder.definition.queryTimeLimit)"]
      run.findings.report(
        Finding(.queryTimeout, at: place, facts: Facts(found: model.name, arguments: limit)))
    case .sql where !isFirst: return
    default: throw error
    }
  }
}

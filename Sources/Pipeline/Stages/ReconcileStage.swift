import Compute
import Figures
import Reconcile
import Store

/// Rules and exact balances. Balances over a register with wrong cells are passed over: their sums would only
/// repeat, less precisely, what is known.
struct ReconcileStage: Sendable {
  /// The published figures as they were read, or why they could not be: what comes of them is the next stage's.
  typealias Figures = Result<FigureBook, any Error>

  private let run: Run
  private let loaded: LoadedRegisters
  private let store: Store

  init(_ run: Run, _ loaded: LoadedRegisters, store: Store) {
    (self.run, self.loaded, self.store) = (run, loaded, store)
  }

  /// The checks run on all cores; their findings are reported in the order in which the checks are written. Beside them
  /// the figures are read, where the run goes on to these: nothing else in the next stage takes time.
  func perform(readsFigures: Bool) throws -> Figures? {
    let wrong = WrongCells(run.findings.listed)
    let outcomes = try AllCores.map(
      work(readsFigures: readsFigures), rank: \.rank, contexts: store.reader
    ) { work, reader in
      switch work {
      case .rule(let rule): Outcome.findings(try findings(of: rule, wrong, reader))
      case .balance(let balance): Outcome.findings(try findings(of: balance, reader))
      case .figures: Outcome.figures(Result { try FigureBook(run, loaded, reader: reader) })
      }
    }
    var figures: Figures?
    for outcome in outcomes {
      switch outcome {
      case .findings(let log): run.findings.absorb(log)
      case .figures(let read): figures = read
      }
    }
    return figures
  }

  private enum Work: Sendable {
    case rule(Rule)
    case balance(Balance)
    case figures

    /// What sums up whole tables is begun first.
    var rank: Int { if case .rule = self { 1 } else { 0 } }
  }

  private enum Outcome: Sendable {
    case findings(FindingLog)
    case figures(Figures)
  }

  private func work(readsFigures: Bool) -> [Work] {
    rules.map(Work.rule) + balances.map(Work.balance) + (readsFigures ? [.figures] : [])
  }

  private var rules: [Rule] { run.folder.checks.rules.filter(isDecidable) }
  private var balances: [Balance] {
    run.folder.checks.balances.filter { !$0.isRounded && isClean(run.folder.sources(of: $0)) }
  }

  /// How many rules and balances are passed over, since the cells that they look at are wrong or not there.
  var passedOver: Int {
    let checks = run.folder.checks
    return checks.rules.count + checks.balances.count { !$0.isRounded } - rules.count - balances.count
  }

  private func findings(of rule: Rule, _ wrong: WrongCells, _ reader: Reader) throws -> FindingLog {
    let (findings, context) = (FindingLog(), CheckContext(run, loaded, reader: reader, figures: nil))
    try guarded(
      rule.head.title, file: rule.head.file, over: run.folder.sources(of: rule), reader, findings
    ) {
      func report(_ row: ResultRow, _ before: RowBefore? = nil) {
        let finding = rule.finding(for: row, context, before)
        if !wrong.contains(finding.location) { findings.report(finding) }
      }
      guard !rule.after.isEmpty else { return try reader.forEachRow(rule.sql) { report($0) } }
      let missing = try reader.rows(rule.sql)
      guard !missing.isEmpty else { return }
      let before = try RowBefore(rule, context)
      for row in missing { report(row, before) }
    }
    return findings
  }

  private func findings(of balance: Balance, _ reader: Reader) throws -> FindingLog {
    let (findings, context) = (FindingLog(), CheckContext(run, loaded, reader: reader, figures: nil))
    try guarded(
      balance.head.title, file: balance.head.file, over: run.folder.sources(of: balance), reader, findings
    ) {
      try balance.check(context).findings.forEach(findings.report)
    }
    return findings
  }

  private func isDecidable(_ rule: Rule) -> Bool {
    let columns = run.folder.columns(of: rule)
    guard columns.allSatisfy({ loaded.lacking[$0.key, default: []].isDisjoint(with: $0.value) }) else {
      return false
    }
    let registers = Set(columns.keys)
    switch rule.clean {
    case .none: return isReadable(registers)
    case .all: return isClean(registers)
    case .registers(let asked): return isReadable(registers) && isClean(Set(asked))
    }
  }

  private func isReadable(_ registers: Set<String>) -> Bool { registers.isDisjoint(with: loaded.unread) }

  private func isClean(_ registers: Set<String>) -> Bool {
    isReadable(registers) && registers.isDisjoint(with: loaded.faulty)
  }

  /// Runs a check; sums that overflow and queries that take too long are findings.
  private func guarded(
    _ title: String, file: String, over registers: Set<String>, _ reader: Reader, _ findings: FindingLog,
    _ check: () throws -> Void
  ) throws {
    do {
      try check()
    } catch  where error.isOfLargeNumbers {
      findings.report(try .tooLarge(title, over: registers, run, loaded, reader))
    } catch StoreError.timeout {
      let limit = "\(run.folder.definition.queryTimeLimit)"
      findings.report(
        Finding(
          .queryTimeout, at: SourceLocation(file: file),
          facts: Facts(found: title, arguments: ["limit": limit])))
    } catch StoreError.sql where loaded.lacksModels {
      // It reads a model that could not be made; why, has been reported.
    }
  }
}

extension PipelineFolder {
  /// A key's value with its name from the code list of that key: `399 其他支出`.
  fileprivate func label(of part: UnnamedPart, in reader: Reader) throws -> String {
    let list = registers.first { register in
      register.common != nil && columns[register.name, default: []].contains("name")
        && register.primaryKey.compactMap { register.field(named: $0)?.column } == [part.key]
    }
    guard let list else { return part.name }
    let sql = "SELECT name FROM \(quoted(list.name)) WHERE \(quoted(part.key)) = \(literal(part.name))"
    guard case .text(let name)? = try reader.rows(sql).first?["name"] else { return part.name }
    return "\(part.name) \(name)"
  }
}

extension Reader {
  /// The rows of a check's query. What leaves 64 bits is said as such.
  fileprivate func counted(_ sql: String) throws -> [ResultRow] {
    do {
      return try rows(sql)
    } catch {
      throw error.isOfLargeNumbers ? ArithmeticOverflow() : error
    }
  }
}

extension CheckContext {
  /// What checks may ask of a run; figures only once they are computed.
  init(_ run: Run, _ loaded: LoadedRegisters, reader: Reader, figures: FigureBook?) {
    let folder = run.folder
    self.init(
      query: { try reader.counted($0) }, columns: { folder.columns[$0] ?? [] }, file: loaded.files.path,
      registerFile: { folder.register(of: $0, column: $1).flatMap { loaded.files.registers[$0] } },
      figure: { reference, row, decimals in
        guard let figures, FigureDefinition.problem(with: reference, among: folder.figures) == nil else {
          return nil
        }
        return try figures.value(reference, decimals: decimals) { row[$0] }
      },
      isGiven: { reference in
        let table = folder.figures.first { $0.id == reference.figure }?.rows?.from
        return table.map { folder.sources[$0, default: []].isDisjoint(with: loaded.absent) } ?? false
      },
      unnamedParts: { total, parts, row in
        let unnamed = try figures?.unnamedParts(total: total, parts: parts) { row[$0] } ?? []
        return try unnamed.map { (try folder.label(of: $0, in: reader), $0.value) }
      })
  }
}

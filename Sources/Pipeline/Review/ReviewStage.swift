import Figures

/// The last of emit where a pipeline has review steps: which public output belongs to which unit, and who may take
/// which step for it.
struct ReviewStage {
  /// A file of the run, with the row that it was made for.
  struct Output {
    var file: String
    var row: ResultRow?
  }

  private let run: Run
  private let review: ReviewDefinition
  private let tables: RunTables

  init(_ run: Run, _ review: ReviewDefinition, _ tables: RunTables) {
    (self.run, self.review, self.tables) = (run, review, tables)
  }

  func perform(_ outputs: [Output], into runFolder: RunFolder, _ record: inout RunRecord) throws {
    let published = record.outputs.filter { $0.audience == .public }.map { ($0.path, $0.sha256) }
    let digests = Dictionary(published, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var units: [String: ReviewSheet.Unit] = [:]
    for output in outputs {
      guard let digest = digests[output.file] else { continue }
      let code = try unit(of: output)
      if units[code] == nil {
        order.append(code)
        units[code] = .init(unit: code, title: nil, digest: "", files: [], people: [:])
      }
      units[code]?.files.append(.init(path: output.file, sha256: digest))
      if units[code]?.title == nil { units[code]?.title = title(of: output) }
    }
    let people = try people()
    let sheet = ReviewSheet(
      steps: review.steps.map(\.name), people: people[nil] ?? [:],
      units: order.compactMap { code in
        guard var unit = units[code] else { return nil }
        unit.files = ReviewSheet.sorted(unit.files)
        unit.digest = ReviewSheet.digest(of: unit.files)
        unit.people = people[code] ?? [:]
        return unit
      })
    reportLackingPeople(sheet)
    let path = runFolder.file(ReviewSheet.file)
    try sheet.write(to: path)
    record.outputs.append(.init(path: ReviewSheet.file, sha256: try Digest.file(path), audience: .internal))
  }

  /// A unit that nobody, or nobody else than took an earlier step, can bring to its publication.
  /// Units that lack the same are one finding.
  private func reportLackingPeople(_ sheet: ReviewSheet) {
    struct Lack: Hashable { var step: String, people: [String] }
    var order: [Lack] = []
    var units: [Lack: [String]] = [:]
    for unit in sheet.units {
      guard let step = sheet.stepWithoutPeople(for: unit) else { continue }
      let lack = Lack(step: step, people: sheet.people(for: step, of: unit))
      if units[lack] == nil { order.append(lack) }
      units[lack, default: []].append(unit.unit)
    }
    // Rows about nobody may be meant for the units that lack somebody: what is wrong with these has been said.
    let flawed = run.findings.listed.count { $0.location.file == peopleFile && $0.location.row != nil }
    if units.values.reduce(0, { $0 + $1.count }) <= flawed { return }
    for lack in order {
      let codes = units[lack, default: []]
      var facts = Facts(
        found: codes.prefix(Self.namedUnits).joined(separator: "、"), arguments: ["step": lack.step])
      if codes.count > Self.namedUnits { facts.arguments["count"] = "\(codes.count)" }
      if !lack.people.isEmpty { facts.arguments["people"] = lack.people.joined(separator: "、") }
      run.findings.report(
        Finding(.reviewerMissing, severity: .warning, at: SourceLocation(file: peopleFile), facts: facts))
    }
  }

  /// How many units a finding names.
  private static var namedUnits: Int { 5 }

  /// Where names are added.
  private var peopleFile: String {
    let register = review.people.flatMap { run.folder.register(of: $0, column: "name") }
    guard let file = run.folder.registers.first(where: { $0.name == register })?.file else {
      return "pipeline.yaml"
    }
    return "\(run.period.year)/\(file)"
  }

  private func unit(of output: Output) throws(RunError) -> String {
    guard let row = output.row else { return review.whole ?? "" }
    let column = review.unitColumn(among: row.columns) ?? review.unit[0]
    guard let code = row[column]?.words, !code.isEmpty else {
      throw .pipeline("\(output.file): “\(column)”为空，不知属于哪个单位 / '\(column)' is empty: whose is it?")
    }
    // What people type and see on one line.
    if (code + output.file).unicodeScalars.contains(where: { $0.value < 0x20 }) {
      throw .pipeline("\(output.file): “\(code)”含控制字符 / control characters in a unit's code")
    }
    return code
  }

  private func title(of output: Output) -> String? {
    review.title.flatMap { output.row?[$0]?.words }
  }

  /// By unit – nil is every unit – and step; each person once, in the order of the steps' lists and of the rows.
  private func people() throws -> [String?: [String: [String]]] {
    var people: [String?: [String: [String]]] = [:]
    func add(_ name: String, to step: String, of unit: String?) {
      let known = people[unit, default: [:]][step, default: []]
      if PersonName(name).isEmpty || known.contains(where: { PersonName($0) == PersonName(name) }) { return }
      people[unit, default: [:]][step, default: []].append(name)
    }
    for step in review.steps {
      for name in step.people { add(name, to: step.name, of: nil) }
    }
    guard let table = review.people else { return people }
    let columns = run.folder.columns[table, default: []]
    for row in try tables.reader.rows(review.peopleSQL(table, among: columns)) {
      guard let step = row["step"]?.words, let name = row["name"]?.words else { continue }
      add(name, to: step, of: row.values.first?.words.flatMap { $0.isEmpty ? nil : $0 })
    }
    return people
  }
}

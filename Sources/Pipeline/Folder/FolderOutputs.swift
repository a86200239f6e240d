import Compute
import Definitions
import Emit
import Figures

/// The workbooks, notices and pages of a pipeline's folder, each held against the tables and figures that it names.
struct FolderOutputs {
  private(set) var workbooks: [String: WorkbookLayout] = [:]
  private(set) var notices: [PipelineDefinition.NoticeUse: NoticePlan] = [:]
  private(set) var openData: [OpenDataDefinition] = []
  let templates: NoticeTemplates
  private let definition: PipelineDefinition
  private let names: OutputNames
  private let path: String
  private let problems: DefinitionProblems
  private var checked: Set<PipelineDefinition.NoticeUse> = []

  init(
    _ definition: PipelineDefinition, _ names: OutputNames, path: String, problems: DefinitionProblems
  ) {
    (self.definition, self.names) = (definition, names)
    (self.path, self.problems) = (path, problems)
    templates = NoticeTemplates(Self.templates(in: path, problems), problems: problems)
    for output in definition.outputs {
      checkFile(of: output)
      switch output.kind {
      case .workbook(let name): addWorkbook(name, output)
      case .notice, .page, .copy, .data: continue
      }
    }
    // A notice's text and its page are one plan; it is held against what the public may see unless both are
    // internal.
    let uses = definition.outputs.filter { $0.use != nil }
    for output in uses.filter({ $0.audience == .public }) + uses { addNotice(output) }
    if FileSystem.exists(path + "/opendata.yaml") {
      openData =
        node("opendata.yaml").map { OpenDataDefinition.definitions(from: $0, names.catalogue(.public)) } ?? []
    }
    definition.outputs.forEach(checkData)
    checkSummary()
  }

  private mutating func addWorkbook(_ name: String, _ output: PipelineDefinition.Output) {
    var layoutNames = names.layoutNames(output.audience, forEach: output.forEach)
    layoutNames.file = output.file
    layoutNames.outputs = definition.outputs.filter { output.audience == .internal || $0.audience == .public }
      .map(\.file)
    workbooks[name] = node("workbooks/\(name).yaml").flatMap { WorkbookLayout($0, names: layoutNames) }
  }

  /// The layout of a notice's tables need not be a workbook's.
  private mutating func addLayout(of notice: Notice, _ output: PipelineDefinition.Output) {
    guard let name = notice.tables, workbooks[name] == nil,
      FileSystem.exists("\(path)/workbooks/\(name).yaml")
    else { return }
    addWorkbook(name, output)
  }

  private mutating func addNotice(_ output: PipelineDefinition.Output) {
    guard let use = output.use, checked.insert(use).inserted else { return }
    guard let publishers = output.forEach else {
      return report(.other("公告须写 for-each", english: "a notice needs for-each"), output)
    }
    guard let notice = node("notices/\(use.notice).yaml").flatMap({ Notice($0, name: use.notice) }) else {
      return
    }
    addLayout(of: notice, output)
    guard
      let plan = NoticePlan(
        notice, publishers: publishers,
        catalogue: names.catalogue(output.audience, workbooks: Set(workbooks.keys)),
        problems: problems)
    else { return }
    checkTables(of: notice, output)
    templates.check(plan, problems: problems)
    notices[use] = plan
  }

  /// A layout of the office's own may show what the public may not see.
  private func checkTables(of notice: Notice, _ output: PipelineDefinition.Output) {
    guard let name = notice.tables, output.audience == .public else { return }
    let made = definition.outputs.filter { $0.kind == .workbook(name) }
    guard !made.isEmpty, made.allSatisfy({ $0.audience == .internal }) else { return }
    problems.report(
      .other(
        "“\(name)”是内部产出，不能用于公开的公告", english: "'\(name)' is internal and cannot be shown in a public notice"),
      file: notice.file, line: notice.line)
  }

  private static func templates(in path: String, _ problems: DefinitionProblems) -> [TemplateSource] {
    let files = FileSystem.files(below: path + "/notices").filter { $0.hasSuffix(".mustache") }
    return files.compactMap { file in
      let name = String(file.dropFirst(path.count + 1))
      return FolderFile.text(name, in: path, problems).map { TemplateSource(file: name, text: $0) }
    }
  }

  private func node(_ file: String) -> DefinitionNode? {
    FolderFile.text(file, in: path, problems).flatMap {
      DefinitionNode(yaml: $0, file: file, problems: problems)
    }
  }

  // MARK: pipeline.yaml

  /// A repeated output's file names its row by columns, so that rows do not overwrite each other.
  private func checkFile(of output: PipelineDefinition.Output) {
    let places = Self.places(in: output.file)
    var named = places
    if case .copy(let path) = output.kind { named += Self.places(in: path) }
    guard let model = output.forEach else {
      for place in named { report(.unknownName(kind: .column, name: place, suggestion: nil), output) }
      return
    }
    let known = names.columns(output.audience)
    guard let columns = known[model] else {
      let suggestion = nearest(to: model, among: known.keys)
      return report(.unknownName(kind: .model, name: model, suggestion: suggestion), output)
    }
    for place in named where !columns.contains(place) {
      report(.unknownName(kind: .column, name: place, suggestion: nearest(to: place, among: columns)), output)
    }
    if places.isEmpty {
      report(
        .other("file 须含 {列名}，否则各行互相覆盖", english: "file needs a {column}, or rows overwrite each other"),
        output)
    }
  }

  /// Open data for each row of a model has a column in common with it, by which rows belong to each other.
  private func checkData(of output: PipelineDefinition.Output) {
    guard case .data(let tables) = output.kind else { return }
    guard let model = output.forEach else {
      return report(.other("data 须写 for-each", english: "data needs for-each"), output)
    }
    let columns = names.columns(.public)
    for name in tables {
      guard let table = openData.first(where: { $0.name == name }) else {
        let suggestion = nearest(to: name, among: openData.map(\.name))
        report(.unknownName(kind: .table, name: name, suggestion: suggestion), output)
        continue
      }
      if let key = columns[model]?.first, columns[table.model]?.contains(key) == false {
        report(
          .other("“\(name)”的行没有“\(key)”这一列", english: "the rows of '\(name)' have no column '\(key)'"), output
        )
      }
    }
  }

  private static func places(in file: String) -> [String] {
    file.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }
  }

  private func checkSummary() {
    for (_, text) in definition.summary {
      let reference = FigureReference(text)
      let problem =
        reference.map { FigureDefinition.problem(with: $0, among: names.figures) }
        ?? .other("“\(text)”不是数的引用", english: "'\(text)' is no figure reference")
      if let problem { problems.report(problem, file: "pipeline.yaml", line: definition.summaryLine) }
      if problem == nil, let reference {
        problems.note(
          reference.assignments, of: reference.figure, file: "pipeline.yaml", line: definition.summaryLine)
      }
    }
  }

  private func report(_ problem: DefinitionError.Problem, _ output: PipelineDefinition.Output) {
    problems.report(problem, file: "pipeline.yaml", line: output.line)
  }
}

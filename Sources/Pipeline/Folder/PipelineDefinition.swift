import Definitions

/// A pipeline.yaml: what the pipeline is called, its kind of period, and what it puts out.
public struct PipelineDefinition: Sendable {
  /// One kind of output file.
  public struct Output: Sendable {
    public enum Kind: Hashable, Sendable {
      /// The layout's name: `workbooks/<name>.yaml`.
      case workbook(String)
      /// The notice's name: `notices/<name>.yaml`.
      case notice(String)
      /// A file of the period's input folder, copied as it is; the path has places like `file`.
      case copy(String)
      /// The same notice as a page.
      case page(String)
      /// Tables of `opendata.yaml`, those of their rows that belong to a row, with their descriptor; the file is the
      /// folder that they are put in.
      case data([String])
    }
    public var kind: Kind
    /// The path in the run folder; `{publisher}` stands for that column of the row it is made for.
    public var file: String
    /// The model with one row a file; nil makes one file.
    public var forEach: String?
    public var audience: RunRecord.Output.Audience
    /// The kind of period that it belongs to; nil is any.
    public var when: Period.Kind?
    public var line: Int

    /// Which notice a text or a page is made from, and for what: its lists belong to that model's rows.
    public var use: NoticeUse? {
      switch kind {
      case .workbook, .copy, .data: nil
      case .notice(let name), .page(let name): NoticeUse(notice: name, forEach: forEach)
      }
    }
  }

  /// A notice made for the rows of a model.
  public struct NoticeUse: Hashable, Sendable {
    public var notice: String
    public var forEach: String?
  }

  public var name: String
  public var title: String
  public var titleInEnglish: String?
  /// The kinds of period that it can be run for.
  public var periods: [Period.Kind]
  /// Whether the registers of the year before are read too, when they are there.
  public var readsBefore: Bool
  /// Seconds that a model or query may take.
  public var queryTimeLimit: Int
  /// What SQL sees as the one row of the table `parameters`.
  public var parameters: [Parameter]
  public var outputs: [Output]
  /// The figures of the run's headline on the terminal, with their labels.
  public var summary: [(label: String, figure: String)]
  public var summaryLine: Int
  /// The steps between a run and its publication; nil when there are none.
  public var review: ReviewDefinition?

  init?(_ node: DefinitionNode) {
    guard
      let map = node.mapping(
        "name", "title", "title-en", "period", "before", "query-time-limit", "parameters", "outputs",
        "summary", "review"),
      let name = map.requiredText("name"), let title = map.requiredText("title")
    else { return nil }
    self.name = name
    self.title = title
    titleInEnglish = map.text("title-en")
    periods = Self.periods(map["period"])
    readsBefore = map.boolean("before")
    queryTimeLimit = map.integer("query-time-limit", in: 1...86_400) ?? 600
    parameters = map["parameters"].map(Parameter.parameters) ?? []
    outputs = map.required("outputs")?.list?.compactMap(Output.init) ?? []
    for output in outputs { output.checkWhen(among: periods, node) }
    review = map["review"].flatMap(ReviewDefinition.init)
    summaryLine = map["summary"]?.line ?? 1
    summary = (map["summary"]?.entries ?? []).compactMap { label, figure in figure.text.map { (label, $0) } }
  }
}

extension PipelineDefinition {
  /// One kind, or a list of them; a year when not said.
  private static func periods(_ node: DefinitionNode?) -> [Period.Kind] {
    guard let node else { return [.year] }
    let kinds = (node.texts ?? []).compactMap { text -> Period.Kind? in
      if let kind = Period.Kind(rawValue: text) { return kind }
      let allowed = Period.Kind.allCases.map(\.rawValue)
      node.report(.unknownValue(key: "period", value: text, allowed: allowed))
      return nil
    }
    return kinds.isEmpty ? [.year] : kinds
  }
}

extension PipelineDefinition.Output {
  fileprivate init?(_ node: DefinitionNode) {
    let keys = ["workbook", "notice", "page", "copy", "data", "file", "for-each", "audience", "when"]
    guard let map = node.mapping(keys), let file = map.requiredText("file") else { return nil }
    let kinds: [(String, (String) -> Kind)] = [
      ("workbook", Kind.workbook), ("notice", Kind.notice), ("page", Kind.page), ("copy", Kind.copy),
    ]
    var given = kinds.compactMap { key, kind in map.text(key).map(kind) }
    if let tables = map["data"] { given.append(.data(tables.texts ?? [])) }
    guard given.count == 1 else {
      node.report(
        .other(
          "应写 workbook、notice、page、copy、data 之一",
          english: "needs just one of workbook, notice, page, copy, data"))
      return nil
    }
    kind = given[0]
    for path in [file, map.text("copy")].compactMap({ $0 })
    where path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      node.report(.other("“\(path)”超出了文件夹", english: "'\(path)' leaves its folder"))
      return nil
    }
    self.file = file
    forEach = map.text("for-each")
    audience = map.choice("audience", default: .public)
    when = map["when"] == nil ? nil : map.choice("when", default: .year)
    line = node.line
  }

  /// An output for a kind of period that the pipeline never has would never be made.
  fileprivate func checkWhen(among periods: [Period.Kind], _ node: DefinitionNode) {
    guard let when, !periods.contains(when) else { return }
    node.problems.report(
      .unknownValue(key: "when", value: when.rawValue, allowed: periods.map(\.rawValue)), file: node.file,
      line: line)
  }
}

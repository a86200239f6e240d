import Definitions
import Mustache

/// The templates of a pipeline's notices, read and checked once, and used for every publisher.
public struct NoticeTemplates: Sendable {
  static let suffix = ".mustache"

  private var templates: [String: ScannedTemplate] = [:]
  /// The names of each template's parts in the library.
  private var parts: [String: [String]] = [:]
  private var library = MustacheLibrary()
  private var sites: [RewrittenTemplate.Site] = []
  /// Templates that are there and were reported, so that nobody is told that they are missing.
  private var broken: Set<String> = []

  /// `folder`: where names of templates and partials begin, `notices/`. Templates that cannot be read are
  /// reported.
  public init(
    _ sources: [TemplateSource], folder: String = "notices/", problems: DefinitionProblems
  ) {
    for source in sources.sorted(by: { $0.file < $1.file }) {
      let name = Self.name(of: source.file, in: folder)
      guard let template = ScannedTemplate(source, problems: problems) else {
        broken.insert(name)
        continue
      }
      templates[name] = template
    }
    let included = templates.values.reduce(into: Set<String>()) { $0.formUnion($1.partials) }
    for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
      let texts = RewrittenTemplate(template, sites: &sites).parts
      let parts = texts.indices.map { "\(name)#\($0)" }
      self.parts[name] = parts
      // Only what is included is needed in one piece.
      let whole = included.contains(name) ? [(name, texts.joined())] : []
      register(whole + zip(parts, texts), of: template, problems)
    }
  }

  private mutating func register(
    _ texts: [(name: String, text: String)], of template: ScannedTemplate, _ problems: DefinitionProblems
  ) {
    do {
      for (name, text) in texts { try library.register(text, named: name) }
    } catch {
      // What the library cannot read though the scanner could.
      let why = (error as? MustacheTemplate.ParserError).map { "\($0.error)" } ?? "\(error)"
      problems.report(.template(why), file: template.file, line: 1)
    }
  }

  /// Holds the notice's template against what it will see, and reports every mistake.
  public func check(_ plan: NoticePlan, problems: DefinitionProblems) {
    let name = Self.name(of: plan.notice.template, in: "")
    if templates[name] != nil {
      TemplateCheck.check(name, of: templates, broken: broken, against: plan.fields, problems: problems)
    } else if !broken.contains(name) {
      let known = templates.keys.sorted().map { $0 + Self.suffix }
      let suggestion = nearest(to: plan.notice.template, among: known)
      problems.report(
        .unknownName(kind: .template, name: plan.notice.template, suggestion: suggestion),
        file: plan.notice.file, line: plan.notice.line)
    }
  }

  /// The notice's text for one publisher. Throws where a value that is missing would be printed. Values stand in it
  /// as they are, whatever they look like: only the template has tags, and all of them were read at load.
  public func render(_ plan: NoticePlan, _ record: NoticeRecord) throws(EmitError) -> String {
    PublishedText.of(try render(plan, record, NoticeRendering()))
  }

  /// The notice as a page, in UTF-8: the same text from the same template, with its sheets as tables.
  public func page(
    _ plan: NoticePlan, _ record: NoticeRecord, sheets: [Grid] = []
  ) throws -> [UInt8] {
    let rendering = NoticeRendering(isMarked: true)
    let text = MarkedText(try render(plan, record, rendering), figures: rendering.figures)
    return try PageWriter.page(PageBlocks.blocks(of: text.lines), sheets: sheets.flatMap(PageTable.tables))
  }

  private func render(
    _ plan: NoticePlan, _ record: NoticeRecord, _ rendering: NoticeRendering
  ) throws(EmitError) -> String {
    let root = MustacheValue(value: .record(record), rendering: rendering)
    let name = Self.name(of: plan.notice.template, in: "")
    guard let parts = parts[name] else { throw .noTemplate(plan.notice.template) }
    let text = parts.map { library.render(root, withTemplate: $0) ?? "" }.joined()
    if let hole = rendering.hole, sites.indices.contains(hole.site) {
      let site = sites[hole.site]
      throw .missing(hole.why, name: site.name, file: site.file, line: site.line)
    }
    return text
  }

  private static func name(of file: String, in folder: String) -> String {
    let name = file.hasPrefix(folder) ? file.dropFirst(folder.count) : file[...]
    return String(name.hasSuffix(suffix) ? name.dropLast(suffix.count) : name)
  }
}

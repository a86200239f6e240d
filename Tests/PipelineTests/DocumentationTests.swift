import Emit
import Figures
import Foundation
import Ingest
import Testing

@testable import Pipeline

/// The manuals against the code and the pipeline folders: what is there is documented, and what is documented is
/// there.
@Suite("Documentation")
struct DocumentationTests {
  private let readme: ManualPage
  private let manual: ManualPage
  private let commandLine: String

  init() throws {
    readme = try ManualPage(SourceTexts.root + "/README.md")
    manual = try ManualPage(SourceTexts.root + "/README.zh-CN.md")
    commandLine = try SourceTexts.sources("gongshi")
  }

  // MARK: Set-up

  @Test("set-up is make run and make test, with the Debian packages of the Makefile")
  func setUp() throws {
    let block = try #require(readme.blocks.first { $0.language == "sh" })
    let commands = block.text.split(separator: "\n").map {
      $0.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(commands == ["make run", "make test"])
    let makefile = try SourceTexts.text("Makefile")
    for list in makefile.matches(of: /\n(?:LIBRARIES|PEERS|BENCH) = (.*)/) {
      for package in list.1.split(separator: " ") {
        #expect(readme.code.contains(String(package)), "README does not name the package \(package)")
      }
    }
    for target in (readme.code + manual.code).flatMap({ $0.matches(of: /\bmake ([a-z]+)/).map(\.1) }) {
      #expect(makefile.contains("\n\(target):"), "make \(target) is not in the Makefile")
    }
  }

  // MARK: The command line

  private var commands: Set<String> {
    Set(commandLine.matches(of: /commandName: "([a-z]+)"/).map { String($0.1) }).subtracting(["gongshi"])
  }

  @Test("every command is documented, and no other")
  func documentsCommands() throws {
    let section = try #require(readme.section("The command line"))
    let documented = section.firstCells(under: "command").flatMap(codeWords)
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    #expect(Set(documented) == commands)
    for used in (readme.code + manual.code).flatMap({
      $0.matches(of: /\bgongshi ([a-z]+)/).map { String($0.1) }
    }) {
      #expect(commands.contains(used), "there is no command gongshi \(used)")
    }
  }

  @Test("every option is documented, and no other")
  func documentsOptions() throws {
    let declarations = commandLine.split(separator: /@(?:Option|Flag)\(/).dropFirst()
    let variables = declarations.compactMap { $0.firstMatch(of: /\n  var ([A-Za-z]+)/).map { String($0.1) } }
    let options = Set(variables.map(Self.option)).union(["--help", "--version"])
    let section = try #require(readme.section("The command line"))
    #expect(Set(section.firstCells(under: "option").flatMap(codeWords)) == options)
    for used in (readme.code + manual.code).flatMap({
      $0.matches(of: /(?:^| )(--[a-z-]+)/).map { String($0.1) }
    }) {
      #expect(options.contains(used), "there is no option \(used)")
    }
  }

  /// `asOf` is `--as-of`.
  private static func option(_ variable: String) -> String {
    "--" + variable.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
  }

  @Test("both manuals list the exit codes that there are")
  func documentsExitCodes() throws {
    let named = ["EX_USAGE": "64", "EX_TEMPFAIL": "75"]
    let codes = commandLine.matches(of: /: (\d+|EX_[A-Z]+)\n/).map { named[String($0.1)] ?? String($0.1) }
    let thrown = commandLine.matches(of: /ExitCode\((\d+)\)/).map { String($0.1) }
    let all = Set(codes + thrown + ["0"])
    #expect(Set(try #require(readme.section("The command line")).firstCells(under: "exit code")) == all)
    #expect(Set(try #require(manual.section("结束代码")).firstCells(under: "代码")) == all)
  }

  // MARK: Findings

  @Test("every finding's code is documented under its title")
  func documentsFindings() throws {
    let section = try #require(readme.section("Reading findings"))
    let rows = section.tables.filter { $0.first?.first == "code" }.flatMap { $0.dropFirst() }
    #expect(rows.flatMap { codeWords($0[0]) } == FindingCode.all.map(\.rawValue))
    #expect(rows.map { $0[1] } == FindingCode.all.map { Wording.title($0) })
  }

  // MARK: The files of a pipeline

  @Test(
    "every key of a pipeline's files is documented, and no other",
    arguments: [
      ("`pipeline.yaml`", ["Pipeline/Folder/PipelineDefinition", "Pipeline/Folder/ReviewDefinition"]),
      (
        "`datapackage.yaml`",
        [
          "Ingest/Definition/Register+Decoding", "Ingest/Definition/Register+Taking",
          "Ingest/Definition/SchemaDefinition",
          "Ingest/Definition/Field+Decoding", "Ingest/Definition/Constraints+Decoding",
          "Ingest/Definition/Dialect+Decoding",
        ]
      ),
      ("`figures.yaml`", ["Compute/FigureDefinition+Decoding"]),
      ("`scores.yaml`", ["Compute/Scores/ScoreDefinition"]),
      (
        "`checks.yaml`",
        [
          "Reconcile/Checks", "Reconcile/CheckHead", "Reconcile/Rule", "Reconcile/Balance",
          "Reconcile/BalanceSide", "Reconcile/Ratio", "Reconcile/Claim",
        ]
      ),
      (
        "`workbooks/*.yaml`",
        [
          "Emit/Layout/WorkbookLayout", "Emit/Layout/SheetLayout", "Emit/Layout/TableLayout",
          "Emit/Layout/RowGroup", "Emit/Layout/ColumnLayout", "Emit/Layout/FormLayout",
          "Emit/Layout/ChartLayout", "Emit/Layout/ColorLayout",
        ]
      ),
      ("`notices/*.yaml` and templates", ["Emit/Notice/Notice+Decoding"]),
      ("`opendata.yaml`", ["Emit/OpenData/OpenDataDefinition"]),
    ])
  func documentsKeys(_ heading: String, decoders: [String]) throws {
    let section = try #require(readme.section(heading))
    let keys = try decoders.map(SourceTexts.keys).reduce(into: Set()) { $0.formUnion($1) }
    #expect(!keys.isEmpty)
    let words = Set(
      section.code.flatMap { $0.matches(of: /[A-Za-z$][A-Za-z:-]*[A-Za-z]|id/).map { String($0.0) } })
    #expect(keys.subtracting(words).isEmpty, "not documented under \(heading)")
    let documented = Set(section.firstCells(under: "key").flatMap(codeWords))
    #expect(documented.subtracting(keys).isEmpty, "documented under \(heading), and not a key")
  }

  @Test("every transform of templates is documented, and no other")
  func documentsTransforms() throws {
    let section = try #require(readme.section("`notices/*.yaml` and templates"))
    let documented = section.firstCells(under: "transform").flatMap(codeWords)
    #expect(Set(documented) == Set(NoticeTransform.allCases.map(\.rawValue)))
  }

  // MARK: Registers and figures

  private static let workplace = Workplace(pipelines: SourceTexts.root + "/pipelines")

  /// A pipeline's own page, or the manual.
  private func page(of pipeline: String) throws -> ManualPage {
    let own = SourceTexts.root + "/docs/\(pipeline).zh-CN.md"
    return FileManager.default.fileExists(atPath: own) ? try ManualPage(own) : manual
  }

  @Test("every register's columns are documented, with which must be filled", arguments: workplace.names)
  func documentsRegisters(_ pipeline: String) throws {
    let page = try page(of: pipeline)
    // Those of another pipeline are documented there.
    for register in try Self.workplace.load(pipeline).registers where register.from == nil {
      let heading = "`\(register.texts == nil ? register.file : register.name)` \(register.title)"
      let section = try #require(page.section(heading), "no section \(heading)")
      let rows = section.tables.filter { $0.first?.first == "列名" }.flatMap { $0.dropFirst() }
      #expect(rows.map { $0[0] } == register.fields.map(\.name), "\(heading)")
      #expect(rows.map { $0[1] == "✓" } == register.fields.map(\.constraints.required), "\(heading)")
      let text = section.lines.joined(separator: "\n")
      for member in register.fields.flatMap({ $0.constraints.members ?? [] }) where member.contains(/\p{Han}/)
      {
        #expect(text.contains(member), "\(heading): \(member)")
      }
    }
  }

  @Test("every figure that printed figures may claim to be is documented with its keys")
  func documentsFigures() throws {
    let section = try #require(manual.section("核对已经印出的文件"))
    let rows = section.tables.filter { $0.first?.first == "公布数" }.flatMap { $0.dropFirst() }
    let documented = Dictionary(
      rows.map { (codeWords($0[0]).joined(), Set(codeWords($0[2]))) }, uniquingKeysWith: { first, _ in first }
    )
    let figures = try Self.workplace.load("department-budget").figures.filter { !$0.keys.isEmpty }
    #expect(
      documented
        == Dictionary(uniqueKeysWithValues: figures.map { ($0.id, Set($0.keys).subtracting(["publisher"])) }))
  }

  // MARK: The example

  @Test("the README's example pipeline does what the README says of it")
  func runsTheExample() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readme-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workplace = Workplace(
      pipelines: folder + "/pipelines", input: folder + "/input", output: folder + "/output")
    try FileManager.default.createDirectory(atPath: workplace.pipelines, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: SourceTexts.root + "/pipelines/common", toPath: workplace.pipelines + "/common")
    _ = try workplace.makePipeline("travel-costs")
    var printed: [String: String] = [:]
    for block in readme.blocks {
      guard let file = block.file else { continue }
      if file.hasPrefix("output/") {
        printed[file] = block.text
      } else {
        try Self.write(block.text, folder, file)
      }
    }
    let result = try Run(workplace.load("travel-costs"), period: "2025", in: workplace).perform()
    #expect(result.isPublished)
    #expect(result.findings.map { "\($0.location.file) \($0.location.row ?? 0)" } == ["2025/trips.csv 3"])
    #expect(!printed.isEmpty)
    for (file, text) in printed {
      #expect(try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) == text, "\(file)")
    }
    let units = "input/travel-costs/2025/units.csv"
    let text = try String(contentsOfFile: "\(folder)/\(units)", encoding: .utf8)
    try Self.write(text.replacing("20345.60", with: "20345.61"), folder, units)
    let stopped = try Run(workplace.load("travel-costs"), period: "2025", in: workplace).perform()
    let error = try #require(stopped.findings.first)
    #expect(!stopped.isPublished)
    #expect(Wording.sentence(error).hasPrefix("2025/units.csv 第 2 行“账上合计”列：“账上合计 = 出差登记合计”不成立"))
  }

  private static func write(_ text: String, _ folder: String, _ file: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(file)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  // MARK: Links

  @Test("links lead somewhere")
  func links() throws {
    for page in [readme, manual] {
      for link in page.text.matches(of: /\]\(([^)#]*)(?:#([^)]*))?\)/) {
        let file = String(link.1)
        if file.hasPrefix("https:") { continue }
        #expect(FileManager.default.fileExists(atPath: "\(SourceTexts.root)/\(file)"), "\(file)")
        guard let anchor = link.2 else { continue }
        let headings = try ManualPage("\(SourceTexts.root)/\(file)").sections.map {
          $0.heading.lowercased().replacing(" ", with: "-")
        }
        #expect(headings.contains(String(anchor)), "\(file)#\(anchor)")
      }
    }
  }
}

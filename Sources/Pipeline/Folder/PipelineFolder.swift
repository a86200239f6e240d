import Compute
import Definitions
import Emit
import Figures
import Ingest
import Reconcile
import Store

/// A pipeline's folder, read and checked whole before any data is: registers, models, figures, checks, outputs.
public struct PipelineFolder: Sendable {
  public let path: String
  public let definition: PipelineDefinition
  public let registers: [Register]
  /// Each after the ones that it reads.
  public let models: [Model]
  public let figures: [FigureDefinition]
  /// nil where nothing is scored.
  public let scores: ScoreDefinition?
  public let checks: Checks
  public let workbooks: [String: WorkbookLayout]
  public let notices: [PipelineDefinition.NoticeUse: NoticePlan]
  public let templates: NoticeTemplates
  public let openData: [OpenDataDefinition]
  /// The columns of every table: registers, models and the program's own.
  public let columns: [String: [String]]
  /// The registers' columns that some model, check or figure reads; only these are stored.
  public let usedColumns: [String: Set<String>]
  /// The registers that a table's rows come from, through all models.
  let sources: [String: Set<String>]
  /// Which years the rows of a table are about.
  let years: FolderYears
  /// The columns of registers behind every rule's SQL, by the rule's id and the register.
  let ruleColumns: [String: [String: Set<String>]]
  /// The values given to keys and columns of which only the data can say whether there are such.
  let openValues: [OpenValue]
  /// SHA-256 over all files of the folder and of `common`.
  public let digest: String

  /// The tables that the program makes itself, with their columns.
  static func ownTables(_ parameters: [Parameter]) -> [String: [String]] {
    var tables = [
      "period": ["year", "before", "has_before", "month"],
      "source_file": ["file", "path"],
      "wrong_cell": ["_file", "_row", "title"],
    ]
    if !parameters.isEmpty { tables[Parameter.table] = parameters.map(\.name) }
    return tables
  }

  func columns(of rule: Rule) -> [String: Set<String>] { ruleColumns[rule.head.id, default: [:]] }
  func sources(of rule: Rule) -> Set<String> { Set(columns(of: rule).keys) }
  func sources(of balance: Balance) -> Set<String> {
    balance.sides.reduce(into: []) { $0.formUnion(sources[$1.from, default: []]) }
  }

  /// The titles of the registers that a table's rows come from: 收入预算、支出预算.
  func registerTitles(behind table: String) -> String {
    let behind = sources[table, default: []]
    return registers.filter { behind.contains($0.name) && $0.common == nil }.map(\.title).joined(
      separator: "、")
  }

  /// The register that a table's column comes from: the table itself, or for a model the register behind it that
  /// has a column of that name.
  func register(of table: String, column: String) -> String? {
    let behind = sources[table, default: []].sorted()
    return behind.first { columns[$0, default: []].contains(column) } ?? behind.first
  }

  public var common: String { path + "/../common" }
}

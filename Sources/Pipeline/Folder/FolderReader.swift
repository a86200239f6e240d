import Compute
import Definitions
import Emit
import Figures
import Foundation
import Ingest
import Reconcile
import Store

extension PipelineFolder {
  /// Reads and checks a folder; all its mistakes are thrown at once.
  public static func load(_ path: String) throws(RunError) -> PipelineFolder {
    let problems = DefinitionProblems()
    let reader = FolderReader(path: path, problems: problems)
    let folder = try reader.read()
    guard problems.errors.isEmpty, let folder else { throw .definition(problems.errors) }
    return folder
  }
}

/// Reads the files of a pipeline's folder and holds them against each other.
struct FolderReader {
  let path: String
  let problems: DefinitionProblems

  func read() throws(RunError) -> PipelineFolder? {
    guard let definition = node("pipeline.yaml").flatMap(PipelineDefinition.init) else { return nil }
    let registers = readRegisters()
    let scores = optionalNode("scores.yaml").flatMap(ScoreDefinition.init)
    let models = readModels() + (scores?.models ?? [])
    var figures = optionalNode("figures.yaml").map(FigureDefinition.definitions) ?? []
    let checks = optionalNode("checks.yaml").map(Checks.init) ?? Checks()
    guard problems.errors.isEmpty,
      let tables = try FolderTables(
        registers: registers, models: models, parameters: definition.parameters, problems: problems)
    else { return nil }
    tables.check(figures)
    let years = FolderYears(definition, registers, columns: tables.columns, reads: tables.reads)
    figures = years.marked(figures)
    if let scores { tables.check(scores) }
    tables.check(checks)
    tables.check(definition.parameters)
    if let review = definition.review { tables.check(review) }
    let privacy = FolderPrivacy(registers: registers, reads: tables.reads)
    let names = OutputNames(figures: figures, columns: tables.columns, privacy: privacy)
    let outputs = FolderOutputs(definition, names, path: path, problems: problems)
    FolderReview(
      definition, columns: tables.columns, hasOpenData: !outputs.openData.isEmpty, problems: problems
    ).check()
    let possible = PossibleValues(
      registers: registers, parameters: definition.parameters, models: tables.examined,
      columns: tables.columns, common: path + "/../common")
    let openValues = FolderValues(figures, possible).check(problems)
    problems.rewrite(privacy.explained)
    guard problems.errors.isEmpty else { return nil }
    return PipelineFolder(
      path: path, definition: definition, registers: registers, models: tables.models, figures: figures,
      scores: scores, checks: checks, workbooks: outputs.workbooks, notices: outputs.notices,
      templates: outputs.templates,
      openData: outputs.openData,
      columns: tables.columns, usedColumns: tables.used, sources: tables.sources, years: years,
      ruleColumns: tables.ruleColumns, openValues: openValues, digest: digest(with: registers))
  }

  // MARK: Files

  private func node(_ file: String) -> DefinitionNode? {
    FolderFile.text(file, in: path, problems).flatMap {
      DefinitionNode(yaml: $0, file: file, problems: problems)
    }
  }

  private func optionalNode(_ file: String) -> DefinitionNode? {
    FileSystem.exists("\(path)/\(file)") ? node(file) : nil
  }

  /// The folder's registers; those of another pipeline as its own package describes them.
  private func readRegisters() -> [Register] {
    guard let node = node("datapackage.yaml") else { return [] }
    var packages: [String: DefinitionNode] = [:]
    return Register.registers(from: node) { pipeline in
      if let known = packages[pipeline] { return known }
      let file = Self.package(of: pipeline)
      guard FileSystem.exists("\(path)/\(file)") else { return nil }
      packages[pipeline] = self.node(file)
      return packages[pipeline]
    }
  }

  private static func package(of pipeline: String) -> String { "../\(pipeline)/datapackage.yaml" }

  private func readModels() -> [Model] {
    FileSystem.names(in: path + "/models").filter { $0.hasSuffix(".sql") }.compactMap { file in
      FolderFile.text("models/\(file)", in: path, problems).map {
        Model(name: String(file.dropLast(4)), sql: $0)
      }
    }
  }

  private func digest(with registers: [Register]) -> String {
    let own = FileSystem.files(below: path).filter { !$0.hasPrefix(path + "/examples/") }
    let others = Set(registers.compactMap(\.from)).sorted().map { "\(path)/\(Self.package(of: $0))" }
    let files = own + others + FileSystem.files(below: path + "/../common")
    let lines = files.map { "\($0.dropFirst(path.count)) \((try? Digest.file($0)) ?? "")" }
    return Digest.text(lines.joined(separator: "\n"))
  }
}

/// A file of a pipeline's folder, which has to be there. Its texts are in the form in which registers' are (NFC).
enum FolderFile {
  static func text(_ file: String, in folder: String, _ problems: DefinitionProblems) -> String? {
    do throws(RunError) {
      return try FileSystem.read("\(folder)/\(file)").precomposedStringWithCanonicalMapping
    } catch {
      if case .storage(_, let reason) = error { problems.report(.unreadable(reason), file: file, line: 1) }
      return nil
    }
  }
}

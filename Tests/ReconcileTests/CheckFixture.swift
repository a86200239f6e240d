import Definitions
import Figures
import Testing

@testable import Reconcile

/// The checks of a `checks.yaml`, which must have no mistakes.
func checks(_ yaml: String) throws -> Checks {
  let problems = DefinitionProblems()
  let node = try #require(DefinitionNode(yaml: yaml, file: "checks.yaml", problems: problems))
  let checks = Checks(node)
  #expect(problems.errors.isEmpty, "\(problems.errors)")
  return checks
}

func row(_ cells: KeyValuePairs<String, Value>) -> ResultRow {
  ResultRow(columns: cells.map(\.key), values: cells.map(\.value))
}

/// A context that answers queries by the table they read from. The registers of the figure `absent` are not there.
func context(
  _ tables: [String: [ResultRow]],
  figure: @escaping (FigureReference, Int?) throws -> FigureValue? = { _, _ in nil },
  unnamed: [(label: String, value: Fixed)] = []
) -> CheckContext {
  CheckContext(
    query: { sql in
      let table = tables.keys.first { sql.contains("FROM \($0)") } ?? ""
      return tables[table] ?? []
    },
    columns: { tables[$0]?.first?.columns ?? [] }, file: { _ in "2025/staff.csv" },
    registerFile: { _, _ in "2025/income.csv" },
    figure: { reference, _, decimals in try figure(reference, decimals) }, isGiven: { $0.figure != "absent" },
    unnamedParts: { _, _, _ in unnamed })
}

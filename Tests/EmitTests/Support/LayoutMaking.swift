import Definitions
import Emit
import Testing

/// Reads a workbook's layout from text: the layout, and what is wrong with it.
func layout(_ yaml: String, _ names: LayoutNames) -> (layout: WorkbookLayout?, problems: [String]) {
  let problems = DefinitionProblems()
  let node = DefinitionNode(yaml: yaml, file: "w.yaml", problems: problems)
  let layout = node.flatMap { WorkbookLayout($0, names: names) }
  return (layout, problems.errors.map(\.description))
}

/// The first sheet of a layout, laid out over data: what a notice shows of it.
func text(_ yaml: String, _ data: FakeData, publisher: String? = nil) throws -> String {
  try GridText.text(of: try grid(yaml, data, publisher: publisher))
}

func grid(_ yaml: String, _ data: FakeData, publisher: String? = nil, rowLimit: Int? = nil) throws -> Grid {
  let (layout, problems) = layout(yaml, data.names(publisher: publisher))
  #expect(problems == [])
  let sheet = try #require(layout?.sheets.first)
  let row = publisher.flatMap { data.models[$0]?.first }
  var builder = GridBuilder(data: data, period: SampleBudget.period, publisher: row)
  if let rowLimit { builder.rowLimit = rowLimit }
  return try builder.grid(sheet)
}

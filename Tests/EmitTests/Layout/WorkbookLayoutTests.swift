import Emit
import Testing

struct WorkbookLayoutTests {
  static let names = LayoutNames(
    models: [
      "units": ["unit", "name"], "tree": ["unit", "code", "name", "level"], "goals": ["unit", "goal"],
    ],
    figures: ["expenditure": ["unit", "function", "kind"]], publisher: ["unit", "name"])

  /// A sheet around the lines of its table.
  static func sheet(_ table: String) -> String {
    "sheets:\n- name: 表\n  table:\n" + table.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  @Test func theElevenTables() throws {
    #expect(try SampleBudget.layout().sheets.count == 11)
  }

  @Test(arguments: [
    (
      "a model that is not there", "rows: [{model: tre}]\ncolumns: [{title: 名称, text: name}]",
      ["w.yaml:4: unknown model 'tre'; did you mean 'tree'?"]
    ),
    (
      "a column that is not there", "rows: [{model: tree}]\ncolumns: [{title: 名称, text: nane}]",
      ["w.yaml:5: unknown column 'nane'; did you mean 'name'?"]
    ),
    (
      "a figure that is not there", "rows: [{model: tree}]\ncolumns: [{title: 数, figure: expenditur}]",
      ["w.yaml:5: unknown figure 'expenditur'; did you mean 'expenditure'?"]
    ),
    (
      "a key that the figure has not",
      "rows: [{model: tree}]\ncolumns: [{title: 数, figure: 'expenditure[kinds=a]'}]",
      ["w.yaml:5: unknown key 'kinds'; did you mean 'kind'?"]
    ),
    (
      "no reference", "rows: [{model: tree}]\ncolumns: [{title: 数, figure: 'expenditure['}]",
      ["w.yaml:5: 'expenditure[' is no figure reference"]
    ),
    (
      "a line's key that the figure has not",
      "rows: [{line: a, with: {king: b}}]\ncolumns: [{title: 数, figure: expenditure}, {title: a, label: true}]",
      ["w.yaml:4: unknown key 'king'; did you mean 'kind'?"]
    ),
    (
      "a sum of what is not there",
      "rows: [{line: a, id: one}, {line: b, sum-of: [onee]}]\ncolumns: [{title: a, label: true}]",
      ["w.yaml:4: unknown value 'onee'; did you mean 'one'?"]
    ),
    (
      "a sum that contains itself",
      "rows: [{line: a, id: a, sum-of: [b]}, {line: b, id: b, sum-of: [a]}]\ncolumns: [{title: a, label: true}]",
      ["w.yaml:4: sum-of contains the row itself"]
    ),
    (
      "two rows of one id",
      "rows: [{line: a, id: a}, {line: b, id: a}]\ncolumns: [{title: a, label: true}]",
      ["w.yaml:4: value 'a' is defined twice"]
    ),
    (
      "columns that add up each other",
      "rows: []\ncolumns: [{title: a, id: a, sum-of: [b]}, {title: b, id: b, sum-of: [a]}]",
      ["w.yaml:5: a column's sum-of contains itself"]
    ),
    (
      "a sum over a text", "rows: []\ncolumns: [{title: a, sum-of: [b]}, {title: b, id: b, label: true}]",
      ["w.yaml:5: sum-of takes columns of numbers only"]
    ),
    (
      "no column for the lines' texts", "rows: [{line: a}]\ncolumns: [{title: 数, figure: expenditure}]",
      ["w.yaml:5: one column needs 'label: true' for the lines' texts"]
    ),
    ("a column of nothing", "rows: []\ncolumns: [{title: 数}]", ["w.yaml:5: key 'figure' is missing"]),
    (
      "a row of two kinds", "rows: [{line: a, total: b}]\ncolumns: [{title: a, label: true}]",
      ["w.yaml:4: give exactly one of model, line, total, blank"]
    ),
    (
      "a tree without its column", "rows: [{model: tree, tree: lvel}]\ncolumns: [{title: 名称, text: name}]",
      ["w.yaml:4: unknown column 'lvel'; did you mean 'level'?"]
    ),
    (
      "a misspelt key", "rows: []\ncolums: []\ncolumns: [{title: a, label: true}]",
      ["w.yaml:5: unknown key 'colums'; did you mean 'columns'?"]
    ),
    (
      "a text's unknown column", "rows: []\ncolumns: [{title: '{period.yaer} 年', label: true}]",
      ["w.yaml:5: unknown column 'period.yaer'; did you mean 'period.year'?"]
    ),
  ])
  func tableMistakes(_ why: String, table: String, expected: [String]) {
    #expect(layout(Self.sheet(table), Self.names).problems == expected)
  }

  @Test(arguments: [
    ("neither table nor form", "- name: 表", ["w.yaml:2: give exactly one of table, tables, form"]),
    (
      "a name that no sheet can have", "- {name: 'a/b', form: {widths: [1], rows: [[a]]}}",
      [#"w.yaml:2: sheet name 'a/b' must not have []:*?/\ or begin or end with an apostrophe"#]
    ),
    (
      "two sheets of one name",
      "- {name: a, form: {widths: [1], rows: [[a]]}}\n- {name: A, form: {widths: [1], rows: [[a]]}}",
      ["w.yaml:3: table 'A' is defined twice"]
    ),
    (
      "a unit that is not known", "- {name: a, unit: 千元, form: {widths: [1], rows: [[a]]}}",
      ["w.yaml:2: 'unit' cannot be '千元'; allowed: 元, 万元, 亿元"]
    ),
    (
      "a row that does not fill the form", "- {name: a, form: {widths: [1, 1, 1], rows: [[a, b]]}}",
      ["w.yaml:2: the row's cells do not fill the columns of 'widths'"]
    ),
    (
      "a cell that reaches out", "- {name: a, form: {widths: [1, 1], rows: [[{text: a, down: 2}, b]]}}",
      ["w.yaml:2: a cell reaches below the form"]
    ),
    (
      "a repeated row beside a cell that reaches down",
      "- {name: a, form: {widths: [1, 1], rows: [[{text: a, down: 2}, b], {model: goals, cells: [c]}]}}",
      ["w.yaml:2: repeated rows cannot stand beside a 'down' cell"]
    ),
    (
      "a form's unknown column", "- {name: a, form: {widths: [1], rows: [['{goall}']]}}",
      ["w.yaml:2: unknown column 'goall'"]
    ),
    (
      "a long sheet of a tree",
      "- {name: a, long: true, table: {rows: [{model: tree, tree: level}], columns: [{title: a, text: name}]}}",
      ["w.yaml:2: a long sheet has one table: one model without tree in 'rows', totals in 'foot'"]
    ),
  ])
  func sheetMistakes(_ why: String, sheets: String, expected: [String]) {
    #expect(layout("sheets:\n" + sheets, Self.names).problems == expected)
  }
}

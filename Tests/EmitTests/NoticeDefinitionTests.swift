import Definitions
import Figures
import Testing

@testable import Emit

@Suite struct NoticeDefinitionTests {
  private static let catalogue = NoticeCatalogue(
    columns: [
      "publishers": ["publisher", "name"], "function_classes": ["publisher", "function", "name"],
      "economic_parts": ["publisher", "function", "economic", "name"], "glossary": ["title"],
    ],
    figures: [
      "income": .init(measure: .money, keys: ["publisher", "source"]),
      "expenditure": .init(measure: .money, keys: ["publisher", "function", "economic", "kind"]),
    ],
    workbooks: ["tables"])

  private static let good = """
    template: disclosure.mustache
    values:
      income: income
      fiscal: income[source=一般公共预算拨款|政府性基金预算拨款]
    lists:
      functions:
        rows: function_classes
        values: {amount: expenditure}
        keep: [nonzero(amount), changed(amount)]
        lists:
          parts:
            rows: economic_parts
            values: {part: expenditure}
    tables: tables
    """

  private func plan(_ yaml: String, publishers: String = "publishers") -> (NoticePlan?, [String]) {
    let problems = DefinitionProblems()
    let node = DefinitionNode(yaml: yaml, file: "notices/disclosure.yaml", problems: problems)
    let notice = node.flatMap { Notice($0, name: "disclosure") }
    let plan = notice.flatMap {
      NoticePlan($0, publishers: publishers, catalogue: Self.catalogue, problems: problems)
    }
    return (plan, problems.errors.map(\.description))
  }

  @Test func whatATemplateSees() throws {
    let (plan, mistakes) = plan(Self.good)
    #expect(mistakes == [])
    let fields = try #require(plan?.fields)
    #expect(
      fields.keys.sorted() == ["fiscal", "functions", "income", "name", "period", "publisher", "tables"])
    guard case .list(let row) = fields["functions"], case .list(let inner) = row["parts"] else {
      Issue.record("functions and parts are lists")
      return
    }
    #expect(row.keys.sorted() == ["amount", "function", "name", "parts", "position", "publisher"])
    #expect(inner["part"] == .figure(.money))
  }

  @Test func rowsAreMatchedByWhatTheyAreAboutNotByWhatTheyAreCalled() throws {
    let functions = try #require(plan(Self.good).0?.notice.lists.first)
    #expect(functions.by == ["publisher"])
    #expect(functions.lists.first?.by == ["function", "publisher"])
  }

  @Test(arguments: [
    ("no template", "values: {}", ["1: key 'template' is missing"]),
    ("an unknown key", "template: t\nvalue: {}", ["2: unknown key 'value'; did you mean 'values'?"]),
    ("no reference", "template: t\nvalues: {a: 'income['}", ["2: 'income[' is no reference to a figure"]),
    (
      "an aspect", "template: t\nvalues: {a: income.change}",
      ["2: 'income.change': write change(a) in the template instead of '.change'"]
    ),
    (
      "a name no template can say", "template: t\nvalues: {收入: income}",
      ["2: '收入' cannot be a name in a template: letters, digits, _ and - only"]
    ),
    (
      "an unknown figure", "template: t\nvalues: {a: incom}",
      ["2: unknown figure 'incom'; did you mean 'income'?"]
    ),
    (
      "an unknown key of a figure", "template: t\nvalues:\n  a: income[sorce=x]",
      ["3: unknown key 'sorce'; did you mean 'source'?"]
    ),
    ("a name given twice", "template: t\nvalues: {name: income}", ["2: value 'name' is defined twice"]),
    (
      "an unknown workbook", "template: t\ntables: table",
      ["1: unknown output 'table'; did you mean 'tables'?"]
    ),
    (
      "an unknown model", "template: t\nlists:\n  a: {rows: function_class}",
      ["3: unknown model 'function_class'; did you mean 'function_classes'?"]
    ),
    (
      "a list that nothing ties to the publisher", "template: t\nlists:\n  a: {rows: glossary}",
      ["3: 'glossary' shares no key column with what encloses it; say which with 'by'"]
    ),
    ("a list that is the same for everyone", "template: t\nlists:\n  a: {rows: glossary, by: []}", []),
    (
      "tied by a column that is not there", "template: t\nlists:\n  a: {rows: glossary, by: titel}",
      ["3: unknown column 'titel'; did you mean 'title'?", "3: unknown column 'titel'"]
    ),
    (
      "kept by what is no test", "template: t\nlists:\n  a: {rows: function_classes, keep: name}",
      ["3: 'name' is no test such as nonzero(amount)"]
    ),
    (
      "kept by what is printed",
      "template: t\nlists:\n  a: {rows: function_classes, values: {x: income}, keep: wanyuan(x)}",
      ["3: 'wanyuan(x)' is no test"]
    ),
    (
      "kept by an unknown value", "template: t\nlists:\n  a: {rows: function_classes, keep: nonzero(amont)}",
      ["3: unknown value 'amont'"]
    ),
  ])
  func reports(_ why: String, yaml: String, expected: [String]) {
    #expect(plan(yaml).1 == expected.map { "notices/disclosure.yaml:" + $0 }, "\(why)")
  }

  @Test func anUnknownTemplate() throws {
    let problems = DefinitionProblems()
    let plan = try #require(plan(Self.good).0)
    NoticeTemplates([TemplateSource(file: "notices/disclosures.mustache", text: "")], problems: problems)
      .check(plan, problems: problems)
    #expect(
      problems.errors.map(\.description) == [
        "notices/disclosure.yaml:1: unknown template 'disclosure.mustache'; did you mean 'disclosures.mustache'?"
      ])
  }

  /// Two functions of one publisher, one with a part.
  private struct Data: NoticeData {
    func rows(of model: String, matching columns: [String: Value]) -> [ResultRow] {
      let function: (String, String) -> ResultRow = {
        ResultRow(columns: ["publisher", "function", "name"], values: [.text("183"), .text($0), .text($1)])
      }
      switch model {
      case "function_classes":
        return [function("201", "一般公共服务支出"), function("205", "教育支出"), function("212", "城乡社区支出")]
      case "economic_parts" where columns == ["publisher": .text("183"), "function": .text("201")]:
        return [
          ResultRow(
            columns: ["publisher", "function", "economic", "name"],
            values: [.text("183"), .text("201"), .text("301"), .text("工资福利支出")])
        ]
      default: return []
      }
    }

    func resolved(_ reference: FigureReference, at row: [String: Value]) -> FigureReference {
      var resolved = reference
      for key in ["publisher", "function", "economic"] {
        if case .text(let value)? = row[key] { resolved.assignments.append(.init(key: key, values: [value])) }
      }
      return resolved
    }

    func figure(_ reference: FigureReference, at row: [String: Value]) -> FigureValue {
      let now: Int64? =
        switch (reference.figure, row["function"], row["economic"]) {
        case ("expenditure", .text("201"), .text("301")): 3_770_027_00
        case ("expenditure", .text("201"), _): 5_137_207_00
        case ("expenditure", .text("205"), _): nil
        case ("expenditure", _, _): 0
        default: 7_553_524_00
        }
      return FigureValue(measure: .money, now: now.map { Fixed(units: $0, decimals: 2) }, isCompared: false)
    }
  }

  @Test func rowsFiguresAndWhatIsKept() throws {
    let plan = try #require(plan(Self.good).0)
    let template = """
      {{period.year}}年{{name}}收入{{wanyuan(income)}}万元{{#period.compared}}，较上年{{change(income)}}{{/period.compared}}。
      {{#functions}}
      {{position}}.{{name}} {{wanyuan(amount)}}{{#parts}}（其中{{name}} {{wanyuan(part)}}）{{/parts}}
      {{/functions}}
      """
    let problems = DefinitionProblems()
    let templates = NoticeTemplates(
      [TemplateSource(file: "notices/disclosure.mustache", text: template)], problems: problems)
    templates.check(plan, problems: problems)
    #expect(problems.errors.map(\.description) == [])
    let publisher = ResultRow(columns: ["publisher", "name"], values: [.text("183"), .text("政务局")])
    let period = NoticePeriod(year: 2025, before: 2024, isCompared: false)
    let record = try plan.record(of: publisher, period: period, tables: "表", from: Data())
    #expect(
      try templates.render(plan, record) == """
        2025年政务局收入755.35万元。
        1.一般公共服务支出 513.72（其中工资福利支出 377）

        """)
  }
}

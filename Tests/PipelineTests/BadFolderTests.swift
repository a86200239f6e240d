import Definitions
import Foundation
import Pipeline
import Testing

/// What a colleague reads who changed a pipeline's folder. Each row: why, what is changed, and all that is said;
/// nothing is read or written then.
@Suite("A wrong pipeline folder")
struct BadFolderTests {
  private static let folder = "pipelines/department-budget"

  private static let trials: [Trial] = [
    Trial(
      "a key twice", Edit.text(folder + "/pipeline.yaml", "period: year", "period: year\nperiod: month"),
      ["pipeline.yaml:4：键“period”重复"]),
    Trial(
      "an unknown key",
      .text(folder + "/datapackage.yaml", "constraints: {required", "constrains: {required"),
      ["datapackage.yaml:14：未知的键“constrains”，是否想写“constraints”？", "datapackage.yaml:14：缺少键“pattern”"]),
    Trial(
      "an unknown value", .text(folder + "/pipeline.yaml", "period: year", "period: yaer"),
      ["pipeline.yaml:4：“period”不能是“yaer”，可选：year、month"]),
    Trial(
      "text where true or false belongs", .text(folder + "/pipeline.yaml", "before: true", "before: 也许"),
      ["pipeline.yaml:5：“before”应为是否值（true 或 false）"]),
    Trial(
      "text where a number belongs", .text(folder + "/datapackage.yaml", "minimum: 1}", "minimum: 一}"),
      ["datapackage.yaml:17：“一”不是该字段的值（integer）"]),
    Trial(
      "an anchor", .text(folder + "/pipeline.yaml", "period: year", "period: &kind year"),
      ["pipeline.yaml:4：不允许使用锚点和别名，请把值写全"]),
    Trial(
      "a rule that waits for a register which is none",
      .text(folder + "/checks.yaml", "register: expenditure\n", "clean: expenditures\n"),
      ["checks.yaml:8：未知的表“expenditures”，是否想写“expenditure”？"]),
    Trial(
      "no YAML", .text(folder + "/pipeline.yaml", "period: year", "period: [year"),
      ["pipeline.yaml:5：不是有效的 YAML：did not find expected ',' or ']'"]),
    Trial(
      "SQL that does not compile", .text(folder + "/models/members.sql", "SELECT", "SELCT"),
      [
        "models/members.sql:1：SQL 有误：near \"SELCT\": syntax error",
        "notices/disclosure.yaml:26：未知的模型“members”",
      ]),
    Trial(
      "a column that is not there", .text(folder + "/models/members.sql", "u.name", "u.nmae"),
      ["models/members.sql:1：SQL 有误：no such column: u.nmae", "notices/disclosure.yaml:26：未知的模型“members”"]),
    Trial(
      "SQL that does more than ask", .file(folder + "/models/members.sql", "DELETE FROM units"),
      [
        "models/members.sql:1：SQL 有误：not allowed here: anything but SELECT",
        "notices/disclosure.yaml:26：未知的模型“members”",
      ]),
    Trial(
      "a join whose columns nobody sees",
      .text(
        folder + "/models/members.sql", "JOIN units u ON u.unit = m.unit AND u._year = m.year",
        "JOIN units u USING (unit)"),
      [
        "models/members.sql:5：SQL 里不能用 USING：连接的列不写出来，就不会读入；请写 JOIN b ON a.x = b.x",
        "notices/disclosure.yaml:26：未知的模型“members”",
      ]),
    Trial(
      "a rule that divides, and groups by less than it shows",
      .text(
        folder + "/checks.yaml",
        "GROUP BY unit, COALESCE(project, ''), sequence\n        HAVING COUNT(*) > 1",
        "GROUP BY unit, COALESCE(project, '')\n        HAVING COUNT(*) / 2 > 1"),
      [
        "checks.yaml:41：SQL 里不能用除法（/）：7 / 2 在这里得 3，在别处得 3.5；比率请写成 figures.yaml 的 ratio",
        "checks.yaml:38：与 GROUP BY 或合计并列的“sequence”会取任意一行的值；请把它写进 GROUP BY，或用 MIN、MAX",
      ]),
    Trial(
      "a function that only SQLite has, in a figure's condition",
      .text(folder + "/figures.yaml", "- id: income\n", "- id: income\n  where: rtreecheck('x') = 'ok'\n"),
      ["figures.yaml:4：SQL 里不能用函数 rtreecheck"]),
    Trial(
      "a misspelt function",
      .text(
        folder + "/figures.yaml", "- id: income\n", "- id: income\n  where: substrr(source, 1, 1) = '一'\n"),
      ["figures.yaml:4：SQL 里不能用函数 substrr，是否想写 substr？"]),
    Trial(
      "a place for a value in a condition",
      .text(folder + "/figures.yaml", "- id: income\n", "- id: income\n  where: source = :source\n"),
      ["figures.yaml:4：SQL 里的 :source 没有值可填；流程的参数请从 parameters 表里取"]),
    Trial(
      "a code of less than no length",
      .text(
        folder + "/figures.yaml", "economic: [3, 5]}\n\n- id: carryover",
        "economic: [3, -5]}\n\n- id: carryover"),
      ["figures.yaml:18：“economic”应为 1 到 100"]),
    Trial(
      "a pattern that is none", .text(folder + "/datapackage.yaml", "'[0-9]{7}'", "'[0-9'"),
      ["datapackage.yaml:70：pattern “[0-9”第 4 个字符处有误：missing terminating ] for character class"]),
    Trial(
      "an unknown name in a template", .text(folder + "/notices/disclosure.mustache", "{{name}}", "{{nmae}}"),
      ["notices/disclosure.mustache:1：未知的值“nmae”，是否想写“name”？"]),
    Trial(
      "a template within itself",
      .text(folder + "/notices/disclosure.mustache", "{{name}}", "{{> disclosure}}"),
      ["notices/disclosure.mustache:1：子模板包含了自身：disclosure → disclosure"]),
    Trial(
      "a figure that is not defined",
      .text(folder + "/notices/disclosure.yaml", "income: income\n", "income: incom\n"),
      ["notices/disclosure.yaml:4：未知的数“incom”，是否想写“income”？"]),
    Trial(
      "a workbook of an unknown model",
      .text(folder + "/workbooks/tables.yaml", "model: function_tree", "model: function_treee"),
      ["workbooks/tables.yaml:63：未知的模型“function_treee”，是否想写“function_tree”？"]),
    Trial(
      "an output of two kinds",
      .text(folder + "/pipeline.yaml", "- page: disclosure", "- page: disclosure\n    notice: disclosure"),
      ["pipeline.yaml:13：应写 workbook、notice、page、copy、data 之一"]),
    Trial(
      "open data of a table that is not there",
      .text(folder + "/pipeline.yaml", "- page: disclosure", "- data: incomes"),
      ["pipeline.yaml:13：未知的表“incomes”"]),
    Trial(
      "a page for nobody",
      .text(folder + "/pipeline.yaml", "pages/{publisher}.html\n    for-each: publishers", "pages/all.html"),
      ["pipeline.yaml:13：公告须写 for-each"]),
    Trial(
      "the office's own tables in a public notice",
      .text(
        folder + "/pipeline.yaml", "for-each: publishers", "for-each: publishers\n    audience: internal"),
      ["notices/disclosure.yaml:2：“tables”是内部产出，不能用于公开的公告"]),
  ]

  @Test(arguments: trials)
  func reports(_ trial: Trial) throws {
    let sample = try Sample(trial.edits)
    let error = #expect(throws: RunError.self) { try sample.run() }
    guard case .definition(let mistakes)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(mistakes.map { $0.sentence(inEnglish: false) } == trial.expected)
    #expect(!FileManager.default.fileExists(atPath: sample.folder.appending(path: "output").path))
  }

  @Test("all mistakes are said at once")
  func reportsAll() throws {
    let sample = try Sample([
      .text("\(Self.folder)/pipeline.yaml", "period: year", "period: yaer"),
      .text("\(Self.folder)/figures.yaml", "from:", "form:"),
      .text("\(Self.folder)/notices/disclosure.mustache", "{{name}}", "{{nmae}}"),
    ])
    let error = #expect(throws: RunError.self) { try sample.run() }
    guard case .definition(let mistakes)? = error else { return }
    #expect(Set(mistakes.map(\.file)).isSuperset(of: ["pipeline.yaml", "figures.yaml"]))
  }

  @Test("a model that never ends is stopped by the time limit", .timeLimit(.minutes(1)))
  func endlessModel() throws {
    let never = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) AS c FROM n"
    let outcome = try Sample([
      .file(Self.folder + "/models/endless.sql", never),
      .text(Self.folder + "/pipeline.yaml", "before: true", "before: true\nquery-time-limit: 1"),
    ]).run()
    #expect(outcome.errors == ["models/endless.sql：“endless”的查询超过了 1 秒"])
  }
}

import Foundation
import Pipeline
import Testing

/// What can be checked is checked, and how much can't be is said.
@Suite("Checks that wait")
struct WaitingChecksTests {
  private static let files = [
    "pipelines/travel/pipeline.yaml": """
    name: travel
    title: 差旅费
    outputs: []
    """,
    "pipelines/travel/datapackage.yaml": """
    name: travel
    title: 差旅费
    resources:
      - name: units
        schema:
          fields:
            - {name: 单位, gongshi:column: unit, constraints: {required: true}}
            - {name: 名称, gongshi:column: name, constraints: {required: true}}
            - {name: 账上合计, gongshi:column: booked, type: number, gongshi:unit: 元}
          primaryKey: [单位]
      - name: trips
        schema:
          fields:
            - {name: 编号, gongshi:column: id, constraints: {required: true}}
            - {name: 单位, gongshi:column: unit, constraints: {required: true}}
            - {name: 金额, gongshi:column: amount, type: number, gongshi:unit: 元, constraints: {required: true}}
          primaryKey: [编号]
          foreignKeys:
            - {fields: [单位], reference: {resource: units, fields: [单位]}}
    """,
    "pipelines/travel/models/by_unit.sql": """
    -- What did each unit spend? One row per unit. Fen.
    SELECT unit, SUM(amount) AS amount FROM trips GROUP BY unit
    """,
    "pipelines/travel/figures.yaml": """
    - {id: travel, from: trips, sum: amount, keys: [unit]}
    """,
    "pipelines/travel/checks.yaml": """
    rules:
      - id: too-much
        title: 单笔不超过 100 元
        severity: warning
        column: 金额
        sql: SELECT _file, _row, id FROM trips WHERE amount > 10000
        message: "{id} 超过 100 元"
      - id: name-ends
        title: 名称是局
        severity: warning
        column: 名称
        sql: SELECT _file, _row, name FROM units WHERE name NOT LIKE '%局'
        message: "“{name}”不是局"
      - id: no-trips
        title: 每个单位都有出差
        severity: warning
        clean: trips
        sql: SELECT u._file, u._row, u.unit FROM units u WHERE u.unit NOT IN (SELECT t.unit FROM trips t)
        message: "{unit} 没有出差"
      - id: spends-much
        title: 单位合计不超过 1,000 元
        severity: warning
        sql: SELECT unit FROM by_unit WHERE amount > 100000
        message: "{unit} 超过 1,000 元"
    balances:
      - id: booked
        title: 账上合计 = 出差合计
        by: [unit]
        total: {from: units, title: 账上合计, value: booked, column: 账上合计}
        parts: [{from: trips, title: 出差, value: amount}]
      - id: booked-printed
        title: 账上合计 = 印出数合计
        by: [unit]
        total: {from: units, title: 账上合计, value: booked, decimals: 2, column: 账上合计}
        parts: [{from: trips, title: 出差, value: amount, decimals: 2}]
    """,
    "input/travel/2025/units.csv": "单位,名称,账上合计\n001,示例局,60\n002,示例处,40\n",
    "input/travel/2025/trips.csv": "编号,单位,金额\n1,001,60\n2,002,40\n",
  ]

  private func sample(_ edits: [Edit]) throws -> Sample {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (file, text) in Self.files {
      let url = folder.appending(path: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    // The pipelines are copied, since this folder goes.
    let touch = Edit.text("pipelines/travel/pipeline.yaml", "title: 差旅费", "title: 差旅费")
    return try Sample(
      [touch] + edits, pipeline: "travel", input: folder.appending(path: "input/travel"),
      pipelines: folder.appending(path: "pipelines"))
  }

  private static let trips = "2025/trips.csv"
  private static let units = "2025/units.csv"

  @Test(arguments: [
    ("nothing is wrong", [], ["“示例处”不是局"], 0),
    (
      "no amounts: what does not need them is checked, the reference too",
      [Edit.file(trips, "编号,单位\n1,001\n2,003\n")],
      [
        "缺少“金额”列", "“单位”的“003”在units的“单位”中找不到，最接近的是“001”", "“示例处”不是局",
      ], 5
    ),
    (
      "a wrong amount: sums wait, rows do not", [.cell(trips, row: 2, "金额", "六十")],
      ["“金额”应为金额（元，最多 2 位小数），现为“六十”", "“示例处”不是局"], 3
    ),
    (
      "a row with too many cells", [.text(trips, "1,001,60", "1,001,6,0,0")],
      ["这一行有 5 格，表头有 3 格", "“示例处”不是局"], 3
    ),
    (
      "no names", [.file(units, "单位,账上合计\n001,60\n002,40\n")], ["缺少“名称”列"], 3
    ),
    (
      "units with two headers of one name: their key is there",
      [.file(units, "单位,名称,名称,账上合计\n001,a,b,60\n002,a,b,40\n")],
      ["“名称”列出现了 2 次：名称、名称"], 3
    ),
    (
      "a unit's row that can't be told into cells is not missed by those that name it",
      [.text(units, "002,示例处,40", "002,示例处")], ["这一行有 2 格，表头有 3 格"], 3
    ),
  ])
  func counts(_ why: String, edits: [Edit], expected: [String], waiting: Int) throws {
    let outcome = try sample(edits).run()
    let said = outcome.errors + outcome.warnings
    #expect(said.map { String($0.split(separator: "：", maxSplits: 1)[1]) } == expected)
    #expect(outcome.waiting == waiting)
  }

  @Test("a check that stops before the printed figures has none of them waiting")
  func throughReconcile() throws {
    let outcome = try sample([.cell(Self.trips, row: 2, "金额", "六十")]).run(through: .reconcile)
    #expect(outcome.waiting == 2)
  }

  @Test("the terminal, --json and findings.xlsx say how many wait")
  func said() throws {
    let sample = try sample([.cell(Self.trips, row: 2, "金额", "六十")])
    let program = Program(in: sample)
    let run = ["run", "travel", "--period", "2025"]
    #expect(try program.run(run).output.contains("\n另有 3 项核对要等上面的格子改好\n"))
    #expect(
      try program.run(run + ["--lang", "en"]).output.contains("\n3 more checks wait for the cells above\n"))
    #expect(try program.run(run + ["--json"]).output.contains("\"waiting\" : 3"))
    let book = sample.output().appending(path: "latest/findings.xlsx").path
    let texts = try program.start("/usr/bin/unzip", ["-p", book, "xl/sharedStrings.xml"]).output
    #expect(texts.contains("另有 3 项核对要等上面的格子改好"))
    try sample.apply(.cell(Self.trips, row: 2, "金额", "60"))
    #expect(!(try program.run(run).output.contains("项核对要等")))
  }
}

import Definitions
import Foundation
import Ingest
import Testing

@testable import Pipeline

/// The command line as users and cron call it: what it prints, and how it ends.
@Suite("The command line")
struct CommandTests {
  private static let run = ["run", "department-budget", "--period", "2025"]

  // MARK: Exit codes

  @Test("0: done; the summary names the results")
  func done() throws {
    let sample = try Sample()
    let ended = try Program(in: sample).run(Self.run)
    #expect(ended.status == 0)
    #expect(ended.output.contains("department-budget 2025：已产出（第 0001 次运行）。"))
    #expect(ended.output.contains("结果在 output/department-budget/2025/current/"))
    #expect(ended.output.contains("警告 2025/staff.csv 第 2 行“人数”列"))
    #expect(!ended.output.contains("\u{1B}"))
  }

  @Test("--quiet says nothing when all is well")
  func quiet() throws {
    let ended = try Program(in: try Sample()).run(Self.run + ["--quiet"])
    #expect(ended.status == 0 && ended.output.isEmpty && ended.errors.isEmpty, "\(ended)")
  }

  @Test("1: findings stopped it; they are shown even when quiet")
  func findings() throws {
    let sample = try Sample([.cell("2025/income.csv", row: 3, "金额", "十二")])
    let ended = try Program(in: sample).run(Self.run + ["--quiet"])
    #expect(ended.status == 1)
    #expect(ended.output.contains("有 1 个错误，没有产出；此前的结果没有改动"))
    #expect(ended.output.contains("错误 2025/income.csv 第 3 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“十二”"))
    #expect(ended.output.contains("全部发现见 output/department-budget/2025/runs/0001/findings.csv"))
  }

  @Test("2: the pipeline folder is wrong")
  func wrongFolder() throws {
    let sample = try Sample([
      .text("pipelines/department-budget/pipeline.yaml", "period: year", "period: yaer")
    ])
    let ended = try Program(in: sample).run(Self.run)
    #expect(ended.status == 2 && ended.output.isEmpty)
    #expect(ended.errors.contains("pipeline.yaml:4：“period”不能是“yaer”，可选：year、month"))
  }

  @Test("3: no registers, or nowhere to write")
  func storage() throws {
    let none = try Sample([.remove("2025")])
    let missing = try Program(in: none).run(Self.run)
    #expect(missing.status == 3)
    #expect(missing.errors == "没有输入文件夹 input/department-budget/2025：请把本期登记表放在这里。\n")
    let inTheWay = try Sample([.file("output", "")])
    let blocked = try Program(in: inTheWay).run(Self.run + ["--quiet"])
    #expect(blocked.status == 3)
    #expect(blocked.errors.hasPrefix("output：同名的文件挡住了文件夹（File exists）"), "\(blocked.errors)")
    let refused = try Program(in: try Sample()).run(Self.run + ["--quiet", "--output", "/proc/none"])
    #expect(refused.status == 3)
    #expect(refused.errors.hasPrefix("/proc/none："), "\(refused.errors)")
  }

  @Test(
    "64: called wrongly",
    arguments: [
      (["run", "department-budget"], "--period"),
      (["run", "department-budget", "--period", "202x"], "期间“202x”写法不对，应如 2025。"),
      (["run", "department-budget", "--period", "2025-06"], "期间“2025-06”写法不对，应如 2025。"),
      (["run", "department-budget", "--period", "2025", "--as-of", "2025-02-30"], "日期“2025-02-30”写法不对"),
      (["run", "departmental-budget", "--period", "2025"], "是否想写“department-budget”？"),
      (["run", "department-budget", "--period", "2025", "--through", "printing"], "printing"),
      (["new", "Has Spaces"], "“Has Spaces”不能作流程名"),
      (["new", "department-budget"], "已存在"),
      (["frobnicate"], "frobnicate"),
    ])
  func usage(_ arguments: [String], says: String) throws {
    let ended = try Program(in: try Sample()).run(arguments)
    #expect(ended.status == 64)
    #expect(ended.errors.contains(says), "\(ended.errors)")
  }

  @Test("75: another run is going on; afterwards it goes through")
  func locked() throws {
    let sample = try Sample()
    let root = sample.output()
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let lock = open(root.appending(path: ".lock").path, O_RDWR | O_CREAT, 0o644)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let ended = try Program(in: sample).run(Self.run)
    #expect(ended.status == 75)
    #expect(ended.errors.contains("output/department-budget/2025 正有另一次运行或发布，请等它结束后再运行。"), "\(ended.errors)")
    #expect(throws: RunError.self) { try sample.run() }
    close(lock)
    #expect(try Program(in: sample).run(Self.run + ["--quiet"]).status == 0)
  }

  // MARK: What else it prints

  @Test("--json is for machines")
  func json() throws {
    struct Summary: Decodable {
      struct Item: Decodable {
        var code: String
        var severity: String
        var file: String
        var row: Int?
        var message: String
      }
      var outcome: String
      var published: Bool
      var errors: Int
      var warnings: Int
      var findings: [Item]
      var outputs: [String]
    }
    let done = try Program(in: try Sample()).run(Self.run + ["--json"])
    let summary = try JSONDecoder().decode(Summary.self, from: Data(done.output.utf8))
    #expect(done.status == 0 && done.errors.isEmpty)
    #expect(summary.outcome == "done" && summary.published && summary.errors == 0)
    #expect(summary.outputs.contains("workbooks/183.xlsx"))
    #expect(
      summary.findings.contains { $0.file == "2025/staff.csv" && $0.row == 2 && $0.severity == "warning" })
    let failed = try Program(in: try Sample([.remove("2025/income.csv")])).run(Self.run + ["--json"])
    let failure = try JSONDecoder().decode(Summary.self, from: Data(failed.output.utf8))
    #expect(failed.status == 1)
    #expect(failure.outcome == "failed" && !failure.published && failure.errors == 1)
    #expect(failure.findings.first?.code == "missing-file")
  }

  @Test("--lang en speaks English")
  func english() throws {
    let sample = try Sample([.cell("2025/income.csv", row: 3, "金额", "十二")])
    let ended = try Program(in: sample).run(Self.run + ["--lang", "en", "--quiet"])
    #expect(ended.status == 1)
    #expect(
      ended.output.contains(
        "error 2025/income.csv, row 3, column '金额': '金额' must be an amount (元, at most 2 decimals), but is '十二'"
      ),
      "\(ended.output)")
  }

  @Test("check reads and reconciles, and publishes nothing")
  func check() throws {
    let sample = try Sample()
    let ended = try Program(in: sample).run("check", "department-budget", "--period", "2025")
    #expect(ended.status == 0)
    #expect(ended.output.contains("department-budget 2025：检查通过。"))
    #expect(!FileManager.default.fileExists(atPath: sample.output().appending(path: "current").path))
    #expect(
      FileManager.default.fileExists(atPath: sample.output().appending(path: "latest/findings.csv").path))
  }

  @Test("colour on a terminal, and none when NO_COLOR says so")
  func colour() throws {
    func colours(_ environment: [String: String]) throws -> Bool {
      let sample = try Sample()
      let command = "\(Program.executable.path) \(Self.run.joined(separator: " "))"
      var program = Program(in: sample)
      program.environment = environment
      let ended = try program.start("/usr/bin/script", ["-qec", command, "/dev/null"])
      return ended.output.contains("\u{1B}[33m")
    }
    #expect(try colours(["NO_COLOR": ""]))
    #expect(try !colours(["NO_COLOR": "1"]))
  }

  @Test("list names the pipelines")
  func list() throws {
    let ended = try Program(in: try Sample()).run("list")
    #expect(ended.status == 0)
    #expect(ended.output.contains("department-budget  部门预算公开"))
    #expect(
      try Program(in: try Sample()).run("list", "--lang", "en").output.contains(
        "Department budget disclosure"))
  }

  @Test("describe tells which files and columns to prepare")
  func describe() throws {
    let ended = try Program(in: try Sample()).run("describe", "department-budget")
    #expect(ended.status == 0)
    for word in ["income.csv", "收入预算", "功能科目编码", "金额", "元", "必填"] {
      #expect(ended.output.contains(word), "\(word)")
    }
  }

  @Test("describe --datapackage writes a descriptor that other tools read")
  func descriptor() throws {
    let sample = try Sample()
    let folder = "input/department-budget/2025"
    let ended = try Program(in: sample).run("describe", "department-budget", "--datapackage", folder)
    #expect(ended.status == 0)
    let file = sample.folder.appending(path: folder + "/datapackage.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let resources = try #require(object?["resources"] as? [[String: Any]])
    let income = try #require(resources.first { $0["name"] as? String == "income" })
    #expect(income["path"] as? String == "income.csv")
    let fields = try #require((income["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
    #expect(fields.compactMap { $0["name"] as? String } == ["单位编码", "功能科目编码", "资金来源", "金额"])
  }

  @Test("the descriptor says what is true of the files: encoding, dialect, keys, limits, words")
  func descriptorIsTrue() throws {
    let sample = try Sample()
    let yaml = """
      name: held
      resources:
        - name: items
          dialect: {delimiter: ";"}
          schema:
            uniqueKeys: [[编号, 名称]]
            missingValues: ["", 未填]
            fields:
              - {name: 编号, constraints: {pattern: "a|b"}}
              - {name: 名称}
              - {name: 金额, type: number, gongshi:unit: 元, constraints: {exclusiveMinimum: 0, maximum: 9}}
              - {name: 公开, type: boolean}
              - {name: 日期, type: date}
      """
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "datapackage.yaml", problems: problems))
    let register = try #require(Register.registers(from: node).first)
    #expect(problems.errors.isEmpty)
    // 编号 in GB 18030.
    let file = sample.folder.appending(path: register.file)
    try Data([0xB1, 0xE0, 0xBA, 0xC5, 0x0A]).write(to: file)
    let found = register.descriptor(in: sample.folder.path, among: [register])
    #expect(found["encoding"] as? String == "gb18030")
    #expect((found["dialect"] as? [String: Any])?["delimiter"] as? String == ";")
    let schema = try #require(found["schema"] as? [String: Any])
    #expect(schema["uniqueKeys"] as? [[String]] == [["编号", "名称"]])
    #expect(schema["fieldsMatch"] as? String == "subset")
    let fields = try #require(schema["fields"] as? [[String: Any]])
    let constraints = fields.map { $0["constraints"] as? [String: Any] }
    #expect(constraints[0]?["pattern"] as? String == "(a|b)")
    #expect(constraints[2]?["exclusiveMinimum"] as? String == "0")
    #expect(constraints[2]?["maximum"] as? String == "9")
    #expect(fields[1]["missingValues"] as? [String] == ["", "未填"])
    #expect(fields[2]["missingValues"] as? [String] == ["", "未填", "-", "—", "——", "－"])
    #expect(fields[2]["groupChar"] as? String == ",")
    #expect(fields[3]["trueValues"] as? [String] == ["是", "有", "true", "True", "TRUE", "1"])
    #expect(fields[4]["format"] as? String == "any")
  }

  @Test("new makes a pipeline that runs")
  func new() throws {
    let sample = try Sample([.file("pipelines/.keep", "")])
    let made = try Program(in: sample).run("new", "office-supplies")
    #expect(made.status == 0)
    #expect(made.output.contains("gongshi run office-supplies --period 2025"))
    let ran = try Program(in: sample).run("run", "office-supplies", "--period", "2025")
    #expect(ran.status == 0, "\(ran.output)\(ran.errors)")
    let current = try OutputTree(sample.folder.appending(path: "output/office-supplies/2025/current"))
    #expect(current.names.contains { $0.hasSuffix(".xlsx") && $0.hasPrefix("workbooks/") })
    #expect(current.names.contains { $0.hasPrefix("notices/") })
    #expect(try Program(in: sample).run("new", "office-supplies").status == 64)
  }
}

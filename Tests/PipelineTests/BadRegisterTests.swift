import Figures
import Foundation
import Pipeline
import Testing

/// What a finance officer reads when a register is wrong. Each row: why, what is changed in the real sample, and
/// every error that the run then reports.
@Suite("A wrong register")
struct BadRegisterTests {
  private static let income = "2025/income.csv"

  /// The file is all that is wrong: nothing else is guessed about what it would have held.
  private static let trials: [Trial] = [
    Trial("no file", [Edit.remove(income)], ["2025/income.csv：缺少文件“income.csv”"]),
    Trial(
      "a file of another name", [.rename(income, to: "收入预算.csv")],
      ["2025/income.csv：缺少文件“income.csv”，文件夹里有“收入预算.csv”"]),
    Trial("an empty file", [.file(income, "")], ["2025/income.csv：文件是空的，没有表头"]),
    Trial("nothing but line ends", [.file(income, "\n\n\n")], ["2025/income.csv：文件是空的，没有表头"]),
    Trial(
      "a header alone", [.file(income, "单位编码,功能科目编码,资金来源,金额\n")],
      ["2025/income.csv：只有表头，没有数据行"]),
    Trial(
      "a column missing", [.rows(income, "without 金额") { $0.map { Array($0.dropLast()) } }],
      ["2025/income.csv 第 1 行：缺少“金额”列"]),
    Trial(
      "a column misspelt", [.text(income, "资金来源", "资金来原")],
      ["2025/income.csv 第 1 行：缺少“资金来源”列，最接近的表头是“资金来原”"]),
    Trial(
      "a column twice", [.rows(income, "金额 twice") { $0.map { $0 + [$0[3]] } }],
      ["2025/income.csv 第 1 行：“金额”列出现了 2 次：金额、金额"]),
    Trial(
      "a column twice, once with its unit",
      [.rows(income, "金额 and 金额（元）") { $0.map { $0 + [$0[3] == "金额" ? "金额（元）" : $0[3]] } }],
      ["2025/income.csv 第 1 行：“金额”列出现了 2 次：金额、金额（元）"]),
    Trial(
      "too few cells", [.text(income, "一般公共预算拨款,60500.00", "一般公共预算拨款")],
      ["2025/income.csv 第 3 行：这一行有 3 格，表头有 4 格"]),
    Trial(
      "too many cells: a comma in an amount", [.text(income, "60500.00", "60,500.00")],
      ["2025/income.csv 第 3 行：这一行有 5 格，表头有 4 格"]),
    Trial(
      "a quote that is not closed", [.text(income, "一般公共预算拨款,60500", "\"一般公共预算拨款,60500")],
      [
        "2025/income.csv 第 3 行“资金来源”列：从这一格开始的引号没有结束，其后的行未读：一般公共预算拨款,60500.00⏎183,2080505,"
          + "一般公共预算拨款,330176.00⏎183,2101101…"
      ]),
    Trial(
      "a NUL byte", [.bytes(income, "60500.00", [0x36, 0, 0x30])],
      ["2025/income.csv 第 3 行“金额”列：文件第 138 字节（从 0 起）是空字节（NUL），文本文件里不应有"]),
    Trial(
      "bytes of no encoding, in the middle", [.bytes(income, "60500.00", [0x36, 0xFF, 0xFF, 0x30])],
      ["2025/income.csv 第 3 行“金额”列：文件第 138 字节（从 0 起）0xFF 0xFF 不是有效的 UTF-8 文字；也不是 GB18030"]),
    Trial(
      "a character cut in two", [.bytes(income, "拨款,60500.00", [0xE6, 0x8B, 0x2C, 0x36])],
      ["2025/income.csv 第 3 行“资金来源”列：文件第 130 字节（从 0 起）0xE6 0x8B 不是有效的 UTF-8 文字；也不是 GB18030"]),
    Trial(
      "a workbook", [.file(income, Archive.workbook)],
      ["2025/income.csv：这不是 CSV 文件，按内容看是 Excel 工作簿（.xlsx）"]),
    Trial(
      "an old workbook",
      [.file(income, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600))],
      ["2025/income.csv：这不是 CSV 文件，按内容看是旧版 Excel 工作簿（.xls）"]),
    Trial("an archive", [.file(income, Archive.zip)], ["2025/income.csv：这不是 CSV 文件，按内容看是 ZIP 压缩包"]),
    Trial(
      "a web page", [.file(income, "<html><body><table><tr><td>单位编码</td></tr></table></body></html>")],
      ["2025/income.csv：这不是 CSV 文件，按内容看是网页（HTML），只是扩展名改成了 .csv"]),
    Trial(
      "decimals below the fen", [.cell(income, row: 3, "金额", "12.345")],
      ["2025/income.csv 第 3 行“金额”列：“金额”应为金额（元，最多 2 位小数），“12.345”的小数位过多"]),
    Trial(
      "a blank line counts, as a spreadsheet shows it",
      [.cell(income, row: 3, "金额", "十二"), .text(income, "183,2080501", "\n183,2080501")],
      ["2025/income.csv 第 4 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“十二”"]),
    Trial(
      "two points", [.cell(income, row: 3, "金额", "1.2.3")],
      ["2025/income.csv 第 3 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“1.2.3”"]),
    Trial(
      "a numeral", [.cell(income, row: 3, "金额", "十二")],
      ["2025/income.csv 第 3 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“十二”"]),
    Trial("no amount", [.cell(income, row: 3, "金额", "")], ["2025/income.csv 第 3 行“金额”列：“金额”不能为空"]),
    Trial(
      "below zero", [.cell(income, row: 3, "金额", "-0.01")], ["2025/income.csv 第 3 行“金额”列：“金额”应 ≥ 0，现为“-0.01”"]
    ),
    Trial(
      "an amount beyond all counting", [.cell(income, row: 3, "金额", "99999999999999999999")],
      ["2025/income.csv 第 3 行“金额”列：“金额”的“99999999999999999999”超出可以准确计算的范围"]),
    Trial(
      "a key twice", [.cell(income, row: 3, "功能科目编码", "2010303")],
      ["2025/income.csv 第 3 行“单位编码、功能科目编码、资金来源”列：“单位编码、功能科目编码、资金来源”的“183、2010303、一般公共预算拨款”在第 2 行已经用过"]),
  ]

  @Test(arguments: trials)
  func reports(_ trial: Trial) throws {
    let sample = try Sample(trial.edits)
    let outcome = try sample.run()
    #expect(outcome.errors == trial.expected)
    #expect(!outcome.isDone)
    #expect(!FileManager.default.fileExists(atPath: sample.output().appending(path: "current").path))
  }

  /// What a value breaks further on is reported too; the cause stands among it.
  private static let causes: [Trial] = [
    Trial(
      "a code that no list has", Edit.cell(income, row: 3, "功能科目编码", "2989999"),
      "2025/income.csv 第 3 行“功能科目编码”列：“功能科目编码”的“2989999”在功能分类科目的“科目编码”中找不到，最接近的是“2089999”"),
    Trial(
      "an economic code that no list has", .cell("2025/expenditure.csv", row: 2, "经济科目编码", "39998"),
      "2025/expenditure.csv 第 2 行“经济科目编码”列：“经济科目编码”的“39998”在经济分类科目的“科目编码”中找不到，最接近的是“39908”"),
    Trial(
      "a source of funds that is none", .cell(income, row: 3, "资金来源", "一般公共预算"),
      "2025/income.csv 第 3 行“资金来源”列：“资金来源”的“一般公共预算”在资金来源的“资金来源”中找不到，最接近的是“一般公共预算拨款”"),
    Trial(
      "a unit that is not in units", .cell(income, row: 3, "单位编码", "184"),
      "2025/income.csv 第 3 行“单位编码”列：“单位编码”的“184”在单位信息的“单位编码”中找不到，最接近的是“183”"),
    Trial(
      "a project that is not in projects", .cell("2025/expenditure.csv", row: 16, "项目编码", "183009"),
      "2025/expenditure.csv 第 16 行“项目编码”列：“项目编码”的“183009”在项目的“项目编码”中找不到，最接近的是“183001”"),
    Trial(
      "income that misses expenditure by a fen", .cell(income, row: 3, "金额", "60499.99"),
      "2025/income.csv：183 2025 年收入总计与支出总计不等：收入 7,553,523.99 元，支出 + 年终结转结余 7,553,524.00 元，相差 -0.01 元。"
        + "“收入”（2025/income.csv 第 2 行）5,137,207.00 若为 5,137,207.01 即平衡：小数第 2 位数字可能有误。"
        + "“收入”（2025/income.csv 第 4 行）330,176.00 若为 330,176.01 即平衡：小数第 2 位数字可能有误。"
        + "“收入”（2025/income.csv 第 5 行）91,842.00 若为 91,842.01 即平衡：小数第 2 位数字可能有误。同样说得通的还有 4 处。"),
    Trial(
      "the same, by its subject", .cell(income, row: 3, "金额", "60499.99"),
      "2025/income.csv 第 3 行：183 2025 年科目 2080501 的收入与支出不等：收入 60,499.99 元，支出 + 年终结转结余 60,500.00 元，相差 -0.01 元。"
    ),
    Trial(
      "a stated total that is not the sum", .cell("2025/units.csv", row: 2, "收入预算合计", "7553524.01"),
      "2025/units.csv 第 2 行：183 2025 年申报的收入预算合计与收入预算、支出预算算出的不等：申报数 7,553,524.01 元，计算数 7,553,524.00 元，相差 0.01 元。"
        + "“申报数”（2025/units.csv 第 2 行）7,553,524.01 若为 7,553,524.00 即平衡：小数第 2 位数字可能有误。"
        + "“收入预算合计”（2025/units.csv 第 2 行）7,553,524.00 若为 7,553,524.01 即平衡：小数第 2 位数字可能有误。"
    ),
  ]

  @Test(arguments: causes)
  func names(_ trial: Trial) throws {
    let outcome = try Sample(trial.edits).run()
    #expect(!outcome.isDone)
    for sentence in trial.expected {
      #expect(outcome.errors.contains(sentence), "\(outcome.errors.joined(separator: "\n"))")
    }
  }

  @Test("a sum that overflows stops the run and says in which registers to look")
  func overflowingSum() throws {
    let most = "92233720368547758.07"
    let outcome = try Sample([
      .cell(Self.income, row: 3, "金额", most), .cell(Self.income, row: 4, "金额", most),
    ]).run()
    #expect(!outcome.isDone)
    #expect(
      outcome.errors.contains {
        $0 == "2025/income.csv 第 3 行“金额”列：合计超出可以准确计算的范围：单位信息、收入预算、支出预算；"
          + "其中最大的数是 92,233,720,368,547,758.07 元"
      }, "\(outcome.errors)")
    #expect(!outcome.errors.contains { $0.contains("流程文件夹有误") })
  }

  @Test("a cell of 50 MB is named, and the other rows are read")
  func longCell() throws {
    let outcome = try Sample([
      .text(Self.income, "一般公共预算拨款,60500", String(repeating: "一", count: 17_000_000) + ",60500")
    ]).run()
    let start = String(repeating: "一", count: 60)
    #expect(outcome.errors == ["2025/income.csv 第 3 行“资金来源”列：内容超过 1048576 字节：\(start)…"])
    #expect(outcome.record.inputs.first { $0.path == Self.income }?.rows == 7)
  }

  @Test("a pattern that explodes is given up on one value, not on the run")
  func explodingPattern() throws {
    let code = String(repeating: "1", count: 40) + "x"
    let outcome = try Sample([
      .text("pipelines/department-budget/datapackage.yaml", "pattern: '[0-9]{7}'", "pattern: '([0-9]+)+$'"),
      .cell(Self.income, row: 3, "功能科目编码", code),
    ]).run()
    #expect(
      outcome.errors.first
        == "2025/income.csv 第 3 行“功能科目编码”列：“功能科目编码”的“\(code)”用格式 ([0-9]+)+$ 判断时步数过多，未能判断")
  }

  @Test("mistakes of all registers are reported in one run")
  func reportsAll() throws {
    let outcome = try Sample([
      .cell(Self.income, row: 3, "金额", "十二"), .cell("2024/income.csv", row: 2, "金额", "1.2.3"),
      .cell("2025/staff.csv", row: 4, "人数", "七"), .remove("2025/procurement.csv"),
    ]).run()
    #expect(
      outcome.errors.prefix(4) == [
        "2025/staff.csv 第 4 行“人数”列：“人数”应为整数，现为“七”",
        "2025/income.csv 第 3 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“十二”",
        "2024/income.csv 第 2 行“金额”列：“金额”应为金额（元，最多 2 位小数），现为“1.2.3”",
        "2025/procurement.csv：缺少文件“procurement.csv”",
      ])
  }
}

/// The first bytes of packed files, whole enough to be told apart.
enum Archive {
  static let zip = entry("报表.txt")
  static let workbook = entry("[Content_Types].xml") + entry("xl/workbook.xml")

  /// A stored, empty entry of a ZIP archive.
  private static func entry(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    let head: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0] + Array(repeating: 0, count: 16)
    return head + [UInt8(bytes.count), 0, 0, 0] + bytes
  }
}

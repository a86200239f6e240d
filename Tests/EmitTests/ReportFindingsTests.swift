import Figures
import Foundation
import Testing

@testable import Emit

@Suite struct ReportFindingsTests {
  @Test func aLineSaysEverythingAboutAFinding() {
    let facts = Facts(
      found: "十二", expected: "金额", difference: nil, beside: "经办人=张三；备注=补录",
      suspects: [
        Suspect(label: "合计", place: SourceLocation(file: "2025/a.csv", row: 3, column: "金额")),
        Suspect(label: "甲"),
      ])
    let finding = ReportFixture.finding(row: 4, column: "金额(元)", facts: facts)
    #expect(
      ReportFixture.text(ReportFixture.report([finding]).csv())
        == [
          "代码,级别,文件,工作表,行,列,值,应为,差额,说明,处理办法,其他列,疑点",
          "type-error,错误,income.csv,,4,金额(元),十二,金额,,应为金额,请改正,经办人=张三；备注=补录,合计（2025/a.csv 第 3 行）；甲", "",
        ].joined(separator: "\r\n"))
  }

  @Test func inEnglish() {
    let report = ReportFixture.report([ReportFixture.finding("empty-file", .warning)], english: true)
    #expect(
      ReportFixture.text(report.csv())
        == [
          "code,severity,file,sheet,row,column,value,expected,difference,message,remedy,other columns,suspects",
          "empty-file,warning,income.csv,,,,,,,应为金额,请改正,,", "",
        ].joined(separator: "\r\n"))
  }

  @Test func excelIsToldTheEncoding() {
    #expect(Array(ReportFixture.report([]).csv().prefix(3)) == [0xEF, 0xBB, 0xBF])
  }

  @Test func sortedAsOneGoesThroughTheFiles() {
    let findings = [
      ReportFixture.finding("b", row: 10, column: "金额"), ReportFixture.finding("a", row: 9, column: "金额"),
      ReportFixture.finding("d", row: 9, column: "单位编码"), ReportFixture.finding("c", file: "a.csv", row: 99),
      ReportFixture.finding("z"), ReportFixture.finding("0", row: 9, column: "金额"),
    ]
    let codes = ReportFixture.report(findings).entries.map(\.finding.code.rawValue)
    #expect(codes == ["c", "z", "d", "0", "a", "b"])
    let backwards = ReportFixture.report(findings.reversed())
    #expect(backwards.csv() == ReportFixture.report(findings).csv())
  }

  @Test(arguments: [
    ("a comma", "1,234.50", #""1,234.50""#),
    ("quotes", #"“甲”"乙""#, #""“甲”""乙""""#),
    ("a line end", "甲\n乙", "\"甲\n乙\""),
    ("a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("a formula with a comma", "=1,2", #""'=1,2""#),
    ("text with plus", "+86 792", "'+86 792"),
    ("text with minus", "-1+2", "'-1+2"),
    ("a command", "@SUM(A1)", "'@SUM(A1)"),
    ("a tab", "\t=1", "'\t=1"),
    ("full-width", "＝1+1", "'＝1+1"),
    ("a negative amount", "-86.99", "-86.99"),
    ("a negative amount with thousands", "-1,234.50", #""-1,234.50""#),
    ("a positive number", "+5", "+5"),
    ("a share", "-3.5%", "-3.5%"),
    ("a dash for nothing", "-", "-"),
    ("no number", "-1.2.3", "'-1.2.3"),
    ("no number either", "-.5", "'-.5"),
    ("text", "政务局", "政务局"),
  ])
  func textIsNeverCalculated(_ why: String, value: String, expected: String) {
    let report = ReportFixture.report([ReportFixture.finding(facts: Facts(found: value))])
    let line = ReportFixture.text(report.csv()).dropFirst("代码,级别,文件,工作表,行,列,值,应为,差额,说明,处理办法,其他列,疑点\r\n".count)
    #expect(line == "type-error,错误,income.csv,,,,\(expected),,,应为金额,请改正,,\r\n", "\(why)")
  }

  @Test func groupedWithTotals() {
    let findings = [
      ReportFixture.finding("b-warning", .warning), ReportFixture.finding("z-error"),
      ReportFixture.finding("mixed", .warning), ReportFixture.finding("mixed", .error),
    ]
    let groups = ReportFixture.report(findings, counts: ["z-error": 2500, "mixed": 2]).groups
    #expect(
      groups.map { "\($0.code.rawValue) \($0.severity) \($0.count) \($0.listed)" }
        == ["mixed error 2 2", "z-error error 2500 1", "b-warning warning 1 1"])
  }
}

import Testing

@testable import Figures

@Suite("The wording of findings")
struct WordingTests {
  @Test("every code of the program has both sentences and both remedies", arguments: FindingCode.all)
  func complete(_ code: FindingCode) throws {
    let entry = try #require(Wording.catalogue[code.rawValue], "\(code.rawValue)")
    for text in [entry.message.chinese, entry.message.english, entry.remedy.chinese, entry.remedy.english] {
      #expect(!text.isEmpty)
    }
    #expect(entry.message.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!entry.message.english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!entry.remedy.english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test("the two languages name the same facts")
  func sameFacts() {
    for (code, entry) in Wording.catalogue {
      let chinese = Set(WordingTemplate(entry.message.chinese).places)
      #expect(chinese == Set(WordingTemplate(entry.message.english).places), "\(code)")
    }
  }

  @Test("no entry without its code")
  func noStrays() {
    let codes = Set(FindingCode.all.map(\.rawValue))
    for key in Wording.catalogue.keys { #expect(codes.contains(String(key.prefix { $0 != "/" })), "\(key)") }
    #expect(codes.count == FindingCode.all.count)
  }

  @Test("an amount that is none, in both languages")
  func amount() {
    let location = SourceLocation(file: "2025/income.csv", row: 4, column: "金额(元)")
    let facts = Facts(found: "十二", arguments: ["type": "number", "unit": "元", "decimals": "2"])
    let finding = Finding(.typeError, at: location, facts: facts)
    #expect(Wording.sentence(finding) == "2025/income.csv 第 4 行“金额(元)”列：“金额(元)”应为金额（元，最多 2 位小数），现为“十二”")
    #expect(
      Wording.sentence(finding, .english)
        == "2025/income.csv, row 4, column '金额(元)': '金额(元)' must be an amount (元, at most 2 decimals), but is '十二'"
    )
    #expect(Wording.expected(finding) == "金额（元，最多 2 位小数）")
    #expect(Wording.remedy(finding) == "请改为金额（元，最多 2 位小数）")
  }

  @Test("a part in brackets is left out when its fact is missing")
  func optionalPart() {
    let location = SourceLocation(file: "2025/income.csv")
    var finding = Finding(.missingColumn, at: location, facts: Facts(expected: "金额(元)"))
    #expect(Wording.message(finding) == "缺少“金额(元)”列")
    finding.facts.arguments["nearest"] = "金额"
    #expect(Wording.message(finding) == "缺少“金额(元)”列，最接近的表头是“金额”")
    #expect(Wording.message(finding, .english) == "column '金额(元)' is missing; the nearest header is '金额'")
  }

  @Test("values with braces and brackets stay as they are")
  func hostileValue() {
    let location = SourceLocation(file: "a.csv", row: 2, column: "[x]")
    let finding = Finding(.pattern, at: location, facts: Facts(found: "{expected}", expected: "[0-9]{3}"))
    #expect(Wording.message(finding, .english) == "'{expected}' in '[x]' does not match [0-9]{3}")
  }

  @Test("a pipeline's own sentences are used as they are")
  func ownSentences() {
    let facts = Facts(found: "24", message: "编制 24 与各类之和 7 不符 {found}", remedy: "请核对人员情况")
    let finding = Finding(
      "staff-total", severity: .warning, at: SourceLocation(file: "staff.csv"), facts: facts)
    #expect(Wording.message(finding) == "编制 24 与各类之和 7 不符 {found}")
    #expect(Wording.remedy(finding, .english) == "请核对人员情况")
  }

  @Test("a code that nobody listed still says what is known")
  func unlisted() {
    let finding = Finding("odd", at: SourceLocation(file: "a.csv"), facts: Facts(found: "1", expected: "2"))
    #expect(Wording.message(finding) == "odd 1 2")
    #expect(Wording.remedy(finding) == nil)
  }
}

import Figures
import Testing

@testable import Emit

@Suite struct NoticeRenderTests {
  private func row(_ title: String, _ now: String?, _ economics: [NoticeRecord] = []) -> NoticeRecord {
    NoticeRecord([
      "title": .text(title), "function": .text("201"), "position": .integer(1),
      "amount": .figure(NoticeFixture.money(now)), "economics": .list(economics),
    ])
  }

  @Test func lists() {
    let rows = [row("一般公共服务支出", "5137207.00"), row("卫生健康支出", "119777.00")]
    let template = """
      {{#functions}}
      {{^first()}}；{{/first()}}{{title}} {{wanyuan(amount)}} 万元
      {{/functions}}
      {{^functions}}
      无
      {{/functions}}
      """
    #expect(
      NoticeFixture.rendered(template, ["functions": .list(rows)])
        == "一般公共服务支出 513.72 万元\n；卫生健康支出 11.98 万元\n")
    #expect(NoticeFixture.rendered(template, ["functions": .list([])]) == "无\n")
  }

  @Test func nestedListsSeeWhatIsOutside() {
    let part = NoticeRecord(["economic": .text("301"), "part": .figure(NoticeFixture.money("10000.00"))])
    let template =
      "{{#functions}}{{title}}{{#economics}}（{{name}}{{title}}{{economic}}：{{wanyuan(part)}}）{{/economics}}{{/functions}}"
    #expect(
      NoticeFixture.rendered(
        template, ["name": .text("甲局"), "functions": .list([row("教育", "1.00", [part])])])
        == "教育（甲局教育301：1）")
  }

  @Test(arguments: [
    ("how many", "{{count(functions)}}", "2"),
    ("the first row", "{{#first(functions)}}{{title}}{{/first(functions)}}", "甲"),
    ("the last row", "{{#last(functions)}}{{title}}{{/last(functions)}}", "乙"),
    ("backwards", "{{#reversed(functions)}}{{title}}{{/reversed(functions)}}", "乙甲"),
    ("numbered", "{{#functions}}{{plusone(index())}}{{title}}{{/functions}}", "1甲2乙"),
    ("numbered in Chinese", "{{#functions}}{{chinese(position)}}{{/functions}}", "一一"),
  ])
  func listTransforms(_ why: String, template: String, expected: String) {
    let rows = [row("甲", nil), row("乙", nil)]
    #expect(NoticeFixture.rendered(template, ["functions": .list(rows)]) == expected, "\(why)")
  }

  @Test func valuesAreNotEscapedInTextsAlsoInPartialsAndSections() {
    let template = "{{name}}{{>part}}{{#name}}{{.}}{{/name}}{{{name}}}{{&name}}"
    #expect(
      NoticeFixture.rendered(template, partials: [("part", "<{{name}}>")], ["name": .text("A&B\"")])
        == "A&B\"<A&B\">A&B\"A&B\"A&B\"")
  }

  @Test func partialsInFolders() {
    #expect(
      NoticeFixture.rendered(
        "第一部分\n{{> parts/overview}}\n第二部分", partials: [("parts/overview", "{{name}}\n")],
        ["name": .text("甲局")]) == "第一部分\n甲局\n第二部分")
  }

  @Test(arguments: [
    (
      "NULL printed", "一\n{{reason}}",
      "notices/notice.mustache:2: 'reason' has nothing to print: the column is empty; put it in a section that "
        + "tests it"
    ),
    ("NULL in its section", "一{{#reason}}{{reason}}{{/reason}}{{^reason}}无{{/reason}}", "一无"),
    (
      "a figure without rows", "{{wanyuan(carried)}}",
      "notices/notice.mustache:1: 'wanyuan(carried)' has nothing to print: no rows make up the figure; put it in "
        + "a section that tests it"
    ),
    (
      "a figure without rows in its section",
      "{{#carried}}{{wanyuan(.)}}{{/carried}}{{^carried}}无{{/carried}}", "无"
    ),
    ("a figure without rows in a test", "{{#nonzero(carried)}}{{wanyuan(carried)}}{{/nonzero(carried)}}", ""),
    (
      "a change without a year before", "{{change(carried)}}",
      "notices/notice.mustache:1: 'change(carried)' has nothing to print: the year before is not there; put it "
        + "in a section that tests it"
    ),
    (
      "growth from nothing", "{{growth(income)}}",
      "notices/notice.mustache:1: 'growth(income)' has nothing to print: there is no growth to state; put it in "
        + "a section that tests it"
    ),
    (
      "NULL in a partial", "{{>part}}",
      "notices/part.mustache:3: 'reason' has nothing to print: the column is empty; put it in a section that "
        + "tests it"
    ),
    (
      "the first of no rows", "{{#first(functions)}}{{title}}{{/first(functions)}}无", "无"
    ),
    ("zero is something", "{{#is_department}}{{is_department}}{{/is_department}}", "0"),
    ("no is no", "{{#nonzero(is_department)}}部门{{/nonzero(is_department)}}", ""),
    (
      "what a value brings along is text, whatever it looks like", "\n{{name}}", "\n{{名称}}"
    ),
  ])
  func holes(_ why: String, template: String, expected: String) {
    let values: [String: NoticeValue] = [
      "reason": .missing(.null), "carried": .figure(NoticeFixture.money(nil, compared: false)),
      "income": .figure(NoticeFixture.money("100.00", before: "0.00")), "functions": .list([]),
      "is_department": .integer(0), "name": .text("{{名称}}"),
    ]
    #expect(
      NoticeFixture.rendered(template, partials: [("part", "\n\n{{reason}}")], values) == expected, "\(why)")
  }

  @Test func holesInChinese() {
    let error = EmitError.missing(.noRows, name: "wanyuan(fund)", file: "notices/a.mustache", line: 7)
    #expect(
      error.sentence(inEnglish: false) == "notices/a.mustache:7：“wanyuan(fund)”无值可印：没有构成该数的数据行，请放入先行判断的区段")
  }

  /// Long templates are rendered in parts, which must not show.
  @Test func longTemplates() {
    let paragraph = """
      （一）{{name}}　说明
        {{#functions}}
      {{title}}
        {{/functions}}
      {{^functions}}
        无
      {{/functions}}
      {{> part}}

      """
    let text = NoticeFixture.rendered(
      String(repeating: paragraph, count: 40), partials: [("part", "{{name}}；\n")],
      ["name": .text("甲"), "functions": .list([row("乙", nil), row("丙", nil)])])
    #expect(text == String(repeating: "（一）甲　说明\n乙\n丙\n甲；\n", count: 40))
  }

  @Test func spacesOfTheTemplateStay() {
    #expect(
      NoticeFixture.rendered(
        "  {{name}}\n\n\t（一）{{! 说明 }}\n{{#name}}\n  {{.}}\n{{/name}}\n", ["name": .text("甲")])
        == "  甲\n\n\t（一）\n  甲\n")
  }
}

import Testing

@testable import Emit

@Suite struct NoticeTemplateCheckTests {
  @Test(arguments: [
    ("good", "{{name}} {{period.year}} {{wanyuan(income)}} {{{tables}}}", []),
    ("a misspelt name", "\n\n{{incom}}", ["3: unknown value 'incom'; did you mean 'income'?"]),
    (
      "a misspelt transform", "{{wanyaun(income)}}",
      ["1: unknown transform 'wanyaun'; did you mean 'wanyuan'?"]
    ),
    ("a name inside nothing", "{{period.month}}", ["1: unknown value 'period.month'"]),
    (
      "a misspelt name inside a group", "{{period.yaer}}",
      ["1: unknown value 'period.yaer'; did you mean 'period.year'?"]
    ),
    ("a name inside a figure", "{{income.now}}", ["1: unknown value 'income.now'"]),
    (
      "a figure without a way to print it", "{{income}}",
      ["1: 'income' is a figure; say how it is printed, as in {{wanyuan(income)}}"]
    ),
    (
      "a list printed", "{{functions}}",
      ["1: 'functions' is a list; it needs a section {{#functions}}…{{/functions}}"]
    ),
    (
      "a test printed", "{{changed(income)}}",
      ["1: 'changed(income)' is true or false; it needs a section {{#changed(income)}}…{{/changed(income)}}"]
    ),
    ("a group printed", "{{period}}", ["1: 'period' is a group of values and cannot be printed"]),
    ("everything printed", "{{.}}", ["1: '.' is a group of values and cannot be printed"]),
    ("万元 of people", "{{wanyuan(staff)}}", ["1: 'wanyuan' does not go with 'staff', which is a count"]),
    ("growth of a share", "{{growth(share)}}", ["1: 'growth' does not go with 'share', which is a share"]),
    (
      "万元 of printed text", "{{wanyuan(trimmed(name))}}",
      ["1: 'wanyuan' does not go with 'trimmed(name)', which is text"]
    ),
    (
      "lines of a figure", "{{#lines(income)}}{{/lines(income)}}",
      ["1: 'lines' does not go with 'income', which is an amount"]
    ),
  ])
  func names(_ why: String, template: String, expected: [String]) {
    #expect(
      NoticeFixture.mistakes([("t", template)]) == expected.map { "notices/t.mustache:" + $0 }, "\(why)")
  }

  @Test(arguments: [
    ("inside a list", "{{#functions}}{{title}}{{name}}{{wanyuan(amount)}}{{/functions}}", []),
    ("a list's name outside of it", "{{title}}", ["1: unknown value 'title'"]),
    (
      "after the list", "{{#functions}}{{/functions}}\n{{wanyuan(amount)}}",
      ["2: unknown value 'amount'"]
    ),
    (
      "a misspelt name in an inner list",
      "{{#functions}}\n{{#economics}}\n{{titel}}{{/economics}}{{/functions}}",
      ["3: unknown value 'titel'; did you mean 'title'?"]
    ),
    (
      "only in this row", "{{#functions}}{{.title}}{{.name}}{{/functions}}",
      ["1: unknown value '.name'; did you mean 'name'?"]
    ),
    ("the value of the section", "{{#income}}{{wanyuan(.)}}{{/income}}{{#name}}{{.}}{{/name}}", []),
    (
      "in a row, the row", "{{#functions}}{{.}}{{/functions}}",
      ["1: '.' is a group of values and cannot be printed"]
    ),
    (
      "in the section of no rows", "{{^functions}}{{name}}{{title}}{{/functions}}",
      ["1: unknown value 'title'"]
    ),
    ("in the section of a row", "{{#first(functions)}}{{title}}{{/first(functions)}}", []),
    ("in the section of lines", "{{#lines(name)}}{{.}}{{name}}{{/lines(name)}}", []),
    (
      "an unknown list is reported once", "{{#function}}{{anything}}{{/function}}",
      ["1: unknown value 'function'; did you mean 'functions'?"]
    ),
    ("places in a list", "{{#functions}}{{index()}}{{^last()}}；{{/last()}}{{/functions}}", []),
    (
      "places in a test in a list",
      "{{#functions}}{{#changed(amount)}}{{^last()}}；{{/last()}}{{/changed(amount)}}{{/functions}}", []
    ),
    ("places outside", "{{index()}}", ["1: 'index()' goes only directly into a list's section"]),
    (
      "places in a section on a value",
      "{{#functions}}{{#title}}{{^last()}}；{{/last()}}{{/title}}{{/functions}}",
      ["1: 'last()' goes only directly into a list's section"]
    ),
    (
      "an unknown place", "{{#functions}}{{indx()}}{{/functions}}",
      ["1: unknown transform 'indx()'; did you mean 'index()'?"]
    ),
  ])
  func scopes(_ why: String, template: String, expected: [String]) {
    #expect(
      NoticeFixture.mistakes([("t", template)]) == expected.map { "notices/t.mustache:" + $0 }, "\(why)")
  }

  @Test(arguments: [
    ("no closing braces", "一\n{{name\n二", ["2: tag '{{name' has no closing }}"]),
    (
      "no closing braces before another tag", "{{name {{name}}",
      ["1: tag '{{name {{name}}' has no closing }}"]
    ),
    ("an empty tag", "{{}}", ["1: '{{}}' is not a tag"]),
    ("a Chinese name", "{{名称}}", ["1: '{{名称}}' is not a tag"]),
    ("too few brackets", "{{wanyuan(income}}", ["1: '{{wanyuan(income}}' is not a tag"]),
    (
      "too many transforms", "{{a(a(a(a(a(a(a(a(a(name)))))))))}}",
      ["1: '{{a(a(a(a(a(a(a(a(a(name)))))))))}}' is not a tag"]
    ),
    ("other delimiters", "{{=<% %>=}}", ["1: the delimiters cannot be changed: '{{=<% %>=}}'"]),
    (
      "a content type", "{{% CONTENT_TYPE: HTML}}",
      ["1: the content type cannot be set: '{{% CONTENT_TYPE: HTML}}'"]
    ),
    (
      "inheritance", "{{<base}}{{/base}}",
      [
        "1: templates cannot inherit: '{{<base}}'; use a partial, {{> name}}",
        "1: '{{/base}}' closes nothing",
      ]
    ),
    (
      "a section that is not closed", "\n{{#name}}", ["2: section 'name' is not closed; {{/name}} is missing"]
    ),
    ("a closing tag alone", "{{/name}}", ["1: '{{/name}}' closes nothing"]),
    (
      "crossed sections", "{{#income}}\n{{#name}}\n{{/income}}{{/name}}",
      [
        "3: '{{/income}}' must be {{/name}}: the section begins in line 2",
        "3: '{{/name}}' must be {{/income}}: the section begins in line 1",
      ]
    ),
    (
      "closed without the transform", "{{#changed(income)}}{{/income}}",
      ["1: '{{/income}}' must be {{/changed(income)}}: the section begins in line 1"]
    ),
    ("a comment may hold anything", "{{! {{ 说明 }}{{name}}", []),
    ("braces in text", "{ } }} {a}", []),
    ("a brace at the end", "{{name}} {", ["1: tag '{' has no closing }}"]),
  ])
  func tags(_ why: String, template: String, expected: [String]) {
    #expect(
      NoticeFixture.mistakes([("t", template)]) == expected.map { "notices/t.mustache:" + $0 }, "\(why)")
  }

  @Test func sectionsNestedTooDeeply() {
    let deep = String(repeating: "{{#name}}", count: 100) + String(repeating: "{{/name}}", count: 100)
    #expect(
      NoticeFixture.mistakes([("t", deep)])
        == ["notices/t.mustache:1: sections or partials are nested too deeply"])
  }

  @Test func partials() {
    #expect(
      NoticeFixture.mistakes([("a", "{{> glosary}}"), ("glossary", "")])
        == ["notices/a.mustache:1: unknown partial 'glosary'; did you mean 'glossary'?"])
    #expect(
      NoticeFixture.mistakes([("a", "\n{{>a}}")])
        == ["notices/a.mustache:2: a partial includes itself: a → a"])
    #expect(
      NoticeFixture.mistakes([("a", "{{>b}}"), ("b", "\n{{>c}}"), ("c", "\n\n{{>b}}")])
        == ["notices/c.mustache:3: a partial includes itself: b → c → b"])
    #expect(
      NoticeFixture.mistakes([("a", "{{#functions}}{{>row}}{{/functions}}{{>row}}"), ("row", "{{title}}")])
        == ["notices/row.mustache:1: unknown value 'title'"])
    #expect(
      NoticeFixture.mistakes([
        ("a", "{{#functions}}{{>row}}{{/functions}}"), ("row", "{{^last()}}；{{/last()}}"),
      ])
        == ["notices/row.mustache:1: 'last()' goes only directly into a list's section"])
    #expect(
      NoticeFixture.mistakes([("a", "{{>broken}}"), ("broken", "{{#x}}")])
        == ["notices/broken.mustache:1: section 'x' is not closed; {{/x}} is missing"])
  }

  /// Each of forty partials includes the next one twice: held against the data once each, not 2^40 times.
  @Test(.timeLimit(.minutes(1))) func partialsIncludedOften() {
    let chain = (0..<40).map { ("p\($0)", $0 == 39 ? "{{name}}" : "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") }
    #expect(NoticeFixture.mistakes(chain) == [])
  }

  @Test func inChinese() {
    #expect(
      NoticeFixture.mistakes([("t", "{{income}}\n{{incom}}\n{{#name}}")], english: false)
        == ["notices/t.mustache:3：区段“name”没有结束，缺少 {{/name}}"])
    #expect(
      NoticeFixture.mistakes([("t", "{{income}}\n{{incom}}")], english: false) == [
        "notices/t.mustache:1：“income”是数，须说明如何印出，例如 {{wanyuan(income)}}",
        "notices/t.mustache:2：未知的值“incom”，是否想写“income”？",
      ])
  }
}

import Figures
import Testing

@testable import Emit

/// The page of a notice: the text's lines as headings, paragraphs and tables.
@Suite struct PageTests {
  @Test(arguments: [
    (
      "the first line is the title, the others are paragraphs", "公告\n\n　　现公告如下：\n",
      "<h1>公告</h1>\n<p>现公告如下：</p>\n"
    ),
    (
      "一、 （一） are headings, one under the other; 1. and （1） look like any other line",
      "公告\n一、总则\n（一）收入\n1. 甲\n（1）乙",
      """
      <h1>公告</h1>
      <h2 class="level-1" id="s1">一、总则</h2>
      <h3 class="level-2" id="s2">（一）收入</h3>
      <p>1. 甲</p>
      <p>（1）乙</p>

      """
    ),
    (
      "where there are parts, these come first", "公告\n第一部分 概况\n十一、总则",
      """
      <h1>公告</h1>
      <h2 class="level-0" id="s1">第一部分 概况</h2>
      <h3 class="level-1" id="s2">十一、总则</h3>

      """
    ),
    (
      "what ends as a sentence is no heading, nor is a number",
      "公告\n（一）收入：指收入。\n3.5 万元\n一二三\n2024 年\n（略）",
      "<h1>公告</h1>\n<p>（一）收入：指收入。</p>\n<p>3.5 万元</p>\n<p>一二三</p>\n<p>2024 年</p>\n<p>（略）</p>\n"
    ),
    (
      "文号", "公告\n浔财字〔2024〕7号\n正文",
      "<h1>公告</h1>\n<p class=\"document-number\">浔财字〔2024〕7号</p>\n<p>正文</p>\n"
    ),
    (
      "who signs, and the date", "公告\n正文。\n\n某某局\n2024 年 7 月 15 日\n",
      "<h1>公告</h1>\n<p>正文。</p>\n<p class=\"signature\">某某局<br/>2024 年 7 月 15 日</p>\n"
    ),
    (
      "as the source of the procurement notice has it", "公告\n正文。\n部门(单位)名称：某某局\n日期：二〇二四年七月十五日",
      "<h1>公告</h1>\n<p>正文。</p>\n<p class=\"signature\">部门(单位)名称：某某局<br/>日期：二〇二四年七月十五日</p>\n"
    ),
    (
      "a date after a sentence signs nothing", "公告\n正文。\n2024 年 7 月 15 日",
      "<h1>公告</h1>\n<p>正文。</p>\n<p>2024 年 7 月 15 日</p>\n"
    ),
    (
      "目录 leads to the headings", "公告\n目 录\n\n一、甲\n（一）乙\n二、丙\n\n一、甲\n（一）乙",
      """
      <h1>公告</h1>
      <nav>
      <p class="contents-title">目 录</p>
      <ul>
      <li class="level-1"><a href="#s1">一、甲</a></li>
      <li class="level-2"><a href="#s2">（一）乙</a></li>
      <li class="level-1">二、丙</li>
      </ul>
      </nav>
      <h2 class="level-1" id="s1">一、甲</h2>
      <h3 class="level-2" id="s2">（一）乙</h3>

      """
    ),
    (
      "lines with tabs are a table, under the line over them", "公告\n明细\n序号\t项目\n1\t楼\n2\n完",
      """
      <h1>公告</h1>
      <section class="sheet">
      <table>
      <caption><span class="title">明细</span></caption>
      <thead>
      <tr><th scope="col">序号</th><th scope="col">项目</th></tr>
      </thead>
      <tbody>
      <tr><td class="number">1</td><td>楼</td></tr>
      </tbody>
      </table>
      </section>
      <p>2</p>
      <p>完</p>

      """
    ),
  ])
  func lines(_ why: String, text: String, expected: String) {
    #expect(NoticeFixture.page(text) == expected, "\(why)")
  }

  @Test("a user's lines are paragraphs, however they count themselves")
  func usersCount() {
    let text = "一、职责\n目录\n第一部分 自编\n1. 甲\n2024 年 7 月 15 日"
    let page = NoticeFixture.page(
      "公告\n{{#paragraphs(name)}}\n{{.}}\n{{/paragraphs(name)}}\n一、{{reason}}\n{{is_department}}、丙",
      ["name": .text(text), "reason": .text("乙"), "is_department": .text("二")])
    let paragraphs = text.split(separator: "\n").map { "<p>\($0)</p>\n" }.joined()
    #expect(
      page == "<h1>公告</h1>\n\(paragraphs)<h2 class=\"level-1\" id=\"s1\">一、乙</h2>\n"
        + "<h2 class=\"level-1\" id=\"s2\">二、丙</h2>\n")
  }

  // MARK: Text is text

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("{{income}} {{{name}}} {{/x}}", "{{income}} {{{name}}} {{/x}}"), ("{{", "{{"),
    ("A&B \"C\" 'D' &amp;", "A&amp;B &quot;C&quot; &#39;D&#39; &amp;amp;"),
    ("\u{0}\u{8}\u{7F}\u{85}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{E000}龦𬺓", "\u{E000}龦𬺓"),
    ("\u{FDCF}\u{FDF0}", "\u{FDCF}\u{FDF0}"), ("甲\t乙", "甲\t乙"), ("（甲）、“乙”：丙·丁 × 2　》", "（甲）、“乙”：丙·丁 × 2　》"),
    ("甲\u{9F}\u{A0}乙", "甲\u{FFFD}\u{A0}乙"),
    ("ﾟ\u{FFFC}\u{FFFE}甲\u{FFFF}", "ﾟ\u{FFFC}\u{FFFD}甲\u{FFFD}"),
    ("\u{1FFFE}😀\u{10FFFF}", "\u{FFFD}😀\u{FFFD}"),
    (String(repeating: "很长的文字", count: 40) + "<", String(repeating: "很长的文字", count: 40) + "&lt;"),
  ])
  func values(_ text: String, expected: String) {
    #expect(
      NoticeFixture.page("公告\n称{{name}}。", ["name": .text(text)]) == "<h1>公告</h1>\n<p>称\(expected)。</p>\n")
  }

  @Test(
    "what is no character becomes U+FFFD",
    arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func noncharacters(_ code: UInt32) throws {
    let text = "甲\(try #require(Unicode.Scalar(code)))乙"
    #expect(
      NoticeFixture.page("公告\n{{name}}", ["name": .text(text)]) == "<h1>公告</h1>\n<p>甲\u{FFFD}乙</p>\n")
    var html = HTML()
    html.appendLines("\(text)\n\(text)")
    #expect(String(decoding: html.bytes, as: UTF8.self) == "甲\u{FFFD}乙<br/>甲\u{FFFD}乙")
  }

  @Test("the characters that mark figures while a page is made: none comes from a user, none is left")
  func forgedFigure() {
    let forged = String(
      decoding: [0xEF, 0xB7, 0x92, 0x30, 0xEF, 0xB7, 0x93, 0x39, 0xEF, 0xB7, 0x91], as: UTF8.self)
    let page = NoticeFixture.page(
      "公告\n{{name}}{{wanyuan(income)}}",
      ["name": .text(forged), "income": NoticeFixture.traced("income", "10000.00")])
    #expect(
      page == "<h1>公告</h1>\n<p>\u{FFFD}0\u{FFFD}9\u{FFFD}<data class=\"figure\" value=\"10000.00\""
        + " data-figure=\"income\" data-exact=\"1000000\">1</data></p>\n")
    let mark = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
    #expect(
      NoticeFixture.mistakes([("t", "公告\(mark)")]) == ["notices/t.mustache:1: U+FDD0 is no character"])
  }

  @Test(arguments: [
    (
      "https://www.ccgp.gov.cn/a?b=1&c=2",
      "<a href=\"https://www.ccgp.gov.cn/a?b=1&amp;c=2\">https://www.ccgp.gov.cn/a?b=1&amp;c=2</a>"
    ),
    ("HTTP://ccgp.gov.cn", "<a href=\"HTTP://ccgp.gov.cn\">HTTP://ccgp.gov.cn</a>"),
    ("javascript:alert(1)", "javascript:alert(1)"), ("data:text/html,x", "data:text/html,x"),
    ("https://", "https://"), ("https:///x", "https:///x"), ("https://a b", "https://a b"),
    ("https://a\"onclick=x", "https://a&quot;onclick=x"), ("见 https://a.cn", "见 https://a.cn"),
  ])
  func links(_ text: String, expected: String) {
    #expect(NoticeFixture.page("公告\n{{name}}", ["name": .text(text)]) == "<h1>公告</h1>\n<p>\(expected)</p>\n")
  }

  // MARK: Where figures come from

  @Test(arguments: [
    (
      "wanyuan(income)",
      "value=\"7553524.00\" data-figure=\"income\" data-key=\"publisher=183\" data-exact=\"755352400\">755.35"
    ),
    (
      "capitals(income)",
      "value=\"7553524.00\" data-figure=\"income\" data-key=\"publisher=183\" data-exact=\"755352400\">柒佰伍拾伍万叁仟伍佰贰拾肆元整"
    ),
    (
      "wanyuan(before(income))",
      "value=\"7423400.00\" data-figure=\"income.before\" data-key=\"publisher=183\" data-exact=\"742340000\">742.34"
    ),
    (
      "change(income)",
      "value=\"130124.00\" data-figure=\"income.change\" data-key=\"publisher=183\" data-exact=\"13012400\">增加 13.01 万元"
    ),
    (
      "wanyuan(difference(income))",
      "value=\"130124.00\" data-figure=\"income.change\" data-key=\"publisher=183\" data-exact=\"13012400\">13.01"
    ),
    (
      "growth(income)",
      "value=\"1.75\" data-figure=\"income.growth\" data-key=\"publisher=183\" data-exact=\"13012400/742340000\">增长 1.75%"
    ),
    (
      "yuan(orzero(carried))",
      "value=\"0.00\" data-figure=\"carried\" data-key=\"fund=&lt;a&gt;|b\" data-exact=\"0\">0"
    ),
  ])
  func figures(_ expression: String, expected: String) {
    let page = NoticeFixture.page(
      "公告\n{{\(expression)}}",
      [
        "income": NoticeFixture.traced("income[publisher=183]", "7553524.00", before: "7423400.00"),
        "carried": NoticeFixture.traced("carried[fund=<a>|b]", nil),
      ])
    #expect(page == "<h1>公告</h1>\n<p><data class=\"figure\" \(expected)</data></p>\n")
  }

  @Test("the text does not know of it")
  func textIsTheSame() {
    let values = ["income": NoticeFixture.traced("income", "7553524.00"), "name": NoticeValue.text("{{甲}}")]
    #expect(NoticeFixture.rendered("{{name}}{{wanyuan(income)}} 万元", values) == "{{甲}}755.35 万元")
  }

  @Test("a hole stops a page as it stops a text")
  func holes() {
    #expect(
      NoticeFixture.page("公告\n{{reason}}", ["reason": .missing(.null)])
        == "notices/notice.mustache:2: 'reason' has nothing to print: the column is empty; put it in a section that "
        + "tests it")
  }
}

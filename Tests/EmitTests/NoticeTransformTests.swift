import Figures
import Testing

@testable import Emit

@Suite struct NoticeTransformTests {
  @Test(arguments: [
    ("万元, trailing zeros dropped", "wanyuan(income)", "611000.00", "61.1"),
    ("万元 without decimals", "wanyuan(income)", "1000000.00", "100"),
    ("万元, half a cent away from zero", "wanyuan(income)", "50.00", "0.01"),
    ("万元 of zero", "wanyuan(income)", "0.00", "0"),
    ("万元 below zero", "wanyuan(income)", "-869876.00", "-86.99"),
    ("元", "yuan(income)", "7553524.50", "7553524.5"),
    ("亿元", "yiyuan(income)", "7553524.00", "0.08"),
    ("万元 with every decimal", "exact(income)", "3238344.00", "323.8344"),
    ("万元 down to the fen", "exact(income)", "3238344.01", "323.834401"),
    ("大写", "capitals(income)", "7553524.50", "柒佰伍拾伍万叁仟伍佰贰拾肆元伍角整"),
  ])
  func prints(_ why: String, expression: String, now: String, expected: String) {
    let income = NoticeValue.figure(NoticeFixture.money(now))
    #expect(NoticeFixture.rendered("{{\(expression)}}", ["income": income]) == expected, "\(why)")
  }

  @Test(
    arguments: [
      ("more", "change(income)", "7553524.00", "7423400.00", "增加 13.01 万元"),
      ("less", "change(income)", "6553524.00", "7423400.00", "减少 86.99 万元"),
      ("the same", "change(income)", "100.00", "100.00", "与上年持平"),
      ("so little that two decimals say 0", "change(income)", "134.00", "100.00", "增加 0.003 万元"),
      ("nothing this year", "change(income)", nil, "53600.00", "减少 5.36 万元"),
      ("nothing last year", "change(income)", "1000000.00", nil, "增加 100 万元"),
      ("its size", "absolute(income)", "6553524.00", "7423400.00", "86.99"),
      ("growth", "growth(income)", "257500.00", "83000.00", "增长 210.24%"),
      ("a fall", "growth(income)", "6553524.00", "7423400.00", "下降 11.72%"),
      ("growth that two decimals say is 0", "growth(income)", "10000001.00", "10000000.00", "增长 0.00001%"),
      ("the year before", "wanyuan(before(income))", "1.00", "7423400.00", "742.34"),
      ("the year before without rows is zero", "wanyuan(before(income))", "1.00", nil, "0"),
      ("the difference as a figure", "yuan(difference(income))", "1.00", "3.50", "-2.5"),
      ("no rows counted as zero", "wanyuan(orzero(income))", nil, "3.50", "0"),
    ] as [(String, String, String?, String?, String)])
  func compares(_ why: String, expression: String, now: String?, before: String?, expected: String) {
    let income = NoticeValue.figure(NoticeFixture.money(now, before: before))
    #expect(NoticeFixture.rendered("{{\(expression)}}", ["income": income]) == expected, "\(why)")
  }

  @Test func countsAndShares() {
    let staff = FigureValue(
      measure: .count, now: Fixed(units: 24, decimals: 0), before: Fixed(units: 21, decimals: 0),
      isCompared: true)
    let share = FigureValue(
      measure: .percent, now: Fixed(units: 7450, decimals: 2), before: Fixed(units: 7300, decimals: 2),
      isCompared: true)
    let template =
      "{{count(staff)}}人，{{change(staff)}}人，{{growth(staff)}}；{{percent(share)}}，{{change(share)}}"
    #expect(
      NoticeFixture.rendered(template, ["staff": .figure(staff), "share": .figure(share)])
        == "24人，增加 3人，增长 14.29%；74.5%，增加 1.5 个百分点")
  }

  @Test(
    arguments: [
      ("more", "100.00", "50.00", true, "compared changed nonzero positive grown "),
      ("less", "50.00", "100.00", true, "compared changed nonzero positive grown "),
      ("the same", "50.00", "50.00", true, "compared unchanged nonzero positive "),
      ("zero in both years", "0.00", "0.00", true, "compared unchanged "),
      ("new", "50.00", nil, true, "compared changed nonzero positive "),
      ("from below zero no growth can be told", "50.00", "-1.00", true, "compared changed nonzero positive "),
      ("gone", nil, "50.00", true, "compared changed grown empty "),
      ("below zero", "-1.00", "-1.00", true, "compared unchanged nonzero "),
      ("no year before", "50.00", nil, false, "nonzero positive "),
      ("nothing at all", nil, nil, false, "empty "),
    ] as [(String, String?, String?, Bool, String)])
  func tests(_ why: String, now: String?, before: String?, compared: Bool, expected: String) {
    let income = NoticeValue.figure(NoticeFixture.money(now, before: before, compared: compared))
    let names = ["compared", "changed", "unchanged", "nonzero", "positive", "grown", "empty"]
    let template = names.map { "{{#\($0)(income)}}\($0) {{/\($0)(income)}}" }.joined()
    #expect(NoticeFixture.rendered(template, ["income": income]) == expected, "\(why)")
  }

  @Test(arguments: [
    ("spaces on both sides", "{{trimmed(name)}}|", "　 区政务局\t\r\n", "区政务局|"),
    ("a space before a number", "{{spaced(name)}}100 万元", "其他收入", "其他收入 100 万元"),
    (
      "none after a bracket, which is as wide as a character", "{{spaced(name)}}100 万元", "上年结转（结余）",
      "上年结转（结余）100 万元"
    ),
    ("a half-width bracket brings no room", "{{spaced(name)}}100 万元", "上年结转(结余) ", "上年结转(结余) 100 万元"),
    ("lines", "{{#lines(name)}}[{{.}}]{{/lines(name)}}", "一、 甲\r\n\r\n二\n", "[一、 甲][][二]"),
    ("paragraphs", "{{#paragraphs(name)}}[{{.}}]{{/paragraphs(name)}}", "　　一\n\n　　二 \n", "[一][二]"),
    (
      "between paragraphs", "{{#paragraphs(name)}}{{.}}{{^last()}}；{{/last()}}{{/paragraphs(name)}}", "甲\n乙",
      "甲；乙"
    ),
    ("blank text is empty", "{{#empty(name)}}无{{/empty(name)}}{{#name}}有{{/name}}", "　", "无有"),
  ])
  func texts(_ why: String, template: String, text: String, expected: String) {
    #expect(NoticeFixture.rendered(template, ["name": .text(text)]) == expected, "\(why)")
  }

  @Test(arguments: [
    (0, "零"), (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (101, "一百零一"),
    (110, "一百一十"), (1005, "一千零五"), (10000, "10000"), (-1, "-1"),
  ])
  func chineseNumbers(_ number: Int64, expected: String) {
    #expect(NoticeFixture.rendered("{{chinese(name)}}", ["name": .integer(number)]) == expected)
  }

  @Test func amountsBeyondReachAreNoTrap() {
    let income = FigureValue(
      measure: .money, now: Fixed(units: .max, decimals: 2), before: Fixed(units: .min, decimals: 2),
      isCompared: true)
    #expect(
      NoticeFixture.rendered("{{change(income)}}", ["income": .figure(income)])
        == "notices/notice.mustache:1: 'change(income)' has nothing to print: the number is beyond what can be "
        + "computed; put it in a section that tests it")
  }
}

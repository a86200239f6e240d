import Figures
import Testing

@testable import Ingest

@Suite("Constraints on cells")
struct ConstraintTests {
  private func sentences(_ field: String, _ cells: [String]) throws -> [String] {
    let sample = Sample("- {name: x, \(field)}\n- {name: y}")
    let text = "x,y\n" + cells.map { "\"\($0)\",1\n" }.joined()
    return try sample.read(text).sentences.map { $0.replacing("sample.csv, row ", with: "") }
  }

  @Test(arguments: [
    ("required", "constraints: {required: true}", ["a", ""], ["3, column 'x': 'x' must not be empty"]),
    (
      "a dash where an amount is required",
      "type: number, \"gongshi:unit\": 元, constraints: {required: true}", ["—", "0"],
      ["2, column 'x': 'x' must not be empty"]
    ),
    (
      "pattern: the whole cell", "constraints: {pattern: \"[0-9]{3}\"}", ["201", "2010", "a201", ""],
      [
        "3, column 'x': '2010' in 'x' does not match [0-9]{3}",
        "4, column 'x': 'a201' in 'x' does not match [0-9]{3}",
      ]
    ),
    (
      "a pattern in words", "\"gongshi:form\": 3 位数字, constraints: {pattern: \"[0-9]{3}\"}", ["2010"],
      ["2, column 'x': '2010' in 'x' does not match 3 位数字"]
    ),
    ("pattern: alternatives", "constraints: {pattern: \"a|ab\"}", ["a", "ab"], []),
    ("pattern: characters, not bytes", "constraints: {pattern: \"..\"}", ["中文"], []),
    (
      "enum", "constraints: {enum: [行政, 参公]}", ["行政", "参公 ", "参"],
      ["4, column 'x': '参' in 'x' is none of: 行政、参公"]
    ),
    (
      "enum of numbers, by value", "type: number, \"gongshi:decimals\": 1, constraints: {enum: [1, 2.5]}",
      ["1.0", "2"],
      ["3, column 'x': '2' in 'x' is none of: 1、2.5"]
    ),
    (
      "enum of dates, by value", "type: date, format: any, constraints: {enum: [\"2025-01-05\"]}",
      ["2025/1/5", "2025/1/6"],
      ["3, column 'x': '2025/1/6' in 'x' is none of: 2025-01-05"]
    ),
    (
      "categories are an enum", "categories: [{value: a, label: A}, {value: b}]", ["b", "c"],
      ["3, column 'x': 'c' in 'x' is none of: a、b"]
    ),
    (
      "minimum and maximum", "type: number, \"gongshi:unit\": 元, constraints: {minimum: 0, maximum: 100}",
      ["-0.01", "0", "100", "100.01"],
      ["2, column 'x': 'x' must be ≥ 0, but is '-0.01'", "5, column 'x': 'x' must be ≤ 100, but is '100.01'"]
    ),
    (
      "exclusive limits", "type: integer, constraints: {exclusiveMinimum: 0, exclusiveMaximum: 3}",
      ["0", "1", "3"],
      ["2, column 'x': 'x' must be > 0, but is '0'", "4, column 'x': 'x' must be < 3, but is '3'"]
    ),
    (
      "limits of dates",
      "type: date, constraints: {minimum: \"2025-01-01\", exclusiveMaximum: \"2026-01-01\"}",
      ["2024-12-31", "2025-01-01", "2026-01-01"],
      [
        "2, column 'x': 'x' must be ≥ 2025-01-01, but is '2024-12-31'",
        "4, column 'x': 'x' must be < 2026-01-01, but is '2026-01-01'",
      ]
    ),
    (
      "limits of times, which are compared as points in time",
      "type: datetime, constraints: {minimum: \"2025-01-31T08:00:00+08:00\", exclusiveMaximum: \"2025-02-01T00:00:00+08:00\"}",
      [
        "2025-01-31T00:00:00Z", "2025-01-30T23:59:59.9Z", "2025-01-31T16:00:00Z", "2025/1/31 8:00",
        "2025-01-31T08:00:00.000",
      ],
      [
        "3, column 'x': 'x' must be ≥ 2025-01-31T08:00:00+08:00, but is '2025-01-30T23:59:59.9Z'",
        "4, column 'x': 'x' must be < 2025-02-01T00:00:00+08:00, but is '2025-01-31T16:00:00Z'",
      ]
    ),
    (
      "limits of times with fractions",
      "type: time, constraints: {minimum: \"08:30:00Z\", maximum: \"09:00:00.5Z\"}",
      ["08:30:00.5Z", "9:00:00.50Z", "09:00:00.51Z"],
      ["4, column 'x': 'x' must be ≤ 09:00:00.5Z, but is '09:00:00.51Z'"]
    ),
    (
      "enum of times, by value", "type: time, constraints: {enum: [\"08:30:00+08:00\"]}",
      ["00:30Z", "8:30:00.0+08:00", "08:30Z"],
      ["4, column 'x': '08:30Z' in 'x' is none of: 08:30:00+08:00"]
    ),
    (
      "length in characters", "constraints: {minLength: 2, maxLength: 3}", ["中", "中文", "中文字𠮷"],
      [
        "2, column 'x': 'x' must have at least 2 characters, but has 1",
        "4, column 'x': 'x' may have at most 3 characters, but has 4",
      ]
    ),
    (
      "length of a list in items", "type: list, constraints: {maxLength: 2}", ["a,b", "a,b,c"],
      ["3, column 'x': 'x' may have at most 2 characters, but has 3"]
    ),
    (
      "length in bytes of GB 18030", "\"gongshi:maxLengthInBytes\": 5, \"gongshi:bytesEncoding\": GB18030",
      ["中文a", "中文字", "ß", "ßß"],
      [
        "3, column 'x': 'x' may have at most 5 bytes in GB18030, but has 6",
        "5, column 'x': 'x' may have at most 5 bytes in GB18030, but has 8",
      ]
    ),
    (
      "unique", "constraints: {unique: true}", ["a", "b", "a", "", ""],
      ["4, column 'x': 'a' in 'x' is already used in row 2"]
    ),
    (
      "several constraints at once", "constraints: {pattern: \"[a-z]+\", maxLength: 1}", ["A1"],
      [
        "2, column 'x': 'A1' in 'x' does not match [a-z]+",
        "2, column 'x': 'x' may have at most 1 characters, but has 2",
      ]
    ),
    (
      "a wrong type is no further concern", "type: integer, constraints: {minimum: 5}", ["x"],
      ["2, column 'x': 'x' must be a whole number, but is 'x'"]
    ),
    (
      "text that a spreadsheet took for a number", "constraints: {pattern: \"[0-9]{18}\"}", ["1.10105E+17"],
      ["2, column 'x': a spreadsheet took '1.10105E+17' in 'x' for a number; its last digits are lost"]
    ),
  ])
  func reports(_ why: String, field: String, cells: [String], expected: [String]) throws {
    #expect(try sentences(field, cells) == expected)
  }

  @Test(
    "a pattern that explodes is a finding, and soon", arguments: ["(a+)+$", "(a|aa)+", "(.*)*x", "(a*)*b"])
  func explodes(_ pattern: String) throws {
    let clock = ContinuousClock()
    let text = String(repeating: "a", count: 5000) + "!"
    var found: [String] = []
    let time = try clock.measure {
      found = try sentences("constraints: {pattern: \"\(pattern)\"}", [text, text, text])
    }
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.contains("too many steps") || $0.contains("does not match") })
    #expect(time < .seconds(5))
  }

  @Test("long cells are quoted by their first sixty characters, on one line")
  func excerpt() throws {
    let long = String(repeating: "字", count: 100)
    #expect(
      try sentences("type: integer", [long, "a\nb"]) == [
        "2, column 'x': 'x' must be a whole number, but is '\(String(repeating: "字", count: 60))…'",
        "3, column 'x': 'x' must be a whole number, but is 'a⏎b'",
      ])
  }
}

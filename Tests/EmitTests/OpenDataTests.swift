import Figures
import Foundation
import TestSupport
import Testing

@testable import Emit

@Suite struct OpenDataTests {
  static let table = OpenDataTable(
    name: "expenditure-by-function", title: "部门支出总表",
    fields: [
      .init(name: "publisher", title: "单位编码", type: .string, isRequired: true),
      .init(name: "name", title: "科目名称", type: .string),
      .init(name: "amount", title: "合计", type: .number, unit: "元"),
      .init(name: "people", title: "人数", type: .integer, unit: "人"),
    ], primaryKey: ["publisher"])

  private func written(_ rows: [[OpenDataCell]], table: OpenDataTable = Self.table) throws -> (String, Int) {
    try ReportFixture.withFolder { folder in
      let path = folder + "/a.csv"
      var writer = try OpenDataWriter(table, to: path)
      for row in rows {
        for cell in row { writer.append(cell) }
        try writer.endRow()
      }
      let bytes = try writer.finish()
      let data = try Data(contentsOf: URL(filePath: path))
      #expect(data.count == bytes)
      return (String(decoding: data, as: UTF8.self), bytes)
    }
  }

  @Test func valuesStandAsTheyAre() throws {
    let (text, _) = try written([
      [.text("0183"), .text("=1+1, \"甲\""), .number(Fixed(units: -8_698_760_00, decimals: 2)), .integer(24)],
      [.text("184"), .missing, .number(Fixed(units: 5, decimals: 2)), .missing],
      [.text("185"), .text(""), .missing, .integer(0)],
    ])
    #expect(
      text == """
        publisher,name,amount,people
        0183,"=1+1, ""甲""\",-8698760.00,24
        184,,0.05,
        185,"",,0

        """)
  }

  @Test(arguments: [
    ("a long text without", "面向中小企业预留项目执行情况公告", "面向中小企业预留项目执行情况公告"),
    (
      "spaces and what else is smaller than -", "a b (c) 'd' $e% & f*g +h! #i", "a b (c) 'd' $e% & f*g +h! #i"
    ),
    ("a comma at the end of eight bytes", "1234567,", "\"1234567,\""),
    ("a comma after them", "12345678,", "\"12345678,\""),
    ("a comma in seven bytes", "12,4567", "\"12,4567\""),
    ("a space in them, and a comma in the last eight", "1 34567890,2", "\"1 34567890,2\""),
    ("a space in the last eight", "123456789 12", "123456789 12"),
    ("a comma first", ",1234567890", "\",1234567890\""),
    ("a line end far in", "采购包一采购包二\n三", "\"采购包一采购包二\n三\""),
    ("a return", "12345678 \r", "\"12345678 \r\""), ("quotes", "“甲”\"乙\"", "\"“甲”\"\"乙\"\"\""),
  ])
  func whatNeedsQuotes(_ why: String, text: String, expected: String) {
    #expect(CSVLine.bytes([text], end: .lf) == Array((expected + "\n").utf8), "\(why)")
  }

  @Test("each quarter of the alphabet in every place of a text")
  func quotesAnywhere() {
    for byte in UInt8(0)..<128 {
      for place in 0..<20 {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: 20)
        text[place] = byte
        let line = CSVLine.bytes([String(decoding: text, as: UTF8.self)], end: .lf)
        let isQuoted = [34, 44, 10, 13].contains(byte)
        #expect((line.first == UInt8(ascii: "\"") && line.count > 22) == isQuoted)
      }
    }
  }

  @Test func aLongTableIsWrittenInPieces() throws {
    let row: [OpenDataCell] = [.text("183"), .text("一般公共服务支出"), .missing, .missing]
    let (text, bytes) = try written(Array(repeating: row, count: 10_000))
    #expect(bytes > 300_000)
    #expect(text.split(separator: "\n").count == 10_001)
  }

  @Test func aRowWithoutAnyValueIsNone() throws {
    let table = OpenDataTable(name: "a", title: "甲", fields: [.init(name: "n", title: "名称", type: .string)])
    for cell in [OpenDataCell.missing, .text("")] {
      #expect(throws: EmitError.unfitRow(table: "a", row: 2)) { try written([[cell]], table: table) }
    }
  }

  @Test(arguments: [
    ("too few cells", [OpenDataCell.text("183")]),
    ("text for a number", [.text("183"), .missing, .text("1"), .missing]),
    (
      "decimals for a whole number",
      [.text("183"), .missing, .missing, .number(Fixed(units: 1, decimals: 1))]
    ),
    ("nothing where there must be something", [.missing, .missing, .missing, .missing]),
  ])
  func rowsFitTheirFields(_ why: String, row: [OpenDataCell]) {
    #expect(throws: EmitError.unfitRow(table: "expenditure-by-function", row: 2), "\(why)") {
      try written([row])
    }
  }

  @Test func theDescriptor() throws {
    let package = OpenDataPackage(
      name: "department-budget-2025", title: "2025年部门预算公开 \"数据\"",
      resources: [.init(table: Self.table, bytes: 123, sha256: String(repeating: "0a", count: 32))])
    let json = String(decoding: package.json(), as: UTF8.self)
    #expect(
      json == """
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "department-budget-2025",
          "title": "2025年部门预算公开 \\"数据\\"",
          "resources": [
            {
              "name": "expenditure-by-function",
              "type": "table",
              "title": "部门支出总表",
              "path": "expenditure-by-function.csv",
              "format": "csv",
              "mediatype": "text/csv",
              "encoding": "utf-8",
              "bytes": 123,
              "hash": "sha256:\(String(repeating: "0a", count: 32))",
              "schema": {
                "fields": [
                  {
                    "name": "publisher",
                    "title": "单位编码",
                    "type": "string",
                    "constraints": {
                      "required": true
                    }
                  },
                  {
                    "name": "name",
                    "title": "科目名称",
                    "type": "string"
                  },
                  {
                    "name": "amount",
                    "title": "合计",
                    "type": "number",
                    "gongshi:unit": "元"
                  },
                  {
                    "name": "people",
                    "title": "人数",
                    "type": "integer",
                    "gongshi:unit": "人"
                  }
                ],
                "primaryKey": [
                  "publisher"
                ]
              }
            }
          ]
        }

        """)
    #expect(try JSONSerialization.jsonObject(with: Data(package.json())) is [String: Any])
  }

  @Test(arguments: [
    ("plain", "甲", #""甲""#), ("quotes", #"a"b\c"#, #""a\"b\\c""#), ("lines", "a\n\r\tb", #""a\n\r\tb""#),
    ("control characters", "\u{1}\u{b}\u{1f}", "\"\u{FFFD}\u{FFFD}\u{FFFD}\""), ("nothing", "", #""""#),
  ])
  func jsonTexts(_ why: String, text: String, expected: String) {
    #expect(String(decoding: OrderedJSON.string(text).bytes, as: UTF8.self) == expected + "\n", "\(why)")
  }

  @Test(arguments: [
    ("expenditure-by-function", true), ("a_1.b", true), ("", false), ("Tables", false), ("支出", false),
    ("a b", false), ("../a", false), (".a", false),
  ])
  func names(_ name: String, isUsable: Bool) {
    #expect(OpenDataTable.isUsable(name: name) == isUsable)
  }
}

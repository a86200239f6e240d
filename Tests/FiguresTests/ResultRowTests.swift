import Figures
import Testing

@Suite struct ResultRowTests {
  @Test func everyColumnIsFoundByItsName() {
    // Names of one length with the same first and last letters, and long ones.
    let columns = (0..<300).map { "amount_\($0 % 10)_of_the_unit_\($0 / 10)_" } + ["单位", "", "a", "unit"]
    let row = ResultRow(columns: columns, values: columns.indices.map { .integer(Int64($0)) })
    for (place, column) in columns.enumerated() {
      #expect(row[column] == .integer(Int64(place)))
      #expect(row.head.place(of: column) == place)
    }
    for column in ["amount", "units", "单", "b", "amount_1_of_the_unit_30_"] { #expect(row[column] == nil) }
  }

  @Test func ofTwoColumnsWithOneNameTheFirstIsMeant() {
    let row = ResultRow(columns: ["name", "code", "name"], values: [.text("甲"), .text("1"), .text("乙")])
    #expect(row["name"] == .text("甲"))
    #expect(row.values.count == 3)
  }

  @Test("é is one character, whether it is written as one or as e with an accent")
  func namesThatAreTheSameToAReader() {
    let row = ResultRow(columns: ["id", "caf\u{E9}"], values: [.integer(1), .text("甲")])
    #expect(row["cafe\u{301}"] == .text("甲"))
    #expect(ResultRow(columns: ["cafe\u{301}"], values: [.null])["caf\u{E9}"] == .null)
  }

  @Test func aRowWithoutColumns() {
    let row = ResultRow(columns: [], values: [])
    #expect(row["unit"] == nil)
    #expect(row.values.isEmpty)
  }

  @Test("a list's number stands before the row's own columns, in place of one of the same name")
  func numberedRows() {
    let row = ResultRow(columns: ["unit", "position"], values: [.text("901"), .text("上")])
    let numbered = ResultRow(ResultHead(["position"] + row.columns), number: 7, row)
    #expect(numbered.columns == ["position", "unit", "position"])
    #expect(numbered.values == [.integer(7), .text("901"), .text("上")])
    #expect(numbered["position"] == .integer(7))
    #expect(numbered["unit"] == .text("901"))
    #expect(numbered[place: 2] == .text("上"))
    #expect(row["position"] == .text("上"))
  }
}

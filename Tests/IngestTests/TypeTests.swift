import Figures
import Testing

@testable import Ingest

@Suite("Types of cells")
struct TypeTests {
  /// Reads one cell of a field, and gives what is kept of it or the sentence that is said.
  private func cell(_ field: String, _ text: String) throws -> String {
    let sample = Sample("- {name: x, \(field)}\n- {name: y, type: string}")
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    let reading = try sample.read("x,y\n\(quoted),1\n")
    if let sentence = reading.sentences.first {
      let place = "sample.csv, row 2, column 'x': "
      #expect(sentence.hasPrefix(place))
      return String(sentence.dropFirst(place.count))
    }
    return reading.rows.first.map { String($0.dropFirst(3).dropLast(4)) } ?? "no row"
  }

  @Test(arguments: [
    ("yuan to fen", "1234.5", "123450"), ("a thousand's comma", "1,234.50", "123450"),
    ("a currency sign", "￥12", "1200"),
    ("full-width digits", "１２．５", "1250"), ("negative", "-12.3", "-1230"),
    ("negative in brackets", "(12.3)", "-1230"),
    ("a dash is empty, not zero", "—", "∅"), ("nothing is empty", "", "∅"),
    ("its own unit", "1.2万元", "1200000"),
    ("zeros past the fen", "12.340000", "1234"),
    (
      "digits below the fen", "12.345",
      "'x' must be an amount (元, at most 2 decimals); '12.345' has too many decimals"
    ),
    ("two points", "1.2.3", "'x' must be an amount (元, at most 2 decimals), but is '1.2.3'"),
    ("in words", "十二", "'x' must be an amount (元, at most 2 decimals), but is '十二'"),
    ("odd grouping", "1,23", "'x' must be an amount (元, at most 2 decimals), but is '1,23'"),
    ("the most", "92233720368547758.07", "9223372036854775807"),
    ("more", "92233720368547758.08", "'92233720368547758.08' in 'x' is beyond what can be counted exactly"),
    (
      "a spreadsheet's short form", "1.2E+17",
      "a spreadsheet took '1.2E+17' in 'x' for a number; its last digits are lost"
    ),
  ])
  func yuan(_ why: String, text: String, expected: String) throws {
    #expect(try cell("type: number, \"gongshi:unit\": 元", text) == expected)
  }

  @Test(arguments: [
    ("type: number, \"gongshi:unit\": 万元", "323.8344", "323834400"),
    (
      "type: number, \"gongshi:unit\": 万元", "0.0000001",
      "'x' must be an amount (万元, at most 6 decimals); '0.0000001' has too many decimals"
    ),
    ("type: number, \"gongshi:unit\": 万元, \"gongshi:decimals\": 2", "323.83", "323830000"),
    (
      "type: number, \"gongshi:unit\": 万元, \"gongshi:decimals\": 2", "323.834",
      "'x' must be an amount (万元, at most 2 decimals); '323.834' has too many decimals"
    ),
    ("type: number, \"gongshi:unit\": \"%\"", "12.5", "1250"),
    ("type: number, \"gongshi:unit\": \"%\"", "12.5%", "1250"),
    ("type: number, \"gongshi:decimals\": 3", "1.5", "1500"),
    ("type: number, \"gongshi:unit\": 平方米, \"gongshi:decimals\": 0", "12 平方米", "12"),
    (
      "type: number, \"gongshi:unit\": 平方米, \"gongshi:decimals\": 0", "12 人",
      "'x' must be a number (平方米, no decimals), but is '12 人'"
    ),
    ("type: number, \"gongshi:decimals\": 2, decimalChar: \",\", groupChar: \".\"", "1.234,5", "123450"),
    (
      "type: number, \"gongshi:decimals\": 2, decimalChar: \",\"", "1.5",
      "'x' must be a number (at most 2 decimals), but is '1.5'"
    ),
    ("type: number, \"gongshi:decimals\": 2, groupChar: \" \"", "1 234.5", "123450"),
    ("type: number, \"gongshi:decimals\": 0, bareNumber: false", "约24人", "24"),
  ])
  func number(_ field: String, text: String, expected: String) throws {
    #expect(try cell(field, text) == expected)
  }

  @Test(arguments: [
    ("integer", "24", "24"), ("integer", "1,024", "1024"), ("integer", "-3", "-3"), ("integer", "2.0", "2"),
    ("integer", "2.5", "'x' must be a whole number, but is '2.5'"),
    ("integer", "9223372036854775808", "'9223372036854775808' in 'x' is beyond what can be counted exactly"),
    ("boolean", "true", "1"), ("boolean", "0", "0"), ("boolean", "是", "1"), ("boolean", "有", "1"),
    ("boolean", "否", "0"),
    ("boolean", "无", "0"),
    ("boolean", "对", "'x' must be yes (是、有、true、1) or no (否、无、false、0), but is '对'"),
    ("boolean, trueValues: [Y, y], falseValues: [N]", "是", "'x' must be yes (Y) or no (N), but is '是'"),
    ("boolean, trueValues: [是], falseValues: [否]", "是", "1"),
    ("boolean, trueValues: [是], falseValues: [否]", "否", "0"),
    ("date", "2024-02-29", "2024-02-29"),
    ("date", "2025-02-29", "'x' must be a date (such as 2025-01-31), but is '2025-02-29'"),
    ("date", "2025-1-5", "2025-01-05"), ("date", "2025/3/5", "2025-03-05"),
    ("date", "2025/03/05", "2025-03-05"),
    ("date", "2025年3月5日", "2025-03-05"), ("date", "2024-08-23T00:00:00", "2024-08-23"),
    ("date", "2024/8/23 0:00", "2024-08-23"), ("date", "2024/8/23  0:00:00", "2024-08-23"),
    ("date", "2024-08-23T00:00:00.000+08:00", "2024-08-23"),
    ("date", "2024/8/23 8:30", "'x' must be a date (such as 2025-01-31), but is '2024/8/23 8:30'"),
    ("date", "2025/2/30", "'x' must be a date (such as 2025-01-31), but is '2025/2/30'"),
    ("date", "2025.3.5", "'x' must be a date (such as 2025-01-31), but is '2025.3.5'"),
    ("date", "20250305", "'x' must be a date (such as 2025-01-31), but is '20250305'"),
    ("date", "3/5/2025", "'x' must be a date (such as 2025-01-31), but is '3/5/2025'"),
    ("date", "25/3/5", "'x' must be a date (such as 2025-01-31), but is '25/3/5'"),
    ("date", "45527", "'x' must be a date (such as 2025-01-31), but is '45527'"),
    ("date, format: any", "2025/1/31", "2025-01-31"), ("date, format: any", "2024/8/23 0:00", "2024-08-23"),
    ("date, format: any", "2024-08-23T00:00:00Z", "2024-08-23"),
    ("date, format: \"fmt:%Y年%m月%d日\"", "2025年3月5日", "2025-03-05"),
    ("date, format: \"%Y%m%d\"", "20250131", "2025-01-31"),
    (
      "date, format: \"%Y%m%d\"", "2025115", "'x' must be a date (such as 20250131), but is '2025115'"
    ),
    ("date, format: any", "2025-1-5", "2025-01-05"), ("date, format: any", "2025/01/05", "2025-01-05"),
    ("date, format: any", "2025.1.5", "2025-01-05"), ("date, format: any", "2025年1月5日", "2025-01-05"),
    ("date, format: any", "20250105", "2025-01-05"), ("date, format: any", "2025-01-05", "2025-01-05"),
    ("date, format: any", "5/1/2025", "'x' must be a date (such as 2025-01-31), but is '5/1/2025'"),
    ("date, format: any", "2025-13-05", "'x' must be a date (such as 2025-01-31), but is '2025-13-05'"),
    ("date, format: \"%d.%m.%Y\"", "05.01.2025", "2025-01-05"),
    (
      "date, format: \"%d.%m.%Y\"", "2025-01-05",
      "'x' must be a date (such as 31.01.2025), but is '2025-01-05'"
    ),
    ("time", "08:30:00", "08:30:00"),
    ("time", "24:00:00", "'x' must be a time (such as 08:30:00), but is '24:00:00'"),
    ("time, format: any", "8:30", "08:30:00"), ("time", "8:30", "08:30:00"),
    ("time, format: any", "8:30:00.50+08:00", "08:30:00.5+08:00"),
    ("time, format: any", "08:30Z", "08:30:00Z"),
    ("time, format: \"fmt:%H.%M\"", "8.30", "08:30:00"),
    ("datetime", "2024/8/23 8:30", "2024-08-23T08:30:00"),
    ("datetime, format: any", "2025-01-31T08:30:00.5+08:00", "2025-01-31T08:30:00.5+08:00"),
    ("datetime, format: any", "2025年1月31日 8:30:00.250Z", "2025-01-31T08:30:00.25Z"),
    (
      "datetime", "2025-01-31T08:30:00+24:00",
      "'x' must be a date and time (such as 2025-01-31T08:30:00), but is '2025-01-31T08:30:00+24:00'"
    ),
    ("datetime", "2025-01-31T08:30:00Z", "2025-01-31T08:30:00Z"),
    ("datetime", "2025-01-31T08:30:00.5+08:00", "2025-01-31T08:30:00.5+08:00"),
    ("datetime, format: any", "2025/1/31 8:30", "2025-01-31T08:30:00"),
    (
      "datetime", "2025-01-31",
      "'x' must be a date and time (such as 2025-01-31T08:30:00), but is '2025-01-31'"
    ),
    ("year", "2025", "2025"), ("year", "25", "'x' must be a year (four digits), but is '25'"),
    ("yearmonth", "2025-01", "2025-01"),
    ("yearmonth", "2025-13", "'x' must be a year and month (such as 2025-01), but is '2025-13'"),
    ("duration", "P1Y6M", "P1Y6M"), ("duration", "PT36H", "PT36H"), ("duration", "-P2DT3.5S", "-P2DT3.5S"),
    ("duration", "P", "'x' must be a duration (such as P1Y6M), but is 'P'"),
    ("duration", "P1S", "'x' must be a duration (such as P1Y6M), but is 'P1S'"),
    ("list", "a,b", "a,b"), ("list, itemType: integer, delimiter: ；", "1；2", "1；2"),
    ("list, itemType: integer, delimiter: ；", "1；b", "'x' must be a list, but is '1；b'"),
    (
      "list, itemType: number, delimiter: ；", "1.5； -2；12345678901234567890.25",
      "1.5； -2；12345678901234567890.25"
    ),
    ("list, itemType: number, delimiter: ；", "1.5；2元", "'x' must be a list, but is '1.5；2元'"),
    ("list, itemType: number, delimiter: ；", "1.5；；2", "'x' must be a list, but is '1.5；；2'"),
    ("list, itemType: date", "2025-01-31,2025/2/1", "2025-01-31,2025/2/1"),
    ("object", "{\"a\": [1, -2.5e3, \"\\u4e2d\"]}", "{\"a\": [1, -2.5e3, \"\\u4e2d\"]}"),
    ("object", "[1]", "'x' must be a JSON object, but is '[1]'"),
    ("array", "[1, {\"b\": null}]", "[1, {\"b\": null}]"),
    ("array", "[1,]", "'x' must be a JSON array, but is '[1,]'"),
    ("geopoint", "115.99, 29.71", "115.99, 29.71"),
    (
      "geopoint", "29.71, 115.99",
      "'x' must be longitude and latitude (such as 115.99, 29.71), but is '29.71, 115.99'"
    ),
    ("geopoint, format: array", "[115.99, 29.71]", "[115.99, 29.71]"),
    ("geopoint, format: object", "{\"lon\": 115.99, \"lat\": 29.71}", "{\"lon\": 115.99, \"lat\": 29.71}"),
    ("geopoint", "180,90", "180,90"),
    ("any", "什么都行", "什么都行"),
    ("string, format: email", "a@b.cn", "a@b.cn"),
    ("string, format: email", "a@b", "'x' must be an e-mail address, but is 'a@b'"),
    ("string, format: uri", "https://www.ccgp.gov.cn/x?y=1", "https://www.ccgp.gov.cn/x?y=1"),
    ("string, format: uri", "www.ccgp.gov.cn", "'x' must be an address (URI), but is 'www.ccgp.gov.cn'"),
    ("string, format: uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
    ("string, format: uuid", "123", "'x' must be a UUID, but is '123'"),
    ("string, format: binary", "5Lit", "5Lit"),
    ("string, format: binary", "5L", "'x' must be Base64 text, but is '5L'"),
  ])
  func type(_ type: String, text: String, expected: String) throws {
    #expect(try cell("type: \(type)", text) == expected)
  }

  @Test(
    "places that are none",
    arguments: [
      ("geopoint", "180.01,0"), ("geopoint", "0,-90.5"), ("geopoint", "115"), ("geopoint", "（115）,29"),
      ("geopoint", "115°,29°"), ("geopoint", "115.,29"), ("geopoint", "1,2,3"), ("geopoint", ","),
      ("geopoint, format: array", "[115.99]"), ("geopoint, format: array", "[\"115\", \"29\"]"),
      ("geopoint, format: array", "[29, 115]"), ("geopoint, format: array", "115, 29"),
      ("geopoint, format: object", "{\"lon\": 1}"),
      ("geopoint, format: object", "{\"lon\": \"1\", \"lat\": 2}"),
      ("geopoint, format: object", "{\"lon\": 1, \"lat\": 2, \"x\": 3}"),
      ("geojson", "{}"), ("geojson", "[]"), ("geojson", "{\"type\": \"Point\"}"),
      ("geojson", "{\"type\": \"Place\"}"),
      ("geojson", "{\"type\": 1}"), ("geojson", "{\"type\": \"Point\", \"coordinates\": [1]}"),
      ("geojson", "{\"type\": \"Point\", \"coordinates\": [\"1\", 2]}"),
      ("geojson", "{\"type\": \"LineString\", \"coordinates\": [1, 2]}"),
      ("geojson", "{\"type\": \"Polygon\", \"coordinates\": [[1, 2]]}"),
      ("geojson", "{\"type\": \"Feature\", \"geometry\": null}"),
      ("geojson", "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\"}, \"properties\": {}}"),
      ("geojson", "{\"type\": \"FeatureCollection\", \"features\": [1]}"),
      ("geojson", "{\"type\": \"GeometryCollection\", \"geometries\": {}}"),
      ("geojson, format: topojson", "{\"type\": \"Topology\"}"),
    ])
  func noPlaces(_ type: String, text: String) throws {
    #expect(try cell("type: \(type)", text).hasPrefix("'x' must be "))
  }

  @Test(
    "places",
    arguments: [
      ("geojson", "{\"type\": \"Point\", \"coordinates\": [115.99, 29.71, 12]}"),
      ("geojson", "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}"),
      (
        "geojson",
        "{\"type\": \"Feature\", \"geometry\": {\"type\": \"MultiPoint\", \"coordinates\": [[1, 2]]}, \"properties\": {\"a\": 1}}"
      ),
      ("geojson", "{\"type\": \"FeatureCollection\", \"features\": []}"),
      (
        "geojson",
        "{\"type\": \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [1, 2]}]}"
      ),
      ("geojson, format: topojson", "{\"type\": \"Topology\", \"objects\": {}, \"arcs\": []}"),
    ])
  func places(_ type: String, text: String) throws {
    #expect(try cell("type: \(type)", text) == text)
  }

  @Test(
    "a spreadsheet's number of a day is named",
    arguments: [
      ("date", "45527", "2024-08-23"), ("date", "45528", "2024-08-24"), ("date", "45291", "2023-12-31"),
      ("date", "45292", "2024-01-01"), ("date", "45351", "2024-02-29"),
      ("datetime", "45527.354", "2024-08-23"),
      ("date", "4552", nil), ("date", "20240823", nil), ("time", "45527", nil),
    ])
  func serial(_ type: String, text: String, day: String?) throws {
    let reading = try Sample("- {name: x, type: \(type)}").read("x\n\(text)\n")
    #expect(reading.findings.map { $0.facts.arguments["date"] } == [day])
    let words = "“\(text)”像是表格软件的日期序号，即 \(day ?? "")"
    #expect(Wording.remedy(reading.findings[0], .chinese)?.contains(words) == (day != nil))
  }

  @Test(arguments: [
    ("≥500件", "≥500件 | ≥ | 5000000 | 件 | ∅"), ("≤48小时", "≤48小时 | ≤ | 480000 | 小时 | ∅"),
    ("=100%", "=100% | = | 1000000 | % | ∅"), ("98.5%", "98.5% | = | 985000 | % | ∅"),
    ("前十位", "前十位 | ≤ | 100000 | 位 | ∅"), ("90%-95%", "90%-95% | 至 | 900000 | % | 950000"),
    ("≤172.12万元", "≤172.12万元 | ≤ | 172120000 | 万元 | ∅"), ("实现", "实现 | ∅ | ∅ | ∅ | ∅"),
    ("", "∅ | ∅ | ∅ | ∅ | ∅"), ("500件以上", "500件以上 | ≥ | 5000000 | 件 | ∅"),
    (
      "≥1.00001件",
      "'x' must be a target (such as ≥500件, ≤48小时, =100%, 前十位, 实现); '≥1.00001件' has too many decimals"
    ),
  ])
  func target(_ text: String, expected: String) throws {
    #expect(try cell("type: string, \"gongshi:type\": target", text) == expected)
  }

  @Test("a target's parts have columns of their own, and are stored when they are asked for")
  func targetColumns() throws {
    let sample = Sample("- {name: 目标值, \"gongshi:column\": goal, \"gongshi:type\": target}\n- {name: b}")
    #expect(
      try sample.register().sqlColumns == [
        SQLColumn(name: "goal", isInteger: false), SQLColumn(name: "goal_op", isInteger: false),
        SQLColumn(name: "goal_value", isInteger: true), SQLColumn(name: "goal_unit", isInteger: false),
        SQLColumn(name: "goal_high", isInteger: true), SQLColumn(name: "b", isInteger: false),
      ])
    let reading = try sample.read("目标值,b\n≥5件,1\n实现,2\n", storing: ["goal_value", "b"])
    #expect(reading.summary.columns == ["goal_value", "b"])
    #expect(reading.rows == ["2: 50000 | 1", "3: ∅ | 2"])
  }

  @Test("texts that stand for nothing")
  func missingValues() throws {
    let sample = Sample(
      """
      - {name: a, type: string}
      - {name: n, type: integer, missingValues: ["", 无]}
      """, schema: "missingValues: [\"-\"]")
    let reading = try sample.read("a,n\n-,无\n\"\",\n,1\n")
    #expect(reading.rows == ["2: ∅ | ∅", "4:  | 1"])
  }
}

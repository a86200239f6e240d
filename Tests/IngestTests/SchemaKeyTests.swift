import Testing

@testable import Ingest

/// Every key of a register's schema is in force or refused: none is read over.
@Suite("Keys of the schema")
struct SchemaKeyTests {
  /// How a value may be wrong, and which keys cannot have it.
  private static let texts = [
    "title", "description", "example", "format", "rdfType", "gongshi:column", "gongshi:form", "gongshi:unit",
    "gongshi:identifier", "gongshi:identifierSeverity", "gongshi:bytesEncoding", "gongshi:file", "type",
    "gongshi:type", "delimiter", "itemType", "decimalChar", "groupChar",
  ]
  private static let booleans = [
    "bareNumber", "categoriesOrdered", "gongshi:optional", "gongshi:personal", "gongshi:content",
  ]
  private static let integers = ["gongshi:decimals", "gongshi:maxLengthInBytes", "gongshi:maxMegabytes"]
  private static let lists = ["missingValues", "trueValues", "falseValues", "gongshi:aliases", "categories"]

  private static let wrong: [(key: String, value: String)] =
    texts.flatMap { key in ["[a]", "{a: b}", "null"].map { (key, $0) } }
    + booleans.flatMap { key in ["maybe", "yes", "1", "[true]", "{}", "null"].map { (key, $0) } }
    + integers.flatMap { key in ["many", "1.5", "-1", "[1]", "{}", "null"].map { (key, $0) } }
    + lists.flatMap { key in ["{a: b}", "[[a]]", "[null]", "null"].map { (key, $0) } }
    + ["categories", "trueValues", "falseValues"].map { ($0, "[]") }
    + ["categories", "trueValues", "falseValues"].map { ($0, "[a, a]") }
    + [("constraints", "required"), ("constraints", "[required]"), ("constraints", "null")]

  @Test("a field's key with a value of a wrong type", arguments: wrong)
  func wrongValue(_ key: String, _ value: String) {
    #expect(!Sample("- {name: x, \"\(key)\": \(value)}").problems.isEmpty)
  }

  private static let wrongConstraints: [(key: String, value: String)] =
    ["required", "unique"].flatMap { key in ["maybe", "1", "[true]", "null"].map { (key, $0) } }
    + ["minLength", "maxLength"].flatMap { key in ["x", "-1", "1.5", "[1]", "null"].map { (key, $0) } }
    + ["pattern"].flatMap { key in ["[a]", "{}", "null", "\"(\""].map { (key, $0) } }
    + ["enum"].flatMap { key in ["{}", "null", "[]", "[[a]]", "[a, a]"].map { (key, $0) } }

  @Test("a constraint with a value of a wrong type", arguments: wrongConstraints)
  func wrongConstraint(_ key: String, _ value: String) {
    #expect(!Sample("- {name: x, constraints: {\(key): \(value)}}").problems.isEmpty)
  }

  @Test("a limit with a value of a wrong type", arguments: ["x", "[1]", "{}", "null", "1.5"])
  func wrongLimit(_ value: String) {
    for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      #expect(!Sample("- {name: x, type: integer, constraints: {\(key): \(value)}}").problems.isEmpty)
    }
  }

  /// What each key is for, with a value that would be right there.
  private static let types: [(key: String, value: String, types: Set<FieldType>)] = [
    ("decimalChar", "\",\"", [.number]), ("groupChar", "\" \"", [.number, .integer]),
    ("bareNumber", "false", [.number, .integer]), ("trueValues", "[Y]", [.boolean]),
    ("falseValues", "[N]", [.boolean]), ("delimiter", ";", [.list]), ("itemType", "integer", [.list]),
    ("categories", "[1, 2]", [.string, .integer]), ("gongshi:unit", "人", [.number, .integer]),
    ("gongshi:decimals", "2", [.number]), ("gongshi:identifier", "mobile", [.string]),
    ("gongshi:file", "\"a/{x}\"", [.string]), ("gongshi:maxLengthInBytes", "9", [.string]),
  ]
  private static let constraints: [(key: String, value: String, types: Set<FieldType>)] = [
    ("pattern", "a", [.string]), ("minLength", "1", [.string, .list, .object, .array]),
    ("maxLength", "1", [.string, .list, .object, .array]), ("minimum", "2025", [.number, .integer, .year]),
    ("exclusiveMaximum", "2025", [.number, .integer, .year]),
  ]

  @Test(
    "a key belongs to its types of fields alone", arguments: FieldType.allCases.filter { !$0.isTargetLike })
  func types(_ type: FieldType) {
    let decimals = type == .number ? ", \"gongshi:decimals\": 1" : ""
    for (key, value, types) in Self.types {
      let own = key == "gongshi:decimals" ? "" : decimals
      let problems = Sample("- {name: x, type: \(type.rawValue)\(own), \"\(key)\": \(value)}").problems
      #expect(problems.isEmpty == types.contains(type), "\(key) of \(type): \(problems)")
    }
    for (key, value, types) in Self.constraints {
      let field = "- {name: x, type: \(type.rawValue)\(decimals), constraints: {\(key): \(value)}}"
      #expect(Sample(field).problems.isEmpty == types.contains(type), "\(key) of \(type)")
    }
  }

  @Test(
    "what contradicts itself",
    arguments: [
      (
        "type: integer, constraints: {minimum: 10, maximum: 9}",
        "there is no value between minimum 10 and maximum 9"
      ),
      (
        "type: integer, constraints: {exclusiveMinimum: 3, maximum: 3}",
        "there is no value between exclusiveMinimum 3 and maximum 3"
      ),
      (
        "type: number, gongshi:unit: 元, constraints: {minimum: 1万元, maximum: 9999}",
        "there is no value between minimum 1万元 and maximum 9999"
      ),
      (
        "type: date, constraints: {minimum: 2025-02-01, exclusiveMaximum: 2025/1/31}",
        "there is no value between minimum 2025-02-01 and exclusiveMaximum 2025/1/31"
      ),
      (
        "type: datetime, constraints: {minimum: \"2025-01-31T08:00:00Z\", maximum: \"2025-01-31T09:00:00+08:00\"}",
        "there is no value between minimum 2025-01-31T08:00:00Z and maximum 2025-01-31T09:00:00+08:00"
      ),
      ("constraints: {minLength: 3, maxLength: 2}", "there is no value between minLength 3 and maxLength 2"),
      ("type: integer, categories: [1, b]", "'b' is no value of the field (integer)"),
      ("categories: [a, b], constraints: {enum: [b, c]}", "'c' is none of the categories"),
      ("type: boolean, trueValues: [Y], falseValues: [N, Y]", "'Y' is both true and false"),
      ("type: boolean, trueValues: [\"0\"]", "'0' is both true and false"),
      (
        "type: list, itemType: list",
        "'itemType' cannot be 'list'; allowed: string, integer, boolean, number, datetime, date, time"
      ),
      (
        "type: number, gongshi:decimals: 1, groupChar: \"1\"",
        "'groupChar' must be one character, no digit, sign or bracket"
      ),
      ("type: number, gongshi:decimals: 1, groupChar: \".\"", "groupChar is the decimalChar"),
      ("gongshi:maxMegabytes: 2", "key 'gongshi:file' is missing"),
      ("gongshi:bytesEncoding: UTF-8", "key 'gongshi:maxLengthInBytes' is missing"),
      ("gongshi:identifierSeverity: error", "key 'gongshi:identifier' is missing"),
      ("gongshi:form: 七位数字", "key 'pattern' is missing"),
      ("gongshi:content: true", "gongshi:content of 'x' belongs to a register with gongshi:files"),
    ])
  func contradictions(_ field: String, expected: String) {
    let problems = Sample("- {name: x, \(field)}").problems
    #expect(problems.contains { $0.hasSuffix(" " + expected) }, "\(problems)")
  }

  @Test(
    "keys of a schema and of a resource",
    arguments: [
      ("uniqueKeys: x", "", "uniqueKeys must be a list of lists, one for every unique key: [[x]]"),
      ("uniqueKeys: [x, y]", "", "uniqueKeys must be a list of lists, one for every unique key: [[x, y]]"),
      ("uniqueKeys: []", "", "uniqueKeys must be a list of lists, one for every unique key: [[…]]"),
      ("uniqueKeys: {x: y}", "", "uniqueKeys must be a list of lists, one for every unique key: [[…]]"),
      ("uniqueKeys: [[]]", "", "'uniqueKeys' must have at least one value"),
      ("primaryKey: []", "", "'primaryKey' must have at least one value"),
      ("primaryKey: [x, x]", "", "'primaryKey' has 'x' twice"),
      ("foreignKeys: x", "", "'foreignKeys' must be a list"),
      ("foreignKeys: [x]", "", "'foreignKeys' must be a mapping"),
      ("missingValues: {a: b}", "", "'missingValues' must be a list"),
      ("title: [a]", "", "'title' must be text"), ("$schema: []", "", "'$schema' must be text"),
      ("", "dialect: {skipInitialSpace: maybe}", "'skipInitialSpace' must be true or false"),
      ("", "dialect: {skipInitialSpace: false}", "'skipInitialSpace' cannot be 'false'; allowed: true"),
      ("", "dialect: {doubleQuote: 1}", "'doubleQuote' must be true or false"),
      ("", "dialect: {header: x}", "'header' must be true or false"),
      ("", "dialect: {lineTerminator: \";\"}", "'lineTerminator' cannot be ';'; allowed: \\n, \\r\\n, \\r"),
      ("", "dialect: {$schema: []}", "'$schema' must be text"),
      ("", "dialect: csv.json", "'dialect' must be a mapping"),
      (
        "", "bytes: many",
        "bytes is of one file, and a register's file is another one every period; remove it"
      ),
      ("", "hash: abc", "hash is of one file, and a register's file is another one every period; remove it"),
      ("", "licenses: CC0-1.0", "'licenses' must be a list"), ("", "licenses: [{}]", "key 'name' is missing"),
      ("", "sources: [{title: [a]}]", "'title' must be text"),
      ("", "path: [a.csv, b.csv]", "'path' must be text"),
      ("", "encoding: [UTF-8]", "'encoding' must be text"),
      ("", "\"gongshi:optional\": yes", "'gongshi:optional' must be true or false"),
    ])
  func resource(_ schema: String, _ resource: String, expected: String) {
    let problems = Sample("- {name: x}\n- {name: y}", schema: schema, resource: resource).problems
    #expect(problems.contains { $0.hasSuffix(" " + expected) }, "\(problems)")
  }

  @Test(
    "labels of categories and of missing values, an enum within the categories, and a single text as a list")
  func inForce() throws {
    let sample = Sample(
      """
      - {name: x, categories: [{value: a, label: 甲}, b, c], constraints: {enum: [a, b]}}
      - {name: y, missingValues: 未填}
      """, schema: "missingValues: [\"\", {value: \"-\", label: 无}]")
    let reading = try sample.read("x,y\na,未填\nc,-\n-,1\n")
    #expect(reading.rows == ["2: a | ∅", "3: c | -", "4: ∅ | 1"])
    #expect(reading.sentences == ["sample.csv, row 3, column 'x': 'c' in 'x' is none of: a、b"])
  }
}

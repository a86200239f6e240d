import Definitions
import Figures
import Testing

@testable import Ingest

@Suite("Registers as a Data Package describes them")
struct DefinitionTests {
  @Test("a whole register")
  func whole() throws {
    let problems = DefinitionProblems()
    let yaml = """
      name: department-budget
      title: 部门预算公开
      version: "1"
      licenses: [{name: CC0-1.0}]
      $schema: https://datapackage.org/profiles/2.0/datapackage.json
      resources:
        - name: functions
          title: 功能分类科目
          gongshi:common: functional_codes.csv
          gongshi:before: none
          schema:
            primaryKey: 科目编码
            fields:
              - {name: 科目编码, gongshi:column: code}
              - {name: 上级编码, gongshi:column: parent}
            foreignKeys:
              - {fields: 上级编码, reference: {fields: 科目编码}}
        - name: income
          title: 收入预算
          path: income/2025.csv
          encoding: GBK
          dialect: {delimiter: ";"}
          gongshi:optional: true
          schema:
            missingValues: ["", 无]
            fields:
              - name: 功能科目编码
                gongshi:column: function
                gongshi:aliases: [科目编码]
                gongshi:personal: true
                constraints: {required: true, pattern: "[0-9]{7}"}
              - {name: 金额(元), gongshi:column: amount, type: number, gongshi:unit: 元}
            foreignKeys:
              - fields: [功能科目编码]
                reference: {resource: functions, fields: [科目编码]}
      """
    let node = try #require(DefinitionNode(yaml: yaml, file: "datapackage.yaml", problems: problems))
    let registers = Register.registers(from: node)
    #expect(problems.errors.map(\.description) == [])
    try #require(registers.count == 2)
    let (functions, income) = (registers[0], registers[1])
    #expect(functions.file == "functions.csv")
    #expect(functions.common == "functional_codes.csv")
    #expect(functions.before == .none)
    #expect(functions.field(named: "科目编码")?.constraints.required == true)
    #expect(
      functions.foreignKeys == [.init(fields: ["上级编码"], register: "functions", referenced: ["科目编码"])])
    #expect(income.file == "income/2025.csv")
    #expect(income.encoding == .gb18030)
    #expect(income.dialect.delimiter == UInt8(ascii: ";"))
    #expect(income.isOptional)
    #expect(income.before == .optional)
    #expect(income.foreignKeys.first?.register == "functions")
    #expect(income.field(named: "功能科目编码")?.aliases == ["科目编码"])
    #expect(income.field(named: "功能科目编码")?.isPersonal == true)
    #expect(income.field(named: "金额(元)")?.missingValues == ["", "无"])
    #expect(
      income.sqlColumns == [
        SQLColumn(name: "function", isInteger: false), SQLColumn(name: "amount", isInteger: true),
      ])
  }

  @Test(arguments: [
    (
      "an unknown key of a field", "- {name: a, constrains: {}}",
      "unknown key 'constrains'; did you mean 'constraints'?"
    ),
    (
      "an unknown constraint", "- {name: a, constraints: {reqired: true}}",
      "unknown key 'reqired'; did you mean 'required'?"
    ),
    (
      "an unknown type", "- {name: a, type: money}",
      "'type' cannot be 'money'; allowed: string, number, integer, boolean, date, time, datetime, year, yearmonth, duration, list, object, array, geopoint, geojson, any, target, quantity"
    ),
    (
      "a target by the standard's key", "- {name: a, type: target}",
      "'type' cannot be 'target'; allowed: string"
    ),
    ("a number without decimals", "- {name: a, type: number}", "key 'gongshi:decimals' is missing"),
    (
      "more decimals than fen", "- {name: a, type: number, gongshi:unit: 元, gongshi:decimals: 3}",
      "'gongshi:decimals' cannot be '3'; allowed: 0–2"
    ),
    (
      "a bad pattern", "- {name: a, constraints: {pattern: \"[a\"}}",
      "pattern '[a' is wrong at character 2: missing terminating ] for character class"
    ),
    (
      "words for no pattern", "- {name: a, gongshi:form: 7 位数字, constraints: {required: true}}",
      "key 'pattern' is missing"
    ),
    (
      "a limit that is no value", "- {name: a, type: integer, constraints: {minimum: x}}",
      "'x' is no value of the field (integer)"
    ),
    (
      "a member that is no value", "- {name: a, type: date, constraints: {enum: [2025-02-30]}}",
      "'2025-02-30' is no value of the field (date)"
    ),
    (
      "a limit of a text", "- {name: a, constraints: {minimum: 1}}",
      "a field of type string has no minimum: it belongs to number, integer, date, time, datetime, year, yearmonth"
    ),
    (
      "a length of a number", "- {name: a, type: integer, constraints: {maxLength: 1}}",
      "a field of type integer has no maxLength: it belongs to string, list, object, array"
    ),
    (
      "a format that is none", "- {name: a, format: emial}",
      "'format' cannot be 'emial'; allowed: default, email, uri, uuid, binary"
    ),
    (
      "a date's form without a day", "- {name: a, type: date, format: \"%Y-%m\"}",
      "'format' cannot be '%Y-%m'; allowed: default, any, %Y-%m-%d, %Y年%m月%d日"
    ),
    (
      "a date's form with an hour", "- {name: a, type: date, format: \"%Y-%m-%d %H\"}",
      "'format' cannot be '%Y-%m-%d %H'; allowed: default, any, %Y-%m-%d, %Y年%m月%d日"
    ),
    (
      "a time's form with a day", "- {name: a, type: time, format: \"%d %H:%M\"}",
      "'format' cannot be '%d %H:%M'; allowed: default, any, %H:%M:%S"
    ),
    (
      "a form with a day twice", "- {name: a, type: datetime, format: \"%Y-%m-%d %d %H\"}",
      "'format' cannot be '%Y-%m-%d %d %H'; allowed: default, any, %Y-%m-%d %H:%M:%S"
    ),
    (
      "a directive that is not read", "- {name: a, type: date, format: \"fmt:%y-%m-%d\"}",
      "'format' cannot be '%y-%m-%d'; allowed: default, any, %Y-%m-%d, %Y年%m月%d日"
    ),
    (
      "a pattern of a text", "- {name: a, format: \"fmt:%Y\"}",
      "'format' cannot be 'fmt:%Y'; allowed: default, email, uri, uuid, binary"
    ),
    (
      "a column of the program's own", "- {name: a, gongshi:column: _row}",
      "'_row' is a column of the program's own"
    ),
    (
      "an identifier of a number", "- {name: a, type: integer, gongshi:identifier: mobile}",
      "a field of type integer has no gongshi:identifier: it belongs to string"
    ),
    (
      "an unknown identifier", "- {name: a, gongshi:identifier: passport}",
      "'gongshi:identifier' cannot be 'passport'; allowed: unified-social-credit-code, organization-code, resident-identity, postal-code, mobile, cip"
    ),
    ("two fields of one name", "- {name: a}\n- {name: a }", "field 'a' is defined twice"),
    (
      "two fields of one column", "- {name: a}\n- {name: b, gongshi:column: A}", "column 'A' is defined twice"
    ),
    (
      "a bytes encoding", "- {name: a, gongshi:maxLengthInBytes: 3, gongshi:bytesEncoding: UTF-16}",
      "'gongshi:bytesEncoding' cannot be 'UTF-16'; allowed: GB18030, UTF-8"
    ),
  ])
  func field(_ why: String, fields: String, expected: String) {
    let found = Sample(fields).problems.map { $0.drop { $0 != " " }.dropFirst() }
    #expect(found.contains(Substring(expected)), "\(found)")
  }

  @Test(arguments: [
    ("an unknown primary key", "primaryKey: aa", "", "unknown field 'aa'; did you mean 'a'?"),
    (
      "an unknown register", "foreignKeys: [{fields: a, reference: {resource: samples, fields: a}}]", "",
      "unknown register 'samples'; did you mean 'sample'?"
    ),
    (
      "an unknown field there", "foreignKeys: [{fields: a, reference: {fields: aa}}]", "",
      "unknown field 'aa'; did you mean 'a'?"
    ),
    (
      "keys of different width", "foreignKeys: [{fields: [a], reference: {fields: [a, a]}}]", "",
      "the two sides of the foreign key have different numbers of fields"
    ),
    (
      "a match that is not ours", "fieldsMatch: exact", "", "'fieldsMatch' cannot be 'exact'; allowed: subset"
    ),
    ("an unknown key of a resource", "", "patch: x", "unknown key 'patch'; did you mean 'path'?"),
    ("a path that leads out", "", "path: ../x.csv", "the path '../x.csv' must stay inside the folder"),
    ("an absolute path", "", "path: /etc/passwd", "the path '/etc/passwd' must stay inside the folder"),
    (
      "a comment character, which libcsv lacks", "", "dialect: {commentChar: \"#\"}",
      "unknown key 'commentChar'"
    ),
    (
      "escapes, which libcsv lacks", "", "dialect: {doubleQuote: false}",
      "'doubleQuote' cannot be 'false'; allowed: true"
    ),
    ("a delimiter of two characters", "", "dialect: {delimiter: \"||\"}", "'||' must be one ASCII character"),
    ("another format", "", "format: xlsx", "'format' cannot be 'xlsx'; allowed: csv"),
    (
      "text files without their field", "", "gongshi:files: \"t/{b}.md\"",
      "unknown field 'b'; did you mean 'a'?"
    ),
    (
      "text files without content", "", "gongshi:files: \"t/{a}.md\"",
      "besides the path's fields there must be just one string field with gongshi:content: true"
    ),
    (
      "text files that lead out", "", "gongshi:files: \"../{a}.md\"",
      "'../{a}.md' is no path with at most one {field} a step"
    ),
  ])
  func resource(_ why: String, schema: String, resource: String, expected: String) {
    let found = Sample("- {name: a}", schema: schema, resource: resource).problems
      .map { $0.drop { $0 != " " }.dropFirst() }
    #expect(found.contains(Substring(expected)), "\(found)")
  }

  @Test("the line of a mistake is named, and all of them at once")
  func lines() {
    let problems = Sample("- {name: a, tpye: x}\n- {type: string}\n- {name: c, type: number}").problems
    #expect(
      problems == [
        "datapackage.yaml:9: unknown key 'tpye'; did you mean 'type'?",
        "datapackage.yaml:10: key 'name' is missing",
        "datapackage.yaml:11: key 'gongshi:decimals' is missing",
      ])
  }
}

import Testing

@testable import Definitions

@Suite("A pipeline folder's YAML")
struct DefinitionNodeTests {
  /// Reads `name`, `rows` and `on` and returns the sentences of what is wrong.
  private func problems(_ yaml: String) -> [String] {
    let problems = DefinitionProblems()
    if let node = DefinitionNode(yaml: yaml, file: "x.yaml", problems: problems),
      let map = node.mapping("name", "rows", "on", "severity")
    {
      _ = map.requiredText("name")
      _ = map.integer("rows")
      _ = map.boolean("on")
      _ = map.choice("severity", default: Level.error)
    }
    return problems.errors.map(\.description)
  }

  private enum Level: String, CaseIterable { case error, warning }

  @Test(arguments: [
    ("all is well", "name: a\nrows: 3\non: true\nseverity: warning", []),
    (
      "an unknown key, with the nearest", "name: a\nrws: 3",
      ["x.yaml:2: unknown key 'rws'; did you mean 'rows'?"]
    ),
    ("a key far from every known one", "name: a\ncolour: 3", ["x.yaml:2: unknown key 'colour'"]),
    ("a missing key", "rows: 3", ["x.yaml:1: key 'name' is missing"]),
    ("a duplicate key", "name: a\nname: b", ["x.yaml:1: key 'name' is given twice"]),
    ("a wrong type", "name: a\nrows: many", ["x.yaml:2: 'rows' must be a whole number"]),
    ("a list for a text", "name: [a]", ["x.yaml:1: 'name' must be text"]),
    (
      "two mistakes at once", "rows: x\non: ja",
      [
        "x.yaml:1: key 'name' is missing", "x.yaml:1: 'rows' must be a whole number",
        "x.yaml:2: 'on' must be true or false",
      ]
    ),
    (
      "an anchor", "name: &a b\nrows: 1",
      ["x.yaml:1: anchors and aliases are not allowed; write the value out"]
    ),
    (
      "a value outside the list", "name: a\nseverity: bad",
      [
        "x.yaml:2: 'severity' cannot be 'bad'; allowed: error, warning"
      ]
    ),
    ("no YAML", "name: [a", ["x.yaml:2: not valid YAML: did not find expected ',' or ']'"]),
    ("an empty file", "", ["x.yaml:1: not valid YAML: empty"]),
  ])
  func reports(_ why: String, yaml: String, expected: [String]) {
    #expect(problems(yaml) == expected)
  }

  @Test("an alias bomb is refused at once")
  func bomb() {
    var yaml = "a0: &a0 [x, x]\n"
    for i in 1...40 { yaml += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    #expect(problems(yaml).first?.contains("anchors and aliases") == true)
  }
}

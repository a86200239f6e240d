import Definitions
import Store

/// The `review:` of a pipeline.yaml: what is reviewed as one, the steps in order, and who may take them.
public struct ReviewDefinition: Sendable {
  public struct Step: Sendable {
    public var name: String
    /// People who may take the step for every unit.
    public var people: [String]
  }

  /// The columns, the first of them that a table has, that say whose outputs a row's are.
  public var unit: [String]
  /// The column with the unit's name, for people.
  public var title: String?
  /// The unit to which outputs that are made once belong, and the open data.
  public var whole: String?
  /// A register or model: one row a unit, step and person.
  public var people: String?
  public var steps: [Step]
  public var line: Int

  /// The column of a table with these columns that says whose a row is; nil when it has none.
  func unitColumn(among columns: [String]) -> String? { unit.first(where: columns.contains) }

  /// The columns of `people`. A row without a unit is about all of them.
  func peopleColumns(among columns: [String]) -> [String] {
    [unitColumn(among: columns) ?? unit[0], "step", "name"]
  }

  /// Of a register only this year's rows count.
  func peopleSQL(_ table: String, among columns: [String]) -> String {
    let peopleColumns = peopleColumns(among: columns)
    let year = columns.contains("_year") ? " WHERE _year = (SELECT year FROM period)" : ""
    return
      "SELECT \(peopleColumns.map(quoted).joined(separator: ", ")) FROM \(quoted(table))\(year) ORDER BY rowid"
  }

  init?(_ node: DefinitionNode) {
    guard let map = node.mapping("unit", "title", "whole", "people", "steps"),
      let unit = map.required("unit")?.texts, !unit.isEmpty, let steps = map.required("steps")
    else { return nil }
    self.unit = unit
    (title, whole, people) = (map.text("title"), map.text("whole"), map.text("people"))
    self.steps = steps.list?.compactMap(Step.init) ?? []
    line = node.line
    if self.steps.isEmpty {
      steps.report(.other("steps 至少要有一步", english: "steps needs at least one step"))
    }
    checkSteps(steps)
  }

  private func checkSteps(_ node: DefinitionNode) {
    var seen: Set<String> = []
    for step in steps where !seen.insert(step.name).inserted {
      node.report(.other("步骤“\(step.name)”写了两次", english: "the step '\(step.name)' is given twice"))
    }
    guard people == nil else { return }
    for step in steps where step.people.isEmpty {
      node.report(
        .other(
          "步骤“\(step.name)”没有人：写 by，或在 people 指定登记表",
          english: "nobody may take the step '\(step.name)': give it by, or name a register in people"))
    }
    var alone: [PersonName: String] = [:]
    for step in steps where Set(step.people.map { PersonName($0) }).count == 1 {
      let person = PersonName(step.people[0])
      if let other = alone.updateValue(step.name, forKey: person) {
        node.report(
          .other(
            "步骤“\(other)”和“\(step.name)”都只有\(step.people[0])一人，而两步不能由同一人办理",
            english:
              "only \(step.people[0]) may take both '\(other)' and '\(step.name)', and nobody may take two steps"
          ))
      }
    }
  }
}

extension ReviewDefinition.Step {
  fileprivate init?(_ node: DefinitionNode) {
    guard let map = node.mapping("step", "by"), let name = map.requiredText("step") else { return nil }
    self.init(name: name, people: map.texts("by"))
  }
}

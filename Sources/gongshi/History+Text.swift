import Pipeline

extension History {
  func table(in language: Language) -> String {
    let chinese = language == .chinese
    var table = TextTable(
      header: chinese
        ? ["行", "时间", "事项", "经办人", "单位", "意见"] : ["line", "when", "what", "by", "units", "opinion"])
    for item in items {
      table.add([
        "\(item.line)", item.time.shownTime, item.what(chinese), item.facts["by"] ?? "",
        item.units.listed(chinese), item.facts["opinion"] ?? "",
      ])
    }
    return table.lines.joined(separator: "\n")
  }

  struct Line: Encodable {
    var line: Int
    var time: String
    var kind: String
    var facts: [String: String]
    var units: [String]
  }

  /// `--json`.
  var summary: [Line] {
    items.map { item in
      let facts = item.facts.filter { !["kind", "number", "time", "previous"].contains($0.key) }
      return Line(line: item.line, time: item.time, kind: item.kind, facts: facts, units: item.units)
    }
  }
}

extension History.Item {
  fileprivate func what(_ chinese: Bool) -> String {
    let (run, publication) = (facts["run"] ?? "", facts["publication"] ?? "")
    switch (kind, facts["verdict"]) {
    case ("run", _):
      let isDone = facts["outcome"] == "done"
      return chinese
        ? "第 \(run) 次运行" + (isDone ? "" : "，有错误") : "run \(run)" + (isDone ? "" : ", stopped by errors")
    case ("review", "approve"): return (facts["step"] ?? "") + (chinese ? "通过" : " approved")
    case ("review", _): return (facts["step"] ?? "") + (chinese ? "退回" : " returned")
    case ("publish", _): return chinese ? "第 \(publication) 次发布" : "publication \(publication)"
    case ("withdraw", _): return chinese ? "撤回" : "withdrawn"
    case ("repair", _): return repair(chinese)
    default: return kind
    }
  }

  private func repair(_ chinese: Bool) -> String {
    if let path = facts["lost"] { return chinese ? "修复：\(path) 记为遗失" : "repaired: \(path) is lost" }
    let (from, to) = (facts["aside"] ?? facts["link"] ?? "", facts["to"] ?? facts["target"] ?? "")
    if let id = facts["publication"] { return chinese ? "修复：补记第 \(id) 次发布" : "repaired: publication \(id)" }
    if facts["outcome"] != nil {
      let run = facts["run"] ?? ""
      return chinese ? "修复：补记第 \(run) 次运行" : "repaired: run \(run)"
    }
    return chinese ? "修复：\(from) → \(to)" : "repaired: \(from) → \(to)"
  }
}

import Pipeline

extension ReviewStatus {
  /// The table of units, and before it how many stand where.
  func table(in language: Language, isColoured: Bool) -> String {
    let chinese = language == .chinese
    var table = TextTable(
      header: chinese
        ? ["单位", "名称", "状态", "公开", "最近一步", "经办人", "时间", "意见"]
        : ["unit", "name", "state", "public", "last step", "by", "when", "opinion"])
    for unit in units {
      let last = unit.last
      table.add([
        unit.unit, unit.title ?? "", unit.stateText(chinese), unit.publicText(chinese),
        last?.stepText(chinese) ?? "", unit.byText(chinese), last?.time.shownTime ?? "", last?.opinion ?? "",
      ])
    }
    var lines = [heading(chinese), "  " + counts(chinese)] + notes(chinese) + [""] + table.lines
    if isColoured { lines[0] = "\u{1B}[1m\(lines[0])\u{1B}[0m" }
    return lines.joined(separator: "\n")
  }

  func heading(_ chinese: Bool) -> String {
    chinese
      ? "\(pipeline) \(period)（第 \(run) 次运行）：\(units.count) 个单位"
      : "\(pipeline) \(period) (run \(run)): \(units.count) unit\(units.count == 1 ? "" : "s")"
  }

  /// 待采购人初审 12，已发布 3: in the order of the steps, without zeros.
  func counts(_ chinese: Bool) -> String {
    let words = units.map { $0.state.text(chinese) }
    let order =
      steps.map { ReviewState.waiting($0) } + [.returned(""), .withdrawn(""), .approved, .published, .gone]
    return order.map { $0.text(chinese) }
      .map { word in (word, words.count { $0 == word }) }
      .filter { $0.1 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: chinese ? "，" : ", ")
  }

  /// What keeps units from going on that no reviewer can mend.
  private func notes(_ chinese: Bool) -> [String] {
    var notes: [String] = []
    if isPublicationUnfinished {
      notes.append(
        chinese
          ? "  上一次发布（\(publication ?? "")）没有做完：运行 gongshi publish \(pipeline) --period \(period)，接着做完。"
          : "  The last publication (\(publication ?? "")) is not finished: run gongshi publish \(pipeline) --period \(period)."
      )
    }
    for step in steps {
      let stuck = units.filter { $0.state.step == step && $0.people.isEmpty }.map(\.unit)
      if stuck.isEmpty { continue }
      notes.append(
        chinese
          ? "  没有人可以办理\(step)的单位：\(stuck.listed(chinese))。请补上审核人，重新运行。"
          : "  Nobody may take '\(step)' for \(stuck.listed(chinese)). Name reviewers and run again.")
    }
    return notes
  }
}

extension ReviewStatus.Unit {
  func stateText(_ chinese: Bool) -> String {
    state.text(chinese) + (isChanged ? (chinese ? "（结果已变）" : " (changed)") : "")
  }

  /// Who took the last step; of what is published, all who approved it.
  fileprivate func byText(_ chinese: Bool) -> String {
    if last?.kind == .publish { return approvals.compactMap(\.by).joined(separator: chinese ? "、" : ", ") }
    return last?.by ?? ""
  }

  func publicText(_ chinese: Bool) -> String {
    if !isPublic { return chinese ? "否" : "no" }
    if isPublicCurrent { return chinese ? "是" : "yes" }
    return chinese ? "旧版" : "older"
  }
}

extension ReviewState {
  func text(_ chinese: Bool) -> String {
    switch self {
    case .waiting(let step): chinese ? "待\(step)" : "waits for \(step)"
    case .returned: chinese ? "已退回" : "returned"
    case .withdrawn: chinese ? "已撤回" : "withdrawn"
    case .approved: chinese ? "待发布" : "to publish"
    case .published: chinese ? "已发布" : "published"
    case .gone: chinese ? "结果中已没有" : "no longer in the result"
    }
  }
}

extension ReviewAct {
  func stepText(_ chinese: Bool) -> String {
    switch kind {
    case .approve: (step ?? "") + (chinese ? "通过" : " approved")
    case .return: (step ?? "") + (chinese ? "退回" : " returned")
    case .publish: chinese ? "发布" : "published"
    case .withdraw: chinese ? "撤回" : "withdrawn"
    }
  }
}

extension String {
  /// `2025-07-10T09:31:05+08:00` as people read it.
  var shownTime: String { String(prefix(16)).replacing("T", with: " ") }
}

extension [String] {
  /// The first ten, and how many there are.
  func listed(_ chinese: Bool) -> String {
    let first = prefix(10).joined(separator: chinese ? "、" : ", ")
    if count <= 10 { return first }
    return first + (chinese ? " 等 \(count) 个" : " and \(count - 10) more")
  }
}

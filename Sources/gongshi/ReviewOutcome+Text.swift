import Pipeline

extension ReviewOutcome {
  func text(in language: Language) -> String {
    let chinese = language == .chinese
    let run = "\(status.pipeline) \(status.period)"
    let list = units.listed(chinese)
    let first: String
    switch (units.isEmpty, verdict) {
    case (true, _):
      first =
        chinese
        ? "\(run)：没有等待\(step)、可以由\(by)办理的单位，什么也没有记录。"
        : "\(run): no unit waits for '\(step)' that \(by) may take; nothing was recorded."
    case (false, .approve):
      first =
        chinese
        ? "\(run)：\(by)通过了 \(units.count) 个单位的\(step)：\(list)。"
        : "\(run): \(by) approved \(units.count) unit\(units.count == 1 ? "" : "s") at '\(step)': \(list)."
    case (false, .return):
      first =
        chinese
        ? "\(run)：\(by)在\(step)退回了 \(units.count) 个单位：\(list)。"
        : "\(run): \(by) returned \(units.count) unit\(units.count == 1 ? "" : "s") at '\(step)': \(list)."
    }
    var lines = [first, "  " + status.standing(chinese)]
    if !passedOver.isEmpty {
      lines.append(
        chinese
          ? "  退回或撤回过、结果没有变的不一并办理，要用 --unit 指明：\(passedOver.listed(chinese))"
          : "  returned or withdrawn and not changed since, to be named with --unit: \(passedOver.listed(chinese))"
      )
    }
    return (lines + status.advice(chinese)).joined(separator: "\n")
  }
}

extension PublishOutcome {
  func text(in language: Language) -> String {
    let chinese = language == .chinese
    let run = "\(status.pipeline) \(status.period)"
    let first: String
    if let publication, units.isEmpty {
      first =
        chinese
        ? "\(run)：已把发布过的文件恢复到 \(path)/（第 \(publication) 次发布）。"
        : "\(run): what was published is in \(path)/ again (publication \(publication))."
    } else if let publication {
      first =
        chinese
        ? "\(run)：已发布 \(units.count) 个单位（第 \(publication) 次发布）：\(units.listed(chinese))。\n"
          + "  公开的文件共 \(files) 个，在 \(path)/"
        : "\(run): published \(units.count) unit\(units.count == 1 ? "" : "s") (publication \(publication)): "
          + "\(units.listed(chinese)).\n  \(files) files are public, in \(path)/"
    } else {
      first = chinese ? "\(run)：没有新的单位可以发布。" : "\(run): there is nothing new to publish."
    }
    return ([first] + finished.lines(chinese) + status.waiting(chinese)).joined(separator: "\n")
  }
}

extension WithdrawOutcome {
  func text(in language: Language) -> String {
    let chinese = language == .chinese
    let run = "\(status.pipeline) \(status.period)"
    var lines = [
      chinese
        ? "\(run)：\(by)撤回了 \(units.count) 个单位：\(units.listed(chinese))。它们要从第一步重新审核。"
        : "\(run): \(by) withdrew \(units.count) unit\(units.count == 1 ? "" : "s"): \(units.listed(chinese)). "
          + "Their reviews begin anew."
    ]
    if !unpublished.isEmpty {
      lines.append(
        chinese
          ? "  \(unpublished.listed(chinese)) 的文件已从 \(path)/ 拿走；已贴到别处的，请另行撤下。"
          : "  The files of \(unpublished.listed(chinese)) are gone from \(path)/; take down what was posted elsewhere."
      )
    }
    return (lines + finished.lines(chinese)).joined(separator: "\n")
  }
}

extension ReviewStatus {
  /// 全部 40 个单位：待采购人初审 12，已发布 28
  fileprivate func standing(_ chinese: Bool) -> String {
    let counts = counts(chinese)
    return chinese ? "全部 \(units.count) 个单位：\(counts)" : "of all \(units.count): \(counts)"
  }

  /// What can be done next.
  fileprivate func advice(_ chinese: Bool) -> [String] {
    guard units.contains(where: { $0.state == .approved }) else { return [] }
    let command = "gongshi publish \(pipeline) --period \(period)"
    return [chinese ? "  可以发布：\(command)" : "  ready to publish: \(command)"]
  }

  /// What is not published yet, by what it waits for.
  fileprivate func waiting(_ chinese: Bool) -> [String] {
    let open = units.filter { $0.state != .published && $0.state != .gone }
    if open.isEmpty { return [chinese ? "  全部单位都已发布。" : "  All units are published."] }
    var groups: [(state: String, units: [String])] = []
    for unit in open {
      let state = unit.state.text(chinese)
      if let place = groups.firstIndex(where: { $0.state == state }) {
        groups[place].units.append(unit.unit)
      } else {
        groups.append((state, [unit.unit]))
      }
    }
    let head = chinese ? "  还有 \(open.count) 个单位没有发布：" : "  \(open.count) not published yet:"
    return [head]
      + groups.map { "    \($0.state)" + (chinese ? "：" : ": ") + $0.units.listed(chinese) }
  }
}

import Pipeline

extension [Refusal] {
  /// How many the terminal shows.
  private static var shown: Int { 20 }

  /// All reasons, and that nothing was done.
  func sentence(in language: Language) -> String {
    let chinese = language == .chinese
    let reasons = prefix(Self.shown).map { chinese ? $0.chinese : $0.english }
    let rest = count - reasons.count
    let more = rest > 0 ? [chinese ? "另有 \(rest) 处。" : "\(rest) more."] : []
    let end = chinese ? "什么也没有记录，已发布的也没有改动。" : "Nothing was recorded, and what is published has not changed."
    return (reasons + more + [end]).joined(separator: "\n")
  }
}

extension Refusal {
  fileprivate var chinese: String {
    switch self {
    case .unknownUnit(let code, let suggestion):
      "没有单位“\(code)”" + (suggestion.map { "，是否想写“\($0)”？" } ?? "。") + "用 gongshi status 查看全部单位。"
    case .unknownStep(let step, let known): "没有步骤“\(step)”。步骤依次是：\(known.listed(true))。"
    case .unknownPerson(let name, let step, let known):
      "\(name)不在\(step.map { "“\($0)”的" } ?? "")审核人之列。可以办理的人：\(known.people)。要加人，请补进审核人名单，重新运行。"
    case .missingOpinion: "请用 --opinion 写明意见：退回和撤回都要有意见。"
    case .missingUnit: "请用 --unit 指明要撤回的单位。"
    case .missingName: "请用 --by 写明由谁办理。"
    case .mayNotTake(let unit, let step, let by, let people):
      step.map { "单位 \(unit) 的\($0)不能由\(by)办理。可以办理的人：\(people.people)。" }
        ?? "单位 \(unit) 不能由\(by)撤回。可以撤回的是它的审核人：\(people.people)。"
    case .samePerson(let unit, let step, let by, let earlier):
      "单位 \(unit) 的\(earlier)是\(by)办理的，\(step)须由另一人办理。"
    case .alreadyApproved(let unit, let step, let by, let time, let next):
      "单位 \(unit) 的\(step)已由\(by)于 \(time.shownTime) 通过，" + (next.map { "现在待\($0)。" } ?? "各步都已通过。")
        + "要收回，用 gongshi withdraw。"
    case .outOfOrder(let unit, let step, let waitsFor, let changed):
      changed
        ? "单位 \(unit) 的结果在上次办理之后变了，要从\(waitsFor)重新审核，还不能办理\(step)。"
        : "单位 \(unit) 现在待\(waitsFor)，还不能办理\(step)。"
    case .notApproved(let unit, let waitsFor, let changed):
      changed
        ? "单位 \(unit) 还不能发布：它的结果在上次办理之后变了，要从\(waitsFor)重新审核。" : "单位 \(unit) 还不能发布：待\(waitsFor)。"
    case .nothingToWithdraw(let unit): "单位 \(unit) 没有发布，也没有通过的审核，没有什么可以撤回。"
    case .overtaken(let unit): "单位 \(unit) 刚刚有人办理过。用 gongshi status 看一看，再决定。"
    case .changedFile(let path, let unit):
      "\(path)\(unit.map { "（单位 \($0)）" } ?? "")不是记录下来的那一份：被改动过，或者不在了。请重新运行 gongshi run；结果没有变的，审核仍然算数。"
    case .changedPublished(let path, let unit):
      "已发布的 \(path)\(unit.map { "（单位 \($0)）" } ?? "")不是发布时的那一份：被改动过，或者不在了。请从备份恢复"
        + (unit.map { "，或用 gongshi withdraw 撤回单位 \($0)，重新审核、发布。" } ?? "。")
    case .lostPublication(let unit):
      "单位 \(unit) 已发布的文件不在了，现在的结果又与它不同。请从备份恢复，或用 gongshi withdraw 撤回单位 \(unit)。"
    case .nameTaken(let path, let by):
      "\(path) 已是单位 \(by) 发布的文件，两个单位不能用同一个文件名。请先用 gongshi withdraw 撤回单位 \(by)。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .unknownUnit(let code, let suggestion):
      "There is no unit '\(code)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ".")
        + " See gongshi status."
    case .unknownStep(let step, let known):
      "There is no step '\(step)'. The steps are: \(known.listed(false))."
    case .unknownPerson(let name, let step, let known):
      "\(name) is no reviewer\(step.map { " for '\($0)'" } ?? ""). Reviewers: \(known.reviewers). "
        + "To add somebody, change the list of reviewers and run again."
    case .missingOpinion: "Say why with --opinion: a return or withdrawal needs an opinion."
    case .missingUnit: "Say with --unit what to withdraw."
    case .missingName: "Say with --by who it is."
    case .mayNotTake(let unit, let step, let by, let people):
      step.map { "\(by) may not take '\($0)' for unit \(unit). Who may: \(people.reviewers)." }
        ?? "\(by) may not withdraw unit \(unit). Its reviewers may: \(people.reviewers)."
    case .samePerson(let unit, let step, let by, let earlier):
      "\(by) took '\(earlier)' for unit \(unit); somebody else has to take '\(step)'."
    case .alreadyApproved(let unit, let step, let by, let time, let next):
      "\(by) approved unit \(unit) at '\(step)' on \(time.shownTime); "
        + (next.map { "it waits for '\($0)' now." } ?? "all steps are taken.")
        + " To take it back, use gongshi withdraw."
    case .outOfOrder(let unit, let step, let waitsFor, let changed):
      changed
        ? "The result of unit \(unit) has changed since it was last dealt with; it begins anew with '\(waitsFor)', before '\(step)'."
        : "Unit \(unit) waits for '\(waitsFor)'; '\(step)' comes later."
    case .notApproved(let unit, let waitsFor, let changed):
      changed
        ? "Unit \(unit) cannot be published: its result has changed, and begins anew with '\(waitsFor)'."
        : "Unit \(unit) cannot be published: it waits for '\(waitsFor)'."
    case .nothingToWithdraw(let unit):
      "Unit \(unit) is not published and has no approval; there is nothing to withdraw."
    case .overtaken(let unit):
      "Somebody has just dealt with unit \(unit). Look at gongshi status, then decide."
    case .changedFile(let path, let unit):
      "\(path)\(unit.map { " (unit \($0))" } ?? "") is not what was recorded: it was changed or is gone. "
        + "Run gongshi run again; where the result is the same, approvals still count."
    case .changedPublished(let path, let unit):
      "The published \(path)\(unit.map { " (unit \($0))" } ?? "") is not what was published: it was changed or is gone. "
        + "Restore it from a backup"
        + (unit.map { ", or withdraw unit \($0), and review and publish it anew." } ?? ".")
    case .lostPublication(let unit):
      "What was published of unit \(unit) is gone, and its result is another now. "
        + "Restore it from a backup, or withdraw unit \(unit)."
    case .nameTaken(let path, let by):
      "\(path) is a published file of unit \(by); two units cannot use one name. Withdraw unit \(by) first."
    }
  }
}

extension [String] {
  fileprivate var people: String { isEmpty ? "还没有指定，请补上审核人，重新运行" : listed(true) }
  fileprivate var reviewers: String { isEmpty ? "nobody yet; name reviewers and run again" : listed(false) }
}

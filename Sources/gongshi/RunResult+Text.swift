import Figures
import Pipeline

typealias Language = Wording.Language

extension RunResult {
  /// How many findings the terminal shows; all of them stand in the file.
  private static let shown = 20

  /// The outcome in a few lines: what was read, what was found, where the results are.
  func text(in language: Language, isColoured: Bool) -> String {
    let chinese = language == .chinese
    var lines = [colour(heading(chinese), isDone ? "32" : "31", isColoured), "  " + counts(chinese)]
    lines += finished.lines(chinese)
    if isDone {
      lines += headline.compactMap { label, value in value.headline.map { "  \(label) \($0)" } }
      lines += results(chinese)
    }
    if !findings.isEmpty {
      lines += findings.prefix(Self.shown).flatMap { Self.lines(of: $0, language, isColoured) }
      let rest = errors + warnings - min(findings.count, Self.shown)
      let more = chinese ? "另有 \(rest) 条，" : "\(rest) more; "
      lines.append((rest > 0 ? more : "") + (chinese ? "全部发现见 " : "all findings: ") + "\(path)/findings.csv")
    }
    if waiting > 0 { lines.append(Wording.waiting(waiting, language)) }
    return lines.joined(separator: "\n")
  }

  private func heading(_ chinese: Bool) -> String {
    let run = "\(record.pipeline) \(record.period)"
    if !isDone, !isWhole {
      return chinese
        ? "\(run)：检查未通过，有 \(errors) 个错误。"
        : "\(run): the checks failed with \(errors) error\(errors == 1 ? "" : "s")."
    }
    if !isDone {
      return chinese
        ? "\(run)：有 \(errors) 个错误，没有产出；此前的结果没有改动。"
        : "\(run): stopped by \(errors) error\(errors == 1 ? "" : "s"); what was current has not changed."
    }
    if !isPublished { return chinese ? "\(run)：检查通过。" : "\(run): the checks passed." }
    return chinese ? "\(run)：已产出（第 \(record.run) 次运行）。" : "\(run): done (run \(record.run))."
  }

  private func counts(_ chinese: Bool) -> String {
    let files = record.inputs.count
    let moved = chinese ? "，占比调整 \(movedShares) 处" : ", \(movedShares) shares moved"
    let read =
      chinese
      ? "读入 \(files) 个文件、\(rows) 行；错误 \(errors) 个，警告 \(warnings) 条，尾差 \(residuals.count) 处"
      : "read \(files) files, \(rows) rows; \(errors) errors, \(warnings) warnings, \(residuals.count) rounding residuals"
    return movedShares == 0 ? read : read + moved
  }

  private func results(_ chinese: Bool) -> [String] {
    if !isPublished { return [] }
    let files = record.outputs.filter { $0.audience == .public }.map(\.path)
    // What people open comes before what machines read.
    let published = files.filter { !$0.hasPrefix("data/") } + files.filter { $0.hasPrefix("data/") }
    let head = (chinese ? "  结果在 " : "  results in ") + "\(root)/current/"
    let rest = chinese ? "    等共 \(published.count) 个文件" : "    \(published.count) files in all"
    if record.outputs.contains(where: { $0.path == "review.json" }) {
      let command = "gongshi status \(record.pipeline) --period \(record.period)"
      let next = chinese ? "  审核后才能发布，进度见 \(command)" : "  to be reviewed before it is published: \(command)"
      return [head] + published.prefix(6).map { "    " + $0 } + (published.count > 6 ? [rest] : []) + [next]
    }
    return [head] + published.prefix(6).map { "    " + $0 } + (published.count > 6 ? [rest] : [])
  }

  private static func lines(of finding: Finding, _ language: Language, _ isColoured: Bool) -> [String] {
    let chinese = language == .chinese
    let isError = finding.severity == .error
    let word = isError ? (chinese ? "错误" : "error") : (chinese ? "警告" : "warning")
    let first = colour(word, isError ? "31" : "33", isColoured) + " " + Wording.sentence(finding, language)
    let remedy = Wording.remedy(finding, language).map { (chinese ? "     处理：" : "     remedy: ") + $0 }
    return [first] + (remedy.map { [$0] } ?? [])
  }

  /// What machines get: `--json`.
  func summary(in language: Language) -> RunSummary {
    RunSummary(
      outcome: record.outcome.rawValue, pipeline: record.pipeline, period: record.period, run: record.run,
      path: path, published: isPublished, errors: errors, warnings: warnings, residuals: residuals.count,
      waiting: waiting,
      findings: findings.prefix(Self.shown).map {
        .init(
          code: $0.code.rawValue, severity: $0.severity.rawValue, file: $0.location.file,
          row: $0.location.row,
          column: $0.location.column, message: Wording.message($0, language),
          remedy: Wording.remedy($0, language), suspects: $0.facts.suspects.map { $0.text(language) })
      }, outputs: record.outputs.map(\.path))
  }
}

struct RunSummary: Encodable {
  struct Item: Encodable {
    var code: String
    var severity: String
    var file: String
    var row: Int?
    var column: String?
    var message: String
    var remedy: String?
    var suspects: [String]
  }
  var outcome: String
  var pipeline: String
  var period: String
  var run: String
  var path: String
  var published: Bool
  var errors: Int
  var warnings: Int
  var residuals: Int
  var waiting: Int
  var findings: [Item]
  var outputs: [String]
}

extension FigureValue {
  /// As the terminal's headline prints it; nil when there is none.
  fileprivate var headline: String? {
    guard let now else { return nil }
    switch measure {
    case .money:
      let format = NumberFormat(decimals: 2, keepsTrailingZeros: false)
      return format.string(now.converted(from: .yuan, to: .tenThousandYuan)) + " 万元"
    case .count: return "\(now)"
    case .percent: return "\(now)%"
    case .score: return NumberFormat(decimals: 2).string(now) + " 分"
    }
  }
}

private func colour(_ text: String, _ code: String, _ isColoured: Bool) -> String {
  isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
}

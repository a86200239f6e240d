import Figures
import Foundation
import Pipeline

extension RunError {
  /// 1 a review is refused or the ledger does not hold, 2 the pipeline folder is wrong, 3 a file or the disk,
  /// 64 usage, 75 another run holds the lock.
  var exitCode: Int32 {
    switch self {
    case .refused(let reasons) where reasons.contains(where: \.isUsage): EX_USAGE
    case .refused, .ledger, .unsound: 1
    case .definition, .pipeline: 2
    case .storage, .noInput, .noRun, .noReview, .unsettled, .unsettledPublication: 3
    case .unknownPipeline, .period, .usage: EX_USAGE
    case .locked: EX_TEMPFAIL
    }
  }

  func sentence(in language: Language) -> String {
    language == .english ? english : chinese
  }

  private var chinese: String {
    switch self {
    case .definition(let errors):
      (["流程文件夹有 \(errors.count) 处错误："] + errors.map { "  " + $0.sentence(inEnglish: false) })
        .joined(separator: "\n")
    case .unknownPipeline(let name, let suggestion):
      "没有名为“\(name)”的流程" + (suggestion.map { "，是否想写“\($0)”？" } ?? "。") + "用 gongshi list 查看全部流程。"
    case .period(let text, let expected): "期间“\(text)”写法不对，应如 \(expected)。"
    case .usage(let chinese, _): chinese
    case .noInput(let path): "没有输入文件夹 \(path)：请把本期登记表放在这里。"
    case .storage(let path, let reason): "\(path)：\(reason)。请检查路径、权限和磁盘空间后重新运行；此前的结果没有改动。"
    case .locked(let path): "\(path) 正有另一次运行或发布，请等它结束后再运行。"
    case .noRun(let pipeline, let period):
      "还没有 \(pipeline) \(period) 的结果。请先运行 gongshi run \(pipeline) --period \(period)。"
    case .noReview(let pipeline, let run):
      "\(pipeline) 的结果（第 \(run) 次运行）没有审核步骤。请在 pipeline.yaml 里写上 review，重新运行。"
    case .refused(let reasons): reasons.sentence(in: .chinese)
    case .ledger(let path, let line, .changed):
      "\(path) 第 \(line) 行被改动过：内容与它的校验码不符。总账不可信时什么也不能办理；请从备份恢复这个文件，并查明经过。"
    case .ledger(let path, let line, .unchained):
      "\(path) 第 \(line) 行与上一行接不上：上一行被改写过，或者有行被删去、插入。总账不可信时什么也不能办理；请从备份恢复这个文件，并查明经过。"
    case .unsound(let faults, let pipeline, let period):
      faults.refusal(pipeline: pipeline, period: period, true)
    case .unsettled(let run, let root, let cause):
      "第 \(run) 次运行已经做完、记入总账，但 \(root) 里的链接没有换好（\(cause)）。排除故障后，下一次 run、publish 会接着换好。"
    case .unsettledPublication(let id, let root, let cause):
      "第 \(id) 次发布已经记入总账，但 \(root)/published 没有换好（\(cause)）。排除故障后，下一次 publish 会接着换好。"
    case .pipeline(let what): "流程文件夹有误：\(what)"
    }
  }

  private var english: String {
    switch self {
    case .definition(let errors):
      (["mistakes in the pipeline folder (\(errors.count)):"]
        + errors.map { "  " + $0.sentence(inEnglish: true) })
        .joined(separator: "\n")
    case .unknownPipeline(let name, let suggestion):
      "no pipeline '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ".") + " See gongshi list."
    case .period(let text, let expected): "'\(text)' is no period; write it like \(expected)."
    case .usage(_, let english): english
    case .noInput(let path): "there is no input folder \(path): put the period's registers there."
    case .storage(let path, let reason):
      "\(path): \(reason). Check the path, its permissions and the disk, and run again; nothing current was changed."
    case .locked(let path): "another run or publication is going on in \(path); wait for it to end."
    case .noRun(let pipeline, let period):
      "there is no result of \(pipeline) \(period) yet: gongshi run \(pipeline) --period \(period) makes it."
    case .noReview(let pipeline, let run):
      "the result of \(pipeline) (run \(run)) has no review steps: write review in pipeline.yaml and run again."
    case .refused(let reasons): reasons.sentence(in: .english)
    case .ledger(let path, let line, .changed):
      "\(path), line \(line) was changed: it is not what its digest says. Nothing can be done until the file is restored from a backup; find out what happened."
    case .ledger(let path, let line, .unchained):
      "\(path), line \(line) does not follow the line before: that one was rewritten, or lines were taken out or put in. Nothing can be done until the file is restored from a backup; find out what happened."
    case .unsound(let faults, let pipeline, let period):
      faults.refusal(pipeline: pipeline, period: period, false)
    case .unsettled(let run, let root, let cause):
      "run \(run) is done and in the ledger, but the links in \(root) could not be switched (\(cause)). Mend that; the next run or publish ends it."
    case .unsettledPublication(let id, let root, let cause):
      "publication \(id) is in the ledger, but \(root)/published could not be switched (\(cause)). Mend that; the next publish ends it."
    case .pipeline(let what): "the pipeline folder is wrong: \(what)"
    }
  }
}

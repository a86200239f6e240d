import Pipeline

extension RecordFault {
  func sentence(_ chinese: Bool) -> String {
    switch self {
    case .changed(let path): chinese ? "\(path) 被改动过" : "\(path) was changed"
    case .missing(let path): chinese ? "\(path) 不在了" : "\(path) is gone"
    case .stranger(let path): chinese ? "\(path) 不是程序放进去的" : "\(path) was put there by no command"
    case .notPlain(let path):
      chinese
        ? "\(path) 被换成了链接或别的东西，没有打开" : "\(path) was replaced by a link or something else; it was not opened"
    case .unrecorded(let path):
      chinese ? "\(path) 在总账里没有记录：总账末尾可能少了几行" : "\(path) is not in the ledger: its last lines may be gone"
    case .foreignLink(let path, let target):
      chinese ? "\(path) 指向 \(target)，不是程序指过去的" : "\(path) leads to \(target), where no command points it"
    case .replacedLink(let path):
      chinese
        ? "\(path) 应是链接，现在是文件夹或文件：复制时链接没有保留"
        : "\(path) is no link but a copy: whatever copied it did not keep links"
    case .behind(let path, let id, let last):
      chinese
        ? "\(path) \(id.map { "还指着第 \($0) 次运行" } ?? "没有了")，总账里最后是第 \(last) 次"
        : "\(path) \(id.map { "leads to run \($0)" } ?? "is gone"); the last in the ledger is run \(last)"
    case .unfinished(let id):
      chinese
        ? "第 \(id) 次发布没有做完：运行 gongshi publish 接着做完" : "publication \(id) is not finished: run gongshi publish"
    }
  }
}

extension [RecordFault] {
  /// Why a command does nothing, and what mends it.
  func refusal(pipeline: String, period: String, _ chinese: Bool) -> String {
    let command = "gongshi repair \(pipeline) --period \(period)"
    let head =
      chinese
      ? "磁盘上的结果与总账对不上，什么也没有做：" : "What lies on the disk and the ledger do not agree; nothing was done:"
    let mend =
      chinese
      ? """
      总账若是从备份恢复的，请换回最新的一份；没有更新的，或复制时丢了链接，用 \(command) --by 姓名 --opinion 原因 修复：\
      磁盘上完整的补记进总账，不完整的移到 set-aside/，链接重新指好，什么也不删。
      """
      : """
      If the ledger came from a backup, put the newest one back. If there is none, or a copy lost the links, \
      \(command) --by NAME --opinion WHY records what is whole, sets aside what is not, and points the links again.
      """
    return ([head] + map { "  " + $0.sentence(chinese) } + [mend]).joined(separator: "\n")
  }
}

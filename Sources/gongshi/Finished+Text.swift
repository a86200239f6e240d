import Pipeline

extension Finished {
  /// What was ended that an earlier command had left.
  func sentence(_ chinese: Bool) -> String {
    let run = run.map {
      chinese ? "上次中断的第 \($0) 次运行已接着换好" : "run \($0), stopped at its last moves, was ended"
    }
    let publication = publication.map {
      chinese ? "上次中断的第 \($0) 次发布已接着做完" : "publication \($0), stopped at its last moves, was ended"
    }
    return [run, publication].compactMap { $0 }.joined(separator: chinese ? "；" : "; ")
  }

  /// None when nothing was left.
  func lines(_ chinese: Bool) -> [String] { isNothing ? [] : ["  " + sentence(chinese)] }
}

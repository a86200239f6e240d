import Pipeline

extension Verification {
  /// How many of what differs the terminal shows.
  private static let shown = 20

  func text(in language: Language) -> String {
    let chinese = language == .chinese
    var lines = [
      chinese
        ? "总账 \(self.lines) 行，行行相接；核对了 \(runs) 次运行、\(publications) 次发布的 \(files) 个文件。"
        : "The ledger's \(self.lines) lines hold; \(files) files of \(runs) runs and \(publications) publications were checked.",
      chinese ? "  最后一行的校验码 \(head)" : "  digest of the last line \(head)",
    ]
    if isTorn {
      lines.append(
        chinese
          ? "  总账末尾有没写完的半行，是写入时中断留下的，没有记下任何事；下一次写入时会去掉。"
          : "  It ends with half a line, left by a writer that was stopped; the next writer cuts it off.")
    }
    if lost > 0 {
      lines.append(
        chinese ? "  \(lost) 次旧的运行、发布已记为遗失，没有核对。" : "  \(lost) older runs or publications are noted as lost.")
    }
    let faults = faults.map { $0.sentence(chinese) }
    if faults.isEmpty {
      lines.append(chinese ? "  都与记录相符。" : "  All is as recorded.")
    } else {
      lines.append(chinese ? "有 \(faults.count) 处与记录不符：" : "\(faults.count) not as recorded:")
      lines += faults.prefix(Self.shown).map { "  " + $0 }
      if faults.count > Self.shown {
        lines.append(chinese ? "  另有 \(faults.count - Self.shown) 处" : "  \(faults.count - Self.shown) more")
      }
    }
    return lines.joined(separator: "\n")
  }

  struct Summary: Encodable {
    var holds: Bool
    var lines: Int
    var head: String
    var torn: Bool
    var runs: Int
    var publications: Int
    var files: Int
    var lost: Int
    var faults: [String]
  }

  /// `--json`.
  var summary: Summary {
    Summary(
      holds: faults.isEmpty, lines: lines, head: head, torn: isTorn, runs: runs,
      publications: publications, files: files, lost: lost,
      faults: faults.map { $0.sentence(false) })
  }
}

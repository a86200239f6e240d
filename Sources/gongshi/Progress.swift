import Figures
import Foundation
import Logging
import Pipeline

/// Tells how far a run is: one line that changes on a terminal, plain dated lines in a log, nothing when quiet.
final class Progress {
  private let language: Language
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let logger: Logger
  private let run: String

  /// `run`: which one it is, for logs in which several stand.
  init(of run: String, language: Language, isQuiet: Bool) {
    self.run = run
    self.language = language
    self.isQuiet = isQuiet
    isTerminal = isatty(STDERR_FILENO) == 1
    logger = Logger(label: "gongshi") { StreamLogHandler.standardError(label: $0) }
  }

  func show(_ stage: Stage) {
    if isQuiet { return }
    let name = language == .chinese ? stage.title : stage.rawValue
    if isTerminal {
      FileHandle.standardError.write(Data("\r\u{1B}[K\(name) …".utf8))
    } else {
      logger.info("\(name)", source: run)
    }
  }

  /// Takes the changing line away, so that what follows starts clean.
  func clear() {
    if isTerminal, !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}

import ArgumentParser
import Figures
import Foundation
import Pipeline

/// Everything that is said on standard output and standard error.
struct Terminal {
  var language: Language
  var chinese: Bool { language == .chinese }

  func print(_ text: String) { Swift.print(text) }

  /// Runs the command's work; trouble becomes a sentence on standard error and an exit code.
  func reportingTrouble(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as RunError {
      complain(error.sentence(in: language))
      throw ExitCode(error.exitCode)
    }
  }

  func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  func print(json result: RunResult) { print(json: result.summary(in: language)) }

  func print(json value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    if let bytes = try? encoder.encode(value) {
      print(String(decoding: bytes, as: UTF8.self))
    }
  }

  func print(_ result: RunResult) { print(result.text(in: language, isColoured: isColoured)) }

  /// Colour on a terminal, unless NO_COLOR asks for none.
  var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}

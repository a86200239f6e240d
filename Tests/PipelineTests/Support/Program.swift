import Foundation

/// The program as users start it: the built executable, in a process of its own.
struct Program {
  struct Ended {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Where the tests themselves were built.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "gongshi")

  /// Its folder is where the program runs; it is kept as long as the program is.
  let sample: Sample
  var environment: [String: String] = [:]

  init(in sample: Sample) { self.sample = sample }

  func run(_ arguments: String...) throws -> Ended { try run(arguments) }

  func run(_ arguments: [String]) throws -> Ended {
    try Self.finish(begin(Self.executable.path, arguments))
  }

  /// The program under a limit that the shell sets first, such as `ulimit -f 8`.
  func run(after limit: String, _ arguments: String...) throws -> Ended {
    try Self.finish(
      begin("/bin/sh", ["-c", limit + "; exec \"$0\" \"$@\"", Self.executable.path] + arguments))
  }

  /// Starts the program, waits, and kills it the hard way. Whether it was still running then.
  func kill(after delay: Duration, _ arguments: String...) throws -> Bool {
    try kill(after: delay, arguments)
  }

  func kill(after delay: Duration, _ arguments: [String]) throws -> Bool {
    let started = try begin(Self.executable.path, arguments)
    Thread.sleep(forTimeInterval: delay / .seconds(1))
    let wasRunning = started.process.isRunning
    if wasRunning { Foundation.kill(started.process.processIdentifier, SIGKILL) }
    _ = try Self.finish(started)
    return wasRunning
  }

  /// Another program, with this one's folder and environment.
  func start(_ program: String, _ arguments: [String]) throws -> Ended {
    try Self.finish(begin(program, arguments))
  }

  private struct Started {
    var process: Process
    var output: URL
    var errors: URL
  }

  /// Output goes to files: a pipe that nobody reads would stop the program.
  private func begin(_ program: String, _ arguments: [String]) throws -> Started {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = sample.folder
    // What a killed program leaves behind goes with the sample.
    let temporary = ["TMPDIR": sample.folder.path]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }.merging(
      temporary
    ) { _, own in own }
    let place = FileManager.default.temporaryDirectory.appending(path: "gongshi-said-\(UUID().uuidString)")
    let (output, errors) = (place.appendingPathExtension("out"), place.appendingPathExtension("err"))
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return Started(process: process, output: output, errors: errors)
  }

  private static func finish(_ started: Started) throws -> Ended {
    started.process.waitUntilExit()
    defer { for file in [started.output, started.errors] { try? FileManager.default.removeItem(at: file) } }
    return Ended(
      status: started.process.terminationStatus,
      output: try String(contentsOf: started.output, encoding: .utf8),
      errors: try String(contentsOf: started.errors, encoding: .utf8))
  }
}

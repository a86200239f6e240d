import Foundation
import TestSupport
import Testing

/// Every `pipelines/*/examples/<case>`: `input/` is run for the periods that `expected/` has a folder of, and what
/// is published compared with it, whole. Of a case with errors nothing is published: its findings are compared. `RECORD=1 swift test --filter ExamplesTests` writes `expected/` anew; the
/// difference is reviewed like code.
@Suite("Examples")
struct ExamplesTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var pipeline: String
    var folder: URL

    var input: URL { folder.appending(path: "input") }
    /// The input of other pipelines, where this one reads their registers.
    var others: URL? {
      let folder = folder.appending(path: "others")
      return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
    var expected: URL { folder.appending(path: "expected") }
    var testDescription: String { "\(pipeline): \(folder.lastPathComponent)" }

    static let all = names(in: Repository.pipelines).flatMap { pipeline -> [Example] in
      let examples = Repository.pipelines.appending(path: "\(pipeline)/examples")
      return names(in: examples).map { Example(pipeline: pipeline, folder: examples.appending(path: $0)) }
    }

    /// Those recorded, or the last one that there are registers of.
    var periods: [String] {
      let recorded = names(in: expected)
      return recorded.isEmpty ? Array(names(in: input).suffix(1)) : recorded
    }
  }

  @Test("there are some")
  func found() { #expect(!Example.all.isEmpty) }

  @Test(arguments: Example.all)
  func publishesWhatIsExpected(_ example: Example) throws {
    let sample = try Sample(pipeline: example.pipeline, input: example.input, others: example.others)
    for period in example.periods {
      let outcome = try sample.run(period)
      #expect(outcome.isPublished == outcome.errors.isEmpty)
      let run = sample.output(period).appending(path: outcome.isPublished ? "current" : "latest")
      var published = try readable(run.resolvingSymlinksInPath())
      if !outcome.isPublished { published = published.filter { $0.key == "findings.csv" } }
      let folder = example.expected.appending(path: period)
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try record(published, in: folder)
      } else {
        try compare(published, with: folder)
      }
    }
  }

  /// The published files by their names, workbooks as texts. The workbook of findings repeats findings.csv; the list of
  /// what is reviewed holds digests of workbooks, which another version of the library writes otherwise.
  private func readable(_ folder: URL) throws -> [String: String] {
    var texts: [String: String] = [:]
    for (name, data) in try OutputTree(folder).files where !["findings.xlsx", "review.json"].contains(name) {
      if name.hasSuffix(".xlsx") {
        let workbook = try XLSXReader(folder.appending(path: name))
        texts[name + ".txt"] = try WorkbookText.text(of: workbook)
      } else if name.hasSuffix(".html") {
        texts[name] = Self.body(of: String(decoding: data, as: UTF8.self))
      } else {
        texts[name] = String(decoding: data, as: UTF8.self)
      }
    }
    return texts
  }

  /// A page without its head, which is the same style in all of them.
  private static func body(of page: String) -> String {
    guard let start = page.range(of: "<body>") else { return page }
    return String(page[start.lowerBound...])
  }

  private func record(_ published: [String: String], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (name, text) in published {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func compare(_ published: [String: String], with folder: URL) throws {
    let expected = try OutputTree(folder, exempt: [])
    #expect(published.keys.sorted() == expected.names)
    for name in expected.names {
      guard let text = published[name] else { continue }
      let (new, old) = (lines(text), lines(try expected.text(name)))
      let place = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }
      if let place {
        Issue.record(
          "\(name) line \(place.offset + 1)\n  now:      \(place.element.0)\n  expected: \(place.element.1)")
      } else if new.count != old.count {
        Issue.record("\(name) has \(new.count) lines, expected are \(old.count)")
      }
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// The folders in a folder, sorted, without hidden ones.
private func names(in folder: URL) -> [String] {
  let all =
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey]))
    ?? []
  return all.filter { $0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }.map(\.lastPathComponent)
    .sorted()
}

import Foundation

/// A small invented pipeline for the tests of the year before: two parks and their fees of two years.
///
/// Of last year's folder every register may be missing; grants (拨款) are never read there.
enum Parks {
  static func sample(_ edits: [Edit] = []) throws -> Sample {
    let fixture = Repository.fixtures.appending(path: "parks")
    return try Sample(
      edits, pipeline: "parks", input: fixture.appending(path: "input/parks"),
      pipelines: fixture.appending(path: "pipelines"))
  }
}

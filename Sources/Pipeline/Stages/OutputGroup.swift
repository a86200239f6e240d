import Figures

/// Outputs about the same – a unit's workbook, notice, page and data – that one core makes one after the other, so
/// that it reads the lists which they show once.
struct OutputGroup: Sendable {
  /// Places among the jobs, in their order.
  private(set) var jobs: [Int] = []
  /// How many outputs there are of a kind; of its most frequent one.
  private(set) var rank = 0
  private var lines: Set<Int> = []

  /// What a row is about: the value in its first column, by which lists are looked up.
  private struct Subject: Hashable {
    var column: String
    var value: Value

    init?(_ row: ResultRow?) {
      guard let row, let column = row.columns.first else { return nil }
      (self.column, value) = (column, row[place: 0])
    }
  }

  /// All jobs in groups. A group has at most one output of a kind: many rows about the same are many groups. Kinds
  /// with few outputs are not grouped, so that all cores have work to the end.
  ///
  /// - Parameter counts: how many outputs there are of each kind, which its line in `pipeline.yaml` tells.
  static func groups(of jobs: [OutputJob], counts: [Int: Int], cores: Int) -> [OutputGroup] {
    var groups: [OutputGroup] = []
    var last: [Subject: Int] = [:]
    for (index, job) in jobs.enumerated() {
      let (line, count) = (job.output.line, counts[job.output.line, default: 1])
      let subject = count < 4 * cores ? nil : Subject(job.row)
      var place = subject.flatMap { last[$0] } ?? groups.count
      if place < groups.count, groups[place].lines.contains(line) { place = groups.count }
      if place == groups.count { groups.append(OutputGroup()) }
      groups[place].add(index, line, count)
      if let subject { last[subject] = place }
    }
    return groups
  }

  private mutating func add(_ job: Int, _ line: Int, _ count: Int) {
    jobs.append(job)
    rank = max(rank, count)
    lines.insert(line)
  }
}

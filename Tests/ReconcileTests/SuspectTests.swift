import Figures
import Reconcile
import Testing

/// 1,000 sums of 3 to 40 parts, exact and rounded, with one error each: kinds equally frequent, half in the total.
@Suite("Suspects of planted errors")
struct SuspectTests {
  private struct Count {
    var cases = 0
    /// Some other cell alone is named.
    var innocent = 0
    var among = 0
    /// Only one cell explains it.
    var single = 0
    var singleFirst = 0

    mutating func add(_ sum: PlantedSum) {
      let search = HintSearch(totals: [sum.total], parts: sum.parts, elsewhere: sum.elsewhere)
      let suspects = search.hints.map(\.cell)
      cases += 1
      let isAmong = suspects.contains(where: sum.culprit.contains)
      among += isAmong ? 1 : 0
      innocent += suspects.count == 1 && !isAmong ? 1 : 0
      let fitting = sum.fitting
      guard fitting.count == 1, fitting == sum.culprit else { return }
      single += 1
      singleFirst += suspects.first.map(sum.culprit.contains) == true ? 1 : 0
    }

    static func + (a: Count, b: Count) -> Count {
      Count(
        cases: a.cases + b.cases, innocent: a.innocent + b.innocent, among: a.among + b.among,
        single: a.single + b.single, singleFirst: a.singleFirst + b.singleFirst)
    }

    func line(_ name: String) -> String {
      "\(name): \(cases) errors, culprit among the suspects \(among), an innocent alone \(innocent); "
        + "explained by one cell \(single), which is named first \(singleFirst)"
    }
  }

  @Test(
    "the culprit is named first where it alone fits, among three in 75 %, an innocent alone in at most 3 %")
  func planted() {
    var random = SeededNumbers(29)
    var counts: [PlantedKind: Count] = [:]
    for number in 0..<1000 {
      let kind = PlantedKind.allCases[number % PlantedKind.allCases.count]
      let round = number / PlantedKind.allCases.count
      var sum: PlantedSum?
      while sum == nil {
        sum = PlantedSum(kind, inTotal: round % 2 == 0, isRounded: round / 2 % 2 == 0, &random)
      }
      if let sum { counts[kind, default: Count()].add(sum) }
    }
    let all = counts.values.reduce(Count(), +)
    let table = PlantedKind.allCases.map { (counts[$0] ?? Count()).line($0.rawValue) } + [all.line("all")]
    print(table.joined(separator: "\n"))
    #expect(all.cases == 1000)
    #expect(all.single >= 300 && all.singleFirst * 100 >= all.single * 99, "\(all.line("all"))")
    #expect(all.among * 100 >= all.cases * 75, "\(all.line("all"))")
    #expect(all.innocent * 100 <= all.cases * 3, "\(all.line("all"))")
  }

  @Test("a sum of many hundreds of parts is searched through")
  func many() {
    var random = SeededNumbers(1)
    let parts = (0..<900).map {
      SumCell(
        label: "\($0)", value: Fixed(units: .random(in: 1...9_999_999_999, using: &random), decimals: 2))
    }
    let sum = parts.reduce(0) { $0 + $1.value.units }
    let total = SumCell(label: "合计", value: Fixed(units: sum * 10, decimals: 2), weight: -1)
    #expect(HintSearch(totals: [total], parts: parts).suspects == [Suspect(label: "合计")])
  }
}

import Figures
import Testing

struct MissingPartTests {
  private let printed = PrintedFigure(Fixed(units: 918, decimals: 2), decimals: 2)

  @Test func aMissingPartIsZeroUnknownOrAnError() {
    let parts: [(weight: Int64, figure: PrintedFigure?)] = [(1, printed), (1, nil), (-1, printed), (1, nil)]
    let given = [WeightedFigure(printed), WeightedFigure(printed, weight: -1)]
    #expect(MissingPart.zero.complete(parts) == .complete(given))
    #expect(MissingPart.unknown.complete(parts) == .unknown)
    #expect(MissingPart.error.complete(parts) == .missing([1, 3]))
  }

  @Test(arguments: MissingPart.allCases)
  func nothingMissing(policy: MissingPart) {
    #expect(policy.complete([(1, printed)]) == .complete([WeightedFigure(printed)]))
  }
}

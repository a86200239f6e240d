import Compute
import Emit
import Figures

/// The tables and figures that outputs may name: all of them inside the office, and for the public none that
/// personal data reaches.
struct OutputNames {
  typealias Audience = RunRecord.Output.Audience

  let figures: [FigureDefinition]
  private let columns: [String: [String]]
  private let privacy: FolderPrivacy

  init(figures: [FigureDefinition], columns: [String: [String]], privacy: FolderPrivacy) {
    (self.figures, self.columns, self.privacy) = (figures, columns, privacy)
  }

  func columns(_ audience: Audience) -> [String: [String]] {
    audience == .internal ? columns : privacy.open(columns)
  }

  func layoutNames(_ audience: Audience, forEach model: String?) -> LayoutNames {
    let columns = columns(audience)
    var names = LayoutNames(
      models: columns, figures: byID(audience, \.keys), publisher: model.flatMap { columns[$0] } ?? [],
      measures: byID(audience, \.measure))
    names.noYearBefore = byID(audience, \.noYearBefore).compactMapValues { $0 }
    names.wholeShares = Set(figures.filter(\.addsUpToWhole).map(\.id))
    names.halfToEven = Set(figures.filter(\.isHalfToEven).map(\.id))
    return names
  }

  func catalogue(_ audience: Audience, workbooks: Set<String> = []) -> NoticeCatalogue {
    NoticeCatalogue(
      columns: columns(audience),
      figures: byID(audience) { .init(measure: $0.measure, keys: $0.keys, noYearBefore: $0.noYearBefore) },
      workbooks: workbooks)
  }

  private func byID<Value>(
    _ audience: Audience, _ value: (FigureDefinition) -> Value
  ) -> [String: Value] {
    let open = figures.filter { audience == .internal || privacy.closed.isDisjoint(with: $0.tables) }
    return Dictionary(open.map { ($0.id, value($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

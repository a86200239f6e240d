import Compute
import Figures
import Reconcile
import Store

/// The published figures, and the proof of printed figures against them and against each other.
struct ComputeStage {
  private let run: Run
  private let loaded: LoadedRegisters
  private let reader: Reader
  private let figures: ReconcileStage.Figures?

  /// - Parameter figures: as they were read beside the checks; nil reads them now.
  init(_ run: Run, _ loaded: LoadedRegisters, reader: Reader, figures: ReconcileStage.Figures?) {
    (self.run, self.loaded, self.reader, self.figures) = (run, loaded, reader, figures)
  }

  /// The tables with their figures; nil, and reported, when a sum overflows. What needs no figures is proved all the same.
  func perform(_ book: inout RunBook) throws -> RunTables? {
    let figures = try orTooLarge { try self.figures?.get() ?? FigureBook(run, loaded, reader: reader) }
    try prove(figures, &book)
    guard let figures else { return nil }
    for (label, text) in run.folder.definition.summary {
      guard let reference = FigureReference(text) else { continue }
      guard let value = try orTooLarge({ try figures.value(reference) { _ in nil } }) else { return nil }
      book.headline.append((label, value))
    }
    return RunTables(reader: reader, figures: figures)
  }

  private func orTooLarge<T>(_ figures: () throws -> T) throws -> T? {
    do {
      return try figures()
    } catch  where error.isOfLargeNumbers {
      let sources = run.folder.figures.compactMap(\.rows).reduce(into: Set()) {
        $0.formUnion(run.folder.sources[$1.from, default: []])
      }
      run.findings.report(try .tooLarge("公布的数", over: sources, run, loaded, reader))
      return nil
    }
  }

  /// Without figures, printed figures are held against each other alone.
  private func prove(_ figures: FigureBook?, _ book: inout RunBook) throws {
    let context = CheckContext(run, loaded, reader: reader, figures: figures)
    for claim in run.folder.checks.claims where figures != nil {
      try claim.check(context).forEach(run.findings.report)
    }
    for balance in run.folder.checks.balances where balance.isRounded {
      note(try balance.check(context), &book)
    }
    for ratio in run.folder.checks.ratios { note(try ratio.check(context), &book) }
  }

  private func note(_ report: BalanceReport, _ book: inout RunBook) {
    report.findings.forEach(run.findings.report)
    book.residuals += report.residuals
  }
}

extension FigureBook {
  /// Reads the figures of a run.
  convenience init(_ run: Run, _ loaded: LoadedRegisters, reader: Reader) throws {
    try self.init(
      run.folder.figures, year: Int64(run.period.year), before: YearBefore(run, loaded),
      columns: { run.folder.columns[$0] ?? [] },
      query: { try reader.rows($0) })
  }
}

extension YearBefore {
  /// nil when no register of that year was found.
  fileprivate init?(_ run: Run, _ loaded: LoadedRegisters) {
    guard loaded.hasBefore else { return nil }
    let unknown = run.folder.figures.filter { figure in
      figure.noYearBefore != nil
        || !figure.tables.allSatisfy { run.folder.years.sources(of: $0).isSubset(of: loaded.before) }
    }
    self.init(year: Int64(run.period.before), unknown: Set(unknown.map(\.id)))
  }
}

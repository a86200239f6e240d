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

  /// The tables with their figures; nil, and reported, when a sum overflows.
  func perform(_ book: inout RunBook) throws -> RunTables? {
    do {
      let figures = try figures?.get() ?? FigureBook(run, loaded, reader: reader)
      try prove(figures, &book)
      for (label, text) in run.folder.definition.summary {
        guard let reference = FigureReference(text) else { continue }
        book.headline.append((label, try figures.value(reference) { _ in nil }))
      }
      return RunTables(reader: reader, figures: figures)
    } catch StoreError.overflow {
      reportOverflow()
    } catch is ArithmeticOverflow {
      reportOverflow()
    }
    return nil
  }

  private func prove(_ figures: FigureBook, _ book: inout RunBook) throws {
    let context = CheckContext(run, loaded, reader: reader, figures: figures)
    for claim in run.folder.checks.claims {
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

  private func reportOverflow() {
    run.findings.report(Finding(.overflowSum, at: SourceLocation(file: "figures.yaml"), facts: Facts()))
  }
}

extension FigureBook {
  /// Reads the figures of a run.
  convenience init(_ run: Run, _ loaded: LoadedRegisters, reader: Reader) throws {
    try self.init(
      run.folder.figures, year: Int64(run.period.year),
      before: loaded.hasBefore ? Int64(run.period.before) : nil,
      columns: { run.folder.columns[$0] ?? [] }, query: { try reader.rows($0) })
  }
}

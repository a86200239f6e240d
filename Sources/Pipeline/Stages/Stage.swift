/// The four stages, in order.
public enum Stage: String, Hashable, Sendable, CaseIterable, Comparable {
  case ingest, reconcile, compute, emit

  public static func < (a: Stage, b: Stage) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }

  /// In Chinese, as people read it.
  public var title: String {
    switch self {
    case .ingest: "读入"
    case .reconcile: "核对"
    case .compute: "计算"
    case .emit: "产出"
    }
  }
}

/// Why nothing is ever known of a figure's year before, so that nothing may ask for it.
public enum NoYearBefore: Hashable, Sendable {
  /// The pipeline reads no registers of the year before.
  case pipeline
  /// The rows of the table do not say which year they are about.
  case noYear(table: String)
  /// The titles of the registers behind it that are not read in the year before.
  case unread(registers: [String])

  /// What is wrong with something that asks for the year before: `procurement.change`, `{{change(procurement)}}`.
  public func problem(with what: String) -> DefinitionError.Problem {
    .other("“\(what)”没有上年数：\(chinese)", english: "'\(what)' has no year before: \(english)")
  }

  private var chinese: String {
    switch self {
    case .pipeline: "流程不读上年的登记表，要读就在 pipeline.yaml 里写 before: true"
    case .noYear(let table): "“\(table)”没有 year 或 _year 列，分不出年度"
    case .unread(let registers):
      "上年文件夹里不读\(registers.joined(separator: "、"))，要读就改它的 gongshi:before"
    }
  }

  private var english: String {
    switch self {
    case .pipeline: "the pipeline reads no registers of that year; 'before: true' in pipeline.yaml does"
    case .noYear(let table): "'\(table)' has no column year or _year"
    case .unread(let registers):
      "\(registers.joined(separator: ", ")) of that year is never read; see gongshi:before"
    }
  }
}

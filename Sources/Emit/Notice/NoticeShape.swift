import Definitions
import Figures

/// The names that a template can use, each with the kind of what stands behind it.
public typealias NoticeFields = [String: NoticeShape]

/// The kind of a value that a template sees. Every value may be missing (NULL, no rows): whether it is shows only
/// in the data.
public indirect enum NoticeShape: Hashable, Sendable {
  /// A cell of a model's row: text or a whole number, which SQL does not say.
  case column
  case text
  /// The sheets of a workbook layout.
  case sheets
  case integer
  /// True or false: for sections only.
  case flag
  /// With why its year before is never known, where it is not.
  case figure(Measure, noYearBefore: NoYearBefore? = nil)
  case record(NoticeFields)
  /// Rows.
  case list(NoticeFields)
  /// Lines of a text.
  case texts

  /// Whether `{{name}}` alone says something; a figure needs to be told how it is printed.
  var isPrintable: Bool {
    switch self {
    case .column, .text, .sheets, .integer: true
    case .flag, .figure, .record, .list, .texts: false
    }
  }
}

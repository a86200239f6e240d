import Figures

extension Value {
  /// nil for nothing.
  var words: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .text(let text): text
    }
  }
}

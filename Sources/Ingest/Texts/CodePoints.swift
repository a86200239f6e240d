import Figures

/// Texts that look alike, told apart by the numbers of their characters.
enum CodePoints {
  /// The text with the number behind every character beyond ASCII that the other lacks: `K[U+212A]-1`.
  static func shown(_ text: UnsafeBufferPointer<UInt8>, unlike other: UnsafeBufferPointer<UInt8>) -> String {
    let known = Set(String(decoding: other, as: UTF8.self).unicodeScalars)
    let shown = String(decoding: text[CleanText.edges(of: text)].prefix(8 * Excerpt.length), as: UTF8.self)
    return shown.unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar)
      if !scalar.isASCII, !known.contains(scalar) { result += "[\(scalar.codePoint)]" }
    }
  }
}

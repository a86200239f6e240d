import Foundation

/// Characters that look like others and are not the same: radicals (⼯ for 工), as texts from PDFs have them, and
/// compatibility forms of letters. Forms that are seen to be others (Ⅱ, ①, ㎡, full-width letters) are none.
enum Lookalike {
  static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0xFB00...0xFB06, 0xFE30...0xFE6F, 0x1D400...0x1D7FF: true
    default: false
    }
  }

  /// The text with the characters that are meant, as far as they are known.
  static func meant(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let whole = radicals[scalar] {
        result.unicodeScalars.append(whole)
      } else if isOne(scalar) {
        result += String(scalar).precomposedStringWithCompatibilityMapping
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Radicals for which Unicode itself has no compatibility form, as far as they are whole characters too.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "⺁⺄⺜⺝⺠⺩⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲".unicodeScalars,
      "厂乙日月民王西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀".unicodeScalars))
}

extension Lookalike {
  /// The first of them in a text and what it is taken for, for a finding that shows both.
  static func first(in text: UnsafeBufferPointer<UInt8>) -> [String: String] {
    var scalars = UTF8Scalars(text)
    while let scalar = scalars.next() {
      guard isOne(scalar) else { continue }
      let whole = meant(String(scalar)).unicodeScalars
      var both = ["character": scalar.codePoint, "shown": String(scalar)]
      if whole.first != scalar {
        both["meant"] = String(whole)
        both["meantCharacter"] = whole.first?.codePoint
      }
      return both
    }
    return [:]
  }
}

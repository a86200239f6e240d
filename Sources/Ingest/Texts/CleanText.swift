import Figures
import Foundation

/// One text as it is kept.
enum CleanText {
  /// What remains of a text between the blanks at its edges, what is to be said about that, and its bytes where they
  /// are others than the file has.
  static func of(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (edges: Range<Int>, traits: TextTraits, text: [UInt8]?) {
    let edges = edges(of: bytes)
    let inner = UnsafeBufferPointer(rebasing: bytes[edges])
    if let quoted = formulaText(inner) {
      let (range, traits, text) = quoted.withUnsafeBufferPointer { of($0) }
      return (edges, traits, text ?? Array(quoted[range]))
    }
    var traits = TextTraits(of: inner)
    guard traits.contains(.mayCompose) else { return (edges, traits, nil) }
    traits.remove(.mayCompose)
    let composed = Array(
      String(decoding: inner, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    if composed.elementsEqual(inner) { return (edges, traits, nil) }
    traits.formUnion(.composed)
    return (edges, traits, composed)
  }

  /// Without blanks on either side.
  static func edges(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    while start < bytes.count {
      var scalars = UTF8Scalars(UnsafeBufferPointer(rebasing: bytes[start...]))
      guard let scalar = scalars.next(), CharacterKind(scalar).isBlank else { break }
      start += scalars.index
    }
    var end = bytes.count
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      var scalars = UTF8Scalars(UnsafeBufferPointer(rebasing: bytes[last..<end]))
      guard let scalar = scalars.next(), CharacterKind(scalar).isBlank else { break }
      end = last
    }
    return start..<end
  }

  /// `="0123"`, by which exports keep a spreadsheet from taking a code for a number: its text; nil for any other.
  private static func formulaText(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 3, bytes[0] == UInt8(ascii: "="), bytes[1] == quote, bytes[bytes.count - 1] == quote
    else { return nil }
    var text: [UInt8] = []
    var rest = bytes[2..<(bytes.count - 1)]
    while let byte = rest.popFirst() {
      if byte == quote, rest.popFirst() != quote { return nil }
      text.append(byte)
    }
    return text
  }
}

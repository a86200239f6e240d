import Glibc

/// A set of texts that is asked for millions of cells: no string is made to ask it.
struct TextSet {
  private var texts: [[UInt8]] = []
  /// Indices into `texts`, −1 for a free place; a power of two, at least twice as many as texts.
  private var places: [Int32]

  init(_ members: [String]) {
    var size = 4
    while size < members.count * 2 { size *= 2 }
    places = Array(repeating: -1, count: size)
    for member in members { insert(Array(member.utf8)) }
  }

  var isEmpty: Bool { texts.isEmpty }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = Int(truncatingIfNeeded: KeyHash.lane(text, KeyHash.firstSeed)) & (places.count - 1)
    while places[place] >= 0 {
      if isEqual(texts[Int(places[place])], text) { return true }
      place = (place + 1) & (places.count - 1)
    }
    return false
  }

  private mutating func insert(_ text: [UInt8]) {
    let hash = text.withUnsafeBufferPointer { KeyHash.lane($0, KeyHash.firstSeed) }
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] >= 0 {
      if texts[Int(places[place])] == text { return }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(texts.count)
    texts.append(text)
  }

  private func isEqual(_ member: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard member.count == text.count else { return false }
    guard let start = text.baseAddress else { return true }
    return member.withUnsafeBytes { memcmp($0.baseAddress.unsafelyUnwrapped, start, text.count) == 0 }
  }
}

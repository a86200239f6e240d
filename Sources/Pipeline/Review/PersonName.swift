import Foundation

/// A person's name as it is compared: without spaces and width, so that 张 三 is 张三.
struct PersonName: Hashable, Sendable {
  private let plain: String

  init(_ name: String) {
    plain = name.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }

  var isEmpty: Bool { plain.isEmpty }
}

import CPCRE2

/// A pattern of the schema, compiled: it must fit the whole cell. A match limit stands against patterns that
/// explode, such as `(a+)+$`.
final class Pattern {
  /// A pattern that is none; `offset` counts characters.
  struct Mistake: Error {
    var message: String
    var offset: Int
  }

  enum Outcome {
    case fits, differs
    /// The limit was reached: nothing is known.
    case limit
  }

  /// Steps of matching, about a hundredth of a second; a sensible pattern takes less than a hundred.
  private static let matchLimit: UInt32 = 200_000
  private static let depthLimit: UInt32 = 10_000
  private static let heapLimitInKiB: UInt32 = 4096

  private let code: OpaquePointer
  private let match: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  init(_ pattern: String) throws(Mistake) {
    var error: Int32 = 0
    var offset = 0
    // Cells may be anything: with MATCH_INVALID_UTF even broken text is safe. `\C` would split characters.
    let options =
      UInt32(PCRE2_UTF) | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_MATCH_INVALID_UTF
    var text = pattern
    let compiled = text.withUTF8 {
      pcre2_compile_8($0.baseAddress, $0.count, options, &error, &offset, nil)
    }
    guard let compiled else { throw Self.mistake(error, offset, in: pattern) }
    guard let match = pcre2_match_data_create_8(1, nil), let context = pcre2_match_context_create_8(nil)
    else {
      throw Mistake(message: "out of memory", offset: 0)
    }
    (code, self.match, self.context) = (compiled, match, context)
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    stack = pcre2_jit_stack_create_8(32 * 1024, 512 * 1024, nil)
    pcre2_jit_stack_assign_8(context, nil, stack.map { UnsafeMutableRawPointer($0) })
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_depth_limit_8(context, Self.depthLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimitInKiB)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(match)
    pcre2_jit_stack_free_8(stack)
    pcre2_code_free_8(code)
  }

  func outcome(on text: UnsafeBufferPointer<UInt8>) -> Outcome {
    let result = pcre2_match_8(code, text.baseAddress, text.count, 0, 0, match, context)
    if result >= 0 { return .fits }
    return result == PCRE2_ERROR_NOMATCH ? .differs : .limit
  }

  private static func mistake(_ error: Int32, _ offset: Int, in pattern: String) -> Mistake {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
    let message = String(decoding: buffer.prefix(Int(max(0, length))), as: UTF8.self)
    return Mistake(
      message: message, offset: String(decoding: pattern.utf8.prefix(offset), as: UTF8.self).count)
  }
}

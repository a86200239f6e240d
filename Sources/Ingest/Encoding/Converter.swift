import Glibc

/// The C library's iconv, to UTF-8 and strict: what has no character stops it.
final class Converter {
  private let descriptor: iconv_t

  enum Stop {
    case done
    /// The rest of the input is the beginning of a character.
    case incomplete
    case invalid
    case outputFull
  }

  /// nil when the C library lacks the encoding.
  init?(from: String, to: String = "UTF-8") {
    guard let descriptor = iconv_open(to, from), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts as much as it can; `read` and `written` count bytes.
  func convert(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (read: Int, written: Int, stop: Stop) {
    var source = input.baseAddress.map {
      UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: CChar.self))
    }
    var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    var room = output.count
    let result = iconv(descriptor, &source, &left, &target, &room)
    let code = errno
    let stop: Stop = result == -1 ? Self.stop(code) : .done
    return (input.count - left, output.count - room, stop)
  }

  private static func stop(_ code: Int32) -> Stop {
    switch code {
    case E2BIG: .outputFull
    case EINVAL: .incomplete
    default: .invalid
    }
  }
}

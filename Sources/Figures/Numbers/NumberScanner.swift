/// Walks over a text as people type it: full-width digits, signs and spaces count as their plain forms.
struct NumberScanner {
  private(set) var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
    skipSpaces()
    while let last = rest.last, Self.plain(last) == " " { rest.removeLast() }
  }

  var isAtEnd: Bool { rest.isEmpty }
  var peek: Unicode.Scalar? { rest.first.map(Self.plain) }
  /// The rest in its plain form.
  var plainText: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: rest.lazy.map(Self.plain))
    return String(text)
  }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipLast(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.last.map(Self.plain) == scalar else { return false }
    rest.removeLast()
    return true
  }

  mutating func skipOne() { _ = rest.popFirst() }

  mutating func skipSpaces() { while skip(" ") {} }

  mutating func skipSign() -> Bool? {
    if skip("-") { return true }
    return skip("+") ? false : nil
  }

  /// Digits with or without grouping and decimals, and what people write after them is left. `.5` is read, as
  /// databases export it; `5.` is not, since it may be the number of a paragraph.
  mutating func scanDigits() -> Result<Digits, NumberProblem> {
    var digits = Digits()
    var grouping = Grouping()
    while let scalar = peek {
      if let digit = Self.digit(scalar) {
        digits.appendWhole(digit)
        grouping.length += 1
      } else if scalar == "," {
        grouping.close()
      } else {
        break
      }
      rest.removeFirst()
    }
    let hasWhole = digits.wholes > 0
    if grouping.isUsed {
      guard hasWhole else { return .failure(.notANumber) }
      guard grouping.isRight, !digits.startsWithZero else { return .failure(.grouping) }
    }
    if skip(".") {
      guard scanFraction(into: &digits) else { return .failure(.notANumber) }
      if peek == "," { return .failure(.grouping) }
      if peek == "." { return .failure(.notANumber) }
    } else if !hasWhole {
      return .failure(.notANumber)
    }
    return isAtExponent ? .failure(.scientificNotation) : .success(digits)
  }

  private mutating func scanFraction(into digits: inout Digits) -> Bool {
    var count = 0
    while let digit = peek.flatMap(Self.digit) {
      digits.appendDecimal(digit)
      rest.removeFirst()
      count += 1
    }
    return count > 0
  }

  private var isAtExponent: Bool {
    guard peek == "e" || peek == "E" else { return false }
    guard let next = rest.dropFirst().first.map(Self.plain) else { return false }
    return next == "+" || next == "-" || Self.digit(next) != nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt64? {
    ("0"..."9").contains(scalar) ? UInt64(scalar.value - 48) : nil
  }

  /// The plain form of full-width ASCII (U+FF01–FF5E), of ￥, of the minus sign and of spaces.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE5: "¥"
    case 0x2212: "-"
    case 0x09, 0x0A, 0x0D, 0xA0, 0x3000: " "
    default: scalar
    }
  }
}

/// Whether commas part thousands: one to three digits, and then threes.
private struct Grouping {
  private(set) var isUsed = false
  private var isRightSoFar = true
  /// Digits since the last comma.
  var length = 0

  mutating func close() {
    isRightSoFar = isRightSoFar && (isUsed ? length == 3 : (1...3).contains(length))
    isUsed = true
    length = 0
  }

  var isRight: Bool { isRightSoFar && length == 3 }
}

/// Digits as they are read, of any number: what does not fit is remembered, not wrapped.
struct Digits {
  private(set) var magnitude: UInt64 = 0
  /// Decimals up to the last that is not 0.
  private(set) var decimals = 0
  /// Decimals as written.
  private(set) var writtenDecimals = 0
  private(set) var startsWithZero = false
  private var overflows = false
  private(set) var wholes = 0

  mutating func appendWhole(_ digit: UInt64) {
    startsWithZero = startsWithZero || (wholes == 0 && digit == 0)
    wholes += 1
    append(digit)
  }

  mutating func appendDecimal(_ digit: UInt64) {
    writtenDecimals += 1
    guard digit > 0 else { return }
    while decimals < writtenDecimals - 1 {
      append(0)
      decimals += 1
    }
    append(digit)
    decimals += 1
  }

  private mutating func append(_ digit: UInt64) {
    let (ten, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = ten.addingReportingOverflow(digit)
    magnitude = sum
    overflows = overflows || overflow || carry
  }

  func fixed(isNegative: Bool, decimals allowed: Int) -> Result<Fixed, NumberProblem> {
    if decimals > allowed { return .failure(.tooManyDecimals(allowed: allowed)) }
    let sign: Int128 = isNegative ? -1 : 1
    guard !overflows, let wide = scaled(Int128(magnitude) * sign, byPowerOfTen: allowed - decimals),
      let units = Int64(exactly: wide)
    else { return .failure(.overflow) }
    return .success(Fixed(units: units, decimals: allowed))
  }
}

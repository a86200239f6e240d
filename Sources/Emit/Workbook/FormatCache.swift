import CXLSXWriter

/// A workbook's cell formats, each made once.
final class FormatCache {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  /// A workbook has few formats: they are looked through one by one, those made first first.
  private var keys: [UInt32] = []
  private var formats: [Format?] = []

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  func format(for cell: GridCell) -> Format? { format(for: cell.style, NumberPattern(cell.content)) }

  func format(for style: GridStyle, _ pattern: NumberPattern) -> Format? {
    let key = style.key << 8 | UInt32(pattern.key)
    for index in keys.indices where keys[index] == key { return formats[index] }
    let format = make(style, pattern)
    keys.append(key)
    formats.append(format)
    return format
  }

  private func make(_ style: GridStyle, _ pattern: NumberPattern) -> Format? {
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_font_name(format, "宋体")
    format_set_font_size(format, style.role.fontSize)
    if style.isBold { format_set_bold(format) }
    format_set_align(format, UInt8(style.alignment.code.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    if style.hasBorders { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.isLink {
      format_set_font_color(format, 0x0563C1)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill.rgb)
    }
    if let code = pattern.code { format_set_num_format(format, code) }
    return format
  }
}

/// How a cell's number is shown: the decimals, and whether zero is hidden.
struct NumberPattern: Equatable {
  static let none = NumberPattern(decimals: nil, hidesZero: false)

  let decimals: Int?
  let hidesZero: Bool

  private init(decimals: Int?, hidesZero: Bool) { (self.decimals, self.hidesZero) = (decimals, hidesZero) }

  init(_ content: GridCell.Content) {
    switch content {
    case .empty, .text: self = .none
    case .number(let number), .formula(_, let number): self.init(number)
    }
  }

  /// A sum that comes to nothing stays live and blank.
  init(_ number: GridNumber) { self.init(decimals: number.shownDecimals, hidesZero: number.staysBlank) }

  fileprivate var key: UInt8 { decimals.map { UInt8(clamping: $0 + 1) | (hidesZero ? 0x80 : 0) } ?? 0 }

  /// `0`, `0.0`, `0.00`.
  fileprivate var code: String? {
    guard let decimals else { return nil }
    if hidesZero { return "0.00;-0.00;" }
    return decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }
}

extension GridStyle {
  /// The style in 24 bits.
  fileprivate var key: UInt32 {
    let flags = (isBold ? 1 : 0) | (wraps ? 2 : 0) | (hasBorders ? 4 : 0) as UInt32
    return UInt32(role.rawValue) | flags << 4 | UInt32(alignment.code.rawValue) << 7
      | UInt32(clamping: min(max(indent, 0), 15)) << 12 | (isLink ? 1 << 16 : 0)
      | UInt32(fill.flatMap { Fill.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0) << 17
  }
}

extension GridStyle.Role {
  /// In points.
  var fontSize: Double {
    switch self {
    case .title: 18
    case .subtitle: 12
    default: 10
    }
  }
}

extension GridStyle.Alignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}

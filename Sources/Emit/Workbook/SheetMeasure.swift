import Figures

/// How wide a sheet's columns and how high its rows are. Spreadsheets fit neither to merged cells, and columns to
/// nothing at all.
struct SheetMeasure {
  /// In half-width characters.
  let widths: [Double]

  static let lineHeight = 13.5
  static let rowHeight = 18.0
  /// The rows that are looked at for the widths.
  static let sample = 500

  /// Whether no row but the header's has a say in the widths.
  static func isGiven(_ grid: Grid) -> Bool { grid.columns.allSatisfy { ($0.width ?? 0) > 0 } }

  /// - Parameter rows: those at the sheet's beginning, with its header.
  init(_ grid: Grid, rows: [GridRow]) {
    var natural = grid.columns.map { Double($0.width ?? 0) }
    for column in natural.indices where natural[column] == 0 {
      natural[column] = Self.fitted(column, grid.columns[column], rows)
    }
    let page = Self.pageWidth(grid.page.orientation, columns: natural.count)
    let total = natural.reduce(0, +)
    // A form is made for its page; a table is stretched to it, and a wider one shrinks when it is printed.
    let isForm = grid.columns.allSatisfy(\.title.isEmpty)
    let factor = total > 0 && (isForm || total < page) ? page / total : 1
    let header = rows.filter { $0.kind == .header }
    widths = natural.enumerated().map { column, width in
      min(Self.withoutOrphan(width * factor, under: column, header), 250)
    }
  }

  /// In points.
  func height(of row: GridRow) -> Double {
    var height = row.kind.minimumHeight
    for column in row.cells.indices {
      guard row.cells[column]?.rowSpan == 1, case .text(let text)? = row.cells[column]?.content,
        let style = row.cells[column]?.style, let span = row.cells[column]?.columnSpan
      else { continue }
      height = max(height, self.height(of: text, style, column, span: span))
    }
    return min(height, 409)
  }

  /// What a text in a cell needs, as wide as the columns that it covers.
  func height(of text: String, _ style: GridStyle, _ column: Int, span: Int) -> Double {
    let size = style.role.fontSize / 10
    let width =
      span == 1 ? widths[column] : widths[column..<min(column + span, widths.count)].reduce(0, +)
    let room = Int(width / size) - style.indent * 2
    return Double(TextExtent.lines(text, width: room)) * Self.lineHeight * size + 4
  }

  /// A column a little wider, where its title would otherwise leave one or two characters for a line of their own.
  private static func withoutOrphan(_ width: Double, under column: Int, _ header: [GridRow]) -> Double {
    let titles = header.compactMap { $0.cells[column] }
    return titles.filter { $0.columnSpan == 1 }.reduce(width) { width, title in
      let text = Double(TextExtent.width(title.text))
      // A column holds about a twentieth more than its width says.
      let room = width * 1.05
      let lines = (text / room).rounded(.up)
      let last = text - (lines - 1) * room
      return lines > 1 && last <= 4 ? text / (lines - 1) / 1.05 + 0.6 : width
    }
  }

  /// A4 less its margins.
  private static func pageWidth(_ orientation: GridPage.Orientation, columns: Int) -> Double {
    (orientation == .landscape ? 138 : 95) - 0.72 * Double(columns)
  }

  /// What a page holds in points, less its margins and a little: a sheet that is wider than the page is printed smaller.
  static func pageHeight(_ orientation: GridPage.Orientation, widths: [Double]) -> Double {
    let scale = min(1, pageWidth(orientation, columns: widths.count) / max(widths.reduce(0, +), 1))
    return (orientation == .landscape ? 490 : 735) / scale
  }

  /// Wide enough for every number, and for texts up to a measure from which on they wrap; titles may take two
  /// lines.
  private static func fitted(_ index: Int, _ column: GridColumn, _ rows: [GridRow]) -> Double {
    var width = column.isNumeric ? 9 : 6
    var largest = Fixed(units: 0, decimals: 0)
    for row in rows {
      guard let cell = row.cells[index], cell.columnSpan == 1 else { continue }
      switch cell.content {
      case .empty: continue
      case .number(let number), .formula(_, let number):
        if number.value.units.magnitude > largest.units.magnitude { largest = number.value }
      case .text(let text):
        guard !cell.style.role.standsOutside else { continue }
        let wanted = TextExtent.width(text) + 2 * cell.style.indent
        width = max(width, cell.style.role == .header ? min((wanted + 1) / 2 + 2, 18) : min(wanted + 2, 44))
      }
    }
    return max(Double(width), self.width(of: largest))
  }

  /// Enough for a number, and for any of as many digits; two decimals are the most that usually show.
  static func width(of value: Fixed) -> Double {
    Double(NumberFormat(decimals: value.decimals == 0 ? 0 : 2).string(value).utf8.count + 2)
  }
}

extension GridStyle.Role {
  /// Whether it is a line around the table and not a cell of it.
  fileprivate var standsOutside: Bool {
    switch self {
    case .title, .subtitle, .unitLine, .note: true
    default: false
    }
  }
}

extension GridRow.Kind {
  /// In points.
  fileprivate var minimumHeight: Double {
    switch self {
    case .title: 34
    case .subtitle, .form: 22
    case .header: 20
    default: SheetMeasure.rowHeight
    }
  }
}

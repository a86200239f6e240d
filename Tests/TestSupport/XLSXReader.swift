import Foundation

/// What stands in an .xlsx file: enough of it to test what is written. The file is opened with `unzip`, so that
/// what reads it has nothing in common with what writes it.
public struct XLSXReader {
  public struct Cell: Hashable {
    /// As the file holds it; a shared string's text.
    public var value = ""
    public var isText = false
    public var formula: String?
    public var format = "General"
    public var font = ""
    public var isBold = false
    public var hasBorder = false
    public var number: Double? { isText ? nil : Double(value) }
  }

  public struct Sheet {
    public var name: String
    /// By their names: `C12`.
    public var cells: [String: Cell] = [:]
    /// `A1:C1`.
    public var merges: [String] = []
    /// Where cells lead: an address, or `#'sheet'!A1`.
    public var links: [String: String] = [:]
    /// Heights in points by row number, widths by column number, both from 1.
    public var heights: [Int: Double] = [:]
    public var widths: [Int: Double] = [:]
    /// The sheet's XML, for its page set-up.
    public var xml: String
  }

  public let sheets: [Sheet]
  public let workbookXML: String
  /// The XML of the charts, in the order of their sheets.
  public let charts: [String]

  public init(_ file: URL) throws {
    func part(_ name: String) throws -> Data { try run("unzip", ["-p", file.path(), name]) }
    func root(_ name: String) throws -> XMLTree { try XMLTree.parse(try part(name)) }
    let workbook = try part("xl/workbook.xml")
    workbookXML = String(decoding: workbook, as: UTF8.self)
    let names = try XMLTree.parse(workbook).all("sheet").map { $0.attributes["name"] ?? "" }
    let listing = String(decoding: try run("unzip", ["-Z1", file.path()]), as: UTF8.self)
    let hasStrings = listing.contains("xl/sharedStrings.xml")
    let strings = hasStrings ? try root("xl/sharedStrings.xml").all("si").map(\.allText) : []
    let styles = XLSXStyles(try root("xl/styles.xml"))
    sheets = try names.enumerated().map { index, name in
      let data = try part("xl/worksheets/sheet\(index + 1).xml")
      var sheet = try Self.sheet(name, data, strings, styles)
      let relations = "xl/worksheets/_rels/sheet\(index + 1).xml.rels"
      if listing.contains(relations) { sheet.readLinks(try root(relations)) }
      return sheet
    }
    let parts = listing.split(separator: "\n").filter { $0.hasPrefix("xl/charts/chart") }
    charts = try parts.indices.map {
      String(decoding: try part("xl/charts/chart\($0 + 1).xml"), as: UTF8.self)
    }
  }

  public subscript(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

  private static func sheet(_ name: String, _ data: Data, _ strings: [String], _ styles: XLSXStyles) throws
    -> Sheet
  {
    let root = try XMLTree.parse(data)
    var sheet = Sheet(name: name, xml: String(decoding: data, as: UTF8.self))
    for row in root.all("row") {
      if let number = row.integer("r"), let height = row.attributes["ht"].flatMap(Double.init) {
        sheet.heights[number] = height
      }
      for node in row.all("c") {
        var cell = styles.cell(node.integer("s") ?? 0)
        let value = node.all("v").first?.allText ?? ""
        switch node.attributes["t"] {
        case "s":
          cell.value = strings[Int(value) ?? 0]
          cell.isText = true
        case "inlineStr":
          cell.value = node.allText
          cell.isText = true
        default: cell.value = value
        }
        cell.formula = node.all("f").first?.allText
        sheet.cells[node.attributes["r"] ?? ""] = cell
      }
    }
    for link in root.all("hyperlink") {
      let target = link.attributes["r:id"] ?? "#" + (link.attributes["location"] ?? "")
      sheet.links[link.attributes["ref"] ?? ""] = target
    }
    sheet.merges = root.all("mergeCell").map { $0.attributes["ref"] ?? "" }
    for column in root.all("col") {
      guard let first = column.integer("min"), let last = column.integer("max") else { continue }
      for number in first...last { sheet.widths[number] = column.attributes["width"].flatMap(Double.init) }
    }
    return sheet
  }
}

extension XLSXReader.Sheet {
  /// Links outside the file are named in its relations.
  fileprivate mutating func readLinks(_ relations: XMLTree) {
    let targets = relations.all("Relationship").map {
      ($0.attributes["Id"] ?? "", $0.attributes["Target"] ?? "")
    }
    let byName = Dictionary(targets, uniquingKeysWith: { first, _ in first })
    links = links.mapValues { byName[$0] ?? $0 }
  }
}

/// The cell formats of an .xlsx file.
private struct XLSXStyles {
  private var cells: [XLSXReader.Cell] = []

  init(_ root: XMLTree) {
    var codes = ["0": "General", "1": "0", "2": "0.00"]
    for format in root.all("numFmt") {
      codes[format.attributes["numFmtId"] ?? ""] = format.attributes["formatCode"]
    }
    let fonts = root.all("fonts").first?.all("font") ?? []
    let borders = root.all("borders").first?.all("border") ?? []
    for format in root.all("cellXfs").first?.all("xf") ?? [] {
      let font = fonts[format.integer("fontId") ?? 0]
      let border = borders[format.integer("borderId") ?? 0]
      cells.append(
        XLSXReader.Cell(
          format: codes[format.attributes["numFmtId"] ?? "0"] ?? "?",
          font: font.all("name").first?.attributes["val"] ?? "", isBold: !font.all("b").isEmpty,
          hasBorder: border.all("bottom").first?.attributes["style"] != nil))
    }
  }

  func cell(_ index: Int) -> XLSXReader.Cell { cells.indices.contains(index) ? cells[index] : .init() }
}

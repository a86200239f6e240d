import CWorkbook
import CXLSXWriter
import Figures

/// The addresses that cells of a long list lead to, as the sheet and its relations have them in XML.
///
/// The library keeps each as a dozen objects, some of four kilobytes: of a list, they took a tenth of the time and half of
/// the memory. It is given a sheet's first address, and the others go behind that one on their way into the archive.
final class SheetLinks {
  private let cells = ByteBuffer()
  private let relations = ByteBuffer()
  private var count = 0
  private let sheet: SheetRows.Worksheet
  /// The library has the first of them.
  private var isBegun = false

  init(_ sheet: SheetRows.Worksheet) { self.sheet = sheet }

  /// false when the link is for the library: the sheet's first address, one of which some characters are escaped, and
  /// what leads to a file or sheet.
  func add(_ link: GridLink, at place: CellPlace) -> Bool {
    guard case .address(let address) = link else { return false }
    return address.utf8.withContiguousStorageIfAvailable { address in
      guard Self.isPlain(address) else { return false }
      if isBegun { add(address, at: place) }
      defer { isBegun = true }
      return isBegun
    } ?? false
  }

  private static func isPlain(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    address.count <= LinkTarget.longest && address.starts(with: "http".utf8) && !escaped.isIn(address)
  }

  private func add(_ address: UnsafeBufferPointer<UInt8>, at place: CellPlace) {
    count += 1
    cells.append(#"<hyperlink ref=""#)
    cells.append(CellPlace.letters(of: place.column))
    cells.append(UInt64(place.row + 1))
    cells.append(#"" r:id="link"#)
    cells.append(UInt64(count))
    cells.append(#""/>"#)
    relations.append(#"<Relationship Id="link"#)
    relations.append(UInt64(count))
    relations.append(
      #"" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target=""#)
    relations.append(address)
    relations.append(#"" TargetMode="External"/>"#)
  }

  /// All characters but those that stand in an address as they are, wherever they stand in it.
  private static let escaped = ByteSet { byte in
    let isPlain =
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "-._~:/?@!$()*+,;=".utf8.contains(byte)
      }
    return !isPlain
  }

  /// Has them put into the parts of the workbook that this thread closes next.
  func insert() throws {
    guard count > 0 else { return }
    let name = "sheet\(sheet.pointee.index + 1).xml"
    let isDone =
      workbook_insert("xl/worksheets/\(name)", "</hyperlinks>", cells.bytes.baseAddress, cells.count) == 1
      && workbook_insert(
        "xl/worksheets/_rels/\(name).rels", "</Relationships>", relations.bytes.baseAddress, relations.count)
        == 1
    if !isDone {
      throw WorkbookError.library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "links of \(name)")
    }
  }
}

import Foundation
import TestSupport

/// Where the cells of a workbook's first sheet lead, by their names: the sheet names a relation, that an address.
struct SheetAddresses {
  var addresses: [String: String] = [:]

  init(of file: URL) throws {
    func part(_ name: String) throws -> Substring {
      Substring(
        String(decoding: try run("unzip", ["-p", file.path(), "xl/worksheets/" + name]), as: UTF8.self))
    }
    var targets: [Substring: Substring] = [:]
    for relation in try part("_rels/sheet1.xml.rels").split(separator: "<Relationship ").dropFirst() {
      targets[Self.value("Id", of: relation)] = Self.value("Target", of: relation)
    }
    for link in try part("sheet1.xml").split(separator: "<hyperlink ").dropFirst() {
      addresses[String(Self.value("ref", of: link))] = targets[Self.value("r:id", of: link)].map(String.init)
    }
  }

  private static func value(_ name: String, of element: Substring) -> Substring {
    let start = element.firstRange(of: name + "=\"")?.upperBound ?? element.endIndex
    return element[start...].prefix { $0 != "\"" }
  }
}

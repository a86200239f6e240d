import Figures

/// Where a cell leads when it is clicked.
public enum GridLink: Hashable, Sendable {
  /// An http or https address.
  case address(String)
  /// Another output of the run, as a path from the workbook's own folder.
  case file(String)
  /// A sheet of the same workbook.
  case sheet(String)

  /// The address, if it is one that can be made a link: what is not http or https stays text, and so does what no
  /// browser would take.
  init?(address text: String) {
    let isAddress = text.utf8.withContiguousStorageIfAvailable { text -> Bool in
      guard Self.begins(text, with: "http://") || Self.begins(text, with: "https://") else { return false }
      var found: UInt8 = 0
      for index in text.indices { found |= (text[index] <= 0x20 ? 1 : 0) | (text[index] == 0x7F ? 1 : 0) }
      return found == 0
    }
    guard isAddress == true else { return nil }
    self = .address(text)
  }

  /// In small or capital letters, with more to follow. That some control characters pass for `:` and `/` does not
  /// matter: no address has any.
  static func begins(_ text: UnsafeBufferPointer<UInt8>, with scheme: StaticString) -> Bool {
    guard text.count > scheme.utf8CodeUnitCount else { return false }
    return (0..<scheme.utf8CodeUnitCount).allSatisfy { text[$0] | 0x20 == scheme.utf8Start[$0] }
  }
}

/// What a workbook may link to: nothing is published that leads nowhere.
public struct LinkTargets: Sendable {
  /// The workbook's path in the run folder.
  let file: String
  /// The paths of the run's outputs that whoever reads the workbook may read too.
  let outputs: Set<String>

  public init(file: String, outputs: Set<String>) { (self.file, self.outputs) = (file, outputs) }

  /// The path in the run folder that a relative path in this workbook means; nil when it leads out of it.
  static func resolved(_ link: String, in file: String) -> String? {
    var folders = file.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "..":
        if folders.popLast() == nil { return nil }
      case ".": continue
      case "": return nil
      default: folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }

  func leads(_ link: String) -> Bool {
    Self.resolved(link, in: file).map(outputs.contains) ?? false
  }
}

extension SheetContext {
  /// Where a column's cell leads in a model's row; nil where the row has no value for it, and for an address that is
  /// none.
  func link(_ layout: LinkLayout, at row: ResultRow) throws -> GridLink? {
    switch layout {
    case .column(let column):
      return row[column]?.printed.flatMap { GridLink(address: $0) }
    case .file(let template):
      guard let targets, let path = try? text(template, at: row) else { return nil }
      guard targets.leads(path) else { throw GridError.danglingLink(sheet: sheet, target: path) }
      return .file(path)
    case .sheet(let template):
      guard let name = try? text(template, at: row) else { return nil }
      guard sheets.contains(name) else { throw GridError.danglingLink(sheet: sheet, target: name) }
      return .sheet(name)
    }
  }
}

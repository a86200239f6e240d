import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document as a tree.
public final class XMLTree {
  public let name: String
  public let attributes: [String: String]
  public private(set) var children: [XMLTree] = []
  private var text = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  public static func parse(_ data: Data) throws -> XMLTree {
    let builder = Builder()
    let parser = XMLParser(data: data)
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else { throw BadXML() }
    return root
  }

  /// All elements of a name below this one.
  public func all(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  public func integer(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }

  public var allText: String { children.isEmpty ? text : children.map(\.allText).joined() }

  public struct BadXML: Error {}

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let node = XMLTree(name: name, attributes: attributes)
      open.last?.children.append(node)
      open.append(node)
      if root == nil { root = node }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}

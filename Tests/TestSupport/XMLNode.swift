import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document as a tree.
final class XMLNode {
  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLNode] = []
  private var text = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  static func parse(_ data: Data) throws -> XMLNode {
    let builder = Builder()
    let parser = XMLParser(data: data)
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else { throw BadXML() }
    return root
  }

  /// All elements of a name below this one.
  func all(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  func integer(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }

  var allText: String { children.isEmpty ? text : children.map(\.allText).joined() }

  struct BadXML: Error {}

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let node = XMLNode(name: name, attributes: attributes)
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

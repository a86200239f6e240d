import Definitions
import Figures

/// One published figure: a measure over the rows of a register or model, by keys. The sum and the list of its rows
/// come from here and nowhere else, so that they cannot disagree.
public struct FigureDefinition: Hashable, Sendable {
  public var id: String
  public var title: String
  /// The register or model whose rows are counted or summed.
  public var from: String
  /// The column that is summed; nil counts rows.
  public var sum: String?
  public var measure: Measure
  /// An SQL condition on the rows; nil takes all.
  public var filter: String?
  public var keys: [String]
  /// Code keys and the lengths of their levels: a shorter code stands for all codes that begin with it.
  public var prefixes: [String: [Int]]
  public var file: String
  public var line: Int

  /// The definitions of a `figures.yaml`.
  public static func definitions(from node: DefinitionNode) -> [FigureDefinition] {
    var seen: Set<String> = []
    return (node.list ?? []).compactMap { node in
      guard let figure = FigureDefinition(node) else { return nil }
      if !seen.insert(figure.id).inserted {
        node.report(.duplicateName(kind: .figure, name: figure.id))
        return nil
      }
      return figure
    }
  }

  private init?(_ node: DefinitionNode) {
    guard
      let map = node.mapping("id", "title", "from", "sum", "count", "measure", "where", "keys", "prefixes"),
      let id = map.requiredText("id"), let from = map.requiredText("from")
    else { return nil }
    sum = map.text("sum")
    if (sum == nil) == !map.boolean("count") {
      node.report(
        .other("“\(id)”应写 sum 或 count: true，二者择一", english: "'\(id)' needs either sum or count: true"))
      return nil
    }
    self.id = id
    self.from = from
    title = map.text("title") ?? id
    measure = map.choice("measure", default: sum == nil ? .count : .money)
    filter = map.text("where")
    keys = map.texts("keys")
    prefixes = Self.prefixes(map["prefixes"], keys: keys)
    (file, line) = (node.file, node.line)
  }

  private static func prefixes(_ node: DefinitionNode?, keys: [String]) -> [String: [Int]] {
    var prefixes: [String: [Int]] = [:]
    for (key, lengths) in node?.entries ?? [] {
      if !keys.contains(key) {
        lengths.report(.unknownName(kind: .key, name: key, suggestion: nearest(to: key, among: keys)))
      }
      prefixes[key] = lengths.list?.compactMap(\.integer).sorted() ?? []
    }
    return prefixes
  }

  /// What is wrong with a reference to one of these figures; nil when nothing is.
  public static func problem(
    with reference: FigureReference, among figures: [FigureDefinition]
  ) -> DefinitionError.Problem? {
    guard let figure = figures.first(where: { $0.id == reference.figure }) else {
      let suggestion = nearest(to: reference.figure, among: figures.map(\.id))
      return .unknownName(kind: .figure, name: reference.figure, suggestion: suggestion)
    }
    let unknown = reference.assignments.first { !figure.keys.contains($0.key) }
    return unknown.map {
      .unknownName(kind: .key, name: $0.key, suggestion: nearest(to: $0.key, among: figure.keys))
    }
  }
}

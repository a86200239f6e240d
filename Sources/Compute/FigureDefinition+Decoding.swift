import Definitions
import Figures

extension FigureDefinition {
  /// The definitions of a `figures.yaml`.
  public static func definitions(from node: DefinitionNode) -> [FigureDefinition] {
    let nodes = node.list ?? []
    var seen: Set<String> = []
    let read = nodes.compactMap { node -> (figure: FigureDefinition, node: DefinitionNode)? in
      guard let figure = FigureDefinition(node) else { return nil }
      if !seen.insert(figure.id).inserted {
        node.report(.duplicateName(kind: .figure, name: figure.id))
        return nil
      }
      return (figure, node)
    }
    // A figure that is not understood was reported; what is made of it would only repeat that.
    let isWhole = read.count == nodes.count
    let sums = read.map(\.figure).filter { $0.rows != nil }
    return read.compactMap { figure, node in
      figure.rows == nil ? figure.resolved(among: sums, isWhole: isWhole, node) : figure
    }
  }

  private init?(_ node: DefinitionNode) {
    let allowedKeys = [
      "id", "title", "from", "sum", "count", "measure", "where", "keys", "prefixes", "ratio", "share",
      "decimals", "rounding", "adjust",
    ]
    guard let map = node.mapping(allowedKeys), let id = map.requiredText("id") else { return nil }
    guard let origin = Self.origin(map, id: id) else { return nil }
    self.id = id
    self.origin = origin
    title = map.text("title") ?? id
    (file, line) = (node.file, node.line)
    if case .rows(let rows) = origin {
      measure = map.choice("measure", default: rows.sum == nil ? .count : .money)
      (keys, tables) = (rows.keys, [rows.from])
    } else {
      (measure, keys, tables) = (.percent, [], [])
    }
  }

  private static let ofRows = ["from", "sum", "count", "measure", "where", "keys", "prefixes"]

  private static func origin(_ map: DefinitionMapping, id: String) -> Origin? {
    let made = ["ratio", "share"].filter { map[$0] != nil }
    let misplaced =
      made.isEmpty
      ? ["decimals", "rounding", "adjust"] : ofRows + (made[0] == "ratio" ? ["adjust"] : ["rounding"])
    for key in misplaced {
      map[key]?.report(
        .other("“\(id)”不能写“\(key)”", english: "'\(key)' does not go with the figure '\(id)'"))
    }
    switch made {
    case []: return rows(map, id: id).map(Origin.rows)
    case ["ratio"]: return ratio(map).map(Origin.ratio)
    case ["share"]: return share(map).map(Origin.share)
    default:
      map.node.report(
        .other("“\(id)”应写 ratio 或 share，二者择一", english: "'\(id)' needs either ratio or share"))
      return nil
    }
  }

  private static func rows(_ map: DefinitionMapping, id: String) -> FigureRows? {
    guard let from = map.requiredText("from") else { return nil }
    let sum = map.text("sum")
    if (sum == nil) == !map.boolean("count") {
      map.node.report(
        .other("“\(id)”应写 sum 或 count: true，二者择一", english: "'\(id)' needs either sum or count: true"))
      return nil
    }
    let keys = map.texts("keys")
    return FigureRows(
      from: from, sum: sum, filter: map.text("where"), keys: keys,
      prefixes: prefixes(map["prefixes"], keys: keys))
  }

  private static func prefixes(_ node: DefinitionNode?, keys: [String]) -> [String: [Int]] {
    var prefixes: [String: [Int]] = [:]
    for (key, lengths) in node?.entries ?? [] {
      if !keys.contains(key) {
        lengths.report(.unknownName(kind: .key, name: key, suggestion: nearest(to: key, among: keys)))
      }
      prefixes[key] = lengths.list?.compactMap { $0.integer(in: 1...100) }.sorted() ?? []
    }
    return prefixes
  }

  // MARK: Figures made of figures

  private static func ratio(_ map: DefinitionMapping) -> FigureRatio? {
    guard let sides = map["ratio"]?.mapping("of", "to"), let part = reference("of", sides),
      let whole = reference("to", sides)
    else { return nil }
    return FigureRatio(
      part: part, whole: whole, decimals: decimals(map),
      rounding: map.choice("rounding", default: .halfAwayFromZero))
  }

  private static func share(_ map: DefinitionMapping) -> FigureShare? {
    guard let sides = map["share"]?.mapping("of", "over"), let part = reference("of", sides),
      let over = sides.required("over")?.texts
    else { return nil }
    return FigureShare(
      part: part, over: over, decimals: decimals(map), adjustment: map.choice("adjust", default: .none))
  }

  private static func decimals(_ map: DefinitionMapping) -> Int { map.integer("decimals", in: 0...6) ?? 2 }

  /// What a figure is made of: this period's side; the year before's is its own year before.
  private static func reference(_ key: String, _ map: DefinitionMapping) -> FigureReference? {
    guard let node = map.required(key), let text = node.text else { return nil }
    guard let reference = FigureReference(text), reference.aspect == .now else {
      node.report(
        .other("“\(text)”不是数的引用，或带有“.before”之类", english: "'\(text)' is no reference to a figure's own value")
      )
      return nil
    }
    return reference
  }
}

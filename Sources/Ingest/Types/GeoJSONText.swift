/// GeoJSON (RFC 7946) and TopoJSON: their types, and what each must have.
enum GeoJSONText {
  static func fits(_ bytes: UnsafeBufferPointer<UInt8>, format: String) -> Bool {
    guard let json = JSONText(bytes), json.shape == .object else { return false }
    return format == "topojson" ? isTopology(json) : isObject(json)
  }

  /// How deep the coordinates of a geometry lie in lists: a point is one position.
  private static let depths = [
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
  ]

  private static func isObject(_ json: JSONText) -> Bool {
    switch type(of: json) {
    case "FeatureCollection": every("features", of: json, isFeature)
    case "Feature": isFeature(json)
    default: isGeometry(json)
    }
  }

  private static func isFeature(_ json: JSONText) -> Bool {
    guard type(of: json) == "Feature", let geometry = json.members["\"geometry\""],
      let properties = json.members["\"properties\""]
    else { return false }
    let isDescribed = properties == "null" || JSONText(properties)?.shape == .object
    return isDescribed && (geometry == "null" || JSONText(geometry).map(isGeometry) == true)
  }

  private static func isGeometry(_ json: JSONText) -> Bool {
    guard let type = type(of: json) else { return false }
    if type == "GeometryCollection" { return every("geometries", of: json, isGeometry) }
    guard let depth = depths[type], let coordinates = json.members["\"coordinates\""] else { return false }
    return isCoordinates(coordinates, depth)
  }

  /// A position has two numbers or more.
  private static func isCoordinates(_ text: String, _ depth: Int) -> Bool {
    guard let json = JSONText(text), json.shape == .array else { return false }
    if depth > 0 { return json.elements.allSatisfy { isCoordinates($0, depth - 1) } }
    return json.count >= 2 && json.elements.allSatisfy { "-0123456789".contains($0.prefix(1)) }
  }

  private static func isTopology(_ json: JSONText) -> Bool {
    guard type(of: json) == "Topology", let objects = json.members["\"objects\""].flatMap(JSONText.init),
      let arcs = json.members["\"arcs\""].flatMap(JSONText.init)
    else { return false }
    return objects.shape == .object && arcs.shape == .array
  }

  private static func every(_ key: String, of json: JSONText, _ fits: (JSONText) -> Bool) -> Bool {
    guard let list = json.members["\"\(key)\""].flatMap(JSONText.init), list.shape == .array else {
      return false
    }
    return list.elements.allSatisfy { JSONText($0).map(fits) == true }
  }

  private static func type(of json: JSONText) -> String? {
    guard let text = json.members["\"type\""], text.hasPrefix("\"") else { return nil }
    return String(text.dropFirst().dropLast())
  }
}

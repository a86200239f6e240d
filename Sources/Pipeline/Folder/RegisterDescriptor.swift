import Ingest

extension Register {
  /// The resource as the standard describes it, without our extensions: what is true of the file in the folder, and
  /// what is asked of its cells. References to registers that are not in the folder, or that a common list completes,
  /// cannot be said.
  func descriptor(in folder: String, among resources: [Register]) -> [String: Any] {
    let names = Set(resources.filter { $0.common == nil }.map(\.name))
    var schema: [String: Any] = [
      "fields": fields.map(\.descriptor),
      "fieldsMatch": fields.contains(where: \.isOptional) ? "partial" : "subset",
    ]
    if !primaryKey.isEmpty { schema["primaryKey"] = primaryKey }
    if !uniqueKeys.isEmpty { schema["uniqueKeys"] = uniqueKeys }
    let references = foreignKeys.filter { names.contains($0.register) }
    if !references.isEmpty {
      schema["foreignKeys"] = references.map { key -> [String: Any] in
        let resource = key.register == name ? "" : key.register
        return ["fields": key.fields, "reference": ["resource": resource, "fields": key.referenced]]
      }
    }
    let found = TextEncoding(found: folder + "/" + file, declared: encoding) ?? encoding ?? .utf8
    return [
      "name": name, "title": title, "type": "table", "path": file, "format": "csv", "mediatype": "text/csv",
      "encoding": found.rawValue.lowercased(), "dialect": dialect.descriptor, "schema": schema,
    ]
  }
}

extension Dialect {
  fileprivate var descriptor: [String: Any] {
    [
      "delimiter": String(Unicode.Scalar(delimiter)), "quoteChar": String(Unicode.Scalar(quote)),
      "doubleQuote": true, "skipInitialSpace": true, "header": hasHeader,
    ]
  }
}

extension Field {
  fileprivate var descriptor: [String: Any] {
    var descriptor: [String: Any] = ["name": name, "type": type.isTargetLike ? "string" : type.rawValue]
    for (key, text) in [("title", title), ("description", description), ("example", example)] {
      if let text { descriptor[key] = text }
    }
    for (key, value) in notationKeys { descriptor[key] = value }
    if missingTexts != [""] { descriptor["missingValues"] = missingTexts }
    let constraints = constraints.descriptor
    if !constraints.isEmpty { descriptor["constraints"] = constraints }
    return descriptor
  }

  /// A number's dash is nothing, too.
  private var missingTexts: [String] {
    let dashes = type == .number || type == .integer ? ["-", "—", "——", "－"] : []
    return missingValues + dashes.filter { !missingValues.contains($0) }
  }

  /// How the type is written: what the program reads by itself is said as far as the standard has a word for it.
  private var notationKeys: [String: Any] {
    switch type {
    case .number, .integer:
      var keys: [String: Any] = notation.isBare ? [:] : ["bareNumber": false]
      if type == .number, notation.decimal != "." { keys["decimalChar"] = String(notation.decimal) }
      if let group = notation.group ?? (notation.decimal == "," ? nil : ",") {
        keys["groupChar"] = String(group)
      }
      return keys
    case .boolean: return ["trueValues": trueValues, "falseValues": falseValues]
    case .list: return ["delimiter": listDelimiter, "itemType": itemType.rawValue]
    case .date, .time, .datetime: return ["format": format == "default" ? "any" : format]
    default: return format == "default" ? [:] : ["format": format]
    }
  }
}

extension Constraints {
  fileprivate var descriptor: [String: Any] {
    var keys: [String: Any] = [:]
    if required { keys["required"] = true }
    if unique { keys["unique"] = true }
    // Alternatives of a pattern stand in brackets, since others set its ends around it.
    if let pattern { keys["pattern"] = pattern.contains("|") ? "(\(pattern))" : pattern }
    if let members { keys["enum"] = members }
    for (key, limit) in [
      ("minimum", minimum), ("maximum", maximum), ("exclusiveMinimum", exclusiveMinimum),
      ("exclusiveMaximum", exclusiveMaximum),
    ] {
      if let limit { keys[key] = limit }
    }
    if let minLength { keys["minLength"] = minLength }
    if let maxLength { keys["maxLength"] = maxLength }
    return keys
  }
}

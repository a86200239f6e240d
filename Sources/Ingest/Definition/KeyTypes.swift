import Definitions

/// Which types of fields a key means something for. A key that would mean nothing is refused, so that nobody
/// relies on it; what is not listed here is for every type.
enum KeyTypes {
  private static let texts: Set<FieldType> = [.string, .target, .quantity]
  private static let ordered: Set<FieldType> = [
    .number, .integer, .date, .time, .datetime, .year, .yearmonth,
  ]

  private static let ofField: [(keys: [String], types: Set<FieldType>)] = [
    (["decimalChar"], [.number]),
    (["groupChar", "bareNumber"], [.number, .integer]),
    (["trueValues", "falseValues"], [.boolean]),
    (["delimiter", "itemType"], [.list]),
    (["categories", "categoriesOrdered"], [.string, .integer]),
    (["gongshi:unit"], [.number, .integer, .target, .quantity]),
    (["gongshi:decimals"], [.number]),
    (["gongshi:identifier", "gongshi:file"], [.string]),
    (["gongshi:form", "gongshi:maxLengthInBytes"], texts),
  ]

  private static let ofConstraints: [(keys: [String], types: Set<FieldType>)] = [
    (["pattern"], texts),
    (["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], ordered),
    (["minLength", "maxLength"], texts.union([.list, .object, .array])),
  ]

  /// Keys that say more about another one, and nothing without it.
  private static let companions = [
    "gongshi:maxMegabytes": "gongshi:file", "gongshi:identifierSeverity": "gongshi:identifier",
    "gongshi:bytesEncoding": "gongshi:maxLengthInBytes", "categoriesOrdered": "categories",
  ]

  static func check(_ field: DefinitionMapping, of type: FieldType) {
    refuse(ofField, in: field, type)
    for (key, other) in companions where field[other] == nil { field[key]?.report(.missingKey(other)) }
  }

  static func check(constraints: DefinitionMapping, of type: FieldType) {
    refuse(ofConstraints, in: constraints, type)
  }

  private static func refuse(
    _ table: [(keys: [String], types: Set<FieldType>)], in map: DefinitionMapping, _ type: FieldType
  ) {
    for (keys, types) in table where !types.contains(type) {
      for key in keys {
        let right = FieldType.allCases.filter { types.contains($0) && !$0.isTargetLike }.map(\.rawValue)
        map[key]?.report(
          .other(
            "\(type.rawValue) 字段不能用 \(key)，它只用于 \(right.joined(separator: "、"))",
            english:
              "a field of type \(type.rawValue) has no \(key): it belongs to \(right.joined(separator: ", "))"
          ))
      }
    }
  }
}

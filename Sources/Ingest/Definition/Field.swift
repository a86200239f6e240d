import Figures

/// One column of a register: what its cells must be, and how they are kept.
public struct Field: Hashable, Sendable {
  /// The header as it stands in the file, in Chinese.
  public var name: String
  public var title: String?
  public var description: String?
  public var example: String?
  /// `gongshi:column`: the name in SQL.
  public var column: String
  public var type: FieldType
  /// `default`, `any`, `email`, `%Y年%m月%d日` …, by type.
  public var format: String
  public var notation: NumberNotation
  public var trueValues: [String]
  public var falseValues: [String]
  /// What parts the items of a list, and what type they are.
  public var listDelimiter: String
  public var itemType: FieldType
  public var constraints: Constraints
  /// Texts that stand for "nothing"; the empty cell is one of them unless the schema says otherwise.
  public var missingValues: [String]
  /// `gongshi:aliases`: further headers under which the column is found.
  public var aliases: [String]
  /// `gongshi:optional`: the column may be missing from the file; its cells are empty then.
  public var isOptional: Bool
  /// `gongshi:personal`: reaches a public output only through a mask.
  public var isPersonal: Bool
  /// `gongshi:content`: holds a text file's text.
  public var isContent: Bool
  /// `gongshi:file`: its cells name files of the period's folder.
  public var file: File?
  /// `gongshi:form`: in words, what the pattern asks for.
  public var form: String?
  /// `gongshi:unit`: 元, 万元, 亿元, % or any other word.
  public var unit: String?
  /// `gongshi:decimals`: how many decimals a number may have.
  public var decimals: Int
  public var identifier: Identifier?
  /// `gongshi:identifierSeverity`: what a wrong check character is; issued codes that fail exist.
  public var identifierSeverity: Severity
  /// `gongshi:maxLengthInBytes`, counted in `bytesEncoding`.
  public var maxLengthInBytes: Int?
  public var bytesEncoding: TextEncoding

  /// A file that a register names, such as an attachment.
  public struct File: Hashable, Sendable {
    /// Where it stands in the period's folder: `attachments/{预算单位编码}/{文件}`, the places being fields.
    public var path: TextFiles
    /// `gongshi:maxMegabytes`: of 1,048,576 bytes; nil takes any size.
    public var maxMegabytes: Int?
  }

  /// The decimals in which a number is kept: fen for money, hundredths for percent, else its own.
  public var storedDecimals: Int {
    if let money { return money.decimalsOfFen }
    return unit == "%" ? 2 : decimals
  }

  /// The unit, when the column is money.
  public var money: MoneyUnit? { type == .number ? unit.flatMap(MoneyUnit.init(rawValue:)) : nil }

  /// The column as a file has it whose header names another unit of money: 1.2345 万元 are 12345 元, and no finer.
  func written(in unit: MoneyUnit?) -> Field {
    guard let unit, let money else { return self }
    var field = self
    field.unit = unit.rawValue
    field.decimals += unit.decimalsOfFen - money.decimalsOfFen
    return field
  }

  /// A target (绩效目标值) is kept as written, with its comparison, its number, its unit, and of a range the upper end,
  /// which a quantity does not have.
  public var sqlColumns: [SQLColumn] {
    let own = SQLColumn(name: column, isInteger: type.isInteger)
    guard type.isTargetLike else { return [own] }
    let endings = TargetCells.endings.prefix(type == .target ? 4 : 3)
    return [own] + endings.map { SQLColumn(name: column + $0, isInteger: ["_value", "_high"].contains($0)) }
  }
}

/// The types of Table Schema, and `target` for 绩效目标值.
public enum FieldType: String, Hashable, Sendable, CaseIterable {
  case string, number, integer, boolean, date, time, datetime, year, yearmonth, duration
  case list, object, array, geopoint, geojson, any
  /// `gongshi:type: target` on a string field.
  case target
  /// `gongshi:type: quantity` on a string field: a number with its unit.
  case quantity

  /// Whether its number and unit are columns of their own.
  public var isTargetLike: Bool { self == .target || self == .quantity }

  /// Whether its length is the number of its items and not of its characters.
  var hasItems: Bool { [.list, .object, .array].contains(self) }

  var isInteger: Bool { [.number, .integer, .boolean, .year].contains(self) }
}

/// How numbers are written.
public struct NumberNotation: Hashable, Sendable {
  public var decimal: Character = "."
  /// Besides `,` between thousands, which is always read.
  public var group: Character?
  /// false: letters and signs around the number are passed over.
  public var isBare = true

  public init() {}
}

/// The constraints of Table Schema; limits and members as written, in the field's own form.
public struct Constraints: Hashable, Sendable {
  public var required = false
  public var unique = false
  public var pattern: String?
  public var members: [String]?
  public var minimum: String?
  public var maximum: String?
  public var exclusiveMinimum: String?
  public var exclusiveMaximum: String?
  public var minLength: Int?
  public var maxLength: Int?

  public init() {}
}

import Figures

/// 开放数据: one published table as data, all publishers together: `data/<name>.csv`, described in
/// `data/datapackage.json` (Data Package v2 with a Table Schema).
public struct OpenDataTable: Hashable, Sendable {
  public enum FieldType: String, Hashable, Sendable, CaseIterable {
    case string, number, integer
  }

  public struct Field: Hashable, Sendable {
    /// The header in the file.
    public var name: String
    /// 中文名称.
    public var title: String
    public var type: FieldType
    /// 元, 人, %; amounts are in 元.
    public var unit: String?
    public var isRequired: Bool

    public init(
      name: String, title: String, type: FieldType, unit: String? = nil, isRequired: Bool = false
    ) {
      self.name = name
      self.title = title
      self.type = type
      self.unit = unit
      self.isRequired = isRequired
    }
  }

  /// The file's name without `.csv`: `expenditure-by-function`.
  public var name: String
  public var title: String
  public var fields: [Field]
  /// The fields that tell rows apart; none when nothing does.
  public var primaryKey: [String]

  public init(name: String, title: String, fields: [Field], primaryKey: [String] = []) {
    self.name = name
    self.title = title
    self.fields = fields
    self.primaryKey = primaryKey
  }

  public var path: String { name + ".csv" }

  /// Whether the standard allows the name of a table or package: small letters, digits, `-`, `_` and `.`.
  public static func isUsable(name: String) -> Bool {
    !name.isEmpty && name.first != "."
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
      }
  }
}

/// One cell of open data.
public enum OpenDataCell: Hashable, Sendable {
  /// No value, which is neither zero nor an empty text.
  case missing
  case text(String)
  case integer(Int64)
  /// With all of its decimals: amounts in 元 with two.
  case number(Fixed)

  var isEmpty: Bool {
    switch self {
    case .missing: true
    case .text(let text): text.isEmpty
    case .integer, .number: false
    }
  }

  /// What a field asks of its cells.
  struct Rule {
    private let type: OpenDataTable.FieldType
    private let isRequired: Bool

    init(_ field: OpenDataTable.Field) { (type, isRequired) = (field.type, field.isRequired) }

    func allows(_ cell: OpenDataCell) -> Bool {
      switch cell {
      case .missing: !isRequired
      case .text: type == .string
      case .integer: type != .string
      case .number: type == .number
      }
    }
  }
}

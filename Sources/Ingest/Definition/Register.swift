/// 登记表: a table that somebody hands in as a file, described by a Data Package resource with a Table Schema,
/// and by our own keys under `gongshi:` where the standard lacks something.
public struct Register: Hashable, Sendable {
  /// The SQL table's name, and the file's without `.csv`.
  public var name: String
  public var title: String
  public var description: String?
  /// The file's path inside the period's folder.
  public var file: String
  /// `gongshi:optional`: the file may be missing, and may have no rows.
  public var isOptional: Bool
  /// `gongshi:before`: whether the folder of the period before, when it is there, must have it.
  public var before: Before
  /// `gongshi:common`: a code list of `pipelines/common`, read after the user's own file of that name; its
  /// rows with a primary key that is already there are passed over.
  public var common: String?
  /// `gongshi:from`: the pipeline whose register it is; its file stands in that one's folder of the period.
  public var from: String?
  /// `gongshi:files`: a register made of text files in a folder, instead of a CSV file.
  public var texts: TextFiles?
  public var fields: [Field]
  /// Names of fields; empty when there is none.
  public var primaryKey: [String]
  /// Further keys. A row with an empty cell in one is exempt from it.
  public var uniqueKeys: [[String]]
  public var foreignKeys: [ForeignKey]
  public var dialect: Dialect
  /// nil is the rule for files from the field: mark, else UTF-8, else GB18030, each over the whole file.
  public var encoding: TextEncoding?

  public enum Before: String, Hashable, Sendable, CaseIterable {
    case required, optional
    /// Never read there.
    case none
  }

  public struct ForeignKey: Hashable, Sendable {
    /// Names of fields here.
    public var fields: [String]
    /// The register referred to; the register's own name when it refers to itself.
    public var register: String
    /// Names of fields there, as many.
    public var referenced: [String]
  }

  /// Whether it is read in the folder of the period before too: code lists are of no period.
  public var isReadBefore: Bool { before != .none && common == nil }

  public func field(named name: String) -> Field? { fields.first { $0.name == name } }

  /// The columns of the register's table, in declared order.
  public var sqlColumns: [SQLColumn] { fields.flatMap(\.sqlColumns) }
}

/// A column of a register's table.
public struct SQLColumn: Hashable, Sendable {
  public var name: String
  /// Amounts in fen, scaled numbers, years and booleans (0, 1) are integers; all else is text.
  public var isInteger: Bool

  public init(name: String, isInteger: Bool) {
    self.name = name
    self.isInteger = isInteger
  }
}

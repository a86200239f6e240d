/// Why something cannot be published.
public enum EmitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A value that is missing stands outside a section that tests it.
  case missing(NoticeValue.Missing, name: String, file: String, line: Int)
  case noTemplate(String)
  /// A file that the disk does not take.
  case unwritable(path: String, why: String)
  /// A row of open data does not have one cell for each field, of the field's type.
  case unfitRow(table: String, row: Int)

  /// In English, for logs and tests.
  public var description: String { sentence(inEnglish: true) }

  public func sentence(inEnglish english: Bool) -> String { english ? self.english : chinese }

  private var english: String {
    switch self {
    case .missing(let why, let name, let file, let line):
      "\(file):\(line): '\(name)' has nothing to print: \(why.english); put it in a section that tests it"
    case .noTemplate(let template): "template '\(template)' is not there"
    case .unwritable(let path, let why): "'\(path)' cannot be written: \(why)"
    case .unfitRow(let table, let row): "open data '\(table)': row \(row) does not fit its fields"
    }
  }

  private var chinese: String {
    switch self {
    case .missing(let why, let name, let file, let line):
      "\(file):\(line)：“\(name)”无值可印：\(why.chinese)，请放入先行判断的区段"
    case .noTemplate(let template): "没有模板“\(template)”"
    case .unwritable(let path, let why): "无法写入“\(path)”：\(why)"
    case .unfitRow(let table, let row): "开放数据“\(table)”第 \(row) 行与字段不符"
    }
  }
}

extension NoticeValue.Missing {
  fileprivate var english: String {
    switch self {
    case .null: "the column is empty"
    case .noRows: "no rows make up the figure"
    case .notCompared: "the year before is not there"
    case .noGrowth: "there is no growth to state"
    case .emptyList: "the list has no rows"
    case .overflow: "the number is beyond what can be computed"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .null: "该列为空"
    case .noRows: "没有构成该数的数据行"
    case .notCompared: "没有上年数据"
    case .noGrowth: "没有可说明的增长率"
    case .emptyList: "列表为空"
    case .overflow: "数值超出可计算范围"
    }
  }
}

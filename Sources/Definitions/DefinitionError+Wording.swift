extension DefinitionError {
  /// The sentence for the one who writes the pipeline: file, line, what is wrong, what was expected.
  public func sentence(inEnglish english: Bool) -> String {
    english ? description : "\(file):\(line)：\(problem.chinese)"
  }
}

extension DefinitionError.Problem {
  var english: String {
    switch self {
    case .unreadable(let why): "cannot be read: \(why)"
    case .notYAML(let why): "not valid YAML: \(why)"
    case .anchor: "anchors and aliases are not allowed; write the value out"
    case .duplicateKey(let key): "key '\(key)' is given twice"
    case .unknownKey(let key, let suggestion): "unknown key '\(key)'" + Self.didYouMean(suggestion)
    case .missingKey(let key): "key '\(key)' is missing"
    case .wrongType(let key, let expected): "'\(key)' must be \(expected.english)"
    case .unknownValue(let key, let value, let allowed):
      "'\(key)' cannot be '\(value)'; allowed: \(allowed.joined(separator: ", "))"
    case .unknownName(let kind, let name, let suggestion):
      "unknown \(kind.rawValue) '\(name)'" + Self.didYouMean(suggestion)
    case .duplicateName(let kind, let name): "\(kind.rawValue) '\(name)' is defined twice"
    case .sql(let why): "SQL: \(why)"
    case .template(let why): "template: \(why)"
    case .other(_, let english): english
    }
  }

  var chinese: String {
    switch self {
    case .unreadable(let why): "无法读取：\(why)"
    case .notYAML(let why): "不是有效的 YAML：\(why)"
    case .anchor: "不允许使用锚点和别名，请把值写全"
    case .duplicateKey(let key): "键“\(key)”重复"
    case .unknownKey(let key, let suggestion): "未知的键“\(key)”" + Self.是否(suggestion)
    case .missingKey(let key): "缺少键“\(key)”"
    case .wrongType(let key, let expected): "“\(key)”应为\(expected.chinese)"
    case .unknownValue(let key, let value, let allowed):
      "“\(key)”不能是“\(value)”，可选：\(allowed.joined(separator: "、"))"
    case .unknownName(let kind, let name, let suggestion):
      "未知的\(kind.chinese)“\(name)”" + Self.是否(suggestion)
    case .duplicateName(let kind, let name): "\(kind.chinese)“\(name)”定义了两次"
    case .sql(let why): "SQL 有误：\(why)"
    case .template(let why): "模板有误：\(why)"
    case .other(let chinese, _): chinese
    }
  }

  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func 是否(_ suggestion: String?) -> String {
    suggestion.map { "，是否想写“\($0)”？" } ?? ""
  }
}

extension DefinitionError.Expected {
  var english: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text: "text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    }
  }

  var chinese: String {
    switch self {
    case .mapping: "映射"
    case .list: "列表"
    case .text: "文本"
    case .integer: "整数"
    case .boolean: "是否值（true 或 false）"
    }
  }
}

extension DefinitionError.NameKind {
  var chinese: String {
    switch self {
    case .register: "登记表"
    case .model: "模型"
    case .table: "表"
    case .column: "列"
    case .figure: "数"
    case .key: "键"
    case .field: "字段"
    case .template: "模板"
    case .transform: "变换"
    case .partial: "子模板"
    case .value: "值"
    case .pipeline: "流程"
    case .output: "产出"
    case .check: "检查"
    }
  }
}

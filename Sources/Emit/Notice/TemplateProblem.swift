import Definitions

/// What can be wrong with a template before any data is read.
enum TemplateProblem: Hashable {
  enum Refused: Hashable { case delimiters, contentType, inheritance }
  enum Unprintable: Hashable { case figure, list, flag, record }

  case notATag(String)
  case unclosedTag(String)
  case refusedTag(Refused, String)
  case unclosedSection(String)
  case closedWithout(String)
  case closedWrongly(open: String, line: Int, close: String)
  case tooDeep
  case includesItself([String])
  case unknownName(String, suggestion: String?)
  case unknownTransform(String, suggestion: String?)
  case unknownPartial(String, suggestion: String?)
  case unfit(transform: String, name: String, shape: NoticeShape)
  case unprintable(String, Unprintable)
  /// Asks for the year before of a figure for which it is never known.
  case noYearBefore(String, NoYearBefore)
  case outsideList(String)
  case unusable(Unicode.Scalar)

  var problem: DefinitionError.Problem {
    switch self {
    case .unknownName(let name, let suggestion):
      .unknownName(kind: .value, name: name, suggestion: suggestion)
    case .unknownTransform(let name, let suggestion):
      .unknownName(kind: .transform, name: name, suggestion: suggestion)
    case .unknownPartial(let name, let suggestion):
      .unknownName(kind: .partial, name: name, suggestion: suggestion)
    case .noYearBefore(let expression, let reason): reason.problem(with: expression)
    default: .other(chinese, english: english)
    }
  }

  private var chinese: String {
    switch self {
    case .notATag(let body): "“{{\(body)}}”不是有效的标签"
    case .unclosedTag(let excerpt): "标签“\(excerpt)”没有以 }} 结束"
    case .refusedTag(.delimiters, let body): "不允许改变定界符：“{{\(body)}}”"
    case .refusedTag(.contentType, let body): "不允许指定内容类型：“{{\(body)}}”"
    case .refusedTag(.inheritance, let body): "不允许模板继承：“{{\(body)}}”，请用子模板 {{> 名称}}"
    case .unclosedSection(let name): "区段“\(name)”没有结束，缺少 {{/\(name)}}"
    case .closedWithout(let name): "“{{/\(name)}}”没有对应的开始"
    case .closedWrongly(let open, let line, let close): "“{{/\(close)}}”应为 {{/\(open)}}，区段始于第 \(line) 行"
    case .tooDeep: "区段或子模板嵌套过深"
    case .includesItself(let path): "子模板包含了自身：\(path.joined(separator: " → "))"
    case .unfit(let transform, let name, let shape): "“\(transform)”不能用于“\(name)”（\(shape.chinese)）"
    case .unprintable(let name, .figure): "“\(name)”是数，须说明如何印出，例如 {{wanyuan(\(name))}}"
    case .unprintable(let name, .list): "“\(name)”是列表，须用区段 {{#\(name)}}…{{/\(name)}}"
    case .unprintable(let name, .flag): "“\(name)”是判断，只能用于区段 {{#\(name)}}…{{/\(name)}}"
    case .unprintable(let name, .record): "“\(name)”是一组值，不能直接印出"
    case .outsideList(let text): "“\(text)”只能直接写在列表的区段里"
    case .unusable(let scalar): "U+\(String(scalar.value, radix: 16, uppercase: true)) 不是字符"
    case .unknownName, .unknownTransform, .unknownPartial, .noYearBefore: ""
    }
  }

  private var english: String {
    switch self {
    case .notATag(let body): "'{{\(body)}}' is not a tag"
    case .unclosedTag(let excerpt): "tag '\(excerpt)' has no closing }}"
    case .refusedTag(.delimiters, let body): "the delimiters cannot be changed: '{{\(body)}}'"
    case .refusedTag(.contentType, let body): "the content type cannot be set: '{{\(body)}}'"
    case .refusedTag(.inheritance, let body):
      "templates cannot inherit: '{{\(body)}}'; use a partial, {{> name}}"
    case .unclosedSection(let name): "section '\(name)' is not closed; {{/\(name)}} is missing"
    case .closedWithout(let name): "'{{/\(name)}}' closes nothing"
    case .closedWrongly(let open, let line, let close):
      "'{{/\(close)}}' must be {{/\(open)}}: the section begins in line \(line)"
    case .tooDeep: "sections or partials are nested too deeply"
    case .includesItself(let path): "a partial includes itself: \(path.joined(separator: " → "))"
    case .unfit(let transform, let name, let shape):
      "'\(transform)' does not go with '\(name)', which is \(shape.english)"
    case .unprintable(let name, .figure):
      "'\(name)' is a figure; say how it is printed, as in {{wanyuan(\(name))}}"
    case .unprintable(let name, .list): "'\(name)' is a list; it needs a section {{#\(name)}}…{{/\(name)}}"
    case .unprintable(let name, .flag):
      "'\(name)' is true or false; it needs a section {{#\(name)}}…{{/\(name)}}"
    case .unprintable(let name, .record): "'\(name)' is a group of values and cannot be printed"
    case .outsideList(let text): "'\(text)' goes only directly into a list's section"
    case .unusable(let scalar): "U+\(String(scalar.value, radix: 16, uppercase: true)) is no character"
    case .unknownName, .unknownTransform, .unknownPartial, .noYearBefore: ""
    }
  }
}

extension NoticeShape {
  var unprintable: TemplateProblem.Unprintable? {
    switch self {
    case .column, .text, .sheets, .integer: nil
    case .figure: .figure
    case .list, .texts: .list
    case .flag: .flag
    case .record: .record
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .column: "一列的值"
    case .text: "文本"
    case .sheets: "表格"
    case .integer: "整数"
    case .flag: "判断"
    case .figure(.money, _): "金额"
    case .figure(.count, _): "个数"
    case .figure(.percent, _): "百分比"
    case .figure(.score, _): "得分"
    case .record: "一组值"
    case .list, .texts: "列表"
    }
  }

  fileprivate var english: String {
    switch self {
    case .column: "a column's value"
    case .text: "text"
    case .sheets: "tables"
    case .integer: "a whole number"
    case .flag: "true or false"
    case .figure(.money, _): "an amount"
    case .figure(.count, _): "a count"
    case .figure(.percent, _): "a share"
    case .figure(.score, _): "a score"
    case .record: "a group of values"
    case .list, .texts: "a list"
    }
  }
}

/// What a column holds, in words, from the arguments `type`, `unit`, `decimals`, `format`, `true` and `false` of a
/// finding.
struct ExpectedType {
  private let type: String
  private let unit: String?
  private let decimals: String?
  private let format: String?
  /// How a boolean is written: `是、有` and `否、无`.
  private let booleanWords: (yes: String, no: String)?

  /// nil when the facts name no type.
  init?(_ arguments: [String: String]) {
    guard let type = arguments["type"] else { return nil }
    self.type = type
    unit = arguments["unit"]
    decimals = arguments["decimals"]
    format = arguments["format"]
    booleanWords = arguments["true"].flatMap { yes in arguments["false"].map { (yes, $0) } }
  }

  func words(_ language: Wording.Language) -> String {
    switch type {
    case "number": number(language)
    case "boolean": boolean(language)
    case "date", "time", "datetime": language == .chinese ? chineseTime : englishTime
    default: language == .chinese ? chinese : english
    }
  }

  private func number(_ language: Wording.Language) -> String {
    let isMoney = unit.flatMap(MoneyUnit.init(rawValue:)) != nil
    let decimals = decimals.flatMap(Int.init) ?? 0
    if language == .chinese {
      let most = decimals == 0 ? "不带小数" : "最多 \(decimals) 位小数"
      return (isMoney ? "金额" : unit == "%" ? "百分数" : "数") + "（" + (unit.map { $0 + "，" } ?? "") + most + "）"
    }
    let most = decimals == 0 ? "no decimals" : "at most \(decimals) decimals"
    let noun = isMoney ? "an amount" : unit == "%" ? "a percentage" : "a number"
    return noun + " (" + (unit.map { $0 + ", " } ?? "") + most + ")"
  }

  private func boolean(_ language: Wording.Language) -> String {
    if language == .chinese { return booleanWords.map { "是（写 \($0.yes)）或否（写 \($0.no)）" } ?? "是或否" }
    return booleanWords.map { "yes (\($0.yes)) or no (\($0.no))" } ?? "yes or no"
  }

  private var chineseTime: String {
    let noun = ["date": "日期", "time": "时间", "datetime": "日期和时间"][type] ?? type
    return noun + "（如 \(example)）"
  }

  private var englishTime: String {
    let noun = ["date": "a date", "time": "a time", "datetime": "a date and time"][type] ?? type
    return noun + " (such as \(example))"
  }

  /// A moment in the asked-for form.
  private var example: String {
    switch (type, format ?? "default") {
    case ("date", "default"), ("date", "any"): "2025-01-31"
    case ("time", "default"), ("time", "any"): "08:30:00"
    case ("datetime", "default"), ("datetime", "any"): "2025-01-31T08:30:00"
    case (_, let pattern):
      [("%Y", "2025"), ("%m", "01"), ("%d", "31"), ("%H", "08"), ("%M", "30"), ("%S", "00")]
        .reduce(pattern) { $0.replacing($1.0, with: $1.1) }
    }
  }

  private var chinese: String {
    let words = [
      "integer": "整数", "year": "年份（四位数字）", "yearmonth": "年月（如 2025-01）",
      "duration": "时长（如 P1Y6M）", "list": "列表", "object": "JSON 对象", "array": "JSON 数组",
      "geopoint": "经纬度（如 115.99, 29.71）", "geojson": "GeoJSON",
      "target": "绩效目标值（如 ≥500件、≤48小时、=100%、前十位、实现）", "quantity": "数和单位（如 6250件、95%、36小时、第7名）",
      "unified-social-credit-code": "统一社会信用代码（18 位）", "organization-code": "组织机构代码（9 位）",
      "resident-identity": "公民身份号码（18 位）", "postal-code": "邮政编码（6 位数字）",
      "mobile": "手机号（11 位数字）", "cip": "CIP 核字号（年份加 6 位）",
    ]
    let formats = ["email": "电子邮件地址", "uri": "网址", "uuid": "UUID", "binary": "Base64 文本"]
    return words[type] ?? format.flatMap { formats[$0] } ?? "文本"
  }

  private var english: String {
    let words = [
      "integer": "a whole number", "year": "a year (four digits)",
      "yearmonth": "a year and month (such as 2025-01)", "duration": "a duration (such as P1Y6M)",
      "list": "a list", "object": "a JSON object", "array": "a JSON array",
      "geopoint": "longitude and latitude (such as 115.99, 29.71)", "geojson": "GeoJSON",
      "target": "a target (such as ≥500件, ≤48小时, =100%, 前十位, 实现)",
      "quantity": "a number with its unit (such as 6250件, 95%, 36小时, 第7名)",
      "unified-social-credit-code": "unified social credit code (18 characters)",
      "organization-code": "organization code (9 characters)",
      "resident-identity": "resident identity number (18 characters)",
      "postal-code": "postal code (6 digits)",
      "mobile": "mobile number (11 digits)", "cip": "CIP number (year and 6 characters)",
    ]
    let formats = [
      "email": "an e-mail address", "uri": "an address (URI)", "uuid": "a UUID", "binary": "Base64 text",
    ]
    return words[type] ?? format.flatMap { formats[$0] } ?? "text"
  }
}

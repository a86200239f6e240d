extension Wording {
  /// What findings of a code are called in a list; the code itself for one that the catalogue does not have.
  public static func title(_ code: FindingCode, _ language: Language = .chinese) -> String {
    language == .chinese ? titles[code.rawValue] ?? code.rawValue : code.rawValue
  }

  private static let titles: [String: String] = [
    "missing-file": "缺少文件", "not-csv": "不是 CSV 文件", "empty-file": "空文件", "header-only": "只有表头",
    "invalid-bytes": "编码有误", "nul-byte": "含空字节", "unclosed-quote": "引号未结束", "outside-folder": "指向文件夹之外",
    "missing-column": "缺少列", "no-header": "没有表头", "unused-header": "表头没有用上",
    "total-row": "合计行", "footer-row": "表尾或附注", "repeated-header": "表头重复", "duplicate-column": "列重复",
    "too-few-cells": "格数不足",
    "too-many-cells": "格数过多",
    "bare-quote": "引号有误", "cell-too-long": "格过长", "required": "必填为空", "type-error": "类型不符",
    "too-many-decimals": "小数位过多", "overflow": "数值过大", "damaged-number": "数字失真", "formula-error": "公式错误",
    "broken-character": "坏字符",
    "invisible-character": "不可见字符", "suspect-character": "疑似乱码", "lookalike-character": "形近字符",
    "composed-text": "字形已统一", "personal-number": "疑似身份证号", "pattern": "格式不符",
    "pattern-limit": "格式无法判断", "not-in-list": "不在可选值中", "below-minimum": "小于下限", "above-maximum": "大于上限",
    "too-short": "过短", "too-long": "过长", "too-many-bytes": "字节过多", "identifier-form": "号码不合格式",
    "identifier-check": "校验码不符", "duplicate-key": "主键重复", "foreign-key": "引用的值不存在",
    "other-year": "不是这两年的行", "value-unknown": "没有这样的值",
    "named-file-missing": "找不到文件", "named-file-too-large": "文件过大", "unit-unknown": "单位不存在",
    "code-unknown": "代码不存在", "broken-balance": "不平", "rounding": "尾差",
    "missing-part": "缺少部分", "printed-differs": "印出数不符", "printed-too-many-digits": "印出数位数过多",
    "overflow-sum": "合计过大", "query-timeout": "查询超时", "reviewer-missing": "缺少审核人",
  ]
}

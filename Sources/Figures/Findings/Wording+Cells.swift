extension Wording {
  /// What is said about rows and cells.
  static let cellEntries: [String: WordingEntry] = [
    "too-few-cells": WordingEntry(
      "这一行有 {found} 格，表头有 {expected} 格", "the row has {found} cells, the header {expected}",
      remedy: "请补上缺少的格；空格也要保留分隔符", "Add what is missing; an empty cell keeps its delimiter"),
    "too-many-cells": WordingEntry(
      "这一行有 {found} 格，表头有 {expected} 格", "the row has {found} cells, the header {expected}",
      remedy: "请删去多余的格；含逗号的内容要用引号括起来", "Remove what is too much; quote what contains a comma"),
    "total-row": WordingEntry(
      "这一行像是合计行：{found}", "the row looks like one of totals: {found}",
      remedy: "请删去合计行、小计行：合计由程序计算", "Remove rows of totals; they are computed"),
    "footer-row": WordingEntry(
      "这一行像是表尾或附注，不是数据：{found}", "the row looks like a footer or a note, not like data: {found}",
      remedy: "请删去表格下面的制表人、日期和附注", "Remove names, dates and notes below the table"),
    "repeated-header": WordingEntry(
      "这一行又是表头：{found}", "the row is the header again: {found}",
      remedy: "请删去这一行；几张表合成一张时只留一个表头", "Remove it; tables that are put together have one header"),
    "bare-quote": WordingEntry(
      "格内有单独的引号：{found}", "there is a single quote inside the cell: {found}",
      remedy: "请把格内的引号写成两个（\"\"），并用引号括起整格", "Write the quote twice (\"\") and quote the whole cell"),
    "cell-too-long": WordingEntry(
      "内容超过 {limit} 字节：{found}", "the content is longer than {limit} bytes: {found}",
      remedy: "请缩短内容，并检查引号是否成对", "Shorten it, and check that the quotes are paired"),
    "required": WordingEntry(
      "“{title}”不能为空", "'{title}' must not be empty", remedy: "请填写“{title}”", "Fill in '{title}'"),
    "type-error": WordingEntry(
      "“{title}”应为{expected}，现为“{found}”", "'{title}' must be {expected}, but is '{found}'",
      remedy: "请改为{expected}[。“{found}”像是表格软件的日期序号，即 {date}：请把这一列的格式设为日期，再存一次]",
      "Make it {expected}[. '{found}' looks like a spreadsheet's number of the day {date}: format the column as a date and save again]"
    ),
    "too-many-decimals": WordingEntry(
      "“{title}”应为{expected}，“{found}”的小数位过多",
      "'{title}' must be {expected}; '{found}' has too many decimals",
      remedy: "请核对原始数据，改为准确的值；程序不会替您四舍五入",
      "Check the source and enter the exact value; nothing is rounded for you"),
    "overflow": WordingEntry(
      "“{title}”的“{found}”超出可以准确计算的范围", "'{found}' in '{title}' is beyond what can be counted exactly",
      remedy: "请核对数值和单位", "Check the number and its unit"),
    "damaged-number": WordingEntry(
      "“{title}”的“{found}”被电子表格当作数字，末尾的数字已丢失",
      "a spreadsheet took '{found}' in '{title}' for a number; its last digits are lost",
      remedy: "请从原系统重新导出；在表格中先把该列设为“文本”再填写",
      "Export it again; in a spreadsheet, format the column as text first"),
    "pattern": WordingEntry(
      "“{title}”的“{found}”不符合格式：{expected}", "'{found}' in '{title}' does not match {expected}",
      remedy: "请按要求的格式填写", "Write it in the form that is asked for"),
    "pattern-limit": WordingEntry(
      "“{title}”的“{found}”用格式 {expected} 判断时步数过多，未能判断",
      "matching '{found}' in '{title}' against {expected} took too many steps",
      remedy: "请缩短内容，或请信息人员简化 datapackage.yaml 中的 pattern",
      "Shorten it, or have the pattern in datapackage.yaml simplified"),
    "not-in-list": WordingEntry(
      "“{title}”的“{found}”不在可选值之内：{expected}", "'{found}' in '{title}' is none of: {expected}",
      remedy: "请改为可选值之一[，最接近的是“{nearest}”]", "Use one of them[; the nearest is '{nearest}']"),
    "below-minimum": WordingEntry(
      "“{title}”应 {expected}，现为“{found}”", "'{title}' must be {expected}, but is '{found}'",
      remedy: "请核对“{title}”", "Check '{title}'"),
    "above-maximum": WordingEntry(
      "“{title}”应 {expected}，现为“{found}”", "'{title}' must be {expected}, but is '{found}'",
      remedy: "请核对“{title}”", "Check '{title}'"),
    "too-short": WordingEntry(
      "“{title}”至少要 {expected} 个字，现有 {length} 个",
      "'{title}' must have at least {expected} characters, but has {length}",
      remedy: "请补充内容", "Write more"),
    "too-long": WordingEntry(
      "“{title}”最多 {expected} 个字，现有 {length} 个",
      "'{title}' may have at most {expected} characters, but has {length}",
      remedy: "请缩短内容", "Shorten it"),
    "too-many-bytes": WordingEntry(
      "“{title}”按 {encoding} 最多 {expected} 字节，现有 {length} 字节",
      "'{title}' may have at most {expected} bytes in {encoding}, but has {length}",
      remedy: "请缩短内容（一个汉字占两个字节）", "Shorten it (a Chinese character takes two bytes)"),
    "identifier-form": WordingEntry(
      "“{title}”的“{found}”不是有效的{expected}", "'{found}' in '{title}' is no {expected}",
      remedy: "请核对号码的位数和字符", "Check its length and characters"),
    "identifier-check": WordingEntry(
      "“{title}”的“{found}”校验码不对[，按其余各位应为“{check}”]",
      "the check character of '{found}' in '{title}' is wrong[; the others ask for '{check}']",
      remedy: "请核对号码是否抄错", "Check whether it was copied wrongly"),
    "duplicate-key": WordingEntry(
      "“{title}”的“{found}”在第 {row} 行已经用过", "'{found}' in '{title}' is already used in row {row}",
      remedy: "请删去重复的行，或改正其中一行", "Remove one of the rows or correct it"),
  ]
}

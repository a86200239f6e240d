extension Wording {
  /// What is said about registers, models and printed figures held against each other.
  static let checkEntries: [String: WordingEntry] = [
    "foreign-key": WordingEntry(
      "“{title}”的“{found}”在{register}的“{column}”中找不到[，最接近的是“{nearest}”][：“{elsewhere}”只在另一年的文件里]",
      "'{found}' in '{title}' is not in '{column}' of {register}[; the nearest is '{nearest}'][: only the other year's file has '{elsewhere}']",
      remedy: "请改正“{title}”，或在{register}中补上这一行", "Correct '{title}', or add the row to {register}"),
    "other-year": WordingEntry(
      "“{title}”应为 {expected} 或上年 {before}[，现为“{found}”]：没有一个公布数会计入这一行",
      "'{title}' must be {expected} or the year before, {before}[, but is '{found}']: no figure counts the row",
      remedy: "请改正年度；不属于这两年的行请从文件中删去", "Correct the year, or take the row out of the file"),
    "value-unknown": WordingEntry(
      "两年的数据里都没有“{key}”为“{found}”的行[，最接近的是“{nearest}”]，用到它的数是空的",
      "no row of either year has '{found}' for '{key}'[; the nearest is '{nearest}']; what uses it is empty",
      remedy: "请流程的维护人员核对写法；写法没错就不用处理", "Check how it is written; if it is right, nothing is to be done"),
    "unit-unknown": WordingEntry(
      "单位“{found}”不在单位信息中", "unit '{found}' is not in the register of units",
      remedy: "请改正单位编码，或在单位信息中补上该单位", "Correct the unit's code, or add the unit to the register"),
    "code-unknown": WordingEntry(
      "“{title}”的“{found}”不在代码表[“{list}”]中", "'{found}' in '{title}' is not in the code list[ {list}]",
      remedy: "请改正代码，或在代码表中补上", "Correct the code, or add it to the list"),
    "broken-balance": WordingEntry(
      "不平：{found}，应为 {expected}，相差 {difference}[；{hint}]",
      "out of balance: {found}, expected {expected}, difference {difference}[; {hint}]",
      remedy: "请核对两边的数据", "Check the data of both sides"),
    "rounding": WordingEntry(
      "尾差 {difference}：{found}，合计 {expected}", "rounding residual {difference}: {found}, total {expected}",
      remedy: "属四舍五入的尾差，无需更正", "It comes from rounding; nothing needs correction"),
    "missing-part": WordingEntry(
      "缺少“{part}”，无法核对", "'{part}' is missing, so the balance cannot be checked",
      remedy: "请补上“{part}”的数据", "Supply the data of '{part}'"),
    "printed-differs": WordingEntry(
      "印出的数 {found} 与计算的 {expected} 不符[，相差 {difference}]",
      "the printed figure {found} differs from the computed {expected}[ by {difference}]",
      remedy: "请核对印出的文件和登记表", "Check the printed document and the registers"),
    "printed-too-many-digits": WordingEntry(
      "印出的数 {found} 多于 {expected} 位小数", "the printed figure {found} has more than {expected} decimals",
      remedy: "请改正印出的数或其小数位", "Correct the printed figure or its decimals"),
    "overflow-sum": WordingEntry(
      "合计超出可以准确计算的范围[：{of}][；其中最大的数是 {found}]",
      "the sum is beyond what can be counted exactly[: {of}][; the largest number is {found}]",
      remedy: "请核对这个数和它的单位；它没有错的，在这些登记表里找出别的过大的数",
      "Check this number and its unit; if it is right, look for others that are far too large"),
    "query-timeout": WordingEntry(
      "“{found}”的查询超过了 {limit} 秒", "the query of '{found}' took longer than {limit} seconds",
      remedy: "请信息人员简化查询", "Have the query simplified"),
    "reviewer-missing": WordingEntry(
      "单位 {found} [等 {count} 个单位]的{step}没有人可以办理[：{people}要办理别的步骤，两步不能是同一个人]",
      "nobody can take '{step}' for unit {found}[ and others, {count} in all][: {people} has another step, and nobody takes two]",
      remedy: "请补上审核人，重新运行", "Name a reviewer and run again"),
  ]
}

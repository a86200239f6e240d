extension Wording {
  /// What is said about characters that people do not see, or would read as something else.
  static let textEntries: [String: WordingEntry] = [
    "formula-error": formula("公式出错", "a formula went wrong"),
    "formula-error/reference": formula("公式引用的单元格已经不在", "the formula refers to cells that are gone"),
    "formula-error/lookup": formula("公式没有查到对应的值", "the formula found nothing to look up"),
    "formula-error/value": formula("公式算的内容不是它要的数", "the formula was given something else than numbers"),
    "formula-error/division": formula("公式除以了零或空格", "the formula divides by zero or nothing"),
    "formula-error/name": formula("公式里的名称或函数名不存在", "the formula has a name that does not exist"),
    "formula-error/narrow": WordingEntry(
      "“{title}”是“{found}”：列太窄，数没有显示出来，导出的就只是井号",
      "'{title}' is '{found}': the column was too narrow to show the number",
      remedy: "请在电子表格里把这一列放宽，重新导出", "Widen the column in the spreadsheet and export it again"),
    "broken-character": WordingEntry(
      "“{title}”的“{found}”里有不能公开的字符[（{character}）]",
      "'{found}' in '{title}' has a character that cannot be published[ ({character})]",
      remedy: "请从原系统重新导出，或在这一格重新输入", "Export it again, or type the cell anew"),
    "broken-character/replacement": WordingEntry(
      "“{title}”的“{found}”里有字没有读出来[（�，{character}）]，原来的字在导出或转码时已经丢失",
      "characters of '{found}' in '{title}' were lost when it was exported or converted[ ({character})]",
      remedy: "请从原系统重新导出这一部分；不要在 WPS 或 Excel 里另存，另存找不回丢掉的字",
      "Export this part again; saving it in a spreadsheet does not bring the characters back"),
    "invisible-character": WordingEntry(
      "“{title}”的“{found}”里有看不见的字符[ {character}]，与看上去一样的编码并不相同",
      "'{found}' in '{title}' has an invisible character[, {character}]; it is not the code that it looks like",
      remedy: "请删去这一格，重新输入", "Clear the cell and type it anew"),
    "invisible-character/text": WordingEntry(
      "“{title}”的“{found}”里有看不见的字符[ {character}]",
      "'{found}' in '{title}' has an invisible character[, {character}]",
      remedy: "请删去看不见的字符，或重新输入这几个字", "Remove it, or type the words anew"),
    "suspect-character": WordingEntry(
      "“{title}”的“{found}”里有自造字[（{character}）]，别的电脑上显示不出来",
      "'{found}' in '{title}' has a character of a private range[ ({character})], which other computers do not show",
      remedy: "请核对是什么字，改用标准字", "See which character it is, and use the standard one"),
    "suspect-character/question": WordingEntry(
      "“{title}”的“{found}”里有连着的问号，可能是导出时丢了字",
      "'{found}' in '{title}' has question marks in a row; characters may have been lost in the export",
      remedy: "请对照原系统核对；确是问号的不用改", "Compare it with the source; nothing to do where question marks are meant"),
    "lookalike-character": WordingEntry(
      "“{title}”的“{found}”里[“{shown}”（{character}）]是部首或兼容字符[，不是“{meant}”（{meantCharacter}）]；电脑不认为它们相同",
      "'{found}' in '{title}' has a radical or compatibility form[, '{shown}' ({character})][, which is not '{meant}' ({meantCharacter})]",
      remedy: "请改为“{expected}”，重新输入这一格", "Type the cell anew: '{expected}'"),
    "composed-text": WordingEntry(
      "“{title}”写作“{found}”，按相同的字“{expected}”处理", "'{title}' is written '{found}', and read as '{expected}'",
      remedy: "两种写法看上去一样，不用改；以后请统一写法", "Both look the same; nothing needs to be done"),
    "personal-number": WordingEntry(
      "“{title}”的“{found}”是公民身份号码，这里应填统一社会信用代码",
      "'{found}' in '{title}' is a resident's identity number; an organization's code belongs here",
      remedy: "请改填单位的统一社会信用代码；个人的身份号码不要放进要公开的登记表",
      "Enter the organization's code; identity numbers of people do not belong into registers that are published"
    ),
  ]

  private static func formula(_ chinese: String, _ english: String) -> WordingEntry {
    WordingEntry(
      "“{title}”是“{found}”，不是数据：" + chinese, "'{title}' is '{found}' instead of a value: " + english,
      remedy: "请在电子表格里改好公式，或填入实际的内容，再导出", "Mend the formula or enter the value, and export it again")
  }
}

extension Wording {
  /// What is said about a file as a whole and about its header.
  static let fileEntries: [String: WordingEntry] = [
    "missing-file": WordingEntry(
      "缺少文件“{expected}”[，文件夹里有“{nearest}”]", "file '{expected}' is missing[; the folder has '{nearest}']",
      remedy: "请把该登记表导出为“{expected}”放进这个文件夹[；如果“{nearest}”就是它，请改名]",
      "Export the register as '{expected}' into this folder[; if '{nearest}' is it, rename it]"),
    "not-csv": WordingEntry(
      "这不是 CSV 文件，按内容看是 {kind}", "this is no CSV file; by its content it is {kind}",
      remedy: "请导出为 CSV（逗号分隔，UTF-8）后再放进来", "Export it as CSV (comma separated, UTF-8)"),
    "not-csv/xlsx": workbook(" Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    "not-csv/xls": workbook("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"),
    "not-csv/ods": workbook(" OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)"),
    "not-csv/html": workbook("网页（HTML），只是扩展名改成了 .csv", "a web page (HTML) that is merely named .csv"),
    "not-csv/xml": workbook(" XML 文件", "an XML file"),
    "not-csv/docx": document(" Word 文档（.docx）", "a Word document (.docx)"),
    "not-csv/rtf": document(" RTF 文档", "an RTF document"),
    "not-csv/pdf": document(" PDF 文件", "a PDF file"),
    "not-csv/image": document("图片", "a picture"),
    "not-csv/sqlite": document(" SQLite 数据库", "an SQLite database"),
    "not-csv/rar": packed(" RAR 压缩包", "a RAR archive"),
    "not-csv/7z": packed(" 7z 压缩包", "a 7z archive"),
    "not-csv/zip": packed(" ZIP 压缩包", "a ZIP archive"),
    "not-csv/gzip": packed(" GZIP 压缩文件", "a gzip file"),
    "empty-file": WordingEntry(
      "文件是空的，没有表头", "the file is empty; it has no header",
      remedy: "请重新导出；确实没有数据时也要保留表头一行", "Export it again; without data it still needs its header"),
    "header-only": WordingEntry(
      "只有表头，没有数据行", "there is a header and no rows",
      remedy: "请检查导出条件后重新导出", "Check the conditions of the export and export it again"),
    "invalid-bytes": WordingEntry(
      "文件第 {offset} 字节（从 0 起）{found} 不是有效的 {encoding} 文字[；也不是 {other}]",
      "byte {offset} (from 0), {found}, is not valid {encoding}[, nor {other}]",
      remedy: "请从原系统把这一部分重新导出（几个文件拼在一起的，编码要一样）；不要在 WPS 或 Excel 里另存，另存会把读错的字固定下来",
      "Export this part again (files that are put together must have one encoding); saving it in a spreadsheet only keeps what was misread"
    ),
    "nul-byte": WordingEntry(
      "文件第 {offset} 字节（从 0 起）是空字节（NUL），文本文件里不应有", "byte {offset} (from 0) is NUL, which no text has",
      remedy: "文件可能已损坏，或是没有标记的 UTF-16；请重新导出，或另存为“CSV UTF-8（逗号分隔）”",
      "The file may be damaged, or UTF-16 without a mark; export it again or save it as 'CSV UTF-8'"),
    "unclosed-quote": WordingEntry(
      "从这一格开始的引号没有结束，其后的行未读：{found}",
      "the quote that opens this cell is not closed; no row after it is read: {found}",
      remedy: "请补上结尾的引号；格内的引号要写成两个（\"\"）",
      "Add the closing quote; a quote inside a cell is written twice (\"\")"),
    "outside-folder": WordingEntry(
      "“{found}”指向登记表文件夹之外", "'{found}' leads out of the register's folder",
      remedy: "请把文件本身（不是链接）放进文件夹", "Put the file itself, not a link, into the folder"),
    "named-file-missing": WordingEntry(
      "找不到文件“{found}”[，文件夹里有“{nearest}”]", "there is no file '{found}'[; the folder has '{nearest}']",
      remedy: "请把文件放到这个位置，或改正登记表里的文件名", "Put the file there, or correct its name in the register"),
    "named-file-too-large": WordingEntry(
      "文件“{found}”有 {size} MB，最多 {expected} MB",
      "the file '{found}' has {size} MB; {expected} MB are allowed",
      remedy: "请压缩文件或拆成几个", "Compress the file, or make several of it"),
    "missing-column": WordingEntry(
      "缺少“{expected}”列[，最接近的表头是“{nearest}”][，要的单位是{unit}]",
      "column '{expected}' is missing[; the nearest header is '{nearest}'][; its unit is {unit}]",
      remedy: "请在表头中补上“{expected}”列[；如果“{nearest}”就是它，请把表头改为“{rename}”][；“{other}”的单位不同，不能只改表头]",
      "Add the column '{expected}'[; if '{nearest}' is it, make the header '{rename}'][; '{other}' has another unit: the header alone must not be changed]"
    ),
    "unused-header": WordingEntry(
      "表头“{found}”没有用上，它与“{expected}”列相近；“{expected}”列可以没有，现在按空处理",
      "header '{found}' is not used; it is near the optional column '{expected}', which is taken to be empty",
      remedy: "如果不是这一列，不用改[；如果“{found}”就是它，请把表头改为“{rename}”]",
      "If it is another column, leave it[; if '{found}' is it, make the header '{rename}']"),
    "no-header": WordingEntry(
      "第一行不是表头，要的列一个也没有：{found}", "the first row is no header; it has none of the columns: {found}",
      remedy: "请删去表头上面的标题行，让表头成为第一行；表头应有：{expected}",
      "Remove the lines above the header, so that it is the first row; it needs: {expected}"),
    "no-header/delimiter": WordingEntry(
      "表头没有分成列：{found}", "the header is not parted into columns: {found}",
      remedy: "请用 WPS 或 Excel 打开，另存为“CSV UTF-8（逗号分隔）”",
      "Open it in WPS or Excel and save it as 'CSV UTF-8 (comma delimited)'"),
    "duplicate-column": WordingEntry(
      "“{expected}”列出现了 {count} 次：{found}", "column '{expected}' stands there {count} times: {found}",
      remedy: "请只保留一列", "Keep one of them"),
  ]

  private static func packed(_ chinese: String, _ english: String) -> WordingEntry {
    WordingEntry(
      "这不是 CSV 文件，按内容看是" + chinese, "this is no CSV file; by its content it is " + english,
      remedy: "请先解压，把里面的文件放进来", "Unpack it and put the file in it here")
  }

  private static func document(_ chinese: String, _ english: String) -> WordingEntry {
    WordingEntry(
      "这不是 CSV 或文本文件，按内容看是" + chinese, "this is no CSV or text file; by its content it is " + english,
      remedy: "请从原系统导出 CSV（UTF-8）；文字说明请另存为纯文本（UTF-8）",
      "Export CSV (UTF-8) from the system it comes from; save a text as plain text (UTF-8)")
  }

  private static func workbook(_ chinese: String, _ english: String) -> WordingEntry {
    WordingEntry(
      "这不是 CSV 文件，按内容看是" + chinese, "this is no CSV file; by its content it is " + english,
      remedy: "请用 WPS 或 Excel 打开，另存为“CSV UTF-8（逗号分隔）”",
      "Open it in WPS or Excel and save it as 'CSV UTF-8 (comma delimited)'")
  }
}

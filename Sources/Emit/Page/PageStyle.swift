/// How a page looks: printed as an official document (GB/T 9704-2012), and readable on a screen of any width.
///
/// A4, margins 37, 26, 35 and 28 mm; 22 lines of 28 characters: 仿宋 3号 (16 pt) at a pitch of 28.95 pt, set 0.2 pt
/// closer so that 28 characters fit in 156 mm; title 小标宋 2号 (22 pt); 一、 in 黑体, （一） in 楷体; the page's
/// number in 4号 (14 pt) between dashes, 7 mm under the text, right on odd and left on even pages.
enum PageStyle {
  static let sheet = """
    body { margin: 0; color: #000; background: #fff; line-break: strict; overflow-wrap: anywhere;
      font-family: "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif;
      font-size: 16pt; line-height: 28.95pt; }
    h1, h2, h3, h4, p, ul { margin: 0; padding: 0; font-size: inherit; font-weight: normal; }
    h1, h2, h3, h4 { break-after: avoid; }
    p, h2, h3, h4 { text-indent: 2em; text-align: justify; }
    p { orphans: 1; widows: 1; }
    h1, .contents-title { font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "方正小标宋_GBK", "STZhongsong", \
    "SimSun", "宋体", "Noto Serif CJK SC", serif; }
    h1 { font-size: 22pt; line-height: 36pt; text-align: center; text-wrap: balance; margin-bottom: 28.95pt; }
    .document-number { text-align: center; text-indent: 0; margin-bottom: 28.95pt; }
    .level-0, .level-1, caption .title { font-family: "SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", sans-serif; }
    h2.level-0 { text-align: center; text-indent: 0; margin: 28.95pt 0; }
    .level-2 { font-family: "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "Noto Serif CJK SC", serif; }
    a { color: inherit; }
    nav { margin-bottom: 28.95pt; }
    .contents-title { text-align: center; text-indent: 0; margin-bottom: 28.95pt; }
    nav ul { list-style: none; }
    nav li { font-family: inherit; padding-left: 2em; }
    nav li.level-0 { padding-left: 0; }
    nav li.level-2 { padding-left: 4em; }
    nav a { text-decoration: none; }
    .signature { text-align: right; text-indent: 0; padding-right: 2em; margin-top: 28.95pt; break-inside: avoid; \
    break-before: avoid; }
    .sheet { margin: 14pt 0; overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 1.4; letter-spacing: 0;
      font-family: "SimSun", "宋体", "STSong", "Noto Serif CJK SC", serif; }
    caption { padding-bottom: 4pt; }
    caption > span { display: block; }
    caption .title { font-size: 14pt; line-height: 1.6; }
    caption .unit { display: flex; justify-content: space-between; text-align: left; }
    caption .note { text-align: left; }
    th, td { border: 0.75pt solid #000; padding: 2pt 4pt; font-weight: normal; vertical-align: middle; \
    text-align: left; overflow-wrap: break-word; }
    td a { overflow-wrap: anywhere; }
    thead { display: table-header-group; }
    thead th, thead td, .center, tr.total th { text-align: center; }
    td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
    td.number.center { text-align: center; }
    thead th, .bold { font-weight: bold; }
    tr { break-inside: avoid; }
    .note { text-indent: 0; font-size: 10.5pt; line-height: 1.6; }
    .sheet.wide table { font-size: 8pt; }
    .sheet.wide th, .sheet.wide td { padding: 2pt; }
    @media screen {
      body { background: #f2f2f2; }
      main { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 20mm 26mm 20mm 28mm;
        background: #fff; }
      .sheet.wide { margin: 14pt -20mm; }
      .sheet.wide table { min-width: 740px; }
    }
    @media screen and (max-width: 700px) {
      body { font-size: 17px; line-height: 1.75; }
      main { padding: 20px 16px; }
      h1 { font-size: 22px; line-height: 1.5; }
      table, .sheet.wide table, .note { font-size: 13px; }
      .sheet.wide { margin: 14pt 0; }
      .sheet.wide table { min-width: 1100px; }
      .sheet.broad table { min-width: 560px; }
      .sheet.wide caption .title, .sheet.broad caption .title { text-align: left; }
    }
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
    @page wide { size: A4 landscape; margin: 28mm 35mm 26mm 37mm; }
    @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "SimSun", "宋体", serif; \
    vertical-align: top; padding: 7mm 14pt 0 0; } }
    @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "SimSun", "宋体", serif; \
    vertical-align: top; padding: 7mm 0 0 14pt; } }
    @media print {
      body { letter-spacing: -0.2pt; }
      .sheet { overflow-x: visible; }
      caption, thead { break-after: avoid; }
      .level-0 ~ .sheet, .sheet.wide { break-inside: avoid; }
      .sheet.wide { page: wide; margin: 0; }
      h2.level-0 { margin-top: 0; break-before: page; }
      h1 + h2.level-0 { break-before: auto; }
    }
    """
}

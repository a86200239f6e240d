import Foundation
import TestSupport
import Testing

/// The disclosure's page: the same words and figures as its text, in one file that needs no other.
@Suite("Pages")
struct PagesTests {
  private static let published = Result { () throws -> OutputTree in
    let sample = try Sample()
    try sample.run()
    return try sample.current()
  }

  private func page() throws -> String { try Self.published.get().text("pages/183.html") }
  private func main() throws -> XMLTree {
    try #require(try XMLTree.parse(Data(page().utf8)).all("main").first)
  }

  @Test("it is well-formed, says its language and title, and loads and runs nothing")
  func selfContained() throws {
    let page = try page()
    let root = try XMLTree.parse(Data(page.utf8))
    #expect(page.hasPrefix("<!DOCTYPE html>\n") && root.attributes["lang"] == "zh-CN")
    #expect(root.all("title").map(\.allText) == ["九江市浔阳区政务服务管理局 2025 年部门预算"])
    #expect(root.all("meta").first?.attributes["charset"] == "UTF-8")
    for element in ["script", "img", "link", "iframe", "object"] { #expect(root.all(element).isEmpty) }
    #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("src="))
    let elements = root.all("main").flatMap { $0.all("a") }
    #expect(
      elements.allSatisfy {
        $0.attributes["href"]?.hasPrefix("#s") == true || $0.attributes["href"]?.hasPrefix("#t") == true
      })
  }

  @Test("every place in the page has a name of its own, and the contents lead to them")
  func places() throws {
    let names = try main().everything.compactMap { $0.attributes["id"] }
    #expect(Set(names).count == names.count)
    let links = try main().all("a").compactMap { $0.attributes["href"].map { String($0.dropFirst()) } }
    #expect(links.count == 31 && Set(links).isSubset(of: names))
  }

  @Test("page and text say the same, word for word")
  func sameWords() throws {
    func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    let text = words(try Self.published.get().text("notices/183.txt"))
    let html = try page()
    let start = try #require(html.range(of: "<main>"))
    let shown = String(html[start.lowerBound...]).replacing(/<[^>]*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    #expect(words(shown) == text)
  }

  @Test("the eleven tables, each with its caption and headers")
  func tables() throws {
    let tables = try main().all("table")
    #expect(tables.count == 11)
    #expect(tables.first?.all("caption").first?.allText.hasPrefix("收支预算总表") == true)
    for table in tables {
      #expect(table.all("caption").count == 1)
      #expect(table.all("th").allSatisfy { ["col", "row", "colgroup"].contains($0.attributes["scope"]) })
      #expect(table.all("th").contains { $0.attributes["scope"] == "col" })
    }
    #expect(tables.dropLast(2).allSatisfy { $0.all("thead").count == 1 })
  }

  @Test("every row of a table covers every column once")
  func grids() throws {
    for table in try main().all("table") {
      var widths: Set<Int> = []
      var covered: [Int] = []
      for row in table.all("tr") {
        let own = row.children.reduce(0) { $0 + ($1.integer("colspan") ?? 1) }
        widths.insert(own + covered.count)
        covered = covered.map { $0 - 1 }.filter { $0 > 0 }
        for cell in row.children {
          let more = (cell.integer("rowspan") ?? 1) - 1
          if more > 0 { covered += Array(repeating: more, count: cell.integer("colspan") ?? 1) }
        }
      }
      #expect(widths.count == 1 && covered.isEmpty, "\(table.all("caption").first?.allText ?? "")")
    }
  }

  @Test("figures say where they come from")
  func figures() throws {
    let marks = try main().all("data")
    #expect(marks.count > 250)
    let income = try #require(
      marks.first { $0.attributes["data-figure"] == "income" && $0.attributes["data-key"] == "publisher=183" }
    )
    #expect(income.attributes["data-exact"] == "755352400" && income.allText == "755.35")
    #expect(
      marks.contains { $0.attributes["data-figure"] == "operating.growth" && $0.allText == "增长 210.24%" })
  }

  @Test(
    "a user's text is text, in the page as in the text",
    arguments: [
      "<script>alert(1)</script>", "{{income}} {{", "甲&乙 \"丙\" 'x'", "]]>", "一、总则",
    ])
  func textIsText(_ name: String) throws {
    let sample = try Sample([
      .cell("2025/units.csv", row: 2, "单位名称", name), .cell("2025/projects.csv", row: 2, "实施单位", name),
    ])
    let outcome = try sample.run()
    #expect(outcome.isDone, "\(outcome.errors)")
    #expect(try sample.current().text("notices/183.txt").hasPrefix("\(name) 2025 年部门预算\n"))
    let root = try XMLTree.parse(Data(try sample.current().text("pages/183.html").utf8))
    #expect(root.all("h1").map(\.allText) == ["\(name) 2025 年部门预算"])
    #expect(root.all("script").isEmpty)
  }

  @Test("a bracket brings its own room: no space after it")
  func spaces() throws {
    let text = try Self.published.get().text("notices/183.txt")
    #expect(text.contains("；上年结转（结余）100 万元，") && text.contains("因公出国（境）0 万元"))
  }
}

extension XMLTree {
  /// This element and all below it.
  fileprivate var everything: [XMLTree] { [self] + children.flatMap(\.everything) }
}

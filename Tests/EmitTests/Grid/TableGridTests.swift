import Emit
import Figures
import Testing

struct TableGridTests {
  /// Three codes under one class, one of them without money.
  static func data(_ fen: [String: Int64?]) -> FakeData {
    var data = FakeData()
    data.models["tree"] = rows(
      "function,name,level\n201,服务,#1\n20103,事务,#2\n2010301,运行,#3\n2010303,机关,#3\n208,保障,#1")
    data.figures["expenditure"] = .init(
      keys: ["function", "kind"],
      entries: fen.compactMap { code, fen in
        fen.map { FakeData.Entry(keys: ["function": code, "kind": "基本"], fen: $0) }
      },
      prefixes: ["function"])
    return data
  }

  static func sheet(skip: String = "keep", zero: String = "show") -> String {
    """
    sheets:
    - name: 表
      zero: \(zero)
      table:
        rows:
          - {total: 合计}
          - {model: tree, tree: level, skip: \(skip)}
        columns:
          - {title: 科目, text: name, label: true}
          - {title: 数, figure: expenditure}
    """
  }

  @Test(arguments: [
    ("nothing is blank, zero is 0", "keep", "show", ["合计\t1", "服务\t1", "事务\t1", "运行\t0", "机关\t1", "保障\t"]),
    ("zero blank", "keep", "blank", ["合计\t1", "服务\t1", "事务\t1", "运行\t", "机关\t1", "保障\t"]),
    ("rows without figures left out", "empty", "show", ["合计\t1", "服务\t1", "事务\t1", "运行\t0", "机关\t1"]),
    ("rows of zeros too", "zero", "show", ["合计\t1", "服务\t1", "事务\t1", "机关\t1"]),
  ])
  func rowsWithoutMoney(_ why: String, skip: String, zero: String, expected: [String]) throws {
    let data = Self.data(["2010301": 0, "2010303": 1_000_000])
    #expect(
      try text(Self.sheet(skip: skip, zero: zero), data) == (["科目\t数"] + expected).joined(separator: "\n")
        + "\n")
  }

  @Test func aParentOfOffsettingChildrenStays() throws {
    let data = Self.data(["2010301": 500_000, "2010303": -500_000])
    #expect(
      try text(Self.sheet(skip: "zero"), data) == "科目\t数\n合计\t0\n服务\t0\n事务\t0\n运行\t0.5\n机关\t-0.5\n")
  }

  @Test func aTableWithoutRowsIsItsHeader() throws {
    #expect(try text(Self.sheet(skip: "empty"), Self.data([:])) == "科目\t数\n")
  }

  @Test(arguments: [
    ("just under half", 49_999, "0.05"), ("half goes up", 105_000, "0.11"),
    ("half goes away from zero", -105_000, "-0.11"),
    ("to zero without sign", -4_999, "0"), ("trailing zeros dropped", 1_234_567_000_000, "1234567"),
  ])
  func rounding(_ why: String, fen: Int64, expected: String) throws {
    let data = Self.data(["208": fen])
    #expect(try text(Self.sheet(skip: "empty"), data) == "科目\t数\n合计\t\(expected)\n保障\t\(expected)\n")
  }

  /// A model that lists a code twice, or forgets one, must not be published.
  @Test func aParentThatIsNotTheSumOfItsChildren() throws {
    var data = Self.data(["2010301": 1, "2010303": 2, "2010399": 4])
    let error = #expect(throws: GridError.self) { try text(Self.sheet(), data) }
    #expect(
      error?.sentence(inEnglish: true)
        == "sheet '表', cell B4 (事务): the figure is 0.000007, the cells it adds up give 0.000003")
    data.models["tree"]?.removeAll { $0["function"] == .text("208") }
    data.figures["expenditure"]?.entries = [
      .init(keys: ["function": "2010301"], fen: 1), .init(keys: ["function": "301"], fen: 5),
    ]
    let total = #expect(throws: GridError.self) { try text(Self.sheet(), data) }
    #expect(
      total?.sentence(inEnglish: false) == "表“表”单元格 B2（合计）：数为 0.000006，所汇总的单元格合计为 0.000001")
  }

  @Test func aSumThatIsTooLarge() throws {
    let data = Self.data(["2010301": Int64.max, "2010303": 0])
    var wrong = data
    wrong.models["tree"]?.append(contentsOf: rows("function,name,level\n2010301,又,#1"))
    #expect(throws: GridError.overflow(sheet: "表", cell: "B2")) { try text(Self.sheet(), wrong) }
  }

  @Test func aLevelThatIsNone() throws {
    var data = Self.data([:])
    data.models["tree"] = rows("function,name,level\n201,服务,一")
    #expect(throws: GridError.notWhole(sheet: "表", column: "level", found: "一")) {
      try text(Self.sheet(), data)
    }
  }

  @Test func childrenOfAParentThatSkipsALevel() throws {
    var data = Self.data(["2010301": 100_000_000, "20805": 200_000_000])
    data.models["tree"] = rows("function,name,level\n201,服务,#1\n2010301,运行,#3\n208,保障,#1\n20805,养老,#2")
    let grid = try grid(Self.sheet(), data)
    let formulas = try grid.rows().compactMap { row -> String? in
      if case .formula(let formula, _)? = row.cells[1]?.content { formula } else { nil }
    }
    #expect(formulas == ["SUM(B3,B5)", "SUM(B4)", "SUM(B6)"])
  }

  @Test func sharesAreNotAddedUp() throws {
    var data = Self.data(["201": 300_000_000, "208": 100_000_000])
    data.models["tree"] = rows("function,name,level\n201,服务,#1\n208,保障,#1")
    data.figures["expenditure"]?.before = [
      .init(keys: ["function": "201"], fen: 200_000_000), .init(keys: ["function": "208"], fen: 200_000_000),
    ]
    let yaml = Self.sheet().replacing(
      "- {title: 数, figure: expenditure}",
      with: "- {title: 较上年, figure: expenditure.change}\n      - {title: 增长, figure: expenditure.growth}")
    #expect(try text(yaml, data) == "科目\t较上年\t增长\n合计\t0\t0\n服务\t100\t50\n保障\t-100\t-50\n")
  }

  @Test func aLineHeldAgainstItsFigure() throws {
    var data = FakeData()
    data.figures["income"] = .init(
      keys: ["source"],
      entries: [
        .init(keys: ["source": "拨款"], fen: 1_000_000), .init(keys: ["source": "其他"], fen: 2_000_000),
        .init(keys: ["source": "结余"], fen: 4_000_000),
      ])
    let yaml = """
      sheets:
      - name: 表
        table:
          rows:
            - {line: 拨款, id: a, with: {source: 拨款}}
            - {line: 其他, id: b, with: {source: 其他|结余}}
            - {line: 说明}
          foot:
            - {line: 总计, with: {}, sum-of: [a, b]}
          columns:
            - {title: 项目, label: true}
            - {title: 数, figure: income}
      """
    #expect(try text(yaml, data) == "项目\t数\n拨款\t1\n其他\t6\n说明\t\n总计\t7\n")
    data.figures["income"]?.entries.append(.init(keys: ["source": "漏"], fen: 1))
    #expect(throws: GridError.self) { try text(yaml, data) }
  }
}

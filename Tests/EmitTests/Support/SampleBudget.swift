import Definitions
import Emit
import Figures
import Foundation
import Testing

/// 九江市浔阳区政务服务管理局 2025: the figures of the printed document, as the registers give them.
enum SampleBudget {
  static let period = ResultRow(["year", "before"], ["#2025", "#2024"])
  static let publisher = data.models["publishers"]![0]
  static var builder: GridBuilder { GridBuilder(data: data, period: period, publisher: publisher) }

  /// The pipeline's own layout.
  static func layout() throws -> WorkbookLayout {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let file = folder.appending(path: "pipelines/department-budget/workbooks/tables.yaml").standardizedFileURL
    let problems = DefinitionProblems()
    let yaml = try String(contentsOf: file, encoding: .utf8)
    let node = try #require(DefinitionNode(yaml: yaml, file: "workbooks/tables.yaml", problems: problems))
    let layout = WorkbookLayout(node, names: data.names(publisher: "publishers"))
    #expect(problems.errors.map(\.description) == [])
    return try #require(layout)
  }

  static func grid(_ name: String) throws -> Grid {
    let sheet = try #require(try layout().sheets.first { $0.name == name })
    return try builder.grid(sheet)
  }

  static let data: FakeData = {
    var data = FakeData()
    data.models["publishers"] = [
      ResultRow(["publisher", "name", "goal"], ["183", "九江市浔阳区政务服务管理局", goal])
    ]
    let tree = functions.map { ($0, functionUse($0.code)) }
    func functionTree(_ isShown: (Set<String>) -> Bool) -> [ResultRow] {
      tree.filter { isShown($0.1) }.map { code, _ in
        let level = code.code.count == 3 ? 1 : code.code.count == 5 ? 2 : 3
        return ResultRow(
          ["publisher", "function", "printed_code", "name", "level"],
          ["183", code.code, level == 2 ? String(code.code.suffix(2)) : code.code, code.name, "#\(level)"])
      }
    }
    let classes = functionTree { _ in true }.filter { $0["level"] == .integer(1) }
    data.models["function_tree"] = functionTree { _ in true }
    data.models["function_classes"] = classes
    data.models["fiscal_function_classes"] = classes
    data.models["general_function_tree"] = functionTree { $0.contains("一般公共预算拨款") }
    data.models["fund_function_tree"] = functionTree { $0.contains("政府性基金预算拨款") }
    data.emptyModels["capital_function_tree"] = ["publisher", "function", "printed_code", "name", "level"]
    data.models["economic_tree"] = economics.map { code, name in
      ResultRow(
        ["publisher", "economic", "printed_code", "name", "level"],
        ["183", code, code, name, code.count == 3 ? "#1" : "#2"])
    }
    data.models["unit_indicators"] = indicators.map {
      ResultRow(["publisher", "level_one", "level_two", "level_three", "target"], ["183"] + $0)
    }
    data.models["project_indicators"] = projectIndicators.map {
      ResultRow(
        ["publisher", "project", "level_one", "level_two", "level_three", "target"], ["183", "183001"] + $0)
    }
    data.models["published_projects"] = [
      ResultRow(
        ["publisher", "project", "name", "department_with_code", "implementer", "goal"],
        ["183", "183001", "政务服务中心运行费", "183-九江市浔阳区政务服务管理局", "九江市浔阳区政务服务管理局", projectGoal])
    ]
    data.figures = figures
    return data
  }()

  private static func functionUse(_ code: String) -> Set<String> {
    Set(income.filter { $0.keys["function"]!.hasPrefix(code) }.map { $0.keys["source"]! })
  }
}

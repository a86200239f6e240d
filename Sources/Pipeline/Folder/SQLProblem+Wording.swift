import Definitions
import Store

extension SQLProblem {
  /// What is wrong, and what to write instead.
  var problem: DefinitionError.Problem {
    switch self {
    case .hiddenJoin(let word):
      .other(
        "SQL 里不能用 \(word)：连接的列不写出来，就不会读入；请写 JOIN b ON a.x = b.x",
        english:
          "SQL may not use \(word), which hides the columns that it compares; write JOIN b ON a.x = b.x")
    case .division:
      .other(
        "SQL 里不能用除法（/）：7 / 2 在这里得 3，在别处得 3.5；比率请写成 figures.yaml 的 ratio",
        english: "SQL may not divide (/): 7 / 2 is 3 here and 3.5 elsewhere; make a ratio in figures.yaml")
    case .decimal(let number):
      .other(
        "SQL 里不能有小数 \(number)：金额以分计，占比以万分之一计，都是整数",
        english:
          "SQL may not have the decimal number \(number); amounts are whole fen, shares whole hundredths of %"
      )
    case .cast(let type):
      .other(
        "SQL 里不能转成 \(type)，只能转成 INTEGER 或 TEXT",
        english: "SQL may not cast to \(type), only to INTEGER or TEXT")
    case .parameter(let name):
      .other(
        "SQL 里的 \(name) 没有值可填；流程的参数请从 parameters 表里取",
        english: "nothing fills in \(name) in SQL; take the pipeline's parameters from the table parameters")
    case .bareColumn(let column):
      .other(
        "与 GROUP BY 或合计并列的“\(column)”会取任意一行的值；请把它写进 GROUP BY，或用 MIN、MAX",
        english:
          "'\(column)' beside GROUP BY or an aggregate is any row's; group by it, or take its MIN or MAX")
    case .severalArguments(let name):
      .other(
        "\(name) 只能有一个参数；几个值中取一个请用 CASE WHEN",
        english: "\(name) takes one argument; choose between several values with CASE WHEN")
    case .function(let name):
      .other(
        "SQL 里不能用函数 \(name)" + (Self.near(name).map { "，是否想写 \($0)？" } ?? ""),
        english: "SQL may not use the function \(name)"
          + (Self.near(name).map { "; did you mean \($0)?" } ?? ""))
    case .table(let name):
      .other(
        "SQL 里不能读“\(name)”，它不是流程的表",
        english: "SQL may not read '\(name)', which is none of the pipeline's tables")
    case .statement: .sql("not allowed here: anything but SELECT")
    }
  }

  private static func near(_ name: String) -> String? {
    nearest(to: name, among: SQLFunctions.known.sorted())
  }
}

extension StoreError {
  /// SQLite's words for a function that it does not have.
  private static let unknownFunction = "no such function: "

  /// Its problems, each with its line in a text that begins in this line.
  func problems(from line: Int) -> [(problem: DefinitionError.Problem, line: Int)] {
    switch self {
    case .refused(let refused): return refused.map { ($0.problem.problem, line + $0.line - 1) }
    case .sql(let words) where words.hasPrefix(Self.unknownFunction):
      return [(SQLProblem.function(String(words.dropFirst(Self.unknownFunction.count))).problem, line)]
    default: return [(.sql(words), line)]
    }
  }

  /// What is wrong, for the one who wrote the SQL.
  var words: String {
    switch self {
    case .sql(let words), .storage(let words): words
    case .refused(let refused): "not allowed here: " + refused.map { "\($0.problem)" }.joined(separator: ", ")
    case .timeout: "runs longer than the time limit"
    case .overflow: "a sum is too large"
    case .notExact(let column): "column \(column) has decimals; amounts stay integers and SQL never divides"
    case .cycle(let names): "models wait for each other: \(names.joined(separator: " → "))"
    }
  }
}

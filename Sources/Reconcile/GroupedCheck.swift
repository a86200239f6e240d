import Figures

/// A check that compares group by group.
protocol GroupedCheck {
  var head: CheckHead { get }
  var by: [String] { get }
}

extension GroupedCheck {
  /// The group in words: `（publisher 183，year 2025）`.
  func inWords(_ group: [Value]) -> String {
    by.isEmpty ? "" : "（\(names(group))）"
  }

  func names(_ group: [Value]) -> String {
    group.map { $0.label.isEmpty ? "空" : $0.label }.joined(separator: "，")
  }

  static func precedes(_ a: [Value], _ b: [Value]) -> Bool {
    a.map(\.label).lexicographicallyPrecedes(b.map(\.label))
  }
}

extension Balance: GroupedCheck {}
extension Ratio: GroupedCheck {}

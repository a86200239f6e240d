import Testing

@testable import Pipeline

/// Where a unit stands, from what was done to it. Its result is 甲, and another one after a change 乙.
@Suite("Where a unit stands")
struct UnitRecordTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var acts: [String]
    var result: String
    var state: ReviewState
    /// What is public: nothing, or a result.
    var published: String?

    init(
      _ why: String, _ acts: [String], now result: String, _ state: ReviewState,
      public published: String? = nil
    ) {
      (testDescription, self.acts, self.result) = (why, acts, result)
      (self.state, self.published) = (state, published)
    }
  }

  private static let both = ["初审 甲", "财审 甲"]

  static let rows = [
    Row("nothing was done", [], now: "甲", .waiting("初审")),
    Row("one step of two", ["初审 甲"], now: "甲", .waiting("财审")),
    Row("both steps", both, now: "甲", .approved),
    Row("published", both + ["发布 甲"], now: "甲", .published, public: "甲"),

    Row("the result changed after one step", ["初审 甲"], now: "乙", .waiting("初审")),
    Row("the result changed after both steps", both, now: "乙", .waiting("初审")),
    Row(
      "changed after publication: the old one stays public", both + ["发布 甲"], now: "乙", .waiting("初审"),
      public: "甲"),
    Row("the new result half way", both + ["发布 甲", "初审 乙"], now: "乙", .waiting("财审"), public: "甲"),
    Row(
      "the new result published", both + ["发布 甲", "初审 乙", "财审 乙", "发布 乙"], now: "乙", .published, public: "乙"),
    Row("changed back to what was approved", both, now: "甲", .approved),
    Row("steps of two results do not add up", ["初审 甲", "财审 乙"], now: "乙", .waiting("初审")),

    Row("returned at the second step", ["初审 甲", "退回 甲"], now: "甲", .returned("初审")),
    Row("returned, then corrected", ["初审 甲", "退回 甲"], now: "乙", .waiting("初审")),
    Row("returned, then approved as it is", ["初审 甲", "退回 甲", "初审 甲"], now: "甲", .waiting("财审")),
    Row("approvals from before a return are void", ["初审 甲", "初审 乙", "退回 乙"], now: "甲", .waiting("初审")),

    Row("withdrawn before it was published", both + ["撤回 甲"], now: "甲", .withdrawn("初审")),
    Row("withdrawn after it was published", both + ["发布 甲", "撤回 甲"], now: "甲", .withdrawn("初审")),
    Row(
      "withdrawn, approved and published anew", both + ["发布 甲", "撤回 甲"] + both + ["发布 甲"], now: "甲",
      .published, public: "甲"),
    Row("an old publication withdrawn", both + ["发布 甲", "撤回 甲"], now: "乙", .waiting("初审")),
  ]

  @Test(arguments: rows)
  func stands(_ row: Row) {
    var record = UnitRecord()
    for act in row.acts { record.add(Self.act(act)) }
    #expect(record.state(of: row.result, steps: ["初审", "财审"]) == row.state)
    #expect(record.published?.digest == row.published)
  }

  private static func act(_ text: String) -> ReviewAct {
    let (what, digest) = (String(text.prefix(2)), String(text.suffix(1)))
    let kinds: [String: ReviewAct.Kind] = ["发布": .publish, "撤回": .withdraw, "退回": .return]
    let kind = kinds[what] ?? .approve
    return ReviewAct(
      kind: kind, step: kind == .approve ? what : nil, by: "某人", time: "", digest: digest, line: 1)
  }
}

import Testing

/// One line of a table of tests: why, what is changed in the sample, and what is then said.
struct Trial: Sendable, CustomTestStringConvertible {
  var why: String
  var edits: [Edit]
  var expected: [String]

  init(_ why: String, _ edit: Edit, _ expected: String...) { self.init(why, [edit], expected) }

  init(_ why: String, _ edit: Edit, _ expected: [String]) { self.init(why, [edit], expected) }

  init(_ why: String, _ edits: [Edit], _ expected: [String]) {
    (self.why, self.edits, self.expected) = (why, edits, expected)
  }

  var testDescription: String { why }
}

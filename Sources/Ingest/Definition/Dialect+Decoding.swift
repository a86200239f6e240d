import Definitions

extension Dialect {
  /// What libcsv cannot do is refused rather than ignored.
  init?(from node: DefinitionNode) {
    self.init()
    guard
      let dialect = node.mapping(
        "delimiter", "quoteChar", "doubleQuote", "header", "skipInitialSpace", "lineTerminator", "$schema")
    else { return nil }
    delimiter = Self.byte(dialect["delimiter"]) ?? delimiter
    quote = Self.byte(dialect["quoteChar"]) ?? quote
    hasHeader = dialect.boolean("header", default: true)
    if !dialect.boolean("doubleQuote", default: true) {
      dialect["doubleQuote"]?.report(.unknownValue(key: "doubleQuote", value: "false", allowed: ["true"]))
    }
    if !dialect.boolean("skipInitialSpace", default: true) {
      dialect["skipInitialSpace"]?.report(
        .unknownValue(key: "skipInitialSpace", value: "false", allowed: ["true"]))
    }
    _ = dialect.text("$schema")
    if let ends = dialect.text("lineTerminator"), !["\n", "\r\n", "\r"].contains(ends) {
      dialect["lineTerminator"]?.report(
        .unknownValue(key: "lineTerminator", value: ends, allowed: [#"\n"#, #"\r\n"#, #"\r"#]))
    }
    if delimiter == quote {
      node.report(.other("分隔符和引号不能相同", english: "the delimiter and the quote must differ"))
    }
  }

  private static func byte(_ node: DefinitionNode?) -> UInt8? {
    guard let node, let text = node.text else { return nil }
    let bytes = Array(text.utf8)
    if bytes.count == 1, bytes[0] < 0x80, ![0x00, 0x0A, 0x0D].contains(bytes[0]) { return bytes[0] }
    node.report(.other("“\(text)”应为一个 ASCII 字符", english: "'\(text)' must be one ASCII character"))
    return nil
  }
}

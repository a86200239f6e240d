/// How a CSV file is written: what libcsv can read of the standard's CSV dialect.
public struct Dialect: Hashable, Sendable {
  public var delimiter: UInt8 = UInt8(ascii: ",")
  public var quote: UInt8 = UInt8(ascii: "\"")
  /// Without a header, cells belong to the fields in declared order.
  public var hasHeader = true

  public init() {}
}

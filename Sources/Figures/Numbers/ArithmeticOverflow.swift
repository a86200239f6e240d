/// A result that an Int64 of units cannot hold. Nobody's budget reaches it (92 thousand 万亿元 in fen), so a
/// number that does is wrong input, and is reported rather than wrapped or trapped.
public struct ArithmeticOverflow: Error, Hashable, Sendable {
  public init() {}
}

/// Why a text is no number that can be used. Refused rather than guessed at.
public enum NumberProblem: Error, Hashable, Sendable {
  /// `十二`, `1.2.3`, `--5`, `(-5)`, `5.`, `1 234`.
  case notANumber
  /// Commas that do not part thousands: `1,23.4`, `1,234,5`, `0,5`.
  case grouping
  /// `1e5`, `1.10105E+17`: a spreadsheet's short form, which has lost the last digits.
  case scientificNotation
  /// More decimals than there can be: `12.345` in 元. Zeros past them are no such digits: `12.340`.
  case tooManyDecimals(allowed: Int)
  /// A number, but of something else than was asked for: `1.2万`, `12人` where money stands.
  case unknownUnit(String)
  /// Beyond what an Int64 of fen, or of the finest decimal, holds.
  case overflow
}

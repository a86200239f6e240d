import Figures
import Testing

@Suite("Days by which something is due")
struct DueDayTests {
  @Test(
    "how many days a day is late",
    arguments: [
      (1231, 1231, 0), (630, 701, 1), (20_250_630, 20_250_701, 1), (1231, 20_260_101, 1), (228, 301, 1),
      (229, 301, 1), (20_240_228, 20_240_301, 2), (20_250_101, 20_260_101, 365),
      (20_240_101, 20_250_101, 366),
      (1231, 20_251_201, -30), (20_000_229, 20_000_301, 1), (21_000_228, 21_000_301, 1),
    ])
  func late(due: Int64, actual: Int64, expected: Int64) throws {
    let (due, actual) = (try #require(DueDay(code: due)), try #require(DueDay(code: actual)))
    #expect(actual.number(in: 2025) - due.number(in: 2025) == expected)
  }

  @Test(arguments: [0, -1, 1301, 230, 431, 20_250_229, 18_991_231, 99_999_999])
  func isNone(code: Int64) { #expect(DueDay(code: code) == nil) }

  @Test(arguments: [1231, 229, 20_240_229, 20_251_231])
  func keepsItsCode(code: Int64) { #expect(DueDay(code: code)?.code == code) }
}

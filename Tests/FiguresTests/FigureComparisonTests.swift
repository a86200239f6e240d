import Figures
import Testing

/// The one definition of what a figure is against the period before: below zero, at zero, and with a missing side.
@Suite("A figure against the period before")
struct FigureComparisonTests {
  @Test(
    arguments: [
      ("more", .money, "25.75", "8.30", "8.30", "17.45", "210.24"),
      ("less", .money, "161.10", "475.00", "475.00", "-313.90", "-66.08"),
      ("the same", .money, "8.30", "8.30", "8.30", "0.00", "0.00"),
      ("down to zero", .money, "0.00", "20.00", "20.00", "-20.00", "-100.00"),
      ("below zero now", .money, "-10.00", "20.00", "20.00", "-30.00", "-150.00"),
      ("from zero", .money, "5.00", "0.00", "0.00", "5.00", nil),
      ("from below zero", .money, "5.00", "-1.00", "-1.00", "6.00", nil),
      ("further below zero", .money, "-5.00", "-1.00", "-1.00", "-4.00", nil),
      ("nothing now", .money, nil, "20.00", "20.00", "-20.00", "-100.00"),
      ("nothing before", .money, "20.00", nil, nil, "20.00", nil),
      ("nothing in either", .money, nil, nil, nil, nil, nil),
      ("a count", .count, "24", "21", "21", "3", "14.29"),
      ("a percentage changes by points", .percent, "74.50", "73.00", "73.00", "1.50", nil),
      ("a percentage that is missing now is not zero", .percent, nil, "73.00", "73.00", nil, nil),
      ("nor before", .percent, "74.50", nil, nil, nil, nil),
    ] as [(String, Measure, String?, String?, String?, String?, String?)])
  func sides(
    _ why: String, measure: Measure, now: String?, before: String?, expectedBefore: String?, change: String?,
    growth: String?
  ) throws {
    let fixed = { (text: String?) in text.flatMap { Fixed($0) } }
    var figure = FigureValue(measure: measure, now: fixed(now), before: fixed(before), isCompared: true)
    #expect(try figure.aspect(.now).now?.description == now)
    #expect(try figure.aspect(.before).now?.description == expectedBefore)
    #expect(try figure.aspect(.change).now?.description == change)
    #expect(try figure.aspect(.growth).now?.description == growth)
    figure.isCompared = false
    #expect(try figure.aspect(.change).now == nil && figure.aspect(.growth).now == nil)
  }

  @Test("in percent of nothing, of zero and of less than zero there is nothing")
  func percentages() throws {
    let (five, zero, less) = (
      Fixed(units: 5, decimals: 0), Fixed(units: 0, decimals: 0), Fixed(units: -1, decimals: 0)
    )
    #expect(try Fixed.percentage(five, of: five)?.description == "100.00")
    #expect(try Fixed.percentage(less, of: five)?.description == "-20.00")
    #expect(try Fixed.percentage(zero, of: five)?.description == "0.00")
    for base in [nil, zero, less] { #expect(try Fixed.percentage(five, of: base) == nil) }
    #expect(try Fixed.percentage(nil, of: five) == nil)
  }
}

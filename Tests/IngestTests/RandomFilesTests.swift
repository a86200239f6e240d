import Figures
import Testing

@testable import Ingest

@Suite("Files made of anything")
struct RandomFilesTests {
  private let sample = Sample(
    """
    - {name: s, constraints: {pattern: "[a-z中]*", maxLength: 9}}
    - {name: n, type: number, "gongshi:unit": 元, constraints: {minimum: 0}}
    - {name: d, type: date, format: any}
    - {name: b, type: boolean}
    - {name: l, type: list, itemType: integer}
    - {name: o, type: object}
    - {name: t, "gongshi:type": target}
    - {name: i, "gongshi:identifier": resident-identity}
    - {name: g, type: geopoint}
    """, schema: "primaryKey: s\nuniqueKeys: [[n, d]]")

  /// Pieces of files that bring a reader into odd states.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", ",", ",", ",", "\n", "\r\n", "\r", " ", "\t", "中", "a", "2025-1-5", "12.5", "-", "—",
      "{\"a\":1}",
      "[1,2]", "true", "≥500件", "34052419800101001X", "115.99, 29.71", "1e5", "\u{FEFF}", "𠮷",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x81, 0x30], [0x00]]

  /// A generator of our own, so that every run reads the same files.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % sides
    }
  }

  @Test("give findings or rows, never a crash", arguments: 0..<200)
  func survives(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var bytes = Array("s,n,d,b,l,o,t,i,g\n".utf8)
    // Most files stay text, so that they come further than the check of the encoding.
    let sides = seed % 4 == 0 ? Self.pieces.count : Self.pieces.count - 4
    for _ in 0..<dice.roll(4000) { bytes += Self.pieces[dice.roll(sides)] }
    let reading = try sample.read(bytes)
    #expect(!reading.rows.isEmpty || !reading.findings.isEmpty)
    #expect(reading.summary.rows == reading.rows.count)
  }

  @Test("cells come back as they were written", arguments: 0..<50)
  func roundTrip(_ seed: Int) throws {
    let sample = Sample("- {name: a}\n- {name: b}", schema: "missingValues: []")
    var dice = Dice(state: UInt64(seed))
    let letters = ["\"", ",", "\n", " ", "中", "a", "𠮷", "\t", "'", ";"]
    var text = "a,b\n"
    var expected: [String] = []
    for row in 0..<dice.roll(300) {
      let cells = (0..<2).map { _ in
        "x" + (0..<dice.roll(12)).map { _ in letters[dice.roll(letters.count)] }.joined() + "y"
      }
      text += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      expected.append("\(row + 2): " + cells.joined(separator: " | "))
    }
    #expect(try sample.read(text).rows == expected)
  }
}

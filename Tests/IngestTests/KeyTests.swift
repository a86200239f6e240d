import Figures
import Testing

@testable import Ingest

@Suite("Keys over a register")
struct KeyTests {
  @Test(arguments: [
    (
      "a later row points to the first", "code,amount\nA-1,10\nA-2,20\nA-1,30\nA-1,40\n",
      ["row 4: 'A-1' in 'code' is already used in row 2", "row 5: 'A-1' in 'code' is already used in row 2"]
    ),
    (
      "a blank key belongs to the required check", "code,amount\n,10\n,20\n",
      ["row 2: 'code' must not be empty", "row 3: 'code' must not be empty"]
    ),
    ("keys differ by case and width", "code,amount\na,1\nA,2\nＡ,3\n", []),
  ])
  func primary(_ why: String, text: String, expected: [String]) throws {
    let sample = Sample("- {name: code}\n- {name: amount, type: integer}", schema: "primaryKey: code")
    let found = try sample.read(text).sentences.map {
      $0.replacing("sample.csv, ", with: "").replacing(", column 'code'", with: "")
    }
    #expect(found == expected)
  }

  @Test("rows that repeat a primary key are not handed over")
  func rejected() throws {
    let sample = Sample("- {name: code}\n- {name: n, type: integer}", schema: "primaryKey: code")
    let reading = try sample.read("code,n\na,1\na,2\nb,3\nb,4\nc,5\n")
    #expect(reading.rows == ["2: a | 1", "4: b | 3", "6: c | 5"])
    #expect(reading.summary.rows == 3)
    #expect(reading.summary.keys?.count == 3)
  }

  @Test("a key of several columns; its parts do not run together")
  func composite() throws {
    let sample = Sample("- {name: a}\n- {name: b}\n- {name: n, type: integer}", schema: "primaryKey: [a, b]")
    let reading = try sample.read("a,b,n\nx,yz,1\nxy,z,2\nx,yz,3\n", storing: ["n"])
    #expect(
      reading.sentences == ["sample.csv, row 4, column 'a、b': 'x、yz' in 'a、b' is already used in row 2"])
    #expect(reading.rows == ["2: 1", "3: 2"])
  }

  @Test("numbers are the same key when they are the same number")
  func numbers() throws {
    let sample = Sample("- {name: n, type: integer}", schema: "primaryKey: n")
    #expect(try sample.read("n\n1\n01\n").codes == ["duplicate-key"])
    let text = Sample("- {name: n}", schema: "primaryKey: n")
    #expect(try text.read("n\n1\n01\n").codes == [])
  }

  @Test("unique keys; a row with an empty cell in one is exempt")
  func uniqueKeys() throws {
    let sample = Sample("- {name: a}\n- {name: b}", schema: "uniqueKeys: [[a, b], [b]]")
    let reading = try sample.read("a,b\n1,x\n1,\n1,\n2,x\n")
    #expect(reading.sentences == ["sample.csv, row 5, column 'b': 'x' in 'b' is already used in row 2"])
    #expect(reading.rows.count == 4)
  }

  @Test("rows of a common code list are passed over when the user's own has them")
  func common() throws {
    let sample = Sample("- {name: code}\n- {name: name}", schema: "primaryKey: code")
    let own = try sample.read("code,name\n201,自有\n")
    let common = try sample.read("code,name\n201,通用\n202,外交\n", skipping: own.summary.keys)
    #expect(common.rows == ["3: 202 | 外交"])
    #expect(common.sentences == [])
  }

  @Test("a hundred thousand keys, with one repeated over blocks")
  func many() throws {
    let sample = Sample("- {name: code}\n- {name: n}", schema: "primaryKey: code")
    var text = "code,n\n"
    for row in 0..<100_000 { text += "LS\(row),x\n" }
    let reading = try sample.read(text + "LS5,y\n")
    #expect(
      reading.sentences == ["sample.csv, row 100002, column 'code': 'LS5' in 'code' is already used in row 7"]
    )
    #expect(reading.summary.keys?.count == 100_000)
  }

  @Test("a table of keys grows past what was expected")
  func grows() {
    let table = KeyTable(expecting: 0)
    for number in 1...10_000 {
      var key = KeyHash()
      key.add(Int64(number))
      #expect(table.insert(key, row: Int64(number)) == nil)
    }
    var key = KeyHash()
    key.add(Int64(777))
    #expect(table.insert(key, row: 20_000) == 777)
    #expect(table.count == 10_000)
  }
}

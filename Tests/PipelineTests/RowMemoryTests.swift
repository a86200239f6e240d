import Figures
import Testing

@testable import Pipeline

@Suite struct RowMemoryTests {
  private let unit901 = RowMemory.Query(
    sql: "SELECT * FROM purchases WHERE unit = ?", arguments: [.text("901")])
  private let unit902 = RowMemory.Query(
    sql: "SELECT * FROM purchases WHERE unit = ?", arguments: [.text("902")])

  private func read(_ count: Int, _ query: RowMemory.Query, into memory: RowMemory) {
    var list = memory.newList()
    for number in 0..<count {
      list.add(ResultRow(columns: ["contract"], values: [.integer(Int64(number))]))
    }
    memory.keep(list, of: query)
  }

  @Test("a unit's list is kept, in order, while its outputs are made")
  func kept() {
    let memory = RowMemory()
    memory.during {
      read(3, unit901, into: memory)
      #expect(memory.rows(of: unit901)?.map { $0["contract"] } == [.integer(0), .integer(1), .integer(2)])
      #expect(memory.rows(of: unit902) == nil)
    }
    #expect(memory.rows(of: unit901) == nil)
  }

  @Test("a list without rows is known to have none")
  func empty() {
    let memory = RowMemory()
    memory.during {
      read(0, unit901, into: memory)
      #expect(memory.rows(of: unit901)?.isEmpty == true)
    }
  }

  @Test("nothing is kept outside, nor of the unit before")
  func forgotten() {
    let memory = RowMemory()
    read(3, unit901, into: memory)
    #expect(memory.rows(of: unit901) == nil)
    memory.during { read(3, unit901, into: memory) }
    memory.during { #expect(memory.rows(of: unit901) == nil) }
  }

  @Test("what is too long, alone or with the others, is read again")
  func tooLong() {
    let memory = RowMemory()
    memory.during {
      read(RowMemory.mostRows + 1, unit901, into: memory)
      #expect(memory.rows(of: unit901) == nil)
      read(RowMemory.mostRows - 1, unit901, into: memory)
      #expect(memory.rows(of: unit901)?.count == RowMemory.mostRows - 1)
      read(2, unit902, into: memory)
      #expect(memory.rows(of: unit902) == nil)
      read(1, unit902, into: memory)
      #expect(memory.rows(of: unit902)?.count == 1)
    }
  }
}

import Figures

/// The input files of a run by the numbers that their rows carry, and the registers that could not be loaded.
struct SourceFiles {
  private(set) var paths: [String] = []
  /// The first file of each register.
  private(set) var registers: [String: String] = [:]

  /// Numbers count from 1.
  mutating func add(_ path: String, register: String) -> Int {
    paths.append(path)
    if registers[register] == nil { registers[register] = path }
    return paths.count
  }

  func path(_ file: Value?) -> String {
    if case .integer(let number)? = file, paths.indices.contains(Int(number) - 1) {
      return paths[Int(number) - 1]
    }
    return ""
  }
}

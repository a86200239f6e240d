import Compute
import Figures
import Store

extension ScoreDefinition {
  /// The tables of scores, as the store makes them among the models: other models may read them.
  var models: [Model] {
    let profiles = profileTables.map(\.table)
    return [model(indicators, reading: profiles), model(totals, reading: [indicators.table] + profiles)]
  }

  private func model(_ made: Made, reading tables: [String]) -> Model {
    Model(
      name: made.table, sql: Self.all(made.from), computed: .init(columns: made.added, inputs: tables))
  }

  /// The rows of one of these tables, from the tables that it reads.
  func rows(of table: String, _ reader: Reader) throws -> [[Value]] {
    func rows(_ table: String) throws -> [ResultRow] { try reader.rows(Self.all(table)) }
    let profiles = ScoringProfile.profiles(
      try rows(profiles), weights: try rows(weights), bands: try rows(bands))
    if table == indicators.table { return try ScoreTable(try rows(indicators.from), profiles).rows }
    return try TotalTable(try rows(totals.from), scores: try rows(indicators.table), profiles).rows
  }

  private static func all(_ table: String) -> String { "SELECT * FROM \(quoted(table))" }
}

import Definitions

/// A pipeline's `scores.yaml`: which model has the indicators to be scored, which the subjects whose totals are made,
/// and which tables are the profiles.
///
/// ```yaml
/// indicators: {from: scored_indicators, table: scores}
/// totals: {from: scored_subjects, table: score_totals}
/// profiles: score_profiles
/// weights: score_weights
/// bands: score_bands
/// ```
public struct ScoreDefinition: Hashable, Sendable {
  /// A table that is made from a model: its rows and columns, and those of the scoring.
  public struct Made: Hashable, Sendable {
    public var table: String
    public var from: String
    /// The columns that the model must have, and those that the table adds.
    public var needed: [String]
    public var added: [String]
    public var line: Int
  }

  public var indicators: Made
  public var totals: Made
  public var profiles: String
  public var weights: String
  public var bands: String
  public var file: String
  public var line: Int

  /// The tables of profiles, with the columns that they must have.
  public var profileTables: [(table: String, needed: [String])] {
    [
      (profiles, ScoringProfile.profileColumns), (weights, ScoringProfile.weightColumns),
      (bands, ScoringProfile.bandColumns),
    ]
  }

  public init?(_ node: DefinitionNode) {
    guard let map = node.mapping("indicators", "totals", "profiles", "weights", "bands"),
      let indicators = Self.made(
        "indicators", map, needed: ScoreTable.neededColumns, added: ScoreTable.addedColumns),
      let totals = Self.made("totals", map, needed: TotalTable.neededColumns, added: TotalTable.addedColumns),
      let profiles = map.requiredText("profiles"), let weights = map.requiredText("weights"),
      let bands = map.requiredText("bands")
    else { return nil }
    (self.indicators, self.totals) = (indicators, totals)
    (self.profiles, self.weights, self.bands) = (profiles, weights, bands)
    (file, line) = (node.file, node.line)
  }

  private static func made(
    _ key: String, _ map: DefinitionMapping, needed: [String], added: [String]
  ) -> Made? {
    guard let node = map.required(key), let made = node.mapping("from", "table"),
      let from = made.requiredText("from"), let table = made.requiredText("table")
    else { return nil }
    return Made(table: table, from: from, needed: needed, added: added, line: node.line)
  }
}

import Figures

extension ScoringProfile {
  /// The columns that the three tables of profiles must have. Points, percentages and limits are hundredths.
  public static let profileColumns = ["profile", "over_threshold", "cap_rate", "cap_total", "late_per_day"]
  public static let weightColumns = ["profile", "group_name", "points"]
  public static let bandColumns = ["profile", "kind", "name", "low", "high"]

  /// The profiles of a run, by their id.
  public static func profiles(
    _ profiles: [ResultRow], weights: [ResultRow], bands: [ResultRow]
  ) -> [String: ScoringProfile] {
    var result: [String: ScoringProfile] = [:]
    for row in profiles {
      guard let id = row.text("profile") else { continue }
      let threshold = row.hundredths("over_threshold") ?? Fixed(units: 0, decimals: 2)
      var profile = ScoringProfile(id: id, weights: [:], threshold: threshold)
      if let rate = row.hundredths("cap_rate"), let total = row.hundredths("cap_total") {
        profile.cap = Cap(rate: rate, total: total)
      }
      profile.latePerDay = row.hundredths("late_per_day")
      for row in weights where row.text("profile") == id {
        if let group = row.text("group_name") { profile.weights[group] = row.hundredths("points") }
      }
      for row in bands where row.text("profile") == id {
        guard let name = row.text("name"), let low = row.hundredths("low"), let high = row.hundredths("high")
        else { continue }
        let band = Band(name, low, high)
        if row.text("kind") == "评价等级" { profile.grades.append(band) } else { profile.levels.append(band) }
      }
      result[id] = profile
    }
    return result
  }
}

extension ResultRow {
  func text(_ column: String) -> String? {
    switch self[column] {
    case .text(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    case .null, nil: nil
    }
  }

  func integer(_ column: String) -> Int64? {
    if case .integer(let number)? = self[column] { number } else { nil }
  }

  func hundredths(_ column: String) -> Fixed? {
    integer(column).map { Fixed(units: $0, decimals: IndicatorScoring.decimals) }
  }
}

extension Fixed {
  var value: Value { .integer(units) }
}

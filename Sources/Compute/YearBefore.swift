import Figures

/// What is known of the year before: without its registers, or for one who was not there then, nothing is compared.
public struct YearBefore: Sendable {
  public var year: Int64
  /// The figures whose registers of that year are not there.
  public var unknown: Set<String>
  /// By key: the values that both years have, as far as a table says so. A figure at another value of such a key is
  /// not compared; one that is summed over all of its values is.
  public var common: [String: Set<String?>]

  public init(year: Int64, unknown: Set<String> = [], common: [String: Set<String?>] = [:]) {
    (self.year, self.unknown, self.common) = (year, unknown, common)
  }

  func isKnown(_ figure: String, at place: FigureCube.Place) -> Bool {
    !unknown.contains(figure)
      && place.allSatisfy { key, values in common[key]?.isSuperset(of: values) ?? true }
  }
}

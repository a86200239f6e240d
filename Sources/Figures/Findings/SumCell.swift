/// One figure of a sum that was compared, as it stands in its register.
public struct SumCell: Hashable, Sendable {
  public var label: String
  /// Its file and row; nil where the compared table does not say.
  public var place: SourceLocation?
  public var value: Fixed
  /// How many decimals it was rounded to; nil: it is exact.
  public var decimals: Int?
  /// How often it counts among the parts; a total counts against them, −1.
  public var weight: Int64

  public init(
    label: String, place: SourceLocation? = nil, value: Fixed, decimals: Int? = nil, weight: Int64 = 1
  ) {
    (self.label, self.place, self.value) = (label, place, value)
    (self.decimals, self.weight) = (decimals, weight)
  }
}

/// A cell that may be what is wrong in a sum (疑点): what it is called, and its file and row.
public struct Suspect: Hashable, Sendable {
  public var label: String
  public var place: SourceLocation?

  public init(label: String, place: SourceLocation? = nil) { (self.label, self.place) = (label, place) }

  /// `公务接待（2025/three_public.csv 第 4 行）`.
  public func text(_ language: Wording.Language = .chinese) -> String {
    guard var place else { return label }
    place.column = nil
    let words = Wording.place(place, language)
    return language == .chinese ? "\(label)（\(words)）" : "\(label) (\(words))"
  }
}

extension SumCell {
  public var suspect: Suspect { Suspect(label: label, place: place) }
}

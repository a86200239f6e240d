/// What a part that is not printed means to a sum. Empty is not zero, so every rule says which.
public enum MissingPart: String, Hashable, Sendable, CaseIterable {
  /// Nothing was printed because there is nothing.
  case zero
  /// The sum can't be checked, and that is no mistake.
  case unknown
  /// The part has to be there.
  case error
}

/// The parts of a sum after a rule has said what missing ones mean.
public enum CompletedParts: Hashable, Sendable {
  case complete([WeightedFigure])
  case unknown
  /// Where the parts stand, from 0, that should have been there.
  case missing([Int])
}

extension MissingPart {
  public func complete(_ parts: [(weight: Int64, figure: PrintedFigure?)]) -> CompletedParts {
    let missing = parts.indices.filter { parts[$0].figure == nil }
    switch self {
    case .error where !missing.isEmpty: return .missing(missing)
    case .unknown where !missing.isEmpty: return .unknown
    default: return .complete(parts.compactMap(Self.weighted))
    }
  }

  /// A missing part that is zero adds neither value nor slack, so it may as well be left out.
  private static func weighted(_ part: (weight: Int64, figure: PrintedFigure?)) -> WeightedFigure? {
    part.figure.map { WeightedFigure($0, weight: part.weight) }
  }
}

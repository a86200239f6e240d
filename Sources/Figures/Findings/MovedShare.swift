/// A share that is printed one unit of its last decimal off its rounded value, so that the shares of its table add
/// up to exactly 100 %.
public struct MovedShare: Hashable, Sendable {
  /// The figure's id and title.
  public var figure: String
  public var title: String
  /// Where it stands: the keys and their values; nil is a value that is empty.
  public var keys: [Key]
  /// In percent with four decimals more than are printed.
  public var exact: Fixed
  public var printed: Fixed
  /// The printed share less the rounded one.
  public var moved: Fixed

  public struct Key: Hashable, Sendable {
    public var name: String
    public var value: String?

    public init(_ name: String, _ value: String?) { (self.name, self.value) = (name, value) }
  }

  public init(
    figure: String, title: String, keys: [Key], exact: Fixed, printed: Fixed, moved: Fixed
  ) {
    (self.figure, self.title, self.keys) = (figure, title, keys)
    (self.exact, self.printed, self.moved) = (exact, printed, moved)
  }

  /// `unit=183，size=小型`.
  public var place: String { keys.map { "\($0.name)=\($0.value ?? "")" }.joined(separator: "，") }
}

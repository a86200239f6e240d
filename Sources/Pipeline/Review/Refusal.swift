/// Why a review, a publication or a withdrawal cannot be done. Nothing is recorded when one unit of several is
/// refused.
public enum Refusal: Hashable, Sendable {
  /// The result has no such unit; the nearest code, or the code of the unit that has this name.
  case unknownUnit(String, suggestion: String?)
  case unknownStep(String, known: [String])
  /// A person who may take the step for no unit at all.
  case unknownPerson(String, step: String?, known: [String])
  /// Something that must be said and was not.
  case missingOpinion
  case missingUnit
  case missingName

  case mayNotTake(unit: String, step: String?, by: String, people: [String])
  /// The same person took an earlier step.
  case samePerson(unit: String, step: String, by: String, earlier: String)
  case alreadyApproved(unit: String, step: String, by: String, time: String, next: String?)
  /// It waits for an earlier step; `changed` when the result is no longer the one that was approved.
  case outOfOrder(unit: String, step: String, waitsFor: String, changed: Bool)
  case notApproved(unit: String, waitsFor: String, changed: Bool)
  case nothingToWithdraw(unit: String)
  /// The review was withdrawn or the unit returned while the publication was prepared.
  case overtaken(unit: String)
  /// A file of the run is gone or not the one that was recorded.
  case changedFile(String, of: String?)
  /// A published file is gone or not the one that was published.
  case changedPublished(String, of: String?)
  /// What was published of it is gone, and the result is another now.
  case lostPublication(unit: String)
  /// Two units would be published under one name, one of them from an earlier run.
  case nameTaken(String, by: String)

  /// Whether the command was called wrongly, whatever the state of the reviews is.
  public var isUsage: Bool {
    switch self {
    case .unknownUnit, .unknownStep, .unknownPerson, .missingOpinion, .missingUnit, .missingName: true
    default: false
    }
  }
}

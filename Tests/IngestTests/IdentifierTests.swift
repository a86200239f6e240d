import Figures
import Testing

@testable import Ingest

@Suite("Identifiers that carry their own proof")
struct IdentifierTests {
  @Test(arguments: [
    (Identifier.unifiedSocialCreditCode, "91350100M000100Y43", Identifier.Verdict.good),
    (.unifiedSocialCreditCode, "91512081MA62K0260E", .good),
    (.unifiedSocialCreditCode, "9131000063159284XQ", .good),
    (.unifiedSocialCreditCode, "91350100M000100Y4Z", .malformed),
    (.unifiedSocialCreditCode, "91350211M0000XUF46", .wrongCheck(expected: UInt8(ascii: "R"))),
    (.unifiedSocialCreditCode, "91350100M000100Y4", .malformed),
    (.unifiedSocialCreditCode, "91350100m000100Y43", .malformed),
    (.organizationCode, "594672399", .good), (.organizationCode, "59467239-9", .good),
    (.organizationCode, "M000100Y4", .good), (.organizationCode, "MA62K0260", .good),
    (.organizationCode, "594672398", .wrongCheck(expected: UInt8(ascii: "9"))),
    (.organizationCode, "5946723", .malformed),
    (.residentIdentity, "34052419800101001X", .good), (.residentIdentity, "11010519491231002X", .good),
    (.residentIdentity, "440524188001010014", .good),
    (.residentIdentity, "340524198001010010", .wrongCheck(expected: UInt8(ascii: "X"))),
    (.residentIdentity, "34052419800230001X", .malformed),
    (.residentIdentity, "34052419800101001x", .malformed),
    (.residentIdentity, "110105194912310000", .damaged), (.residentIdentity, "1.10105E+17", .damaged),
    (.postalCode, "332000", .good), (.postalCode, "33200", .malformed), (.mobile, "13812345678", .good),
    (.mobile, "12812345678", .malformed), (.mobile, "1.38E+10", .damaged), (.cip, "2018123456", .good),
    (.cip, "2024PR2624", .good), (.cip, "18123456", .malformed), (.cip, "2024pr2624", .malformed),
  ])
  func verdict(_ identifier: Identifier, text: String, expected: Identifier.Verdict) {
    #expect(identifier.verdict(on: text) == expected)
  }

  @Test(arguments: [
    (
      "unified-social-credit-code", "91350211M0000XUF46", Severity.warning,
      "the check character of '91350211M0000XUF46' in 'x' is wrong; the others ask for 'R'"
    ),
    (
      "unified-social-credit-code", "12", .error,
      "'12' in 'x' is no unified social credit code (18 characters)"
    ),
    (
      "resident-identity", "110105194912310000", .error,
      "a spreadsheet took '110105194912310000' in 'x' for a number; its last digits are lost"
    ),
    (
      "resident-identity", "340524198001010010", .error,
      "the check character of '340524198001010010' in 'x' is wrong; the others ask for 'X'"
    ),
    (
      "unified-social-credit-code, \"gongshi:identifierSeverity\": error", "91350211M0000XUF46", .error,
      "the check character of '91350211M0000XUF46' in 'x' is wrong; the others ask for 'R'"
    ),
  ])
  func reports(_ kind: String, text: String, severity: Severity, expected: String) throws {
    let reading = try Sample("- {name: x, \"gongshi:identifier\": \(kind)}").read("x\n\(text)\n")
    #expect(reading.sentences == ["sample.csv, row 2, column 'x': " + expected])
    #expect(reading.findings.first?.severity == severity)
    #expect(reading.rows == [reading.codes == ["damaged-number"] ? "2: ∅" : "2: \(text)"])
  }
}

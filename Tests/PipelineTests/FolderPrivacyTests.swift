import Definitions
import Ingest
import Testing

@testable import Pipeline

@Suite("Personal data")
struct FolderPrivacyTests {
  private func register() throws -> Register {
    let yaml = """
      name: x
      title: x
      resources:
        - name: teachers
          title: 教师
          schema:
            fields:
              - {name: 姓名, gongshi:column: name, type: string}
              - {name: 身份证号, gongshi:column: identity, type: string, gongshi:personal: true}
      """
    let problems = DefinitionProblems()
    let node = try #require(DefinitionNode(yaml: yaml, file: "datapackage.yaml", problems: problems))
    let registers = Register.registers(from: node)
    #expect(problems.errors.isEmpty, "\(problems.errors)")
    return try #require(registers.first)
  }

  @Test("closes the tables that a personal column reaches, through models")
  func closes() throws {
    let privacy = FolderPrivacy(
      registers: [try register()],
      reads: [
        "names": ["teachers": ["name"]], "identities": ["teachers": ["name", "identity"]],
        "copies": ["identities": ["name"]], "lists": ["names": ["name"]],
      ])
    #expect(privacy.closed == ["teachers", "identities", "copies"])
    #expect(privacy.open(["names": ["name"], "copies": ["name"]]).keys.sorted() == ["names"])
  }

  @Test("says why such a table cannot be published")
  func explains() throws {
    let privacy = FolderPrivacy(registers: [try register()], reads: [:])
    let error = DefinitionError(
      .unknownName(kind: .model, name: "teachers", suggestion: nil), file: "workbooks/list.yaml", line: 3)
    #expect(
      privacy.explained(error).sentence(inEnglish: false)
        == "workbooks/list.yaml:3：“teachers”含有个人信息列，不能用于公开产出")
  }
}

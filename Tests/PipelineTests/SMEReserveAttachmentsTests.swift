import Foundation
import Testing

/// 附件: the files that a register names, checked and published beside the notice.
@Suite("Reserved procurement: attachments")
struct SMEReserveAttachmentsTests {
  private static let attachments: [Trial] = [
    Trial(
      "not there", Edit.remove("2024/attachments/903/情况说明.txt"),
      "2024/attachments.csv 第 2 行“文件”列：找不到文件“2024/attachments/903/情况说明.txt”"),
    Trial(
      "of another name", .rename("2024/attachments/903/情况说明.txt", to: "情况说明.docx"),
      "2024/attachments.csv 第 2 行“文件”列：找不到文件“2024/attachments/903/情况说明.txt”，文件夹里有“情况说明.docx”"),
    Trial(
      "outside its folder", .cell("2024/attachments.csv", row: 2, "文件", "../../contracts.csv"),
      "2024/attachments.csv 第 2 行“文件”列：“attachments/903/../../contracts.csv”指向登记表文件夹之外"),
    Trial(
      "a folder", .cell("2024/attachments.csv", row: 2, "文件", "."),
      "2024/attachments.csv 第 2 行“文件”列：“attachments/903/.”指向登记表文件夹之外"),
    Trial(
      "of just 50 MB", .file("2024/attachments/903/情况说明.txt", [UInt8](repeating: 0x30, count: 50 << 20)), []),
    Trial(
      "larger than 50 MB",
      .file("2024/attachments/903/情况说明.txt", [UInt8](repeating: 0x30, count: 50 << 20 + 1 << 19)),
      "2024/attachments.csv 第 2 行“文件”列：文件“2024/attachments/903/情况说明.txt”有 50.5 MB，最多 50 MB"),
  ]

  @Test("an attachment", arguments: attachments)
  func attachment(_ trial: Trial) throws {
    let sample = try SMEReserve.district(trial.edits)
    let outcome = try sample.run("2024")
    #expect(outcome.errors == trial.expected)
    if outcome.isPublished {
      #expect(try sample.current("2024").files["notices/903/情况说明.txt"]?.count == 50 << 20)
      #expect(outcome.record.inputs.contains { $0.path == "2024/attachments/903/情况说明.txt" })
    }
  }

  @Test("an attachment that is a link out of the folder")
  func link() throws {
    let sample = try SMEReserve.district(.remove("2024/attachments/903/情况说明.txt"))
    let file = sample.registers.appending(path: "2024/attachments/903/情况说明.txt")
    try FileManager.default.createSymbolicLink(
      at: file, withDestinationURL: Repository.root.appending(path: "README.md"))
    let outcome = try sample.run("2024")
    #expect(outcome.errors == ["2024/attachments.csv 第 2 行“文件”列：“attachments/903/情况说明.txt”指向登记表文件夹之外"])
  }
}

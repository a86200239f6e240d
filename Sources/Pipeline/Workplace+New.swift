import Foundation

extension Workplace {
  /// What `gongshi new` made.
  public struct NewPipeline: Sendable {
    public var folder: String
    public var input: String
    public var period: String
  }

  /// The folder that a new pipeline is copied from: one register, one rule, one figure, one workbook, one notice.
  private var pattern: String { pipelines + "/common/new" }

  /// Makes a pipeline's folder and its sample registers; nothing that is there is touched.
  public func makePipeline(_ name: String) throws(RunError) -> NewPipeline {
    let isName =
      name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    guard isName, name != "common" else {
      throw .usage(
        "“\(name)”不能作流程名：须以小写字母开头，只用小写字母、数字和连字符。",
        english: "'\(name)' cannot name a pipeline: small letters, digits and hyphens, a letter first.")
    }
    let made = NewPipeline(folder: "\(pipelines)/\(name)", input: "\(input)/\(name)/2025", period: "2025")
    for path in [made.folder, "\(input)/\(name)"] where FileSystem.exists(path) {
      throw .usage("\(path) 已存在。", english: "\(path) is already there.")
    }
    guard FileSystem.isFolder(pattern) else { throw FileSystem.failure(pattern) }
    try copy(pattern + "/pipeline", to: made.folder, name: name)
    try copy(pattern + "/input", to: made.input, name: name)
    return made
  }

  /// Copies a folder's texts; `new-pipeline` in them becomes the pipeline's name.
  private func copy(_ source: String, to target: String, name: String) throws(RunError) {
    for file in FileSystem.files(below: source) {
      let path = target + file.dropFirst(source.count)
      try FileSystem.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      let text = try FileSystem.read(file).replacing("new-pipeline", with: name)
      try FileSystem.write(Data(text.utf8), to: path)
    }
  }
}

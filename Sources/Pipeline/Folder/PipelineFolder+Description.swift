import Figures
import Foundation
import Ingest

extension PipelineFolder {
  /// The registers and their columns, for whoever prepares the files.
  public func description(inEnglish english: Bool) -> String {
    let head = english ? definition.titleInEnglish ?? definition.title : definition.title
    let place = "input/\(definition.name)/\(Period.Kind.year.example)/"
    let lead =
      english ? "registers in \(place), encoded as UTF-8 or GB18030:" : "登记表放在 \(place)，编码 UTF-8 或 GB18030："
    return ([head, lead, ""] + registers.map { text(of: $0, english) }).joined(separator: "\n")
  }

  private func text(of register: Register, _ english: Bool) -> String {
    var notes: [String] = []
    if let other = register.from {
      notes.append(english ? "that of \(other), in input/\(other)/" : "就是 \(other) 的，在 input/\(other)/ 里")
    }
    if register.isOptional { notes.append(english ? "optional" : "可以没有") }
    if register.common != nil {
      notes.append(english ? "only codes that the common list lacks" : "只填公共代码表里没有的代码")
    }
    let before = definition.readsBefore ? register.before : .none
    if before == .optional { notes.append(english ? "the year before may have it" : "上年文件夹里可以有") }
    if before == .required, register.common == nil {
      notes.append(english ? "also of the year before" : "上年文件夹里也要有")
    }
    let note = notes.isEmpty ? "" : "（\(notes.joined(separator: "，"))）"
    let key = register.primaryKey.joined(separator: "、")
    var lines = ["\(register.texts?.path ?? register.file)  \(register.title)\(note)"]
    if let description = register.description { lines.append("  \(description)") }
    lines += register.fields.map { "  - " + Self.text(of: $0, english) }
    if !key.isEmpty { lines.append((english ? "  one row per " : "  每行不重复：") + key) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(of field: Field, _ english: Bool) -> String {
    var facts = [field.money?.rawValue ?? field.unit ?? field.type.title(english)]
    if field.constraints.required { facts.append(english ? "required" : "必填") }
    if let form = field.form ?? field.constraints.pattern { facts.append((english ? "like " : "格式 ") + form) }
    if !field.aliases.isEmpty {
      facts.append((english ? "also headed " : "表头也可写作 ") + field.aliases.joined(separator: "、"))
    }
    if let members = field.constraints.members { facts.append(members.joined(separator: " / ")) }
    if let file = field.file {
      let most = file.maxMegabytes.map { english ? ", at most \($0) MB" : "，至多 \($0) MB" } ?? ""
      facts.append((english ? "names the file " : "文件放在 ") + file.path.path + most)
    }
    if let description = field.description { facts.append(description) }
    return "\(field.name)：\(facts.joined(separator: "，"))"
  }

  /// Writes `datapackage.json` beside the registers, so that any tool of that standard can check the same files.
  /// Returns its path.
  public func writeDescriptor(to folder: String) throws(RunError) -> String {
    guard FileSystem.isFolder(folder) else {
      throw .usage("没有文件夹 \(folder)。", english: "there is no folder \(folder).")
    }
    let path = folder + "/datapackage.json"
    let resources = registers.filter {
      $0.texts == nil && $0.from == nil && FileSystem.exists("\(folder)/\($0.file)")
    }
    let package: [String: Any] = [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": definition.name,
      "title": definition.title, "resources": resources.map { $0.descriptor(in: folder, among: resources) },
    ]
    do {
      let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try FileSystem.write(try JSONSerialization.data(withJSONObject: package, options: options), to: path)
    } catch let error as RunError {
      throw error
    } catch {
      throw .storage(path: path, reason: "\(error)")
    }
    return path
  }
}

extension FieldType {
  fileprivate func title(_ english: Bool) -> String {
    if english { return rawValue }
    switch self {
    case .string, .any: return "文本"
    case .number: return "数"
    case .integer: return "整数"
    case .boolean: return "是否"
    case .date: return "日期，如 2025-03-31"
    case .quantity: return "数和单位，如 6250件、95%、36小时、第7名"
    case .target: return "目标值，如 ≥500件、≤48小时、=100%、前十位、实现"
    default: return rawValue
    }
  }
}

import Emit
import Foundation
import Ingest
import Store

extension RunError {
  /// What stopped a run, whichever room it came from. `folder` is where its database lies.
  init(_ error: any Error, in folder: String) {
    switch error {
    case let error as RunError: self = error
    case let error as IngestError: self = Self.cause(of: error)
    case let error as StoreError: self = Self.cause(of: error, in: folder)
    case let error as WorkbookError: self = Self.cause(of: error)
    case let error as EmitError: self = Self.cause(of: error)
    case let error as GridError: self = .pipeline(error.sentence(inEnglish: false))
    default: self = .pipeline("\(error)")
    }
  }

  private static func cause(of error: IngestError) -> RunError {
    switch error {
    case .unreadable(let path, let code): .storage(path: path, reason: FileSystem.reason(code))
    case .notAFile(let path): .storage(path: path, reason: "不是文件 / not a file")
    case .changed(let path): FileSystem.changed(path)
    }
  }

  private static func cause(of error: StoreError, in folder: String) -> RunError {
    guard case .storage(let words) = error else { return .pipeline("SQL: \(error.words)") }
    let chinese = words.contains("full") ? "磁盘已满" : "数据库读写出错"
    return .storage(path: "\(folder)/store.sqlite", reason: "\(chinese)（\(words)）")
  }

  private static func cause(of error: WorkbookError) -> RunError {
    switch error {
    case .file(let path, let reason): .storage(path: path, reason: reason)
    case .diskFull(let path, _): .storage(path: path, reason: FileSystem.reason(ENOSPC))
    default: .pipeline(error.sentence(inEnglish: false))
    }
  }

  private static func cause(of error: EmitError) -> RunError {
    if case .unwritable(let path, let why) = error { return .storage(path: path, reason: why) }
    return .pipeline(error.sentence(inEnglish: false))
  }
}

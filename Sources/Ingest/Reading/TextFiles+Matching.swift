import Glibc

extension TextFiles {
  /// A file whose path fits, and what stands in the fields' places.
  struct Match: Equatable {
    var path: String
    var values: [String: String]
  }

  /// All files that fit, in the order of their paths.
  func matches(in root: String) -> [Match] {
    var matches = [Match(path: "", values: [:])]
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      matches = matches.flatMap { Self.extend($0, step, in: root, wantsFile: isLast) }
    }
    return matches
  }

  private static func extend(_ match: Match, _ step: Step, in root: String, wantsFile: Bool) -> [Match] {
    let folder = match.path.isEmpty ? root : root + "/" + match.path
    let names = step.field == nil ? [step.prefix] : Folder.names(in: folder) ?? []
    return names.compactMap { name in
      guard let value = step.value(in: name), kind(of: folder + "/" + name) == (wantsFile ? S_IFREG : S_IFDIR)
      else {
        return nil
      }
      var next = Match(path: match.path.isEmpty ? name : match.path + "/" + name, values: match.values)
      if let field = step.field { next.values[field] = value }
      return next
    }
  }

  /// File or folder, also behind a link.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}

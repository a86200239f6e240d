import Definitions

/// Keys of the standard that say something to readers and to other programs, and nothing to this one. They are held
/// to the standard's form all the same, so that what is written is what was meant.
extension DefinitionMapping {
  func checkReadersKeys() {
    for key in [
      "id", "title", "description", "homepage", "image", "version", "created", "$schema", "rdfType",
    ] {
      _ = text(key)
    }
    for keyword in list("keywords") { _ = keyword.text }
    checkItems("licenses", ["name", "path", "title"], oneOf: ["name", "path"])
    checkItems("sources", ["title", "path", "email", "version"], oneOf: ["title", "path"])
    checkItems(
      "contributors", ["title", "givenName", "familyName", "path", "email", "roles", "role", "organization"],
      oneOf: ["title", "givenName", "familyName", "path", "email", "organization"])
  }

  /// A list of mappings with these texts, at least one of `wanted` in each.
  private func checkItems(_ key: String, _ allowed: [String], oneOf wanted: [String]) {
    for item in list(key) {
      guard let map = item.mapping(allowed) else { continue }
      for key in allowed { _ = key == "roles" ? map.texts(key).first : map.text(key) }
      if wanted.allSatisfy({ map[$0] == nil }) { item.report(.missingKey(wanted[0])) }
    }
  }

  /// Keys that say something about one file, while a register's file is another one every period.
  func refuseFileKeys() {
    for key in ["bytes", "hash"] {
      self[key]?.report(
        .other(
          "\(key) 说的是某一个文件，而登记表的文件每期不同；请删去",
          english: "\(key) is of one file, and a register's file is another one every period; remove it"))
    }
  }

  /// Texts, at least one, none twice; nil when the key is missing or no text is right.
  func distinctTexts(_ key: String) -> [String]? {
    guard let node = self[key], let texts = node.texts else { return nil }
    return node.distinct(texts, key)
  }
}

extension DefinitionNode {
  /// A list of texts, or of what the standard writes for labels: mappings of `value` and `label`.
  var labelledTexts: [String]? {
    list?.compactMap { item in
      guard item.isMapping else { return item.text }
      let map = item.mapping("value", "label")
      _ = map?.text("label")
      return map?.requiredText("value")
    }
  }

  /// The texts, when there is one and none is there twice; what is wrong is reported.
  func distinct(_ texts: [String], _ key: String) -> [String] {
    if texts.isEmpty {
      report(.other("“\(key)”至少要有一个值", english: "'\(key)' must have at least one value"))
    }
    var seen: Set<String> = []
    for text in texts where !seen.insert(text).inserted {
      report(.other("“\(key)”中“\(text)”重复", english: "'\(key)' has '\(text)' twice"))
    }
    return texts
  }
}

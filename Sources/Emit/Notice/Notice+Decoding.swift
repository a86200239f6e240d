import Definitions
import Figures

extension Notice {
  /// Lists in lists in lists; nobody reads deeper, and the reader recurses.
  private static let deepest = 6

  /// Reads `notices/<name>.yaml`; nil when it cannot be used at all. Every mistake is reported.
  public init?(_ node: DefinitionNode, name: String) {
    guard let mapping = node.mapping("template", "values", "lists", "tables"),
      let template = mapping.requiredText("template")
    else { return nil }
    self.init(
      name: name, file: node.file, line: mapping["template"]?.line ?? node.line, template: template,
      values: Self.figures(mapping["values"]), lists: Self.lists(mapping["lists"], depth: 1),
      tables: mapping.text("tables"))
  }

  private static func figures(_ node: DefinitionNode?) -> [Figure] {
    (node?.entries ?? []).compactMap { name, value in
      guard isUsable(name, at: value), let text = value.text else { return nil }
      guard let reference = FigureReference(text) else {
        value.report(.other("“\(text)”不是数的引用", english: "'\(text)' is no reference to a figure"))
        return nil
      }
      if reference.aspect != .now {
        let aspect = reference.aspect.rawValue
        value.report(
          .other(
            "“\(text)”：在模板中写 \(aspect)(\(name))，不用“.\(aspect)”",
            english: "'\(text)': write \(aspect)(\(name)) in the template instead of '.\(aspect)'"))
        return nil
      }
      return Figure(name: name, reference: reference, line: value.line)
    }
  }

  private static func lists(_ node: DefinitionNode?, depth: Int) -> [List] {
    guard let node else { return [] }
    if depth > deepest {
      node.report(.other("列表嵌套过深", english: "lists are nested too deeply"))
      return []
    }
    return (node.entries ?? []).compactMap { name, value in
      guard isUsable(name, at: value), let mapping = value.mapping("rows", "by", "values", "keep", "lists"),
        let model = mapping.requiredText("rows")
      else { return nil }
      return List(
        name: name, model: model, by: mapping["by"]?.texts, values: figures(mapping["values"]),
        keep: tests(mapping["keep"]), lists: lists(mapping["lists"], depth: depth + 1), line: value.line)
    }
  }

  private static func tests(_ node: DefinitionNode?) -> [TemplateExpression] {
    (node?.texts ?? []).compactMap { text in
      if let expression = TemplateExpression(text), !expression.transforms.isEmpty { return expression }
      node?.report(
        .other("“\(text)”不是判断，例如 nonzero(amount)", english: "'\(text)' is no test such as nonzero(amount)"))
      return nil
    }
  }

  private static func isUsable(_ name: String, at node: DefinitionNode) -> Bool {
    if TemplateExpression.isName(name) { return true }
    node.report(
      .other(
        "“\(name)”不能用作模板中的名称：只能用字母、数字、_ 和 -",
        english: "'\(name)' cannot be a name in a template: letters, digits, _ and - only"))
    return false
  }
}

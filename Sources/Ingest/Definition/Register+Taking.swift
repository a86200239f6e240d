import Definitions

/// Registers of another pipeline: described once, there, and read from its folder of the period.
///
/// ```yaml
/// - {name: targets, gongshi:from: department-budget}
/// ```
extension Register {
  static func isTaken(_ resource: DefinitionNode) -> Bool {
    resource.isMapping && resource.entries?.contains { $0.key == "gongshi:from" } == true
  }

  /// The register as the other pipeline describes it; nil, and reported, when there is none. The year before's is
  /// not read.
  static func taken(_ node: DefinitionNode, _ packages: (String) -> DefinitionNode?) -> Register? {
    guard let resource = node.mapping("name", "gongshi:from", "gongshi:optional"),
      let name = resource.requiredText("name"), let pipeline = resource.requiredText("gongshi:from")
    else { return nil }
    guard let package = packages(pipeline) else {
      resource["gongshi:from"]?.report(.unknownName(kind: .pipeline, name: pipeline, suggestion: nil))
      return nil
    }
    let nodes = package.entries?.first { $0.key == "resources" }?.value.list ?? []
    let named = nodes.map { node in
      (name: node.isMapping ? node.entries?.first { $0.key == "name" }?.value.text : nil, node: node)
    }
    guard let other = named.first(where: { $0.name == name })?.node else {
      let suggestion = nearest(to: name, among: named.compactMap(\.name))
      resource["name"]?.report(.unknownName(kind: .register, name: name, suggestion: suggestion))
      return nil
    }
    guard !isTaken(other), var register = Register(from: other) else { return nil }
    register.from = pipeline
    register.before = .none
    if let optional = resource["gongshi:optional"]?.boolean { register.isOptional = optional }
    return register
  }
}

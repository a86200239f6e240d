import Definitions

/// Holds a template against the data it will get, since the library prints an unknown name as nothing: every
/// name, transform and partial in the scope in which it stands, partials in the scope of each inclusion.
struct TemplateCheck {
  /// The library and this check recurse; nobody nests sections and partials this deep.
  static let deepest = 60

  /// What an inner name is looked up in, from the outermost to the innermost.
  private struct Scope: Hashable {
    var frames: [NoticeShape]
    /// Directly in a list's section, where `first()` has an answer. The library forgets it in partials and in
    /// sections on values.
    var isInList = false

    func entering(_ shape: NoticeShape) -> Scope {
      switch shape {
      case .flag: self
      case .list(let fields): Scope(frames: frames + [.record(fields)], isInList: true)
      case .texts: Scope(frames: frames + [.text], isInList: true)
      default: Scope(frames: frames + [shape])
      }
    }

    /// `{{^rows}}` has the empty list for its value; other inverted sections leave things as they are.
    func enteringInverted(_ shape: NoticeShape) -> Scope {
      switch shape {
      case .list, .texts: Scope(frames: frames + [shape])
      default: self
      }
    }
  }

  private struct Inclusion: Hashable {
    var template: String
    var scope: Scope
  }

  private let templates: [String: ScannedTemplate]
  /// Partials that could not be read; they were reported when they were.
  private let broken: Set<String>
  private let problems: DefinitionProblems
  private var checked: Set<Inclusion> = []
  private var path: [String] = []

  static func check(
    _ template: String, of templates: [String: ScannedTemplate], broken: Set<String> = [],
    against fields: NoticeFields, problems: DefinitionProblems
  ) {
    var check = TemplateCheck(templates: templates, broken: broken, problems: problems)
    check.include(template, in: Scope(frames: [.record(fields)]))
  }

  private init(templates: [String: ScannedTemplate], broken: Set<String>, problems: DefinitionProblems) {
    (self.templates, self.broken, self.problems) = (templates, broken, problems)
  }

  private mutating func include(_ name: String, in scope: Scope) {
    guard let template = templates[name], checked.insert(Inclusion(template: name, scope: scope)).inserted
    else {
      return
    }
    path.append(name)
    defer { path.removeLast() }
    var scopes = [scope]
    for case .tag(let tag) in template.pieces {
      check(tag, in: &scopes, of: template)
    }
  }

  private mutating func check(_ tag: TemplateTag, in scopes: inout [Scope], of template: ScannedTemplate) {
    guard let scope = scopes.last else { return }
    let report: (TemplateProblem) -> Void = { [problems] in
      problems.report($0.problem, file: template.file, line: tag.line)
    }
    switch tag.kind {
    case .comment: break
    case .close: if scopes.count > 1 { scopes.removeLast() }
    case .variable, .unescaped:
      guard let shape = resolve(tag.expression, in: scope, report) else { return }
      if let why = shape.unprintable { report(.unprintable(tag.expression.description, why)) }
    case .section:
      // What is inside an unknown section cannot be told wrong from right: only the section is reported.
      let shape = resolve(tag.expression, in: scope, report)
      scopes.append(shape.map(scope.entering) ?? Scope(frames: []))
    case .inverted:
      scopes.append(resolve(tag.expression, in: scope, report).map(scope.enteringInverted) ?? scope)
    case .partial: checkPartial(tag.expression.name, in: scope, report)
    }
  }

  private mutating func checkPartial(
    _ name: String, in scope: Scope, _ report: (TemplateProblem) -> Void
  ) {
    if broken.contains(name) { return }
    if templates[name] == nil {
      report(.unknownPartial(name, suggestion: nearest(to: name, among: templates.keys.sorted())))
    } else if let start = path.firstIndex(of: name) {
      report(.includesItself(path[start...] + [name]))
    } else if path.count >= Self.deepest {
      report(.tooDeep)
    } else {
      include(name, in: Scope(frames: scope.frames))
    }
  }

  // MARK: Names

  private func resolve(
    _ expression: TemplateExpression, in scope: Scope, _ report: (TemplateProblem) -> Void
  ) -> NoticeShape? {
    // In a section that is unknown itself, nothing is known.
    guard let innermost = scope.frames.last else { return nil }
    if expression.name.isEmpty { return place(expression, in: scope, report) }
    guard var shape = value(expression.name, innermost, in: scope) else {
      let known = scope.frames.flatMap(\.names).sorted()
      report(.unknownName(expression.name, suggestion: nearest(to: expression.name, among: known)))
      return nil
    }
    var name = expression.name
    for word in expression.transforms.reversed() {
      guard let transform = NoticeTransform(rawValue: word) else {
        let known = NoticeTransform.allCases.map(\.rawValue)
        report(.unknownTransform(word, suggestion: nearest(to: word, among: known)))
        return nil
      }
      guard let result = transform.result(on: shape) else {
        report(.unfit(transform: word, name: name, shape: shape))
        return nil
      }
      if let reason = transform.noYearBefore(on: shape) {
        report(.noYearBefore("\(word)(\(name))", reason))
        return nil
      }
      (shape, name) = (result, "\(word)(\(name))")
    }
    return shape
  }

  private func value(_ name: String, _ innermost: NoticeShape, in scope: Scope) -> NoticeShape? {
    if name == "." { return innermost }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "" { return Self.descend(parts.dropFirst(), from: innermost) }
    guard let first = parts.first,
      let found = scope.frames.reversed().lazy.compactMap({ $0.field(first) }).first
    else { return nil }
    return Self.descend(parts.dropFirst(), from: found)
  }

  private static func descend(_ names: some Sequence<String>, from shape: NoticeShape) -> NoticeShape? {
    names.reduce(shape) { $0?.field($1) }
  }

  /// `first()`, `last()`, `even()`, `odd()`, `index()` and `plusone(index())`: where a list's row stands in it.
  private func place(
    _ expression: TemplateExpression, in scope: Scope, _ report: (TemplateProblem) -> Void
  ) -> NoticeShape? {
    let shape: NoticeShape
    switch expression.transforms {
    case ["first"], ["last"], ["even"], ["odd"]: shape = .flag
    case ["index"], ["plusone", "index"]: shape = .integer
    default:
      let known = ["first", "last", "even", "odd", "index"]
      let word = expression.transforms.last ?? ""
      report(
        .unknownTransform(
          expression.description, suggestion: nearest(to: word, among: known).map { $0 + "()" }))
      return nil
    }
    if scope.isInList { return shape }
    report(.outsideList(expression.description))
    return nil
  }
}

extension NoticeShape {
  fileprivate func field(_ name: String) -> NoticeShape? {
    if case .record(let fields) = self { fields[name] } else { nil }
  }

  /// The names, those in a group with the group's: `period.year`.
  fileprivate var names: [String] {
    guard case .record(let fields) = self else { return [] }
    return fields.flatMap { name, shape in [name] + shape.names.map { "\(name).\($0)" } }
  }
}

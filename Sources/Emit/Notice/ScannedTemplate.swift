import Definitions

/// A template taken apart, its sections known to be balanced.
struct ScannedTemplate: Sendable {
  var file: String
  var pieces: [TemplatePiece]

  /// The templates that it includes.
  var partials: Set<String> {
    Set(
      pieces.compactMap {
        if case .tag(let tag) = $0, tag.kind == .partial { tag.expression.name } else { nil }
      })
  }

  /// Reports every tag that is none and every section that is not closed as it was opened; nil then.
  init?(_ source: TemplateSource, problems: DefinitionProblems) {
    let (pieces, unreadable) = TemplateScanner.scan(source.text)
    (file, self.pieces) = (source.file, pieces)
    var found = unreadable
    Self.checkBalance(of: pieces, &found)
    if let scalar = source.text.unicodeScalars.first(where: PageMark.isReserved) {
      found.append((.unusable(scalar), 1))
    }
    for (problem, line) in found {
      problems.report(problem.problem, file: source.file, line: line)
    }
    if !found.isEmpty { return nil }
  }

  private static func checkBalance(of pieces: [TemplatePiece], _ found: inout [(TemplateProblem, line: Int)])
  {
    var open: [TemplateTag] = []
    for case .tag(let tag) in pieces {
      switch tag.kind {
      case .section, .inverted:
        open.append(tag)
        if open.count > TemplateCheck.deepest { return found.append((.tooDeep, tag.line)) }
      case .close:
        guard let section = open.popLast() else {
          found.append((.closedWithout(tag.expression.description), tag.line))
          continue
        }
        if section.expression != tag.expression {
          found.append(
            (
              .closedWrongly(
                open: section.expression.description, line: section.line, close: tag.expression.description),
              tag.line
            ))
        }
      default: break
      }
    }
    found += open.map { (.unclosedSection($0.expression.description), $0.line) }
  }
}

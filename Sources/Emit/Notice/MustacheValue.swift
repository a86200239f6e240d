import Mustache

/// What could not be printed during one rendering.
final class NoticeHoles {
  private(set) var first: (site: Int, why: NoticeValue.Missing)?

  func record(_ why: NoticeValue.Missing, site: Int) {
    if first == nil { first = (site, why) }
  }
}

/// A value for the library: it looks names up in it, applies transforms, prints it and tests it in sections.
///
/// It must never give the library nil, for which it prints nothing. The transform `_12` stands around every
/// printed expression (`RewrittenTemplate`): it notes a hole with the tag it stands in.
struct MustacheValue: MustacheTransformable, MustacheCustomRenderable, MustacheParent {
  let value: NoticeValue
  let holes: NoticeHoles

  /// Flags and lists are types that the library knows by themselves.
  static func bridged(_ value: NoticeValue, _ holes: NoticeHoles) -> Any {
    switch value {
    case .flag(let flag): flag
    case .list(let rows): MustacheList(elements: rows.map(NoticeValue.record), list: value, holes: holes)
    case .texts(let texts): MustacheList(elements: texts.map(NoticeValue.text), list: value, holes: holes)
    default: MustacheValue(value: value, holes: holes)
    }
  }

  func transform(_ name: String) -> Any? {
    if let site = RewrittenTemplate.site(of: name) {
      if case .missing(let why) = value { holes.record(why, site: site) }
      return self
    }
    return NoticeTransform(rawValue: name)?.applied(to: value).map { Self.bridged($0, holes) }
  }

  func child(named name: String) -> Any? {
    guard case .record(let record) = value else { return nil }
    return record.fields[name].map { Self.bridged($0, holes) }
  }

  var renderText: String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    default: ""
    }
  }

  var isNull: Bool { !value.isShown }
}

/// A list for the library.
struct MustacheList: MustacheSequence, MustacheTransformable {
  let elements: [NoticeValue]
  let list: NoticeValue
  let holes: NoticeHoles

  func makeIterator() -> AnyIterator<Any> {
    var rest = elements.makeIterator()
    return AnyIterator { rest.next().map { MustacheValue.bridged($0, holes) } }
  }

  func transform(_ name: String) -> Any? {
    NoticeTransform(rawValue: name)?.applied(to: list).map { MustacheValue.bridged($0, holes) }
  }
}

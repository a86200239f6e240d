import Mustache

/// A value for the library: it looks names up in it, applies transforms, prints it and tests it in sections.
///
/// It must never give the library nil, for which it prints nothing. The transform `_12` stands around every
/// printed expression (`RewrittenTemplate`): it notes a hole with the tag it stands in.
struct MustacheValue: MustacheTransformable, MustacheCustomRenderable, MustacheParent {
  let value: NoticeValue
  let rendering: NoticeRendering
  /// Whether it stands in a tag that prints it, and not on the way to one.
  var isPrinted = false

  /// Flags and lists are types that the library knows by themselves.
  static func bridged(_ value: NoticeValue, _ rendering: NoticeRendering) -> Any {
    switch value {
    case .flag(let flag): flag
    case .list(let rows):
      MustacheList(elements: rows.map(NoticeValue.record), list: value, rendering: rendering)
    case .texts(let texts):
      MustacheList(elements: texts.map(NoticeValue.text), list: value, rendering: rendering)
    default: MustacheValue(value: value, rendering: rendering)
    }
  }

  func transform(_ name: String) -> Any? {
    if let site = RewrittenTemplate.site(of: name) {
      if case .missing(let why) = value { rendering.record(why, site: site) }
      return MustacheValue(value: value, rendering: rendering, isPrinted: true)
    }
    return NoticeTransform(rawValue: name)?.applied(to: value).map { Self.bridged($0, rendering) }
  }

  func child(named name: String) -> Any? {
    guard case .record(let record) = value else { return nil }
    return record.fields[name].map { Self.bridged($0, rendering) }
  }

  var renderText: String { isPrinted ? rendering.printed(value) : "" }

  var isNull: Bool { !value.isShown }
}

/// A list for the library.
struct MustacheList: MustacheSequence, MustacheTransformable {
  let elements: [NoticeValue]
  let list: NoticeValue
  let rendering: NoticeRendering

  func makeIterator() -> AnyIterator<Any> {
    var rest = elements.makeIterator()
    return AnyIterator { rest.next().map { MustacheValue.bridged($0, rendering) } }
  }

  func transform(_ name: String) -> Any? {
    NoticeTransform(rawValue: name)?.applied(to: list).map { MustacheValue.bridged($0, rendering) }
  }
}

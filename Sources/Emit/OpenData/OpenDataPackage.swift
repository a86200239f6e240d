/// The descriptor beside the tables: `datapackage.json`, by which any tool of that standard reads and checks them.
public struct OpenDataPackage: Hashable, Sendable {
  public struct Resource: Hashable, Sendable {
    public var table: OpenDataTable
    public var bytes: Int
    /// SHA-256 of the file, in hexadecimal digits.
    public var sha256: String

    public init(table: OpenDataTable, bytes: Int, sha256: String) {
      self.table = table
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  public var name: String
  public var title: String
  public var resources: [Resource]

  public init(name: String, title: String, resources: [Resource]) {
    self.name = name
    self.title = title
    self.resources = resources
  }

  /// The file's bytes: the same for the same tables, in the order of the resources.
  public func json() -> [UInt8] { descriptor.bytes }

  public func write(to path: String) throws(EmitError) {
    var file = try OutputFile(creating: path)
    try file.write(json())
    _ = try file.finish()
  }

  private var descriptor: OrderedJSON {
    .object([
      ("$schema", .string("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .string(name)), ("title", .string(title)),
      ("resources", .array(resources.map(Self.descriptor))),
    ])
  }

  private static func descriptor(of resource: Resource) -> OrderedJSON {
    .object([
      ("name", .string(resource.table.name)), ("type", .string("table")),
      ("title", .string(resource.table.title)), ("path", .string(resource.table.path)),
      ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ("bytes", .integer(resource.bytes)), ("hash", .string("sha256:" + resource.sha256)),
      ("schema", schema(of: resource.table)),
    ])
  }

  private static func schema(of table: OpenDataTable) -> OrderedJSON {
    let key = OrderedJSON.array(table.primaryKey.map(OrderedJSON.string))
    return .object(
      [("fields", .array(table.fields.map(descriptor)))]
        + (table.primaryKey.isEmpty ? [] : [("primaryKey", key)]))
  }

  private static func descriptor(of field: OpenDataTable.Field) -> OrderedJSON {
    var entries: [(String, OrderedJSON)] = [
      ("name", .string(field.name)), ("title", .string(field.title)), ("type", .string(field.type.rawValue)),
    ]
    if field.isRequired { entries.append(("constraints", .object([("required", .boolean(true))]))) }
    if let unit = field.unit { entries.append(("gongshi:unit", .string(unit))) }
    return .object(entries)
  }
}

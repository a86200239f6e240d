import CSQLite

/// SQLite itself, set up before its first use.
enum SQLiteLibrary {
  /// Lets cores work side by side: the library counts all memory that it takes, under one lock for all connections,
  /// and nobody asks for these counts.
  static func setUp() { _ = isSetUp }

  /// Once; a library that is in use already stays as it is.
  private static let isSetUp = gongshi_sqlite_count_no_memory() == SQLITE_OK
}

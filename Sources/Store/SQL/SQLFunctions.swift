/// The functions that a pipeline's SQL may call: their answer depends on their arguments alone, and SQLite and Spark
/// mean the same by them. All others are refused: those that ask the clock or chance, read files, give decimals, or
/// that SQLite alone has.
public enum SQLFunctions {
  public static let known: Set<String> = [
    // Of groups.
    "sum", "count", "min", "max", "group_concat",
    // Of windows.
    "row_number", "rank", "dense_rank", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
    // Of values.
    "abs", "coalesce", "ifnull", "nullif", "sign",
    // Of texts.
    "instr", "length", "like", "lower", "ltrim", "replace", "rtrim", "substr", "substring", "trim", "upper",
  ]
}

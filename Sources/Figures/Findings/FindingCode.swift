/// A finding's stable, documented name, e.g. `type-error`. The program's own codes are listed here; the codes
/// of rules and balances are their ids in `checks.yaml`.
///
/// What a code's wording needs stands in the finding's facts: `found`, `expected`, `difference` and the named
/// `arguments` that its entry in the catalogue of `Wording` uses.
public struct FindingCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
}

// MARK: A file as a whole

extension FindingCode {
  /// A required register has no file; `nearest` is a file that may be it.
  public static let missingFile: Self = "missing-file"
  /// The file is something else by its content: `kind` says what (`xlsx`, `html`, …).
  public static let notCSV: Self = "not-csv"
  /// Nothing in it, or nothing but blank lines.
  public static let emptyFile: Self = "empty-file"
  /// A required register has a header and no rows.
  public static let headerOnly: Self = "header-only"
  /// Bytes that are neither the encoding that the mark or the register says, nor UTF-8, nor GB18030; `offset`
  /// counts from 0.
  public static let invalidBytes: Self = "invalid-bytes"
  /// A NUL byte, which no text has; `offset` counts from 0.
  public static let nulByte: Self = "nul-byte"
  /// A quote that opens a cell is never closed; the location is where it opened, and no row from there is
  /// read.
  public static let unclosedQuote: Self = "unclosed-quote"
  /// A text file of a register lies outside its folder, by a link or by `..`.
  public static let outsideFolder: Self = "outside-folder"
}

// MARK: The header

extension FindingCode {
  /// A column of the schema that the header lacks; `nearest` is the header that may be it.
  public static let missingColumn: Self = "missing-column"
  /// A first row in which no column of the register is found: a line of title, or cells that something else than the
  /// register's delimiter parts.
  public static let noHeader: Self = "no-header"
  /// A header that no column has, near an optional column that is not there: a warning.
  public static let unusedHeader: Self = "unused-header"
  /// Two headers that both name one column.
  public static let duplicateColumn: Self = "duplicate-column"
}

// MARK: Rows and cells

extension FindingCode {
  /// Fewer cells than the header has.
  public static let tooFewCells: Self = "too-few-cells"
  /// More cells than the header has.
  public static let tooManyCells: Self = "too-many-cells"
  /// 合计, 小计: a row of totals among the rows; a warning when its cells could be a row's.
  public static let totalRow: Self = "total-row"
  /// 制表人, 注：a line below the table.
  public static let footerRow: Self = "footer-row"
  /// The header a second time.
  public static let repeatedHeader: Self = "repeated-header"
  /// A quote inside a cell that is neither opened nor doubled.
  public static let bareQuote: Self = "bare-quote"
  /// A cell, or a row with it, of more bytes than `limit`.
  public static let cellTooLong: Self = "cell-too-long"
  /// An empty cell where there must be a value.
  public static let required: Self = "required"
  /// A value that is not of the column's type; `type` says which.
  public static let typeError: Self = "type-error"
  /// Digits below the unit that is kept: `12.345` in 元.
  public static let tooManyDecimals: Self = "too-many-decimals"
  /// A number beyond what can be counted exactly.
  public static let overflow: Self = "overflow"
  /// Text that a spreadsheet took for a number: its last digits are lost.
  public static let damagedNumber: Self = "damaged-number"
  /// A formula's error (`#REF!`) instead of a value; `kind` says which sort.
  public static let formulaError: Self = "formula-error"
  /// U+FFFD, a control character or none at all: what stood there is lost. `character` is its number.
  public static let brokenCharacter: Self = "broken-character"
  /// A character that nobody sees: an error in a code, a warning in a text.
  public static let invisibleCharacter: Self = "invisible-character"
  /// What may be a character lost on the way: one of a private range, or question marks among Chinese.
  public static let suspectCharacter: Self = "suspect-character"
  /// A radical or compatibility form in a code, which passes for another character.
  public static let lookalikeCharacter: Self = "lookalike-character"
  /// A code that was written with other characters for the same, and is read in their one form.
  public static let composedText: Self = "composed-text"
  /// A person's identity number where an organization's code belongs; `found` is masked.
  public static let personalNumber: Self = "personal-number"
  public static let pattern: Self = "pattern"
  /// The pattern took too many steps on this value; nothing is said about the value.
  public static let patternLimit: Self = "pattern-limit"
  public static let notInList: Self = "not-in-list"
  public static let belowMinimum: Self = "below-minimum"
  public static let aboveMaximum: Self = "above-maximum"
  public static let tooShort: Self = "too-short"
  public static let tooLong: Self = "too-long"
  /// Longer in bytes of an encoding than allowed; `encoding` names it.
  public static let tooManyBytes: Self = "too-many-bytes"
  /// No identifier of this `kind`: length, letters, date.
  public static let identifierForm: Self = "identifier-form"
  /// The check character is not the one that the others ask for.
  public static let identifierCheck: Self = "identifier-check"
  /// A key that an earlier `row` has.
  public static let duplicateKey: Self = "duplicate-key"
}

// MARK: Between registers, models and printed figures

extension FindingCode {
  /// A value that the column `column` of register `register` does not have in the row's year; `elsewhere`, when it has it
  /// in the other one.
  public static let foreignKey: Self = "foreign-key"
  /// A row that says itself of which year it is, and that is neither this year nor the one `before`: no figure counts it.
  public static let otherYear: Self = "other-year"
  /// A value that a file of the pipeline's folder gives to `key`, and that no row of either year has.
  public static let valueUnknown: Self = "value-unknown"
  /// A file that a register names (附件) and that is not there; `nearest` is one that may be it.
  public static let namedFileMissing: Self = "named-file-missing"
  /// A file that a register names, of more than `expected` megabytes; `size` is how large it is.
  public static let namedFileTooLarge: Self = "named-file-too-large"
  /// A unit (预算单位) that the register of units does not have.
  public static let unitUnknown: Self = "unit-unknown"
  /// A code that is not in its code list, `list`.
  public static let codeUnknown: Self = "code-unknown"
  /// The two sides of a balance differ by more than rounding allows.
  public static let brokenBalance: Self = "broken-balance"
  /// 尾差: the sides differ, inside what rounding allows.
  public static let rounding: Self = "rounding"
  /// A side or a part of a balance that is not there; `part` names it.
  public static let missingPart: Self = "missing-part"
  /// A printed figure that is not the computed one, rounded.
  public static let printedDiffers: Self = "printed-differs"
  /// A printed figure with more digits than its stated decimals.
  public static let printedTooManyDigits: Self = "printed-too-many-digits"
  /// A sum beyond what can be counted exactly; `of` says which, or over what, and `found` is its largest number.
  public static let overflowSum: Self = "overflow-sum"
  /// A model or a rule took longer than its time limit.
  public static let queryTimeout: Self = "query-timeout"
  /// A review step that nobody can take for a unit; `people` are those who must take an earlier one.
  public static let reviewerMissing: Self = "reviewer-missing"
}

extension FindingCode {
  /// All of the program's own codes.
  public static let all: [FindingCode] = [
    .missingFile, .notCSV, .emptyFile, .headerOnly, .invalidBytes, .nulByte, .unclosedQuote, .outsideFolder,
    .missingColumn, .noHeader, .unusedHeader, .duplicateColumn, .tooFewCells, .tooManyCells, .totalRow,
    .footerRow,
    .repeatedHeader, .bareQuote, .cellTooLong,
    .required,
    .typeError, .tooManyDecimals, .overflow, .damagedNumber, .formulaError,
    .brokenCharacter, .invisibleCharacter, .suspectCharacter, .lookalikeCharacter, .composedText,
    .personalNumber, .pattern, .patternLimit, .notInList,
    .belowMinimum, .aboveMaximum, .tooShort, .tooLong, .tooManyBytes, .identifierForm, .identifierCheck,
    .duplicateKey, .foreignKey, .otherYear, .valueUnknown, .namedFileMissing, .namedFileTooLarge,
    .unitUnknown, .codeUnknown,
    .brokenBalance, .rounding, .missingPart,
    .printedDiffers, .printedTooManyDigits, .overflowSum, .queryTimeout, .reviewerMissing,
  ]
}

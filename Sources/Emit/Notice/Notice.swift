import Definitions
import Figures

/// What a notice's template gets to say: `notices/<name>.yaml`.
///
/// ```yaml
/// template: disclosure.mustache      # beside this file; {{> parts/glossary}} is notices/parts/glossary.mustache
/// values:                            # name in the template: figure, at the publisher's keys
///   income: income
///   fund: expenditure[source=政府性基金预算拨款]
/// lists:
///   functions:                       # {{#functions}}…{{/functions}}
///     rows: function_classes         # a model; its columns can be printed in the section
///     by: [publisher]                # optional: the columns by which rows belong to what encloses the list
///     values: {amount: expenditure}  # figures at the keys of the enclosing rows and of the list's row
///     keep: [nonzero(amount), changed(amount)]   # optional: only rows for which one of these tests is true
///     lists: {…}                     # lists inside the row, in the same form
/// tables: tables                     # optional: workbooks/tables.yaml, whose sheets stand at {{{tables}}}
/// ```
///
/// Without `by`, rows belong to what encloses the list when they agree on every column that both have and that is
/// a key of some figure (`publisher`, `function` …); `name` or `level` never match rows.
/// The figures' references name no aspect (`.change`): the template says `{{change(income)}}`.
///
/// A template knows: the columns of the publisher's row; `period.year`, `period.before`, and the test
/// `{{#period.compared}}` (the year before is there); the names under `values` and `lists`; `tables`.
/// In a list: its row's columns, `position` (from 1), its values and lists, and everything outside;
/// and, directly in the list's section, `{{first()}}`, `{{last()}}`, `{{index()}}` (from 0), `{{even()}}`,
/// `{{odd()}}`: `{{^last()}}；{{/last()}}` is a separator. Inside a section on a figure or a text, `{{.}}` is
/// that value: `{{#amount}}{{wanyuan(.)}}{{/amount}}`. `NoticeTransform` lists what can be done to values.
/// Refused: other delimiters (`{{=`), content types (`{{%`), inheritance (`{{<`, `{{$`), partials by variable
/// (`{{>*`).
public struct Notice: Hashable, Sendable {
  /// One name under `values`.
  public struct Figure: Hashable, Sendable {
    public var name: String
    public var reference: FigureReference
    public var line: Int
  }

  /// One name under `lists`.
  public struct List: Hashable, Sendable {
    public var name: String
    /// The model or register that the rows come from.
    public var model: String
    /// The columns by which rows are matched, as far as the definition says them.
    public var by: [String]?
    public var values: [Figure]
    public var keep: [TemplateExpression]
    public var lists: [List]
    public var line: Int
  }

  public var name: String
  /// The file that defines it, as messages name it: `notices/disclosure.yaml`.
  public var file: String
  public var line: Int
  /// The template's file name beside the definition.
  public var template: String
  public var values: [Figure]
  public var lists: [List]
  /// The workbook layout whose sheets stand under the name `tables`: tables in a page, and in a text lines with tabs.
  public var tables: String?
}

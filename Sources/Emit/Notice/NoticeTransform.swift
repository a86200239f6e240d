import Figures

/// What a template may do to a value before it is printed or tested: `{{wanyuan(income)}}`,
/// `{{#grown(income)}}…{{/grown(income)}}`, `{{wanyuan(before(income))}}`. The innermost is done first; a
/// section is closed with the same words as it is opened with.
///
/// A value that cannot be printed (NULL, a figure without rows, a change without a year before, growth from
/// zero) stops the run, so it stands in a section that tests it: `{{#amount}}{{wanyuan(amount)}}{{/amount}}`.
/// Amounts are rounded half away from zero (四舍五入), once, from the exact fen.
public enum NoticeTransform: String, Hashable, Sendable, CaseIterable {
  // MARK: Figures, printed

  /// 万元, at most two decimals, trailing zeros dropped, without the unit: `755.35`, `61.1`, `0`. Money.
  case wanyuan
  /// 万元, always two decimals: `755.35`, `61.10`, `0.00`. Money.
  case wanyuanpadded
  /// 元, two decimals at most: `7553524`. Money.
  case yuan
  /// 亿元, two decimals at most: `0.08`. Money.
  case yiyuan
  /// 万元 with every decimal there is: `323.8344`. Money.
  case exact
  /// 人民币大写, in 元: `柒佰伍拾伍万叁仟伍佰贰拾肆元整`. Money.
  case capitals
  /// A counted figure: `24`; of a list, how many rows it has.
  case count
  /// A share in percent with its sign, two decimals at most: `74.15%`.
  case percent
  /// A share in percent with all the decimals of its figure: `74.10%`.
  case percentpadded
  /// Points with both decimals, without the unit: `92.50`. Scores.
  case score
  /// The change against the year before with its word and unit: `增加 13.01 万元`, `减少 86.99 万元`; counts
  /// without a unit (`增加 3`), shares as `增加 1.5 个百分点`. A change that would round to 0 gets as many
  /// decimals as it needs. No change is `与上年持平`: test `changed` where the sentence needs other words.
  case change
  /// The change's size alone, in 万元 for money: `86.99`.
  case absolute
  /// The change as a share of the year before: `增长 210.24%`, `下降 11.72%`. Cannot be printed where `grown`
  /// is false.
  case growth

  // MARK: Figures, made of figures

  /// The year before's value, as a figure: `{{wanyuan(before(income))}}`.
  case before
  /// This year's less the year before's, as a figure: `{{#positive(difference(income))}}`.
  case difference
  /// The figure with no rows counted as zero: `{{wanyuan(orzero(amount))}}` prints `0`.
  case orzero

  // MARK: Tests, for sections

  /// The year before is there.
  case compared
  /// The year before is there, and this year differs from it (no rows are zero here).
  case changed
  /// The year before is there, and this year is the same.
  case unchanged
  /// There is a value and it is not zero. Figures and whole numbers, 0 and 1 of a yes-or-no column too.
  case nonzero
  /// There is a value and it is above zero.
  case positive
  /// Growth can be stated: the year before is there and above zero, and this year differs.
  case grown
  /// A list without rows, a text that is NULL or blank, a figure without rows, a number that is NULL.
  case empty

  // MARK: Texts and numbers of a row

  /// Without spaces, also full-width ones, and line ends on both sides.
  case trimmed
  /// The text and a space, as one stands between a name and its number; no space after a bracket or another mark
  /// that is as wide as a character and brings its own room: `{{spaced(name)}}{{wanyuan(amount)}}` prints
  /// `其他收入 100` and `上年结转（结余）100`.
  case spaced
  /// The list of the text's lines, as they are; `{{.}}` prints one.
  case lines
  /// The list of the text's lines that are not blank, trimmed.
  case paragraphs
  /// A whole number in Chinese: `{{chinese(position)}}` is 一, 二 … 十一.
  case chinese

  // MARK: Lists

  case first
  case last
  case reversed
}

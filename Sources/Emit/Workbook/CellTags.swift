/// What stands around a cell's text or number, after its place and format.
final class CellTags {
  let blank = ShortText("/>")
  let text = ShortText(#" t="inlineStr"><is><t>"#)
  /// Of a text with space at its ends, which would be lost otherwise; it goes on with `spacedText`.
  let spaced = ShortText(#" t="inlineStr"><is>"#)
  let spacedText = ShortText(#"<t xml:space="preserve">"#)
  let textEnd = ShortText("</t></is></c>")
  let number = ShortText("><v>")
  let numberEnd = ShortText("</v></c>")
  let formula = ShortText("><f>")
  let formulaEnd = ShortText("</f><v>")
}

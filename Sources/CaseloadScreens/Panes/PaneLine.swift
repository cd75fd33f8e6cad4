import CaseloadCore
import Cells

/// One line of a pane that is read line by line: what it is about, a label, and what is said.
struct PaneLine: Equatable {
  /// The field the legend explains while the cursor is on this line.
  var field: FieldID?
  /// The label before the text; empty on a line that goes on.
  var label: TerminalText = ""
  /// A sign that hangs before the text, in the last columns of the label's.
  var sign: TerminalText = ""
  /// The text.
  var text: TerminalText = ""
  /// What the text means.
  var role = Role.normal
  /// Stands in the two columns of label and text.
  var hasLabel = false
  /// Drawn heavier: a heading.
  var isHeading = false

  /// A heading.
  static func heading(_ text: TerminalText) -> PaneLine {
    PaneLine(text: text, role: .header, isHeading: true)
  }

  /// A text over as many lines as it needs.
  static func wrapped(
    _ text: TerminalText, width: Int, role: Role = .normal, indent: Int = 0, field: FieldID? = nil
  ) -> [PaneLine] {
    let space = TerminalText.repeating(" ", count: indent)
    return text.wrap(to: max(1, width - indent)).enumerated().map { index, part in
      PaneLine(field: field, text: index == 0 ? part : "\(space)\(part)", role: role)
    }
  }

  /// A label and a text, which goes on under itself where it is longer than its room. In a line of its own the
  /// sign hangs before the text, so that the words stand under those above.
  static func field(
    _ id: FieldID?, _ label: TerminalText, _ said: Said, labelWidth: Int, width: Int, hangsSign: Bool = false
  ) -> [PaneLine] {
    let room = max(1, width - labelWidth)
    var text = said.text
    var sign: TerminalText = ""
    if hangsSign, label.isEmpty, labelWidth > 2,
      let mark = text.string.unicodeScalars.first, "‼?✗✓~".unicodeScalars.contains(mark)
    {
      sign = "\(data: String(Character(mark))) "
      text = TerminalText(data: String(text.string.unicodeScalars.dropFirst(2)))
    }
    return text.wrap(to: room).enumerated().map { index, part in
      PaneLine(
        field: id, label: index == 0 ? label : "", sign: index == 0 ? sign : "", text: part, role: said.role,
        hasLabel: true)
    }
  }

  func draw(_ rect: Rect, line: Int, labelWidth: Int, _ frame: inout Frame) {
    let row = rect.row + line
    guard hasLabel else {
      frame.put(
        text, row: row, column: rect.column, role: role, attributes: isHeading ? .bold : [],
        maxWidth: rect.width)
      return
    }
    frame.put(label, row: row, column: rect.column, maxWidth: max(0, labelWidth - 1))
    frame.put(sign, row: row, column: rect.column + labelWidth - sign.width, role: role)
    frame.put(
      text, row: row, column: rect.column + labelWidth, role: role, maxWidth: max(0, rect.width - labelWidth))
  }
}

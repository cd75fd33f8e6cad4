import CaseloadCore
import Cells

private let isOff = Phrase(
  "action.reason.clipboard-off", "The clipboard is off; clipboard = true in config.toml turns it on.")
private let noPhone = Phrase("action.reason.no-phone", "No telephone number is in the record.")
private let tooMany = Phrase("action.reason.too-many", "These are too many to copy at once.")
private let copiedNumber = Phrase("screens.copy.number", "Copied: client number {0}.")
private let copiedPhone = Phrase("screens.copy.phone", "Copied: the telephone number of client {0}.")
private let copiedNumbers = Phrase("screens.copy.numbers", "Copied: the {0} client numbers of the list.")

/// What goes to the terminal's clipboard, which the user has to switch on: other programs can read it there.
let copyActions: [Action] = [
  Action(
    "copy-number", keys: ["y"], in: [.panes, .record], short: "copy number",
    long: "Copy the number of the client under the cursor to the terminal's clipboard.",
    unavailable: { $0.usesClipboard ? ($0.cursor == nil ? nobodyHere : nil) : isOff }
  ) { state in
    guard let number = state.cursor else { return [] }
    state.message = Said(state.speech(copiedNumber, TerminalText(Int(number.number))), .good)
    return [.copy(String(number.number))]
  },
  Action(
    "copy-phone", keys: ["Y"], in: [.panes, .record], short: "copy telephone",
    long: "Copy the telephone number of the client under the cursor to the terminal's clipboard.",
    unavailable: { $0.usesClipboard ? ($0.phone == nil ? noPhone : nil) : isOff }
  ) { state in
    guard let number = state.cursor, let phone = state.phone else { return [] }
    state.message = Said(state.speech(copiedPhone, TerminalText(Int(number.number))), .good)
    return [.copy(phone)]
  },
  Action(
    "copy-numbers", keys: [.control("y")], in: .panes, short: "copy list",
    long: "Copy the client numbers of the list, one a line, to the terminal's clipboard.",
    unavailable: {
      $0.usesClipboard
        ? ($0.shownCount == 0 ? nobodyHere : $0.shownCount > ScreenState.mostCopied ? tooMany : nil) : isOff
    }
  ) { state in
    let numbers = state.listedNumbers.map { String($0.number) }
    state.message = Said(state.speech(copiedNumbers, TerminalText(state.shownCount)), .good)
    return [.copy(numbers.joined(separator: "\n"))]
  },
]

extension ScreenState {
  /// The most client numbers that are copied at once; terminals take a few tens of thousands of bytes.
  static let mostCopied = 4_000

  /// The clients of the list, in its order.
  var listedNumbers: [ClientNumber] {
    order.lazy.map { Int($0) }.filter { shown.contains($0) }.map { population.number(at: $0) }
  }

  /// The telephone number in the record of the client under the cursor, harmless to show and to paste.
  var phone: String? {
    guard let record, record.number == cursor, case .text(let text)? = record.values["phone"]?.content,
      !text.isEmpty
    else { return nil }
    return TerminalText(data: text).string
  }
}

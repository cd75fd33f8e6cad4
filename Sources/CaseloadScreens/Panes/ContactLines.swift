import CaseloadCore
import Cells

/// What is said of a contact beside its story, the same in the timeline and in the monitoring pane.
struct ContactLines {
  /// The client's own words; nil where none were kept.
  let said: Said?
  /// The step that was agreed, and who takes it.
  let agreed: Said?
  /// Whether she felt heard; nil where that was not asked.
  let heard: Said?

  init(_ contact: Contact, _ speech: Speech) {
    said = contact.said.isEmpty ? nil : Said("“\(TerminalText.oneLine(data: contact.said))”")
    if contact.agreed.isEmpty {
      agreed = nil
    } else if let by = contact.agreedBy {
      agreed = Said(
        speech(LegendWords.agreedBy, .oneLine(data: contact.agreed), speech(by.label)), .attention)
    } else {
      agreed = Said(speech(LegendWords.agreed, .oneLine(data: contact.agreed)), .attention)
    }
    heard = contact.heard.flatMap { heard in
      heard == .notAsked ? nil : Said(speech(LegendWords.heard, speech(heard.label)), .dim)
    }
  }
}

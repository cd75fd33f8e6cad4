import CaseloadCore
import Cells
import Foundation
import Testing

@testable import CaseloadScreens

/// How many keys the commonest registrations take beside what is typed as text: docs/keystrokes.md, made by playing
/// them.
struct KeystrokesDocumentTests {
  private struct Registered: Sendable {
    var what: String
    /// Keys of a script; what stands between « and » is text that is told, whose letters are not counted.
    var script: String
    var check: @Sendable (Registration) -> Bool
  }

  private static let all: [Registered] = [
    Registered(what: "A conversation of today, with its story", script: "c«Two days at the bakery.»<C-s>") {
      $0.contact.kind == .conversation && $0.contact.story == "Two days at the bakery."
    },
    Registered(what: "… and the step that was agreed", script: "c«Two days.»<Tab><Tab>«calls the baker»<C-s>")
    {
      $0.contact.agreed == "calls the baker" && $0.contact.agreedBy == .client
    },
    Registered(
      what: "… and the client's own words, felt heard as the client says, the next appointment",
      script: "c«Two days.»<Tab>«I want to stay»<Tab><Tab><Tab>y<Tab>«+2w»<C-s>"
    ) { $0.contact.heard == .clientYes && $0.contact.said == "I want to stay" && $0.next != nil },
    Registered(
      what: "A home visit of last Friday", script: "c<BackTab>h<BackTab>«fri»<Tab><Tab>«Two days.»<C-s>"
    ) { $0.contact.channel == .homeVisit && $0.contact.held == People.day("2026-11-20") },
    Registered(what: "A failed attempt, no answer, and the errand to try again", script: "m<C-s>") {
      $0.contact.kind == .attempt && $0.tryAgain != nil
    },
    Registered(what: "A wrong number", script: "mw<C-s>") { $0.contact.failure == .wrongNumber },
    Registered(what: "The client did not come", script: "md<C-s>") { $0.contact.failure == .noShow },
    Registered(what: "An appointment in three days", script: "c<BackTab><BackTab>«+3d»<C-s>") {
      $0.kind(on: People.today) == .appointment && $0.contact.held == People.day("2026-11-24")
    },
    Registered(
      what: "A message from the client",
      script: "c<BackTab><BackTab><BackTab>mm<Tab><Tab><Tab>«Asks about the pass»<C-s>"
    ) { $0.contact.kind == .messageIn && $0.contact.channel == .mail },
    Registered(
      what: "The telephone rings inside a form: another client's conversation, and back",
      script: "c«Half a»<C-t>«nowak»<Enter>c«He starts Monday.»<C-s>"
    ) { $0.contact.client == ClientNumber(5) && $0.contact.story == "He starts Monday." },
  ]

  /// The rest of the record: the store is asked for an edit of this field.
  private static let edits: [(what: String, script: String, field: FieldID)] = [
    ("The CV of today, and where it lies", "v«today»<Tab>«folder 12»<C-s>", "cv"),
    ("An errand by Friday", "tn«ask the baker»<Tab>«fri»<C-s>", "text"),
    ("An errand is done", "td", "done"),
    (
      "A plan with its goal, a step and its review", "p«logistics»<Tab>«visit the hall»<Tab>«+3m»<C-s>",
      "goal"
    ),
    ("A pause with its reason and return day", "Pp<Tab><Tab>«operation»<Tab>«+6w»<C-s>", "return"),
    ("A missing field, chosen from all by its letter", "eh<Enter>n<C-s>", "heavy"),
    ("That the client would rather not say it", "eh<Enter><BackTab><Right><Right><C-s>", "heavy"),
  ]

  /// The keys of a script, and of how many of them text is made.
  private func keys(_ script: String) -> (keys: [Key], told: Int, shown: String) {
    var all: [Key] = []
    var (told, shown) = (0, "")
    for (index, part) in script.split(omittingEmptySubsequences: false, whereSeparator: { "«»".contains($0) })
      .enumerated()
    {
      if index % 2 == 1 {
        all += part.unicodeScalars.map { Key.character($0) }
        told += part.unicodeScalars.count
        shown += shown.isEmpty ? "…" : " …"
      } else {
        let keys = Key.script(String(part)) ?? []
        all += keys
        for key in keys { shown += (shown.isEmpty ? "" : " ") + "`\(key.shown.string)`" }
      }
    }
    return (all, told, shown)
  }

  @Test("Each does what it says, and the ordinary ones take six keys at most")
  func played() throws {
    var rows: [String] = []
    for registered in Self.all {
      var player = Player()
      player.press("j")
      let (keys, told, shown) = keys(registered.script)
      for key in keys { player.send(.key(key)) }
      let found = player.effects.compactMap { effect -> Registration? in
        if case .keep(.contact(let registration, _), _) = effect { registration } else { nil }
      }
      #expect(found.count == 1 && found.allSatisfy(registered.check), "\(registered.what): \(player.text)")
      rows.append("| \(registered.what) | \(keys.count - told) | \(shown) |")
    }
    for edit in Self.edits {
      var player = Player()
      player.press("fbakker<Enter>")
      let (keys, told, shown) = keys(edit.script)
      for key in keys { player.send(.key(key)) }
      let fields = player.effects.flatMap { effect -> [FieldID] in
        if case .keep(.edits(let edits, _), _) = effect { edits.map(\.field) } else { [] }
      }
      #expect(fields.contains(edit.field == "goal" ? "text" : edit.field), "\(edit.what): \(player.text)")
      rows.append("| \(edit.what) | \(keys.count - told) | \(shown) |")
    }
    #expect(keys(Self.all[0].script).keys.count - keys(Self.all[0].script).told <= 6)
    try expectFile(
      Self.document(rows), packageRoot.appending(path: "docs/keystrokes.md"), hint: "docs/keystrokes.md",
      sourceLocation: #_sourceLocation)
  }

  private static func document(_ rows: [String]) -> String {
    """
    # Keys of the commonest registrations

    Made by playing each on the dashboard, with the cursor on the client (`make documents`). Counted are the keys beside
    the letters of what is told (`…`); the day of the example is a Saturday.

    | What | Keys | Which |
    | --- | --- | --- |
    \(rows.joined(separator: "\n"))

    """
  }
}

import CaseloadCore
import Cells

private let noDraft = Phrase("action.reason.no-draft", "No contact waits to be saved.")

/// Registering a contact: the form, from any place with one key.
let contactActions: [Action] = [
  Action(
    "contact", keys: ["c"], in: [.panes, .record, .alone], short: "contact",
    long: "Register a conversation with the client under the cursor; other kinds are chosen on the form.",
    footer: .shown, unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    state.openContact(.conversation)
    return []
  },
  Action(
    "attempt", keys: ["m"], in: [.panes, .record, .alone], short: "tried",
    long: "Register a failed attempt: no answer, a wrong number, did not come, cancelled.",
    unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    state.openContact(.attempt)
    return []
  },
  Action(
    "next-draft", keys: ["D"], in: [.panes, .record], short: "drafts",
    long: "Open the next contact that was filled in and not saved.",
    unavailable: { $0.clientsWithDraft.isEmpty ? noDraft : nil }
  ) { state in
    state.openNextDraft()
    return []
  },
  Action(
    "save-form", keys: [.control("s")], in: .forms, short: "save", long: "Keep what was filled in.",
    footer: .shown
  ) { $0.saveForm() },
  Action(
    "next-entry", keys: [.tab], in: .forms, short: "next", long: "Go to the next entry of the form.",
    footer: .shown
  ) { state in
    state.stepEntry(by: 1)
    return []
  },
  Action(
    "previous-entry", keys: [.backTab], in: .forms, short: "previous", long: "Go to the entry before.",
    footer: .shown
  ) { state in
    state.stepEntry(by: -1)
    return []
  },
  Action(
    "entry-below", keys: [.enter, .down], in: [.formLine, .formChoice], short: "next below",
    long: "Go on to the next entry."
  ) { state in
    state.stepEntry(by: 1)
    return []
  },
  Action(
    "entry-above", keys: [.up], in: [.formLine, .formChoice], short: "one above",
    long: "Go back to the entry before."
  ) { state in
    state.stepEntry(by: -1)
    return []
  },
  Action(
    "choose-next", keys: [.right], in: .formChoice, short: "other choice",
    long: "Take the next choice; Space does so too, and a letter takes the choice that begins with it.",
    footer: .shown
  ) { state in
    state.change { $0.step($0.focus, by: 1) }
    return []
  },
  Action(
    "choose-previous", keys: [.left], in: .formChoice, short: "choice before", long: "Take the choice before."
  ) { state in
    state.change { $0.step($0.focus, by: -1) }
    return []
  },
  Action(
    "new-line", keys: [.enter], in: .formStory, short: "new line", long: "Begin a new line of the story."
  ) { state in
    state.editForm { $0.insert("\n") }
    return []
  },
  Action(
    "story-up", keys: [.up], in: .formStory, short: "line above", long: "One line up in the story."
  ) { state in
    state.moveInStory(by: -1)
    return []
  },
  Action(
    "story-down", keys: [.down], in: .formStory, short: "line below", long: "One line down in the story."
  ) { state in
    state.moveInStory(by: 1)
    return []
  },
  Action(
    "discard-draft", keys: [.control("x")], in: .forms, short: "discard",
    long: "Let go of what was filled in, and leave the form. Esc leaves it too, but keeps the draft."
  ) { $0.discardForm() },
]

import Cells

/// Filling in a form: the same for all of them.
let formActions: [Action] = [
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
    state.stepChoice(by: 1)
    return []
  },
  Action(
    "choose-previous", keys: [.left], in: .formChoice, short: "choice before", long: "Take the choice before."
  ) { state in
    state.stepChoice(by: -1)
    return []
  },
  Action(
    "forget-typed", keys: [.backspace], in: .formChoice, short: "type anew",
    long: "Forget the letters that were typed at a choice, and type them anew."
  ) { state in
    state.forgetTypedChoice()
    return []
  },
  Action(
    "new-line", keys: [.enter], in: .formText, short: "new line", long: "Begin a new line of the text."
  ) { state in
    state.editForm { $0.insert("\n") }
    return []
  },
  Action(
    "text-up", keys: [.up], in: .formText, short: "line above", long: "One line up in the text."
  ) { state in
    state.moveInText(by: -1)
    return []
  },
  Action(
    "text-down", keys: [.down], in: .formText, short: "line below", long: "One line down in the text."
  ) { state in
    state.moveInText(by: 1)
    return []
  },
  Action(
    "editor", keys: [.control("o")], in: .formText, short: "own editor",
    long: "Write the text in your own editor ($VISUAL or $EDITOR); what you save there comes back here.",
    footer: .shown
  ) { state in [.openEditor(state.typed?.text ?? "")] },
  Action(
    "discard-draft", keys: [.control("x")], in: .forms, short: "discard",
    long: "Let go of what was filled in, and leave the form. Esc leaves it too, but keeps the draft."
  ) { $0.discardForm() },
]

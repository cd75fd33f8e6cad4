import CaseloadCore
import Cells

private let noFilter = Phrase("action.reason.no-filter", "There is no filter; {key:filter} types one.")
private let nothingUnsaved = Phrase(
  "action.reason.nothing-unsaved", "The filter in use is no changed worklist of your own.")
private let builtInStays = Phrase(
  "action.reason.built-in", "The worklists that the program comes with stay as they are.")
private let atTheTop = Phrase("action.reason.at-the-top", "It is the first of your own.")
private let atTheBottom = Phrase("action.reason.at-the-bottom", "It is the last of your own.")
private let whenBuiltIn: @Sendable (ScreenState) -> Phrase? = {
  $0.ownUnderCursor == nil ? builtInStays : nil
}

/// One's own worklists: saved, changed, ordered, shared, deleted.
let worklistActions: [Action] = [
  Action(
    "save-worklist", keys: ["W"], in: [.panes, .worklistMenu], short: "save worklist",
    long:
      "Save the filter in use as a worklist of your own, under a name. A name that you left is there again.",
    unavailable: { $0.filter == .all ? noFilter : nil }
  ) { state in
    state.startSaving()
    return []
  },
  Action(
    "update-worklist", keys: ["="], in: .panes, short: "update worklist",
    long: "Bring your worklist with the asterisk up to date with the filter in use.", footer: .shown,
    unavailable: { $0.isUnsaved ? nil : nothingUnsaved }
  ) { $0.updateWorklist() },
  Action(
    "edit-worklist", keys: ["E"], in: .worklistMenu, short: "edit",
    long: "Open the text of your worklist for typing; {key:update-worklist} saves what you make of it.",
    footer: .shown, unavailable: whenBuiltIn
  ) { state in
    state.editWorklist()
    return []
  },
  Action(
    "rename-worklist", keys: ["R"], in: .worklistMenu, short: "rename",
    long: "Give your worklist another name.", footer: .shown, unavailable: whenBuiltIn
  ) { state in
    guard let (list, _) = state.ownUnderCursor else { return [] }
    state.type(for: .rename(list.id), usual: list.name)
    return []
  },
  Action(
    "raise-worklist", keys: ["<"], in: .worklistMenu, short: "up", long: "Move your worklist one place up.",
    footer: .shown,
    unavailable: { $0.ownUnderCursor.map { $0.place == 0 ? atTheTop : nil } ?? builtInStays }
  ) { $0.moveWorklist(by: -1) },
  Action(
    "lower-worklist", keys: [">"], in: .worklistMenu, short: "down",
    long: "Move your worklist one place down.",
    footer: .shown,
    unavailable: { state in
      state.ownUnderCursor.map { $0.place == state.own.count - 1 ? atTheBottom : nil } ?? builtInStays
    }
  ) { $0.moveWorklist(by: 1) },
  Action(
    "share-worklist", keys: ["T"], in: .worklistMenu, short: "as text",
    long: "Show your worklist as a text to send to a colleague.", footer: .shown, unavailable: whenBuiltIn
  ) { state in
    guard let (list, _) = state.ownUnderCursor else { return [] }
    state.mode = .page(list.id, over: state.mode)
    return []
  },
  Action(
    "add-worklist", keys: ["A"], in: .worklistMenu, short: "add",
    long:
      "Paste or type a worklist as a colleague sent it, and keep it among your own. A text that you left is there again.",
    footer: .shown
  ) { state in
    state.type(for: .add)
    return []
  },
  Action(
    "delete-worklist", keys: [.delete, "X"], in: .worklistMenu, short: "delete",
    long: "Delete your worklist, after a question.", unavailable: whenBuiltIn
  ) { state in
    guard let (list, _) = state.ownUnderCursor else { return [] }
    state.mode = .question(list.id, over: state.mode)
    return []
  },
  Action(
    "keep-name", keys: [.enter], in: .naming, short: "keep",
    long: "Take the name or the text that was typed.",
    footer: .shown
  ) { $0.keepName() },
  Action(
    "yes", keys: ["y"], in: .question, short: "yes, delete it", long: "Do what is asked.", footer: .shown
  ) { state in
    guard case .question(let id, let beneath) = state.mode else { return [] }
    state.mode = beneath
    return state.deleteWorklist(id)
  },
  Action(
    "no", keys: ["n", .enter], in: .question, short: "no", long: "Leave everything as it is.", footer: .shown
  ) { state in
    state.goBack()
    return []
  },
]

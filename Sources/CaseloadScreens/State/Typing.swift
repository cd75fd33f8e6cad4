import CaseloadCore
import Cells

extension ScreenState {
  /// Edits the text that is being typed; nothing elsewhere. Every edit of the filter is shown at once.
  mutating func edit(_ body: (inout TextField) -> Void) {
    switch mode {
    case .filter(var entry):
      // An earlier text that is changed becomes the one being typed; what was typed before is kept beside it.
      if entry.historyPlace != nil, let draft = entry.abandoned.first { remember(draft) }
      let opening = entry.hasBlank ? entry.field.scalars + [" "] : nil
      body(&entry.field)
      // Whoever types a blank behind the old text finds one there.
      if entry.field.scalars == opening { entry.field.backspace() }
      entry.hasBlank = false
      entry.historyPlace = nil
      mode = .filter(entry)
      read(entry.field.text)
    case .find(var entry, let beneath):
      body(&entry.field)
      entry.isMoved = false
      mode = .find(entry, over: beneath)
      searchClients()
    case .actions(var pick, let beneath):
      body(&pick.field)
      mode = .actions(pick, over: beneath)
      chooseBest()
    case .name(var entry, let beneath):
      body(&entry.field)
      entry.refusal = nil
      mode = .name(entry, over: beneath)
    case .importing: editImport(body)
    case .form: editForm(body)
    default: return
    }
  }
}

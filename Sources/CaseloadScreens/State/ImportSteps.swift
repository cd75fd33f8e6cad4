import CaseloadCore
import Cells

extension ScreenState {
  /// Enter on the import screen: one step on.
  mutating func stepImport() -> [Effect] {
    importing.problem = nil
    switch importing.step {
    case .path:
      let path = importing.path.text
      guard path.unicodeScalars.contains(where: { $0 != " " }) else {
        importing.problem = speech.text(ImportWords.noPath)
        return []
      }
      return ask(.find(path: path))
    case .day:
      guard let day = Day(typed: importing.day.text) else {
        importing.problem = speech.text(ImportWords.noDay)
        return []
      }
      guard day <= context.today else {
        importing.problem = speech.text(ImportWords.dayToCome)
        return []
      }
      return ask(.preview(path: importing.path.text, day: day))
    case .preview:
      guard let preview = importing.preview, preview.new + preview.changed + preview.unchanged > 0,
        let day = Day(typed: importing.day.text)
      else {
        importing.problem = speech.text(ImportWords.nothingToTake)
        return []
      }
      let effects = ask(.take(path: importing.path.text, day: day, digest: preview.digest))
      importing.step = .taking
      return effects
    case .looking, .taking: return []
    }
  }

  private mutating func ask(_ wish: ImportWish) -> [Effect] {
    importing.run += 1
    importing.progress = nil
    importing.asked = importing.step == .path ? .path : .day
    importing.step = .looking
    return [.importing(wish, run: importing.run)]
  }

  /// Esc on the import screen: one step back, and out of it from the first. What was typed stays.
  mutating func stepBackFromImport() {
    importing.problem = nil
    switch importing.step {
    case .path: mode = .browse
    case .day: importing.step = .path
    case .looking:
      // The answer will be passed over; nothing is stored by it.
      importing.run += 1
      importing.step = importing.asked
    case .preview:
      importing.preview = nil
      importing.step = .day
    case .taking: message = Said(speech(ImportWords.isBeingTaken), .attention)
    }
  }

  /// Takes in an answer.
  mutating func hear(_ news: ImportNews, run: Int) {
    if case .listed(let listing) = news {
      // Whoever typed on meanwhile asked for another folder.
      if listing.folder == importing.askedFolder { importing.listing = listing }
      return
    }
    guard run == importing.run else { return }
    switch news {
    case .listed: return
    case .found(let day):
      importing.step = .day
      if let day, !importing.isDayTyped { importing.day = TextField(day.iso) }
    case .progress(let progress): importing.progress = progress
    case .preview(let preview):
      importing.preview = preview
      importing.top = 0
      importing.step = .preview
    case .taken(let text):
      importing = ImportEntry()
      importing.run = run
      if mode == .importing { mode = .browse }
      message = Said(TerminalText(data: text), .good)
    case .failed(let text):
      // Back to where it can be mended.
      importing.step = importing.asked
      importing.preview = nil
      importing.problem = text
      if mode != .importing { message = Said(TerminalText(data: text), .error) }
    }
  }

  /// Edits the field of the import screen that is being typed.
  mutating func editImport(_ body: (inout TextField) -> Void) {
    switch importing.step {
    case .path:
      let before = importing.path.text
      body(&importing.path)
      // Another file may be of another day.
      if importing.path.text != before { importing.isDayTyped = false }
    case .day:
      let before = importing.day.text
      body(&importing.day)
      if importing.day.text != before { importing.isDayTyped = !importing.day.isEmpty }
    case .looking, .preview, .taking: return
    }
    importing.problem = nil
  }
}

extension Speech {
  /// A phrase as plain text, for a place that keeps it.
  func text(_ phrase: Phrase) -> String { phrase.text(in: context.language) }
}

import CaseloadCore
import Cells

/// Private notes on the screen: they lie on the reader's desk, beside the clients and apart from them.
extension ScreenState {
  /// Takes the notes of the desk.
  public mutating func take(notes new: [ClientNumber: PrivateNote]) {
    notes = new
    links.take(new)
  }

  /// The note about a client that may be shown now: none while the client looks along.
  func note(about client: ClientNumber) -> PrivateNote? {
    isLookedAt ? nil : notes[client]
  }

  /// The client looks along: one record is alone on the screen, or was when what stands over it was opened.
  var isLookedAt: Bool {
    var mode: Mode? = self.mode
    while let here = mode {
      if case .alone = here { return true }
      mode = here.beneath
    }
    return false
  }

  /// Whether a client is another than the one who looks along.
  func isHidden(_ client: ClientNumber) -> Bool { isLookedAt && client != pinned }

  /// Lets go of the notes whose day is past, and says how many.
  mutating func dropExpiredNotes() -> [Effect] {
    let expired = notes.filter { $0.value.until < context.today }
    guard !expired.isEmpty else { return [] }
    take(notes: notes.filter { $0.value.until >= context.today })
    message = Said(speech(NoteWords.expired, expired.count), .attention)
    let changes = expired.map { NoteChange($0.key, old: $0.value, new: nil) }
    return [.keepNotes(changes.sorted { $0.client < $1.client }, for: .expiry)]
  }

  /// Takes back, or does again, what was done to notes, where that was the last thing done.
  mutating func stepNotes(_ way: Undoing) -> [Effect]? {
    // In a record it is the last with this client; and while she looks along nobody speaks of notes.
    guard let last = lastNotes, last.way == way, last.passes == 0, !isLookedAt,
      recordTop == nil || last.changes.allSatisfy({ $0.client == cursor })
    else { return nil }
    saved = .saving
    return [.keepNotes(last.changes, for: .step(way))]
  }

  /// The desk has answered.
  mutating func hear(_ news: NotesNews, of purpose: NotesPurpose) -> [Effect] {
    var given = Sent()
    if case .form(let subject) = purpose { given = takeSent(subject) }
    guard case .kept(let kept) = news else {
      saved = .failed
      if case .form(let subject) = purpose { fill(subject) }
      if case .failed(let text) = news { message = Said(TerminalText(data: text), .error) }
      return []
    }
    var all = notes
    for change in kept { all[change.client] = change.new }
    take(notes: all)
    refresh()
    // Tags may be what a sweep is made of: who leaves its list by them does so by the reader's own doing.
    if sweep != nil { walking.touched.formUnion(kept.map(\.client)) }
    let followed = followedSweep()
    guard purpose != .expiry else { return followed }
    saved = .saved
    message = Said(said(kept, purpose), .good)
    lastNotes = LastNotes(way: purpose == .step(.undo) ? .redo : .undo, changes: kept.map(\.inverse))
    guard case .form(let subject) = purpose else { return followed }
    return followed + close(subject, given)
  }

  private func said(_ kept: [NoteChange], _ purpose: NotesPurpose) -> TerminalText {
    let isUndo = purpose == .step(.undo)
    guard kept.count == 1, let change = kept.first else {
      return speech(isUndo ? NoteWords.severalUndone : NoteWords.several, kept.count)
    }
    let name = TerminalText(data: name(of: change.client))
    if isUndo { return speech(NoteWords.undone, name) }
    return speech(change.new == nil ? NoteWords.gone : NoteWords.kept, name)
  }
}

/// What the desk is asked to keep notes for.
public enum NotesPurpose: Hashable, Sendable {
  /// A form.
  case form(Form.Subject)
  /// An undo or a redo.
  case step(Undoing)
  /// Their day is past.
  case expiry
}

/// What became of notes that the desk was to keep.
public enum NotesNews: Hashable, Sendable {
  /// They are on the desk: what stood, and what stands now.
  case kept([NoteChange])
  /// They are not; the text says why, in the user's language and without personal data.
  case failed(String)
}

/// What was done to notes last, as long as nothing was registered since: it is not in the store's journal.
struct LastNotes: Sendable {
  /// What takes it back, or does it again.
  var way: Undoing
  var changes: [NoteChange]
  /// How many clients were passed over in a sweep since, which is taken back first.
  var passes = 0
}

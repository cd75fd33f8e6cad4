import CaseloadCore
import Cells

/// Opening, filling in and leaving a form: the same for all of them.
extension ScreenState {
  /// The form that is being filled in.
  var form: Form? {
    if case .form(let form, _) = mode { return form }
    return nil
  }

  /// The entry of a form that has the keys.
  func focused(_ form: Form) -> FormEntry? { sheet(form).entry(form.focus, form) }

  /// Changes the form that is being filled in.
  mutating func change(_ body: (inout Form) -> Void) {
    guard case .form(var form, let beneath) = mode else { return }
    // What stands in the mode is let go first, so that nothing is copied.
    mode = beneath
    body(&form)
    mode = .form(form, over: beneath)
  }

  /// Opens a form: with the draft that waits, else with what is usual; over either stands what the key asks.
  mutating func openForm(_ subject: Form.Subject, _ wish: FormWish = FormWish()) {
    var form = Form(subject)
    let sheet = sheet(form)
    sheet.open(&form, context)
    let empty = form
    // It may be open beneath, while the client was looked up from it: there is one of each.
    var beneath: Mode? = mode
    while let mode = beneath {
      if case .form(let form, _) = mode, form.subject == subject {
        self.mode = mode
        return form.step == .saving ? () : ask(wish, ofDraftOver: empty)
      }
      beneath = mode.beneath
    }
    form.wish = wish
    form.focus = wish.focus ?? form.focus
    form.beOpened()
    let draft = forms[subject]
    if let draft {
      form.take(draft: draft)
      form.usual = []
    }
    mode = .form(form, over: mode)
    fillForm()
    if draft != nil { ask(wish, ofDraftOver: empty) }
  }

  /// Sets what the key asks over what was filled in before, and says so where that is something else.
  private mutating func ask(_ wish: FormWish, ofDraftOver empty: Form) {
    guard wish != FormWish(), let before = form else { return }
    change { form in
      form.take(wish, over: empty)
      form.step = .filling
    }
    guard let form, !form.saysTheSame(as: before) else { return }
    message = Said(speech(FormWords.overDraft), .attention)
  }

  /// The record of the form's client is there: what it says is usual stands in the form, unless somebody typed already.
  /// What is saved replaces what the form showed; what somebody else changes meanwhile is then seen, and not lost.
  mutating func fillForm() {
    guard let form, form.seen == nil, let record, record.number == form.client else { return }
    let (sheet, context) = (sheet(form), context)
    change { form in
      form.seen = record
      guard !form.isTouched else { return }
      sheet.fill(&form, record, context)
      form.beOpened()
    }
  }

  /// Goes to the next entry, or the one before.
  mutating func stepEntry(by step: Int) {
    guard let form else { return }
    let entries = sheet(form).lines(form).joined().map(\.id)
    guard !entries.isEmpty else { return }
    let place = entries.firstIndex(of: form.focus) ?? 0
    let next = entries[((place + step) % entries.count + entries.count) % entries.count]
    change { form in
      form.focus = next
      form.typedChoice = ""
      form.refusal = nil
    }
  }

  /// Up and down in a long text; past its first and last line, to the entry beside it.
  mutating func moveInText(by step: Int) {
    guard let form, var field = form.texts[form.focus] else { return }
    if field.move(lines: step, width: FormScreen.textWidth(self)) {
      change { $0.texts[$0.focus] = field }
    } else {
      stepEntry(by: step)
    }
  }

  /// Edits the text of the entry that has the keys.
  mutating func editForm(_ body: (inout TextField) -> Void) {
    guard let form, let entry = focused(form), entry.isTyped, form.step != .saving else { return }
    change { form in
      var field = form.texts[entry.id] ?? TextField("", isLong: entry.input == .long)
      var fresh = TextField("", isLong: field.isLong)
      // What is typed or pasted takes the place of what is usual; a caret that is moved, or what is erased, changes it.
      if form.usual.remove(entry.id) != nil, case () = body(&fresh), !fresh.isEmpty {
        field = fresh
      } else {
        body(&field)
      }
      form.texts[entry.id] = field
      form.refusal = nil
      form.step = .filling
    }
  }

  /// The user's own editor has ended.
  mutating func hear(_ news: EditorNews) {
    switch news {
    case .edited(let text):
      let count = text.unicodeScalars.count
      let limit = form.flatMap { $0.texts[$0.focus]?.limit } ?? 0
      // A text that would be cut stays as it was: what does not fit must not be lost without a word.
      guard count <= limit else {
        message = Said(speech(FormWords.tooLong, TerminalText(count), TerminalText(limit)), .error)
        return
      }
      editForm { $0 = TextField(text, isLong: $0.isLong) }
    case .noEditor: message = Said(speech(FormWords.noEditor), .attention)
    case .failed: message = Said(speech(FormWords.editorFailed), .error)
    }
  }

  /// Asks the store to keep what was filled in; what cannot be kept is said at the entry where it is mended.
  mutating func saveForm() -> [Effect] {
    guard let form, form.step != .saving else { return [] }
    let (sheet, context) = (sheet(form), context)
    do throws(FormProblem) {
      let keeping = try sheet.keeping(form, context)
      if let doubt = sheet.doubt(form, keeping, context) {
        change { $0.step = .asking(doubt) }
        return []
      }
      change { $0.step = .saving }
      return [give(keeping, for: form.subject, form: form)]
    } catch {
      change { form in
        form.focus = error.entry
        form.refusal = error.refusal
      }
      return []
    }
  }

  /// Lets the draft go, which is its own action, and leaves the form.
  mutating func discardForm() -> [Effect] {
    guard case .form(let form, let beneath) = mode else { return [] }
    if form.isTouched, form.step != .leaving {
      change { $0.step = .leaving }
      return []
    }
    mode = beneath
    message = Said(speech(FormWords.discarded), .attention)
    return letGo(form.subject)
  }

  /// A draft that is not needed any more.
  mutating func letGo(_ subject: Form.Subject) -> [Effect] {
    keptForm = nil
    guard forms.removeValue(forKey: subject) != nil else { return [] }
    return [.keepDraft(subject, nil)]
  }

  /// Leaves the form; what was typed waits.
  mutating func leaveForm() {
    guard case .form(let form, let beneath) = mode else { return }
    mode = beneath
    if form.isTouched, form.step != .saving { message = Said(speech(FormWords.leftDraft), .attention) }
  }

  /// What the desk is to keep of the form, each time that it is another; nothing any more of one that says again what
  /// it opened with.
  mutating func keepForm() -> [Effect] {
    guard let form, form.step != .saving, keptForm.map({ !$0.isDraft(of: form) }) ?? form.isTouched
    else { return [] }
    guard form.isTouched else { return letGo(form.subject) }
    let draft = form.draft
    keptForm = KeptForm(form)
    guard forms[form.subject] != draft else { return [] }
    forms[form.subject] = draft
    return [.keepDraft(form.subject, draft)]
  }

  /// What waits to be saved, in the order of the clients' numbers.
  var subjectsWithDraft: [Form.Subject] {
    forms.keys.filter { subject in
      switch subject {
      case .marked: !marks.isEmpty
      case .answer(let client, _):
        population.row(of: client) != nil || transfers.contains { $0.transfer.client == client }
      default: subject.client.map { $0 == .nobody || population.row(of: $0) != nil } ?? true
      }
    }.sorted { left, right in
      let (first, second) = (left.client ?? .nobody, right.client ?? .nobody)
      return (first, left.key.kind, left.key.rest) < (second, right.key.kind, right.key.rest)
    }
  }

  /// Opens the next draft that waits, from the client under the cursor on.
  mutating func openNextDraft() {
    let waiting = subjectsWithDraft
    guard
      let next = waiting.first(where: { subject in
        cursor.map { subject.client ?? .nobody > $0 } ?? true
      })
        ?? waiting.first
    else { return }
    openForm(next)
  }
}

/// A form as the desk was last told of it, to see quickly whether it is another now.
struct KeptForm: Sendable {
  private let form: Form

  init(_ form: Form) { self.form = form }

  /// Whether the desk has all that stands in a form.
  func isDraft(of other: Form) -> Bool { form.subject == other.subject && form.saysTheSame(as: other) }
}

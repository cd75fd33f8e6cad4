import CaseloadCore
import Cells

extension ContactForm {
  /// The entries in the order in which one goes through them.
  func entries(_ record: ClientRecord?) -> [Entry] {
    lines(hasUnanswered: record?.unanswered.isEmpty == false).flatMap { $0 }
  }

  /// Something was typed that is not what the form opened with.
  var isTouched: Bool {
    [Entry.story, .said, .agreed, .next, .minutes].contains { texts[$0]?.isEmpty == false }
  }

  /// As it is kept on the desk.
  var draft: [String: String] {
    var draft = Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value.text) })
    for (key, code) in [
      ("kind", kind.rawValue), ("channel", channel.rawValue), ("failure", failure.rawValue),
      ("agreed-by", agreedBy.rawValue), ("heard", heard.rawValue), ("initiative", initiative.rawValue),
      ("answers", answers ? "yes" : "no"),
    ] { draft[key] = code }
    return draft
  }

  /// A form that was left on the desk; what another version wrote otherwise begins anew.
  init(_ client: ClientNumber, draft: [String: String]) {
    self.init(client)
    for entry in Self.typed { if let text = draft[entry.rawValue] { set(entry, text) } }
    func read<Code: RawRepresentable>(_ key: String, _ usual: Code) -> Code where Code.RawValue == String {
      draft[key].flatMap { Code(rawValue: $0) } ?? usual
    }
    kind = read("kind", kind)
    channel = read("channel", channel)
    failure = read("failure", failure)
    agreedBy = read("agreed-by", agreedBy)
    heard = read("heard", heard)
    initiative = read("initiative", initiative)
    answers = draft["answers"] != "no"
    isDraft = true
  }
}

extension ScreenState {
  /// The form that is being filled in.
  var contactForm: ContactForm? {
    if case .contact(let form, _) = mode { return form }
    return nil
  }

  /// Changes the form that is being filled in.
  mutating func change(_ body: (inout ContactForm) -> Void) {
    guard case .contact(var form, let beneath) = mode else { return }
    body(&form)
    mode = .contact(form, over: beneath)
  }

  /// Opens the form for the client under the cursor: with her draft, else with what is usual.
  mutating func openContact(_ kind: ContactKind) {
    guard let number = cursor else { return }
    // Her form may be open beneath, while she was looked up from it: there is one form of a client.
    var beneath: Mode? = mode
    while let mode = beneath {
      if case .contact(let form, _) = mode, form.client == number { return self.mode = mode }
      beneath = mode.beneath
    }
    if let draft = forms[number] {
      mode = .contact(ContactForm(number, draft: draft), over: mode)
      return
    }
    var form = ContactForm(number)
    form.set(.day, context.language == .dutch ? "vandaag" : "today")
    form.set(.story, "")
    form.set(
      .colleague, context.settings.owner.value.isEmpty ? context.actor.name : context.settings.owner.value)
    for entry in [ContactForm.Entry.said, .agreed, .next, .minutes, .tryAgain] { form.set(entry, "") }
    form.usual = [.day, .colleague, .tryAgain]
    form.become(kind)
    Self.fill(&form, record, context)
    if kind == .attempt { form.focus = .failure }
    mode = .contact(form, over: mode)
  }

  /// What the record says is usual, as soon as it was read. One tries by telephone, however one talked last.
  private static func fill(_ form: inout ContactForm, _ record: ClientRecord?, _ context: Context) {
    guard let record, record.number == form.client, !form.isTouched, !form.isDraft else { return }
    if let channel = record.usualChannel, form.kind == .conversation {
      form.channel = channel
      form.talkedBy = channel
    }
    if let day = record.dayToTryAgain(after: context.today, context.settings), form.text(.tryAgain).isEmpty {
      form.set(.tryAgain, DayText.short(day, context))
    }
  }

  /// The record of the form's client came in.
  mutating func fillForm() {
    let (record, context) = (record, context)
    change { Self.fill(&$0, record, context) }
  }

  /// Goes to the next entry, or the one before.
  mutating func stepEntry(by step: Int) {
    let record = record
    change { form in
      let entries = form.entries(record)
      let place = entries.firstIndex(of: form.focus) ?? 0
      form.focus = entries[((place + step) % entries.count + entries.count) % entries.count]
      form.refusal = nil
    }
  }

  /// Up and down in the story; past its first and last line, to the entry beside it.
  mutating func moveInStory(by step: Int) {
    guard let form = contactForm, var field = form.texts[.story] else { return }
    if field.move(lines: step, width: ContactScreen.storyWidth(self)) {
      change { $0.texts[.story] = field }
    } else {
      stepEntry(by: step)
    }
  }

  /// Edits the text of the entry that has the keys.
  mutating func editForm(_ body: (inout TextField) -> Void) {
    change { form in
      guard ContactForm.typed.contains(form.focus) else { return }
      var field = form.texts[form.focus] ?? TextField("", isLong: form.focus == .story)
      var fresh = TextField("", isLong: field.isLong)
      // What is typed or pasted takes the place of what is usual; a caret that is moved, or what is erased, changes it.
      if form.usual.remove(form.focus) != nil, case () = body(&fresh), !fresh.isEmpty {
        field = fresh
      } else {
        body(&field)
      }
      form.texts[form.focus] = field
      form.refusal = nil
      if form.step != .saving { form.step = .filling }
    }
  }

  /// A letter where a choice is made.
  mutating func chooseInForm(_ letter: Unicode.Scalar) {
    let language = context.language
    change { form in
      guard !ContactForm.typed.contains(form.focus) else { return }
      if letter == " " {
        form.step(form.focus, by: 1)
      } else {
        form.choose(form.focus, letter: letter, language)
      }
    }
  }

  /// Asks the store to keep what was filled in; what cannot be kept is said at the entry where it is mended.
  mutating func saveForm() -> [Effect] {
    guard let form = contactForm, form.step != .saving else { return [] }
    switch form.registration(record, context) {
    case .failure(let problem):
      change { form in
        form.focus = problem.entry
        form.refusal = problem.text
      }
      return []
    case .success(let registration):
      // Asked once: a talk of which nothing is told, and one that is kept already.
      if form.step == .filling, registration.kind(on: context.today) == .conversation, registration.isBare {
        change { $0.step = .bare }
        return []
      }
      if form.step != .doubtful, record?.doubles(of: registration, on: context.today).isEmpty == false {
        change { $0.step = .doubtful }
        return []
      }
      change { $0.step = .saving }
      saved = .saving
      let attempts = (record?.failedAttempts ?? 0) + 1
      let errand =
        record?.proposesLetter(context.settings) == true
        ? speech(ContactWords.letterText, TerminalText(attempts)) : speech(ContactWords.tryText)
      return [.register(registration, errand: errand.string)]
    }
  }

  /// The store has answered.
  mutating func hear(_ news: RegisterNews, of client: ClientNumber) -> [Effect] {
    switch news {
    case .kept(let kind, let day):
      saved = .saved
      forms[client] = nil
      keptForms[client] = nil
      if case .contact(let form, let beneath) = mode, form.client == client { mode = beneath }
      let name = population.row(of: client).map { population.name(at: $0).listed } ?? ""
      message = Said(
        speech(ContactWords.saved, speech(kind.label), speech.day(day), TerminalText(data: name)), .good)
      return [.keepDraft(client, nil)]
    case .failed(let text):
      saved = .failed
      change { if $0.client == client { $0.step = .filling } }
      message = Said(TerminalText(data: text), .error)
      return []
    }
  }

  /// The clients for whom a draft waits, in the order of their numbers.
  var clientsWithDraft: [ClientNumber] {
    forms.keys.filter { population.row(of: $0) != nil }.sorted()
  }

  /// Opens the next draft that waits, from the client under the cursor on.
  mutating func openNextDraft() {
    let waiting = clientsWithDraft
    guard let next = waiting.first(where: { number in cursor.map { number > $0 } ?? true }) ?? waiting.first
    else { return }
    mode = .contact(ContactForm(next, draft: forms[next] ?? [:]), over: mode)
  }

  /// Lets the draft go, which is its own action, and leaves the form.
  mutating func discardForm() -> [Effect] {
    guard case .contact(let form, let beneath) = mode else { return [] }
    if form.isTouched, form.step != .leaving {
      change { $0.step = .leaving }
      return []
    }
    forms[form.client] = nil
    keptForms[form.client] = nil
    mode = beneath
    message = Said(speech(ContactWords.discarded), .attention)
    return [.keepDraft(form.client, nil)]
  }

  /// Leaves the form; what was typed waits.
  mutating func leaveForm() {
    guard case .contact(let form, let beneath) = mode else { return }
    mode = beneath
    if form.isTouched { message = Said(speech(ContactWords.leftDraft), .attention) }
  }

  /// What the desk is to keep of the form, each time that it is another.
  mutating func keepForm() -> [Effect] {
    guard let form = contactForm, form.isTouched, form.step != .saving, keptForms[form.client] != form.draft
    else { return [] }
    forms[form.client] = form.draft
    keptForms[form.client] = form.draft
    return [.keepDraft(form.client, form.draft)]
  }
}

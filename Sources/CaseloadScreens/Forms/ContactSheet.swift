import CaseloadCore
import Cells

extension EntryID {
  static let kind: EntryID = "kind"
  static let day: EntryID = "day"
  static let channel: EntryID = "channel"
  static let failure: EntryID = "failure"
  static let story: EntryID = "story"
  static let said: EntryID = "said"
  static let agreed: EntryID = "agreed"
  static let agreedBy: EntryID = "agreed-by"
  static let heard: EntryID = "heard"
  static let next: EntryID = "next"
  static let tryAgain: EntryID = "try-again"
  static let answers: EntryID = "answers"
  static let initiative: EntryID = "initiative"
  static let minutes: EntryID = "minutes"
  static let colleague: EntryID = "colleague"
  /// The roads chosen for talks and for messages, each kept while the other kind is looked at. They are no entries.
  static let talkedBy: EntryID = "talked-by"
  static let wroteBy: EntryID = "wrote-by"
}

/// The contact form.
extension Form {
  /// The kind of contact that is chosen.
  var kind: ContactKind { ContactKind(rawValue: code(.kind)) ?? .conversation }
  /// The road that is chosen.
  var channel: Channel { Channel(rawValue: code(.channel)) ?? .phone }

  /// Another kind of contact, by the road that was chosen for such a kind.
  mutating func become(_ kind: ContactKind) {
    codes[.kind] = kind.rawValue
    codes[.channel] = code(kind.isMessage ? .wroteBy : .talkedBy)
  }
}

extension ContactKind {
  fileprivate var isMessage: Bool { self == .messageOut || self == .messageIn }
}

/// Registering a contact: what was said and agreed last, then what was told now.
struct ContactSheet: FormSheet {
  /// The contact that is put right, by its id; nil for a new one.
  let correcting: Int64?

  init(correcting: Int64? = nil) { self.correcting = correcting }

  func title(_ speech: Speech) -> TerminalText { speech(ContactWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    let kind = form.kind
    var lines: [[EntryID]] = [[.kind, .day], kind == .attempt ? [.channel, .failure] : [.channel]]
    lines.append([.story])
    switch kind {
    case .attempt: if correcting == nil { lines.append([.tryAgain]) }
    case .messageOut, .messageIn: lines.append([.agreed, .agreedBy])
    default: lines += [[.said], [.agreed, .agreedBy], correcting == nil ? [.heard, .next] : [.heard]]
    }
    if correcting == nil, form.seen?.unanswered.isEmpty == false, kind == .conversation || kind == .messageOut
    {
      lines.append([.answers])
    }
    lines += kind == .conversation ? [[.initiative, .minutes], [.colleague]] : [[.colleague]]
    return lines.map { $0.map { ContactWords.entry($0, input($0, kind), day($0)) } }
  }

  private func input(_ entry: EntryID, _ kind: ContactKind) -> FormEntry.Input {
    switch entry {
    case .kind: .choice(FormChoice.all(Registration.kinds) { $0.label })
    case .channel: .choice(FormChoice.all(Registration.channels(of: kind)) { $0.label })
    case .failure: .choice(FormChoice.all(AttemptFailure.allCases) { $0.label })
    case .agreedBy: .choice(FormChoice.all([WaitingOn.client, .us]) { $0.label })
    case .heard: .choice(FormChoice.all(Heard.allCases) { $0.label })
    case .initiative: .choice(FormChoice.all(Initiative.allCases) { $0.label })
    case .answers: .choice(FormChoice.yesNo)
    case .story: .long
    default: .line
    }
  }

  private func day(_ entry: EntryID) -> Day.Nearest? {
    switch entry {
    case .day: .any
    case .next, .tryAgain: .future
    default: nil
    }
  }

  func open(_ form: inout Form, _ context: Context) {
    form.set(.day, Words.today.text(in: context.language))
    form.set(.story, "", isLong: true)
    let owner = context.settings.owner.value
    form.set(.colleague, owner.isEmpty ? context.actor.name : owner)
    for entry in [EntryID.said, .agreed, .next, .minutes, .tryAgain] { form.set(entry, "") }
    form.usual = [.day, .colleague, .tryAgain]
    form.codes = [
      .kind: ContactKind.conversation.rawValue, .channel: Channel.phone.rawValue,
      .talkedBy: Channel.phone.rawValue, .wroteBy: Channel.mail.rawValue,
      .failure: AttemptFailure.noAnswer.rawValue, .agreedBy: WaitingOn.client.rawValue,
      .heard: Heard.notAsked.rawValue, .initiative: Initiative.us.rawValue, .answers: "yes",
    ]
    form.focus = .story
  }

  /// One tries by telephone, however one talked last.
  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {
    if correcting != nil { return fill(&form, with: record.contacts.first { $0.id == correcting }, context) }
    if let channel = record.usualChannel, form.kind == .conversation {
      form.codes[.channel] = channel.rawValue
      form.codes[.talkedBy] = channel.rawValue
    }
    if let day = record.dayToTryAgain(after: context.today, context) {
      form.set(.tryAgain, DayText.short(day, context))
    }
  }

  /// What is kept of the contact that is put right.
  private func fill(_ form: inout Form, with contact: Contact?, _ context: Context) {
    guard let contact else { return }
    form.become(Registration.kinds.contains(contact.kind) ? contact.kind : .conversation)
    form.codes[.channel] = contact.channel.rawValue
    if let failure = contact.failure { form.codes[.failure] = failure.rawValue }
    if let by = contact.agreedBy { form.codes[.agreedBy] = by.rawValue }
    if let heard = contact.heard { form.codes[.heard] = heard.rawValue }
    form.codes[.initiative] = contact.initiative.rawValue
    form.set(.day, contact.held.map { DayText.entered($0, .any, context) } ?? "")
    form.set(.story, contact.story, isLong: true)
    form.set(.said, contact.said)
    form.set(.agreed, contact.agreed)
    form.set(.minutes, contact.minutes.map { String($0) } ?? "")
    form.set(.colleague, contact.colleague)
  }

  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? {
    guard entry == .day, let correcting else { return nil }
    return form.seen?.contacts.first { $0.id == correcting }?.held
  }

  func chosen(_ entry: EntryID, _ form: inout Form) {
    if entry == .kind { form.become(form.kind) }
    if entry == .channel { form.codes[form.kind.isMessage ? .wroteBy : .talkedBy] = form.code(.channel) }
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    let registration = try registration(form, context)
    let record = form.seen
    if let correcting {
      guard let old = record?.contacts.first(where: { $0.id == correcting }) else {
        throw FormProblem(.day, record == nil ? FormWords.stillReading : MoveWords.gone)
      }
      var new = registration.contact
      (new.id, new.kind, new.source) = (old.id, registration.kind(on: context.today), old.source)
      (new.logged, new.answered) = (old.logged, new.kind == .messageIn ? old.answered : nil)
      // What nobody noted stays unnoted; that it was not asked would be said anew.
      if new.kind != .conversation || old.heard == nil && new.heard == .notAsked { new.heard = nil }
      let edits = RecordFields.changing(old, to: new, day: context.today)
      guard !edits.isEmpty else { throw FormProblem(.day, FormWords.sameAlready) }
      return .edits(edits, ChangeName(edits, contacts: record?.contacts ?? []))
    }
    let known = record ?? ClientRecord(number: form.client)
    return .contact(
      registration,
      errand: known.tryErrand(
        context.settings, after: registration.contact.failure, in: context.language))
  }

  /// What is registered.
  func registration(_ form: Form, _ context: Context) throws(FormProblem) -> Registration {
    guard let held = try form.day(.day, .any, context, stands: stands(.day, form, context)) else {
      throw FormProblem(.day, RegistrationRefusal.noDay.phrase)
    }
    let kind = form.kind
    var contact = Contact(
      client: form.client, kind: kind, held: held, logged: context.today, channel: form.channel)
    contact.initiative =
      kind == .attempt || kind == .messageOut
      ? .us : kind == .messageIn ? .client : Initiative(rawValue: form.code(.initiative)) ?? .unknown
    contact.colleague = form.text(.colleague)
    contact.story = form.text(.story)
    if kind == .conversation {
      contact.said = form.text(.said)
      contact.heard = Heard(rawValue: form.code(.heard)) ?? .notAsked
    }
    if kind == .attempt { contact.failure = AttemptFailure(rawValue: form.code(.failure)) }
    if kind != .attempt, !form.text(.agreed).isEmpty {
      contact.agreed = form.text(.agreed)
      contact.agreedBy = WaitingOn(rawValue: form.code(.agreedBy))
    }
    let minutes = form.text(.minutes).filter { $0 != " " }
    if kind != .attempt, !minutes.isEmpty {
      guard let number = Int(minutes) else {
        throw FormProblem(.minutes, RegistrationRefusal.minutes.phrase)
      }
      contact.minutes = number
    }
    let registration = Registration(
      contact, next: kind == .conversation ? try form.day(.next, .future, context) : nil,
      tryAgain: kind == .attempt ? try form.day(.tryAgain, .future, context) : nil,
      answers: form.code(.answers) == "yes" && form.seen?.unanswered.isEmpty == false)
    if let refusal = registration.refusal(on: context.today) {
      throw FormProblem(refusal.entry, refusal.phrase)
    }
    return registration
  }

  /// A talk of which nothing is told, and one that is kept already, are asked about once.
  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    guard case .contact(let registration, _) = keeping, correcting == nil else { return nil }
    if form.seen?.doubles(of: registration, on: context.today).isEmpty == false {
      return form.step == .asking(.double) ? nil : .double
    }
    guard registration.kind(on: context.today) == .conversation, registration.isBare else { return nil }
    return form.step == .asking(.bare) ? nil : .bare
  }
}

extension RegistrationRefusal {
  /// The entry where it is mended.
  fileprivate var entry: EntryID {
    switch self {
    case .noDay, .notYet: .day
    case .nextIsPast: .next
    case .tryAgainIsPast: .tryAgain
    case .minutes: .minutes
    case .channel: .channel
    }
  }
}

import CaseloadCore

/// One contact of a file of contacts.
public struct ImportedContactRow: Sendable {
  /// The line of the file in which its row begins.
  public let line: Int
  /// Whose it is; the caller knows whether the store knows her.
  public let key: RegisterKey
  public let contact: ImportedContact
}

/// Reads a file of contacts row by row.
///
/// Only a talk whose day is the day on which it was held is a conversation; where a register says only when it
/// was written down, or does not say what a day is, the contact is unconfirmed. A talk after the day the file
/// was drawn is an appointment.
public final class ContactImport: RowImport {
  /// Its rows.
  public let rows: RowTally
  /// The mapping that is used.
  public let mapping: Mapping

  private let reader: any RowSource
  private let plan: ColumnPlan
  private let drawn: Day
  private let empty: Set<String>
  private var days: [ContactPart: DayReading] = [:]
  private var texts: [ContactPart: Int] = [:]

  /// Prepares an import of the rows behind the reader's header, which is read here.
  /// `refusedFor` is the file beside which refused rows are written; nil writes none (a dry run).
  /// The reasons in it are in `language`.
  public init(
    _ reader: any RowSource, mapping: Mapping = Mapping(), drawn: Day, refusedFor path: String? = nil,
    language: Language = .english
  ) throws(ExchangeError) {
    let header = try reader.readHeader()
    let mapping = mapping.adapted(to: reader)
    let first = reader.readsRefusedFile ? 1 : 0
    plan = try ColumnPlan(
      header: header, mapping: mapping, catalogue: .standard, first: first, purpose: .contacts)
    self.reader = reader
    self.mapping = mapping
    self.drawn = drawn
    empty = Mapping.usualEmpty.union(mapping.empty)
    var columns: [(index: Int, column: ImportReport.Column)] = []
    for (part, source) in plan.contacts {
      columns.append((source.index, .init(header: source.header, field: nil)))
      switch part {
      case .held, .logged, .day, .answered: days[part] = DayReading(source, mapping)
      default: texts[part] = source.index
      }
    }
    rows = RowTally(
      reader, header: header, first: first, mapping: mapping, columns: columns, unused: plan.unused,
      refusedFor: path, language: language)
  }

  /// The next contact, or nil at the file's end. Rows that tell of no contact with the client are passed over.
  public func next() throws(ExchangeError) -> ImportStep<ImportedContactRow>? {
    let step = try rows.next { () throws(RowProblem) in try row() }
    if case .row(let row)? = step, let day = row.contact.held ?? row.contact.logged {
      rows.report.earliestContact = min(rows.report.earliestContact ?? day, day)
    }
    return step
  }

  private func row() throws(RowProblem) -> ImportedContactRow? {
    let key = try plan.key(of: reader) { empty.contains(Folding.fold($0)) || SheetError.isOne($0) }
    guard let meaning = try meaning() else { return nil }
    var contact = try placed(meaning)
    contact.channel = meaning.channel
    contact.initiative = meaning.initiative
    contact.colleague = CellReading.oneLine(try text(.colleague))
    contact.agreed = try text(.agreed)
    contact.story = try story()
    contact.answered = try day(.answered)?.upperBound
    return ImportedContactRow(line: reader.line, key: key, contact: contact)
  }

  // MARK: - What it was

  /// What the row's kind, subject, channel and initiative come to; nil when it is no contact with the client.
  private func meaning() throws(RowProblem) -> ContactMeaning? {
    let kind = try text(.kind)
    let channel = try word(.channel, ContactWords.channels)
    let initiative = try word(.initiative, ContactWords.initiatives)
    var meaning = ContactMeaning(.unconfirmed)
    let kindKey = Folding.key(kind)
    if let known = mapping.kinds[kindKey] ?? ContactWords.kinds[kindKey] {
      meaning = known
    } else if kind.isEmpty, let channel {
      meaning = Self.byChannel(channel, initiative ?? .unknown)
    } else if !kind.isEmpty {
      count(.kind, kind)
    }
    if let channel, channel != .unknown { meaning.channel = channel }
    if let initiative, initiative != .unknown { meaning.initiative = initiative }
    // A mapping's own word for the kind stands above what a subject usually means.
    let subjectKey = Folding.key(try text(.subject))
    if mapping.kinds[kindKey] == nil,
      let said = mapping.kinds[subjectKey] ?? ContactWords.subjects[subjectKey]
    {
      meaning.nature = said.nature
      if meaning.initiative == .unknown { meaning.initiative = said.initiative }
    }
    return meaning.nature == .none ? nil : meaning
  }

  /// What a contact was of which only the channel is known.
  private static func byChannel(_ channel: Channel, _ initiative: Initiative) -> ContactMeaning {
    switch channel {
    case .inPerson, .homeVisit, .video, .liveChat: ContactMeaning(.conversation, channel, initiative)
    case .phone: ContactMeaning(.call, channel, initiative)
    case .letter, .mail, .text:
      ContactMeaning(initiative == .client ? .messageIn : .messageOut, channel, initiative)
    case .unknown: ContactMeaning(.unconfirmed, channel, initiative)
    }
  }

  // MARK: - When it was

  /// The contact with its days, and so with the kind that these days allow.
  private func placed(_ meaning: ContactMeaning) throws(RowProblem) -> ImportedContact {
    var held = try day(.held)
    var logged = try day(.logged)?.upperBound
    if let unsaid = try day(.day) {
      if mapping.lastContact == .held { held = held ?? unsaid } else { logged = logged ?? unsaid.upperBound }
    }
    // A month or a year is no day on which a talk was held; it bounds when it may have been.
    let exact = held.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
    if exact == nil, let held { logged = max(logged ?? held.upperBound, held.upperBound) }
    guard exact != nil || logged != nil else { throw .noDay }
    var contact = ImportedContact(kind: kind(meaning.nature, held: exact), held: exact, logged: logged)
    if let exact, exact > drawn, contact.kind == .conversation || contact.kind == .unconfirmed {
      contact.kind = .appointment
    }
    return contact
  }

  private func kind(_ nature: ContactMeaning.Nature, held: Day?) -> ContactKind {
    switch nature {
    case .conversation: held == nil ? .unconfirmed : .conversation
    case .call: mapping.callIsConversation && held != nil ? .conversation : .unconfirmed
    case .attempt: .attempt
    case .messageOut: .messageOut
    case .messageIn: .messageIn
    case .appointment: held == nil ? .unconfirmed : .appointment
    case .unconfirmed, .none: .unconfirmed
    }
  }

  private func day(_ part: ContactPart) throws(RowProblem) -> ClosedRange<Day>? {
    try days[part]?.days(reader, rows.countNotUnderstood)
  }

  // MARK: - Texts

  /// The subject and the story, and a kind that nobody understood, so that no word is lost.
  private func story() throws(RowProblem) -> String {
    let kind = try text(.kind)
    let isKnown =
      kind.isEmpty || mapping.kinds[Folding.key(kind)] != nil || ContactWords.kinds[Folding.key(kind)] != nil
    let head = [isKnown ? "" : "[\(kind)]", try text(.subject)].filter { !$0.isEmpty }.joined(separator: " ")
    let story = try text(.story)
    return head.isEmpty ? story : story.isEmpty ? head : head + ": " + story
  }

  private func text(_ part: ContactPart) throws(RowProblem) -> String {
    guard let index = texts[part], !reader.bytes(index).isEmpty else { return "" }
    let text = try reader.text(index).trimmed
    guard SheetError.isOne(text) else { return text }
    rows.countNotUnderstood(index, text)
    return ""
  }

  private func word<Meaning>(
    _ part: ContactPart, _ table: [String: Meaning]
  ) throws(RowProblem) -> Meaning? {
    let text = try text(part)
    guard !text.isEmpty else { return nil }
    if let meaning = table[Folding.key(text)] { return meaning }
    count(part, text)
    return nil
  }

  private func count(_ part: ContactPart, _ text: String) {
    if let index = texts[part] { rows.countNotUnderstood(index, text) }
  }
}

/// The fields of contacts, errands and plans in words, as the catalogue has them for a client's own.
public enum RecordFieldText {
  private static let contact: [FieldID: Phrase] = [
    "client": Phrase("record-field.client", "Client"), "kind": Phrase("record-field.kind", "Kind of contact"),
    "held": Phrase("record-field.held", "Day"), "logged": Phrase("record-field.logged", "Written down"),
    "channel": Phrase("record-field.channel", "Channel"),
    "initiative": Phrase("record-field.initiative", "Initiative"),
    "colleague": Phrase("record-field.colleague", "Colleague"),
    "story": Phrase("record-field.story", "Story"), "agreed": Phrase("record-field.agreed", "Agreed"),
    "answered": Phrase("record-field.answered", "Answered"),
    "source": Phrase("record-field.source", "Source"), "said": Phrase("record-field.said", "Own words"),
    "agreed_by": Phrase("record-field.agreed-by", "Who does it"),
    "heard": Phrase("record-field.heard", "Felt heard"),
    "failure": Phrase("record-field.failure", "Why not"),
    "minutes": Phrase("record-field.minutes", "Minutes"),
  ]
  private static let errand: [FieldID: Phrase] = [
    "client": Phrase("record-field.client", "Client"), "text": Phrase("record-field.errand-text", "Errand"),
    "due": Phrase("record-field.due", "Errand by"),
    "waiting_on": Phrase("record-field.waiting-on", "Errand waits on"),
    "done": Phrase("record-field.done", "Errand done"),
    "kind": Phrase("record-field.errand-kind", "Kind of errand"),
    "snoozed": Phrase("record-field.snoozed", "Errand returns"),
    "snooze_reason": Phrase("record-field.snooze-reason", "Errand put off because"),
  ]
  private static let plan: [FieldID: Phrase] = [
    "client": Phrase("record-field.client", "Client"), "made": Phrase("record-field.made", "Plan made"),
    "review": Phrase("record-field.review", "Plan's review"),
    "text": Phrase("record-field.plan-text", "Plan's goal"),
    "ended": Phrase("record-field.ended", "Plan ended"),
    "ground": Phrase("record-field.ground", "Plan's ground"),
    "steps": Phrase("record-field.steps", "Plan's steps"),
    "agreed": Phrase("record-field.plan-agreed", "Plan agreed on"),
  ]
  private static let offer: [FieldID: Phrase] = [
    "decided": Phrase("record-field.decided", "Another source")
  ]
  private static let transfer: [FieldID: Phrase] = [
    "client": Phrase("record-field.client", "Client"),
    "from_coach": Phrase("record-field.from-coach", "Handed over by"),
    "to_coach": Phrase("record-field.to-coach", "Handed over to"),
    "proposed": Phrase("record-field.proposed", "Hand-over offered"),
    "note": Phrase("record-field.transfer-note", "Hand-over note"),
    "answer": Phrase("record-field.transfer-answer", "Hand-over"),
    "answered": Phrase("record-field.transfer-answered", "Hand-over answered"),
    "reason": Phrase("record-field.transfer-reason", "Hand-over declined because"),
  ]
  private static let absence: [FieldID: Phrase] = [
    "colleague": Phrase("record-field.away", "Away"),
    "first_day": Phrase("record-field.first-day", "First day away"),
    "last_day": Phrase("record-field.last-day", "Last day away"),
    "stand_in": Phrase("record-field.stand-in", "Stand-in"),
  ]
  private static let nothing = Phrase("change.nothing", "nothing")
  private static let created = Phrase("record-field.created", "Added by hand")
  private static let taken = Phrase("record-field.taken", "taken")
  private static let left = Phrase("record-field.left", "left as it is")
  private static let tryAgain = Phrase("record-field.try-again", "to try again")
  private static let findNumber = Phrase("record-field.find-number", "to find the right number")
  private static let plain = Phrase("record-field.plain", "written by hand")

  /// What a field is called; its id where it is of another version.
  public static func label(
    of field: FieldID, _ kind: RecordKind, _ language: Language, catalogue: Catalogue = .standard
  ) -> String {
    let phrase =
      switch kind {
      case .client: field == Creation.field ? created : catalogue[field]?.label
      case .contact: contact[field]
      case .errand: errand[field]
      case .plan: plan[field]
      case .offer: offer[field]
      case .transfer: transfer[field]
      case .absence: absence[field]
      case .setting: nil as Phrase?
      }
    return phrase?.text(in: language) ?? field.text
  }

  /// What a value says; "nothing" where nobody said anything.
  public static func value(
    _ value: Value?, of field: FieldID, _ kind: RecordKind, _ context: Context,
    catalogue: Catalogue = .standard
  ) -> String {
    guard let value, value.state != .empty || value.raw != nil else {
      return nothing.text(in: context.language)
    }
    if kind == .client, let field = catalogue[field] { return ValueText.text(value, of: field, context) }
    guard let content = value.content else { return nothing.text(in: context.language) }
    switch content {
    case .text(let text): return text
    case .name(let name): return name.listed
    case .days(let days): return DayText.interval(days, context)
    case .number(let range), .span(let range): return String(range.lowerBound)
    case .words(let words, _): return words.joined(separator: ", ")
    case .oneOf(let set), .several(let set, _):
      return set.places.compactMap { choice($0, of: field, kind)?.text(in: context.language) }
        .joined(separator: ", ")
    case .experience(let items, _):
      return items.map { ValueText.text($0, context) }.joined(separator: ", ")
    }
  }

  /// The name of a choice by its place, which is that in its type's list.
  private static func choice(_ place: Int, of field: FieldID, _ kind: RecordKind) -> Phrase? {
    func label<Code: CaseIterable>(_: Code.Type, _ words: (Code) -> Phrase) -> Phrase? {
      let all = Array(Code.allCases)
      return all.indices.contains(place) ? words(all[place]) : nil
    }
    switch (kind, field) {
    case (.contact, "kind"): return label(ContactKind.self) { $0.label }
    case (.contact, "channel"): return label(Channel.self) { $0.label }
    case (.contact, "initiative"): return label(Initiative.self) { $0.label }
    case (.contact, "source"): return label(Source.self) { $0.label }
    case (.contact, "agreed_by"), (.errand, "waiting_on"): return label(WaitingOn.self) { $0.label }
    case (.contact, "heard"): return label(Heard.self) { $0.label }
    case (.contact, "failure"): return label(AttemptFailure.self) { $0.label }
    case (.offer, "decided"): return label(OfferDecision.self) { $0 == .taken ? taken : left }
    case (.transfer, "answer"): return label(TransferAnswer.self) { $0.label }
    case (.plan, "ground"): return label(PlanGround.self) { $0.label }
    case (.errand, "kind"):
      return label(ErrandKind.self) { $0 == .tryAgain ? tryAgain : $0 == .number ? findNumber : plain }
    default: return nil
    }
  }
}

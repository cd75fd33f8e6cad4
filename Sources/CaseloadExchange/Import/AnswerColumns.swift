import CaseloadCore

/// What is special about the columns of a file of clients' own answers.
enum AnswerColumns {
  /// Headers of the client's number in this store, folded to letters and digits.
  private static let numbers = ["caseloadnummer", "caseloadnumber", "nummer", "number", "nr"]
  /// Headers of the day on which answers were given.
  private static let days = [
    "ingevuldop", "datumingevuld", "invuldatum", "beantwoordop", "tijdstempel", "timestamp", "answeredon",
    "answered", "submitted", "submittedon", "datum", "date",
  ]

  static func number(_ folded: [String], _ mapping: Mapping, first: Int) -> Int? {
    column(mapping.number, numbers, folded, first)
  }

  static func answered(_ folded: [String], _ mapping: Mapping, first: Int) -> Int? {
    column(mapping.answered, days, folded, first)
  }

  private static func column(_ named: String?, _ usual: [String], _ folded: [String], _ first: Int) -> Int? {
    for name in named.map({ [Folding.key($0)] }) ?? usual {
      if let index = folded.indices.first(where: { $0 >= first && folded[$0] == name }) { return index }
    }
    return nil
  }

  /// Whether a client answers for a field herself: not what the municipality does with her (her coach, her status,
  /// her plan), and no age, which is of the day of the file.
  static func isAnswered(_ id: FieldID, _ part: ColumnRule.Part, _ catalogue: Catalogue) -> Bool {
    guard let field = catalogue[id], part != .age else { return false }
    return field.group != .service && field.owner != .derived && field.uses.contains(.form)
      && !["plan", "plan-review"].contains(field.id)
  }

  /// What people write who do not know, or would rather not say; a mapping's own words stand above these.
  private static let states: [String: State] = {
    var states: [String: State] = [:]
    for text in [
      "weet ik niet", "dat weet ik niet", "ik weet het niet", "weet niet", "geen idee", "don't know",
      "don’t know", "I don’t know",
      "I don't know", "do not know", "I do not know", "not sure",
    ] { states[Folding.key(text)] = .notKnown }
    for text in [
      "zeg ik liever niet", "dat zeg ik liever niet", "liever niet", "wil ik niet zeggen",
      "dat wil ik niet zeggen", "wil niet zeggen", "rather not say", "I would rather not say",
      "I'd rather not say", "I’d rather not say", "prefer not to say", "I prefer not to say",
    ] { states[Folding.key(text)] = .declined }
    return states
  }()

  /// The mapping with the usual words for "not known" and "declined".
  static func adapted(_ mapping: Mapping) -> Mapping {
    var mapping = mapping
    mapping.states.merge(states) { own, _ in own }
    return mapping
  }
}

/// What can be wrong with a file of answers.
enum AnswerWords {
  static let notHers = Phrase(
    "mapping.not-hers",
    "{0} is not the client's to answer: what the municipality does with a client is no question")
  static let noDayColumn = Phrase(
    "exchange.no-answered-day",
    "no column says on which day the answers were given; name it in a mapping, or give --drawn DAY")
  static let notAnswers = Phrase(
    "exchange.not-answers",
    "the file holds no list of answers in JSON (one object for each client), or is too long to be one")
  static let noClient = Phrase("row.no-client", "neither a client's number nor a register key")
  static let noNumber = Phrase("row.no-number", "column {0}: that is no client's number")
  static let noAnsweredDay = Phrase("row.no-answered-day", "no day on which it was answered")
  static let dayUnread = Phrase("row.answered-unread", "column {0}: the day of the answers is not understood")
  static let dayToCome = Phrase("row.answered-to-come", "the day of the answers is still to come")
  static let noObject = Phrase("row.no-object", "no object of questions and answers")
}

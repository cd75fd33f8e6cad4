/// Why a worklist is not saved. A worklist is about many: it may not say who one client is, because it is shared.
public enum WorklistRefusal: Error, Hashable, Sendable {
  /// The name has no letter, or is too long.
  case name
  /// There is one of this name.
  case taken(String)
  /// A part of the name is a client's name or number.
  case nameOfClient(String)
  /// A bare word, `name:` or `number:`, or another field that only one client has.
  case person(String)
  /// A text looked for in notes is a client's name or number.
  case note(String)
  /// There is nothing to save: everybody is the list `@all`.
  case everybody
  /// The text holds no worklist.
  case noText
  /// The filter of the worklist of this name cannot be read, and why.
  case unreadable(String, FilterError)

  /// In words.
  public func message(in language: Language) -> String {
    if case .unreadable(let name, let error) = self {
      return FilterMessage.text(Self.unreadableText, language, [name, error.message])
    }
    let (phrase, word): (Phrase, String)
    switch self {
    case .name: (phrase, word) = (Self.nameText, String(Worklist.longestName))
    case .taken(let id): (phrase, word) = (Self.takenText, id)
    case .nameOfClient(let part): (phrase, word) = (Self.clientText, part)
    case .person(let term): (phrase, word) = (Self.personText, term)
    case .note(let text): (phrase, word) = (Self.noteText, text)
    case .everybody: (phrase, word) = (Self.everybodyText, "")
    case .noText, .unreadable: (phrase, word) = (Self.noTextText, "")
    }
    return FilterMessage.text(phrase, language, [word])
  }

  private static let nameText = Phrase(
    "worklist.refused.name", "A name has letters or digits, {0} characters at most.")
  private static let takenText = Phrase("worklist.refused.taken", "There is a worklist @{0} already.")
  private static let clientText = Phrase(
    "worklist.refused.client",
    "\"{0}\" is a client's name or number; a worklist is about many.")
  private static let personText = Phrase(
    "worklist.refused.person",
    "{0} looks for one person; a worklist is about many.")
  private static let noteText = Phrase(
    "worklist.refused.note", "note:{0} has a client's name or number; a worklist is about many.")
  private static let everybodyText = Phrase(
    "worklist.refused.everybody", "There is no filter to save; everybody is @all.")
  private static let noTextText = Phrase(
    "worklist.refused.no-text", "This is no worklist; one looks like: worklist \"name\": filter")
  private static let unreadableText = Phrase("worklist.refused.unreadable", "\"{0}\" cannot be read: {1}")
}

extension Worklist {
  /// Worklists from a text as they may be kept beside one's own, their filters as this program prints them; one that
  /// is there already, word for word, is passed over.
  public static func admitted(
    _ lists: [OwnWorklist], beside own: [OwnWorklist], _ population: Population, language: Language
  ) throws(WorklistRefusal) -> [OwnWorklist] {
    var admitted: [OwnWorklist] = []
    for list in lists {
      let known = Worklist.all(own: own + admitted, language: language, catalogue: population.catalogue)
      let filter: Filter
      do throws(FilterError) {
        filter = try FilterParser.parse(
          list.filter, worklists: known, language: language, catalogue: population.catalogue)
      } catch {
        throw .unreadable(list.name, error)
      }
      let new = OwnWorklist(name: list.name, filter: filter.printed(population.catalogue))
      if (own + admitted).contains(new) { continue }
      if filter == .all { throw .everybody }
      if let refusal = population.refusal(ofName: list.name, others: known.map(\.id)) { throw refusal }
      if let refusal = population.refusal(of: filter) { throw refusal }
      let all = Worklist.all(own: own + admitted + [new], language: language, catalogue: population.catalogue)
      if let problem = all.first(where: { $0.id == new.id })?.problem {
        throw .unreadable(list.name, problem)
      }
      admitted.append(new)
    }
    return admitted
  }
}

extension Population {
  /// Why a worklist may not be saved under a name; nil where it may. `others` are the ids that are taken.
  public func refusal(ofName name: String, others: [String]) -> WorklistRefusal? {
    let id = OwnWorklist.id(of: name)
    if id.isEmpty || name.unicodeScalars.count > Worklist.longestName { return .name }
    if others.contains(id) { return .taken(id) }
    return namesClient(name).map { .nameOfClient($0) }
  }

  /// Why a filter may not be kept as a worklist; nil where it may.
  public func refusal(of filter: Filter) -> WorklistRefusal? {
    switch filter {
    case .all, .worklist, .state: return nil
    case .word(let text): return .person("\"\(text)\"")
    case .note(let text), .tag(let text): return namesClient(text).map { _ in .note(text) }
    case .not(let inner): return refusal(of: inner)
    case .and(let parts), .or(let parts): return parts.lazy.compactMap { refusal(of: $0) }.first
    case .test(let field, _): return Self.personal.contains(field) ? .person("\(field.text):") : nil
    }
  }

  private static let personal: Set<FieldID> = [
    "name", "number", "phone", "email", "address", "postcode", "representative",
  ]

  /// The part of a text that is a client's name or number. A number is a client's where it stands alone or is said
  /// to be one: `50+`, `3 weeks` and `top 10` are about many, though client 3 is there.
  private func namesClient(_ text: String) -> String? {
    let words = text.split { character in
      !character.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
    for (place, word) in words.enumerated() {
      if let number = Int32(word) {
        let isAlone = text.allSatisfy { $0 == " " || word.contains($0) }
        let isSaid =
          place > 0 && Self.saysNumber.contains(Folding.fold(String(words[place - 1])))
          || text[..<word.startIndex].unicodeScalars.last == "#"
        if isAlone || isSaid, row(of: ClientNumber(number)) != nil { return String(word) }
      } else if isNamed(String(word)) {
        return String(word)
      }
    }
    return nil
  }

  /// Words after which a number is a client's, in both languages.
  private static let saysNumber: Set<String> = [
    "client", "clients", "klant", "klanten", "number", "nummer", "no", "nr", "clientnummer", "klantnummer",
  ]
}

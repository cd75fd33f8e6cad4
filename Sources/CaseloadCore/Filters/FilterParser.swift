/// Reads the filter language (product.md, "Filter language").
public enum FilterParser {
  /// The longest text that is read, in unicode scalars.
  public static let longest = 4_000
  /// How deep parentheses and negations may lie inside each other.
  static let deepest = 60

  /// Reads a filter; the empty text is everybody. Refuses what does not exist, with the place and the nearest
  /// word; worklists that refer to each other in a ring; and content tests of text that is only in the record.
  public static func parse(
    _ text: String, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    catalogue: Catalogue = .standard
  ) throws(FilterError) -> Filter {
    var reading = FilterReading(text, worklists: worklists, language: language, catalogue: catalogue)
    return try reading.read()
  }

  /// Reads a filter that is being typed. A last term that is not finished (a field's beginning, an operator
  /// without a value, an open quotation) does not filter; open parentheses count as closed.
  public static func parseTyping(
    _ text: String, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    catalogue: Catalogue = .standard
  ) -> Typing {
    var reading = FilterReading(text, worklists: worklists, language: language, catalogue: catalogue)
    reading.isTyping = true
    do {
      let filter = try reading.read()
      guard let word = reading.lastWord else {
        return Typing(filter: filter, unfinished: reading.isUnfinished, error: nil)
      }
      var naming = FilterReading(text, worklists: worklists, language: language, catalogue: catalogue)
      naming.isTyping = true
      naming.takesLastWordAsName = true
      let asName = try naming.read()
      return Typing(filter: filter, unfinished: true, error: nil, word: word, asName: asName)
    } catch {
      return Typing(filter: nil, unfinished: false, error: error)
    }
  }
}

/// The reading of one text.
struct FilterReading {
  var text: FilterText
  let worklists: [Worklist]
  let language: Language
  let catalogue: Catalogue
  let names: FieldNames
  /// The text is being typed: what is not finished at its end is passed over.
  var isTyping = false
  var takesLastWordAsName = false
  /// Something at the end was passed over.
  var isUnfinished = false
  /// A bare last word that is the beginning of a field's name too.
  var lastWord: String?
  private var depth = 0

  init(_ text: String, worklists: [Worklist], language: Language, catalogue: Catalogue) {
    self.text = FilterText(text)
    self.worklists = worklists
    self.language = language
    self.catalogue = catalogue
    names = FieldNames(catalogue: catalogue)
  }

  func error(
    _ phrase: Phrase, _ range: Range<Int>, _ arguments: [String] = [], nearest: String? = nil
  ) -> FilterError {
    var message = FilterMessage.text(phrase, language, arguments)
    if let nearest {
      message += "; " + FilterMessage.text(FilterMessage.didYouMean, language, [nearest])
    }
    return FilterError(message: message, range: range, suggestion: nearest)
  }

  /// What is missing at the end of a text that is being typed is only unfinished; else it is an error.
  mutating func unfinished(_ error: FilterError) throws(FilterError) {
    guard isTyping, text.isAtEnd else { throw error }
    isUnfinished = true
  }

  mutating func read() throws(FilterError) -> Filter {
    let count = text.scalars.count
    guard count <= FilterParser.longest else {
      throw error(FilterMessage.tooLong, FilterParser.longest..<count, [String(FilterParser.longest)])
    }
    text.skipSpaces()
    guard !text.isAtEnd else { return .all }
    let filter = try alternatives()
    guard text.isAtEnd else {
      throw error(
        FilterMessage.unexpected, text.place..<text.place + 1, [text.text(text.place..<text.place + 1)])
    }
    return filter ?? .all
  }

  private mutating func alternatives() throws(FilterError) -> Filter? {
    var parts: [Filter] = []
    if let part = try conjunction() { parts.append(part) }
    while let word = keyword(FilterKeyword.or) {
      text.place = word.upperBound
      text.skipSpaces()
      if text.isAtEnd || text.next == ")" {
        try unfinished(error(FilterMessage.nothingAfter, word, [text.text(word)]))
        break
      }
      if let part = try conjunction() { parts.append(part) }
    }
    return parts.count > 1 ? .or(parts) : parts.first
  }

  private mutating func conjunction() throws(FilterError) -> Filter? {
    var parts: [Filter] = []
    var isFirst = true
    while true {
      text.skipSpaces()
      if text.isAtEnd || text.next == ")" { break }
      if let word = keyword(FilterKeyword.or) {
        if !isFirst { break }
        // The word that is being typed may go on as a name: Orhan, Offermans.
        guard isTyping, word.upperBound == text.scalars.count else {
          throw error(FilterMessage.unexpected, word, [text.text(word)])
        }
      }
      if !isFirst, let word = keyword(FilterKeyword.and) {
        text.place = word.upperBound
        text.skipSpaces()
        if text.isAtEnd || text.next == ")" || keyword(FilterKeyword.or) != nil {
          try unfinished(error(FilterMessage.nothingAfter, word, [text.text(word)]))
        }
        continue
      }
      isFirst = false
      if let part = try negation() { parts.append(part) }
    }
    return parts.count > 1 ? .and(parts) : parts.first
  }

  /// The place of a keyword that stands here as a word of its own.
  private func keyword(_ words: Set<String>) -> Range<Int>? {
    var ahead = text
    let start = ahead.place
    let chunk = ahead.chunk(until: FilterReading.nameStops)
    guard words.contains(Folding.fold(chunk)) else { return nil }
    if let next = ahead.next, !FilterText.isSpace(next), next != "(", next != ")" { return nil }
    return start..<ahead.place
  }

  static let nameStops: Set<Unicode.Scalar> = ["(", ")", ":", "=", "!", "<", ">", "\"", ","]

  private mutating func negation() throws(FilterError) -> Filter? {
    depth += 1
    defer { depth -= 1 }
    let start = text.place
    guard depth <= FilterParser.deepest else { throw error(FilterMessage.tooDeep, start..<start + 1) }
    var sign: Range<Int>?
    if let word = keyword(FilterKeyword.not) {
      sign = word
    } else if text.next == "-" {
      sign = start..<start + 1
    }
    guard let sign else { return try primary() }
    text.place = sign.upperBound
    text.skipSpaces()
    if text.isAtEnd || text.next == ")" || keyword(FilterKeyword.or) != nil {
      try unfinished(error(FilterMessage.nothingAfter, sign, [text.text(sign)]))
      return nil
    }
    return try negation().map { .not($0) }
  }

  private mutating func primary() throws(FilterError) -> Filter? {
    let start = text.place
    guard text.take("(") else { return try term() }
    let inner = try alternatives()
    if text.take(")") {
      guard let inner else {
        if isTyping { return nil }
        throw error(FilterMessage.unexpected, start..<text.place, ["()"])
      }
      return inner
    }
    try unfinished(error(FilterMessage.unclosedParenthesis, start..<start + 1))
    return inner
  }
}

/// Terms: words, worklists, states, notes, and fields with their values.
extension FilterReading {
  mutating func term() throws(FilterError) -> Filter? {
    let start = text.place
    if text.take("\"") {
      guard let word = text.quoted() else {
        try unfinished(error(FilterMessage.unclosedQuote, start..<start + 1))
        return nil
      }
      guard !Folding.bytes(word).isEmpty else { throw error(FilterMessage.noValue, start..<text.place) }
      return .word(word)
    }
    if text.take("@") { return try worklist(start) }
    let name = text.chunk(until: Self.nameStops)
    let range = start..<text.place
    if !name.isEmpty, text.next == "(" {
      if case .field(let field) = names.find(name), field.kind == .experience {
        return try experience(field)
      }
    }
    if let operation = FilterOperator(&text) {
      if name.isEmpty {
        throw error(FilterMessage.unexpected, start..<text.place, [text.text(start..<text.place)])
      }
      return try named(name, range, operation)
    }
    guard !name.isEmpty else {
      let end = min(start + 1, text.scalars.count)
      throw error(FilterMessage.unexpected, start..<end, [text.text(start..<end)])
    }
    guard !Folding.bytes(name).isEmpty else { throw error(FilterMessage.noValue, range) }
    if isTyping, text.isAtEnd, beginsName(name) {
      lastWord = name
      isUnfinished = true
      return takesLastWordAsName ? .word(name) : nil
    }
    return .word(name)
  }

  /// Whether a word is the beginning of something that takes a value.
  private func beginsName(_ word: String) -> Bool {
    let folded = Folding.fold(word)
    let bytes = Array(folded.utf8)
    return !names.fields(beginning: folded).isEmpty
      || StateTest.allWords.contains { $0.utf8.starts(with: bytes) }
      || FilterKeyword.all.union(FilterKeyword.texts).contains { $0.utf8.starts(with: bytes) }
  }

  private mutating func worklist(_ start: Int) throws(FilterError) -> Filter? {
    let name = Folding.fold(text.chunk(until: ["(", ")", "\"", ","]))
    let range = start..<text.place
    if name.isEmpty {
      try unfinished(error(FilterMessage.nothingAfter, range, ["@"]))
      return nil
    }
    let lists = Worklist.named(name, among: worklists)
    if lists.count > 1 {
      try unfinished(
        error(FilterMessage.ambiguousChoice, range, [name, lists.map(\.id).joined(separator: ", ")]))
      return nil
    }
    guard let found = lists.first else {
      let words = worklists.map(\.id) + worklists.flatMap { $0.words.dropFirst() }
      throw error(
        FilterMessage.noWorklist, range, [name],
        nearest: Nearest.word(to: name, among: words).map { "@" + $0 })
    }
    if Worklist.isRing(from: found.id, worklists) { throw error(FilterMessage.ring, range, [found.id]) }
    return .worklist(found.id)
  }

  private mutating func named(_ name: String, _ range: Range<Int>, _ operation: FilterOperator)
    throws(FilterError) -> Filter?
  {
    let folded = Folding.fold(name)
    if let state = StateTest(word: folded) { return try self.state(state, operation) }
    var field: Field?
    if !FilterKeyword.texts.contains(folded) {
      switch names.find(name) {
      case .field(let found): field = found
      case .ambiguous(let ids):
        try unfinished(error(FilterMessage.ambiguousField, range, [name, ids.joined(separator: ", ")]))
        return nil
      case .none:
        let words = names.names + StateTest.allWords + FilterKeyword.texts.sorted()
        throw error(FilterMessage.noField, range, [name], nearest: Nearest.word(to: name, among: words))
      }
      if let field, !field.uses.contains(.filter) {
        throw error(FilterMessage.notFilterable, range, [field.id.text])
      }
    }
    guard let values = try values() else { return nil }
    guard let field else {
      let isTag = FilterKeyword.tag.contains(folded)
      return Self.any(values.map { isTag ? .tag($0.text) : .note($0.text) })
    }
    if isTyping, text.isAtEnd, let last = values.last, Self.isBeginning(last, field) {
      isUnfinished = true
      return nil
    }
    guard let test = try test(field, operation, values, range) else { return nil }
    if case .unequal = operation { return .not(test) }
    return test
  }

  /// Whether a value may be the beginning of one, and is none yet.
  private static func isBeginning(_ value: FilterValue, _ field: Field) -> Bool {
    guard !value.isQuoted else { return false }
    let text = Folding.fold(value.ends.map { $1.isEmpty ? $0 : $1 } ?? value.text)
    switch field.kind {
    case .choice, .choices:
      if case .ambiguous = FieldNames.choice(text, of: field) { return true }
      return text.utf8.last == UInt8(ascii: ".")
    case .number, .span: return text == "-" || text.utf8.last == UInt8(ascii: ".")
    case .day, .experience:
      if period(text) != nil || dates(text) != nil { return false }
      let words = FilterKeyword.today.union(FilterKeyword.never)
      if words.contains(where: { $0 != text && $0.utf8.starts(with: text.utf8) }) { return true }
      return text.utf8.allSatisfy { isDigit($0) || [45, 46, 100, 106, 109, 119, 121].contains($0) }
        && text.utf8.count < 10
    case .text, .name, .words: return false
    }
  }

  static func any(_ filters: [Filter]) -> Filter? { filters.count > 1 ? .or(filters) : filters.first }

  private mutating func state(_ state: StateTest, _ operation: FilterOperator) throws(FilterError) -> Filter?
  {
    let start = text.place
    guard let values = try values() else { return nil }
    var filters: [Filter] = []
    for value in values {
      switch names.find(value.text) {
      case .field(let field) where field.uses.contains(.filter): filters.append(.state(state, field.id))
      case .field(let field): throw error(FilterMessage.notFilterable, value.range, [field.id.text])
      case .ambiguous(let ids):
        try unfinished(
          error(FilterMessage.ambiguousField, value.range, [value.text, ids.joined(separator: ", ")]))
      case .none:
        throw error(
          FilterMessage.noField, value.range, [value.text],
          nearest: Nearest.word(to: value.text, among: names.names))
      }
    }
    switch operation {
    case .compare(.equal), .exactly: return Self.any(filters)
    case .unequal: return Self.any(filters).map { .not($0) }
    case .compare: throw error(FilterMessage.stateNeedsField, start..<text.place, [state.rawValue])
    }
  }

  /// Reads values with commas between them; nil where one is missing at the end of what is being typed.
  mutating func values() throws(FilterError) -> [FilterValue]? {
    var values: [FilterValue] = []
    repeat {
      let start = text.place
      if text.take("\"") {
        guard let quoted = text.quoted() else {
          try unfinished(error(FilterMessage.unclosedQuote, start..<start + 1))
          return nil
        }
        values.append(FilterValue(text: quoted, isQuoted: true, range: start..<text.place))
      } else {
        let chunk = text.chunk(until: ["(", ")", ",", "\""])
        values.append(FilterValue(text: chunk, isQuoted: false, range: start..<text.place))
      }
      if Folding.bytes(values[values.count - 1].text).isEmpty {
        try unfinished(error(FilterMessage.noValue, start..<min(start + 1, max(start, text.scalars.count))))
        return nil
      }
    } while text.take(",")
    if let next = text.next, next == "\"" || next == "(" {
      throw error(FilterMessage.unexpected, text.place..<text.place + 1, [String(next)])
    }
    return values
  }
}

extension Worklist {
  /// Whether following the references from a worklist comes back to one that was passed on the way.
  static func isRing(from name: String, _ worklists: [Worklist], path: Set<String> = []) -> Bool {
    if path.contains(name) { return true }
    guard let list = worklists.first(where: { $0.id == name }), case .filter(let filter) = list.rule else {
      return false
    }
    return filter.worklistNames.contains { isRing(from: $0, worklists, path: path.union([name])) }
  }
}

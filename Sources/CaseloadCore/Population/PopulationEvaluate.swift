/// A filter over all rows: a pass over a column for each test, combined as bit sets.
extension Population {
  /// Who passes a filter, of the alive rows, and of whom it is not known. What a filter refers to that is not
  /// there (a field, a worklist, a worklist inside itself) is unknown for everybody; the parser refuses it.
  public func evaluate(_ filter: Filter, _ context: Context, _ links: FilterLinks = FilterLinks()) -> Outcome
  {
    let bits = bits(filter, Scope(context: context, links: links))
    return Outcome(
      yes: Selection(words: bits.yes, rows: rows).intersection(alive),
      unknown: Selection(words: bits.unknown, rows: rows).intersection(alive))
  }

  /// What a text that is being typed filters by. Its last word may begin a field's name ("na") and be part of a
  /// client's name: where somebody is called so, it is looked for; else it is unfinished and does not filter.
  public func settled(_ typing: Typing, _ context: Context, _ links: FilterLinks = FilterLinks())
    -> (filter: Filter?, unfinished: Bool)
  {
    guard let word = typing.word, let asName = typing.asName,
      !evaluate(.word(word), context, links).yes.isEmpty
    else { return (typing.filter, typing.unfinished) }
    return (asName, false)
  }

  /// What an evaluation is asked in.
  struct Scope {
    var context: Context
    var links: FilterLinks
    /// Names of the worklists that are being evaluated.
    var inside: Set<String> = []
  }

  private var wordCount: Int { (rows + 63) / 64 }

  func bits(_ filter: Filter, _ scope: Scope) -> Bits {
    switch filter {
    case .all: return Bits(.yes, words: wordCount)
    case .and(let parts):
      var result = Bits(.yes, words: wordCount)
      for (index, part) in parts.enumerated() {
        if index == 0 { result = bits(part, scope) } else { result.formAnd(bits(part, scope)) }
      }
      return result
    case .or(let parts):
      var result = Bits(.no, words: wordCount)
      for (index, part) in parts.enumerated() {
        if index == 0 { result = bits(part, scope) } else { result.formOr(bits(part, scope)) }
      }
      return result
    case .not(let inner):
      var result = bits(inner, scope)
      result.formNot()
      return result
    case .word(let text): return word(text)
    case .test(let id, let test):
      guard let field = catalogue[id] else { return Bits(.unknown, words: wordCount) }
      return bits(field, test, scope.context)
    case .state(let test, let id):
      guard let field = catalogue[id] else { return Bits(.unknown, words: wordCount) }
      return bits(field, test, scope.context)
    case .worklist(let name): return worklist(name, scope)
    case .note(let text):
      guard let clients = scope.links.notes[text] else { return Bits(.unknown, words: wordCount) }
      return bits(clients)
    case .tag(let text): return bits(scope.links.clients(tagged: text))
    }
  }

  /// Yes for these clients, no for everybody else.
  private func bits(_ clients: Set<ClientNumber>) -> Bits {
    var result = Bits(.no, words: wordCount)
    for client in clients {
      if let row = row(of: client) { result.yes[row >> 6] |= 1 << UInt64(row & 63) }
    }
    return result
  }

  private func word(_ text: String) -> Bits {
    cache.value(
      { $0.called.flatMap { $0.word == text ? $0.bits : nil } },
      make: {
        var result =
          column("name")?.names.bits(holding: Folding.bytes(text)) ?? Bits(.unknown, words: wordCount)
        if let number = Int32(text), let row = row(of: ClientNumber(number)) {
          result.yes[row >> 6] |= 1 << UInt64(row & 63)
        }
        for index in result.yes.indices { result.unknown[index] &= ~result.yes[index] }
        return result
      }, keep: { $0.called = (text, $1) })
  }

  private func worklist(_ name: String, _ scope: Scope) -> Bits {
    guard !scope.inside.contains(name), let list = scope.links.worklists.first(where: { $0.id == name })
    else {
      return Bits(.unknown, words: wordCount)
    }
    var inner = scope
    inner.inside.insert(name)
    if list.problem != nil { return Bits(.unknown, words: wordCount) }
    guard list.isBuiltIn else { return bits(list.filter(scope.context.settings) ?? .all, inner) }
    let key = Cache.Key(scope.context)
    return cache.value(
      { $0.worklists[name].flatMap { $0.key == key && $0.worklist == list ? $0.bits : nil } },
      make: {
        switch list.rule {
        case .filter(let filter): return bits(filter, inner)
        case .builtIn(let rule):
          if let filter = rule.filter(scope.context.settings) { return bits(filter, inner) }
          return bits(rule, scope.context)
        case .unreadable: return Bits(.unknown, words: wordCount)
        }
      }, keep: { $0.worklists[name] = (key, list, $1) })
  }

  private func bits(_ field: Field, _ test: StateTest, _ context: Context) -> Bits {
    if test == .missing { return missingBits(field, context) }
    guard let column = column(field.id) else { return Bits(.no, words: wordCount) }
    if column.storage == .derived { return derived(field, test, context) }
    if column.storage == .code { return column.code.bits(Self.truth(field, test, column)) }
    guard test == .has || test == .partial else { return column.bits(test.wants) }
    switch column.storage {
    case .days: return column.days.bits { test == .has || $0 < $1 }
    case .words:
      return column.words.bits { state, count in test == .has ? count > 0 : count == 0 && !state.isComplete }
    case .experience:
      return column.experience.bits { state, count in
        test == .has ? count > 0 : count == 0 && !state.isComplete
      }
    default:
      return Bits(rows: rows) { row in
        let content = column.value(row).content
        return Truth(
          test.wants(column.state(row)) && (test == .has ? field.has(content) : field.isPartial(content)))
      }
    }
  }

  /// Of a column of codes, the truth of a test of the state for each distinct value.
  static func truth(_ field: Field, _ test: StateTest, _ column: Column) -> (CodeColumn.Entry) -> Truth {
    guard test == .has || test == .partial else { return { Truth(test.wants($0.state)) } }
    guard column.keepsContent else { return { Truth(test == .has && test.wants($0.state)) } }
    return {
      Truth(test.wants($0.state) && (test == .has ? field.has($0.content) : field.isPartial($0.content)))
    }
  }

  private func bits(_ field: Field, _ test: FieldTest, _ context: Context) -> Bits {
    guard let column = column(field.id) else { return Bits(.unknown, words: wordCount) }
    if column.storage == .derived { return derived(field, test, context) }
    switch (test, column.storage) {
    case (_, .code):
      return Self.truth(field, test).map { column.code.bits($0) } ?? Bits(.unknown, words: wordCount)
    case (.texts(let texts), .words):
      let needles = texts.map { Folding.bytes($0) }
      return column.words.bits { text in needles.contains { Search.contains(text, $0) } }
    case (.exactly(let texts), .words):
      let wanted = texts.map { Folding.bytes($0) }
      return column.words.bits { wanted.contains($0) }
    case (.texts(let texts), .name):
      var result = Bits(.no, words: wordCount)
      for text in texts { result.formOr(column.names.bits(holding: Folding.bytes(text))) }
      return result
    case (.days(let tests), .days):
      return column.days.bits(Self.days(tests, field, context))
    case (.experience(let test), .experience): return column.experience.bits(test, on: context.today)
    default: return Bits(.unknown, words: wordCount)
    }
  }

  /// Of a column of codes, the truth of a test for each distinct value; nil where it is no test of such values.
  static func truth(_ field: Field, _ test: FieldTest) -> ((CodeColumn.Entry) -> Truth)? {
    func ofTexts(_ passes: @escaping ([UInt8]) -> Bool) -> (CodeColumn.Entry) -> Truth {
      { entry in
        guard entry.state == .recorded, case .text(let text)? = entry.content else { return .unknown }
        return Truth(passes(Folding.bytes(text)))
      }
    }
    switch test {
    case .choices(let tests):
      let target = field.places(tests)
      return { entry in
        guard entry.state == .recorded, let content = entry.content else { return .unknown }
        return field.truth(content, in: target)
      }
    case .numbers(let ranges):
      let set = RangeSet(ranges)
      return { entry in
        guard entry.state == .recorded else { return .unknown }
        switch entry.content {
        case .number(let number): return set.contains(allOf: number)
        case .span(let wish): return Truth(set.contains(anyOf: wish))
        default: return .unknown
        }
      }
    case .texts(let texts):
      let needles = texts.map { Folding.bytes($0) }
      return ofTexts { text in needles.contains { Search.contains(text, $0) } }
    case .exactly(let texts):
      let wanted = texts.map { Folding.bytes($0) }
      return ofTexts { wanted.contains($0) }
    default: return nil
    }
  }

  static func days(_ tests: [DayTest], _ field: Field, _ context: Context) -> RangeSet {
    let isAhead = DayTest.ahead.contains(field.id)
    return RangeSet(tests.compactMap { $0.range(today: context.today, isAhead: isAhead) })
  }
}

extension StateTest {
  /// Whether a state is one that is asked for. Whether what is recorded is there, or partly known, is another matter.
  func wants(_ state: CellState) -> Bool {
    switch self {
    case .missing: false
    case .empty: state == .empty
    case .unknown: state == .notKnown || state == .notUnderstood
    case .declined: state == .declined
    case .waived: state == .waived
    case .has, .partial: state == .recorded
    }
  }
}

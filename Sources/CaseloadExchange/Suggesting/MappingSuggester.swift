import CaseloadCore

/// Looks through a file and proposes a mapping for it.
struct MappingSuggester {
  let catalogue: Catalogue
  let drawn: Day
  let isContacts: Bool
  private let source: any RowSource

  /// Rows that are looked at: enough to have met every word that matters.
  private static let rows = 50_000

  init(_ source: any RowSource, contacts: Bool, catalogue: Catalogue, drawn: Day) {
    self.source = source
    self.catalogue = catalogue
    self.drawn = drawn
    isContacts = contacts
  }

  func suggest(_ observe: (_ read: Int, _ total: Int?) -> Void) throws(ExchangeError) -> MappingSuggestion {
    let header = try source.readHeader()
    let first = source.readsRefusedFile ? 1 : 0
    let known = isContacts ? nil : try ShippedMappings.recognised(header)
    var mapping = (known ?? Mapping()).adapted(to: source)
    let empty = Mapping.usualEmpty.union(mapping.empty)
    var profiles = header.map(ColumnProfile.init)
    var rows = 0
    var isWhole = true
    while try source.advance() {
      guard rows < Self.rows else {
        isWhole = false
        break
      }
      rows += 1
      for index in first..<max(first, header.count) {
        // A cell that is no text costs its row when it is imported, not the suggestion.
        guard let text = try? source.text(index).trimmed, !empty.contains(Folding.fold(text)) else {
          continue
        }
        profiles[index].add(text)
      }
      observe(source.progress.read, source.progress.total)
    }
    if Self.key(header, mapping, first) == nil, let likely = Self.likelyKey(profiles, rows, first) {
      mapping.key = header[likely]
    }
    var suggestion = MappingSuggestion(
      columns: [], rows: rows, isWhole: isWhole, isContacts: isContacts, mapping: mapping)
    suggestion.columns = try columns(header, profiles, mapping, first, isKnown: known != nil)
    suggestion.kinds = kinds(suggestion, profiles, mapping)
    for column in suggestion.columns where column.reason != .key && column.reason != .twice {
      let key = Folding.key(column.header)
      // What nothing is known for is left to the names the importer knows, should it learn more.
      if !key.isEmpty { suggestion.mapping.columns[key] = column.rule }
    }
    return suggestion
  }

  private static func key(_ header: [String], _ mapping: Mapping, _ first: Int) -> Int? {
    ColumnPlan.keyColumn(header.map { Folding.key($0) }, mapping, first: first)
  }

  /// The only column that has a number in every row, and none of them twice.
  private static func likelyKey(_ profiles: [ColumnProfile], _ rows: Int, _ first: Int) -> Int? {
    let found = profiles.indices.dropFirst(first).filter { index in
      let column = profiles[index]
      return rows > 1 && column.filled == rows && (column.hasMore || column.different == rows)
        && column.shortest >= 2 && column.longest <= 20
        && column.spellings.keys.allSatisfy {
          $0.utf8.contains { (48...57).contains($0) } && !$0.contains(" ")
        }
        && DateForm.days(column.spellings.keys.first ?? "", DateForm.usual) == nil
    }
    return found.count == 1 ? found.first : nil
  }

  private func columns(
    _ header: [String], _ profiles: [ColumnProfile], _ mapping: Mapping, _ first: Int, isKnown: Bool
  ) throws(ExchangeError) -> [MappingSuggestion.Column] {
    let folded = header.map { Folding.key($0) }
    let keyColumn = Self.key(header, mapping, first)
    var placed: [Int: (ColumnRule, Field?)] = [:]
    if keyColumn != nil {
      let plan = try ColumnPlan(
        header: header, mapping: mapping, catalogue: catalogue, first: first,
        purpose: isContacts ? .contacts : .clients)
      for output in plan.outputs {
        for source in output.columns { placed[source.index] = (source.rule, output.field) }
      }
      for source in [plan.lastSeen, plan.nextAppointment].compactMap({ $0 }) {
        guard case .field(let id, _) = source.rule.target else { continue }
        placed[source.index] = (source.rule, catalogue[id])
      }
      for (_, source) in plan.contacts { placed[source.index] = (source.rule, nil) }
    }
    var taken = Set(placed.values.compactMap { $0.1?.id })
    var columns: [MappingSuggestion.Column] = []
    for index in first..<max(first, header.count) {
      let profile = profiles[index]
      let isTwice = folded[index].isEmpty || folded.filter { $0 == folded[index] }.count > 1
      var reason = MappingSuggestion.Reason.none
      var rule = ColumnRule(.unused)
      var field: Field?
      var maybe: [FieldID] = []
      if index == keyColumn {
        reason = .key
      } else if let (found, its) = placed[index] {
        reason = isTwice ? .twice : mapping.columns[folded[index]] == nil ? .name : .register
        (rule, field) = (found, its)
      } else if mapping.columns[folded[index]]?.target == .unused {
        reason = isTwice ? .twice : .notUsed
      } else if isTwice {
        reason = .twice
      } else if !isKnown, !isContacts, profile.filled > 0 {
        let guess = FieldGuess(catalogue, mapping, drawn).fields(for: profile, except: taken)
        maybe = guess.maybe
        if let sure = guess.sure {
          (reason, rule, field) = (.nearName, ColumnRule(.field(sure.id, .whole)), sure)
          taken.insert(sure.id)
        }
      }
      var column = MappingSuggestion.Column(
        header: header[index], reason: reason, rule: rule, field: field, filled: profile.filled,
        different: profile.different, sample: sample(profile, reason, rule, field))
      column.maybe = maybe
      if let field, case .field(_, let part) = rule.target {
        ColumnCheck(field, part, mapping, drawn, source.serials).fill(&column, profile)
      }
      columns.append(column)
    }
    return columns
  }

  private func sample(
    _ profile: ColumnProfile, _ reason: MappingSuggestion.Reason, _ rule: ColumnRule, _ field: Field?
  ) -> MappingSuggestion.Sample {
    guard profile.filled > 0 else { return .nothing }
    let shape = MappingSuggestion.Sample.shape(
      profile.shape, shortest: profile.shortest, longest: profile.longest)
    if reason == .key || reason == .twice { return shape }
    if case .contact(let part) = rule.target {
      guard [.kind, .channel, .initiative].contains(part) else { return shape }
    }
    guard let values = SampleRule.values(profile, field: field) else { return shape }
    return .values(values.map { .init(text: $0.text, count: $0.count) })
  }

  /// Kinds of contact that nobody understands, with what they are near to.
  private func kinds(
    _ suggestion: MappingSuggestion, _ profiles: [ColumnProfile], _ mapping: Mapping
  ) -> [MappingSuggestion.Word] {
    guard let place = suggestion.columns.firstIndex(where: { $0.rule.target == .contact(.kind) }),
      let profile = profiles.first(where: { $0.header == suggestion.columns[place].header }),
      let different = profile.different, different <= 100
    else { return [] }
    return profile.commonest.compactMap { text, count in
      let key = Folding.key(text)
      guard mapping.kinds[key] == nil, ContactWords.kinds[key] == nil else { return nil }
      return .init(
        text: count > 1 && SampleRule.isWord(text) ? text : nil, count: count,
        meaning: ContactWords.near(text)?.spelled, isSure: false)
    }
  }
}

extension MappingSuggestion {
  /// Looks through a file's rows, which are used up by it, and proposes a mapping. `observe` is told how far it is.
  public init(
    of source: any RowSource, contacts: Bool = false, catalogue: Catalogue = .standard, drawn: Day,
    _ observe: (_ read: Int, _ total: Int?) -> Void = { _, _ in }
  ) throws(ExchangeError) {
    self = try MappingSuggester(source, contacts: contacts, catalogue: catalogue, drawn: drawn).suggest(
      observe)
  }
}

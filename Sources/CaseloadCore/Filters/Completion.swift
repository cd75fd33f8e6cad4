/// What can be typed at a place of a filter.
public enum Completion {
  /// One thing that can be typed.
  public struct Candidate: Hashable, Sendable {
    /// The text to put.
    public let text: String
    /// What it replaces, in unicode scalars.
    public let replaces: Range<Int>
    /// Its name, in the language asked for.
    public let label: String
    /// What it means; empty where nothing is to be said.
    public let definition: String
  }

  /// The candidates at the cursor (in unicode scalars): fields, states and worklists where a term begins; a field's
  /// choices after its operator, or the `values` that occur where it has no choices; fields after a state's. First
  /// comes what is typed whole, so that completing never makes another word of one that is complete; then what begins
  /// so, then what has another name that does; each in the order of the catalogue.
  public static func candidates(
    for text: String, cursor: Int, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    settings: Settings = Settings(), catalogue: Catalogue = .standard,
    values: (FieldID) -> [String] = { _ in [] }
  ) -> [Candidate] {
    let scalars = Array(text.unicodeScalars.prefix(FilterParser.longest))
    let cursor = min(max(cursor, 0), scalars.count)
    var start = cursor
    while start > 0, !FilterText.isSpace(scalars[start - 1]), scalars[start - 1] != "(" { start -= 1 }
    if start < cursor, scalars[start] == "-" { start += 1 }
    var reading = FilterText(String(String.UnicodeScalarView(scalars[start..<cursor])))
    let names = FieldNames(catalogue: catalogue)

    func field(_ field: Field, _ range: Range<Int>, _ suffix: String) -> Candidate {
      Candidate(
        text: field.id.text + suffix, replaces: range, label: field.label.text(in: language),
        definition: field.definition.text(in: language))
    }

    if reading.next == "@" {
      let typed = Folding.bytes(reading.text(1..<reading.scalars.count))
      return worklists.filter { $0.words.contains { $0.utf8.starts(with: typed) } }.sorted(by: typed) {
        [$0.id] + $0.words
      }.map { list in
        Candidate(
          text: "@" + list.id, replaces: start..<cursor, label: list.label.text(in: language),
          definition: list.definition(settings, language))
      }
    }
    let name = reading.chunk(until: FilterReading.nameStops)
    guard FilterOperator(&reading) != nil else {
      guard reading.isAtEnd else { return [] }
      let folded = Folding.fold(name)
      let begun = names.fields(beginning: folded)
      let fields = (begun.isEmpty ? names.fields(shownAs: folded) : begun).map {
        (words: [$0.id.text] + $0.filterWords, candidate: field($0, start..<cursor, ":"))
      }
      let states = StateTest.allCases.filter { state in
        state.words.contains { $0.utf8.starts(with: folded.utf8) }
      }.map { state in
        let candidate = Candidate(
          text: state.rawValue + ":", replaces: start..<cursor, label: state.label.text(in: language),
          definition: "")
        return (words: [state.rawValue] + state.words, candidate: candidate)
      }
      // What begins so keeps its order here: a field's id is as good as its other words.
      return (fields + states).sorted(by: Array(folded.utf8), wholeOnly: true) { $0.words }.map(\.candidate)
    }
    // The last of the values, and within it the last end of a range.
    var valueStart = start + reading.place
    for place in valueStart..<max(valueStart, cursor) where scalars[place] == "," { valueStart = place + 1 }
    let typed = Folding.bytes(String(String.UnicodeScalarView(scalars[valueStart..<cursor])))
    let range = valueStart..<cursor
    if StateTest(word: Folding.fold(name)) != nil {
      return names.fields(beginning: String(decoding: typed, as: UTF8.self))
        .sorted(by: typed, wholeOnly: true) { [$0.id.text] + $0.filterWords }.map { field($0, range, "") }
    }
    guard case .field(let found) = names.find(name) else { return [] }
    if found.choices.isEmpty {
      // An opening quotation mark is part of how a text is written, not of the text.
      let open = Folding.bytes("\"")
      let begun = typed.starts(with: open) ? Array(typed.dropFirst(open.count)) : Array(typed)
      return values(found.id).filter { Folding.bytes($0).starts(with: begun) }.sorted(by: begun) { [$0] }
        .map { Candidate(text: FilterPrinter.quoted($0), replaces: range, label: $0, definition: "") }
    }
    func words(_ choice: Choice) -> [String] {
      [choice.code, choice.label.text(in: language)] + choice.synonyms
    }
    return found.choices.filter { words($0).contains { Folding.bytes($0).starts(with: typed) } }
      .sorted(by: typed, words)
      .map { Candidate(text: $0.code, replaces: range, label: $0.label.text(in: language), definition: "") }
  }
}

extension Array {
  /// What is typed whole first, its first word before its others; then, unless only that matters, what begins so by
  /// its first word. Equals stay in their order.
  fileprivate func sorted(
    by typed: [UInt8], wholeOnly: Bool = false, _ words: (Element) -> [String]
  ) -> [Element] {
    guard !typed.isEmpty else { return self }
    let ranked = enumerated().map { place, element -> (rank: Int, place: Int) in
      let words = words(element).map { Folding.bytes($0) }
      if words.first == typed { return (0, place) }
      if words.contains(typed) { return (1, place) }
      return (wholeOnly || words.first?.starts(with: typed) == true ? 2 : 3, place)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map { self[$0.place] }
  }
}

import CaseloadCore

/// Reads the spellings of a field's choices: codes, labels in both languages, synonyms, and the usual words for
/// "one of these".
struct ChoiceReading: Sendable {
  private let field: Field
  /// Places by folded spelling, signs kept: "B+" is not "B".
  private var exact: [String: ChoiceSet] = [:]
  /// Places by letters and digits only; a spelling that two choices share is in neither.
  private var loose: [String: ChoiceSet?] = [:]

  init(_ field: Field) {
    self.field = field
    for (place, choice) in field.choices.enumerated() {
      let set = ChoiceSet(place: place)
      exact[Folding.fold(choice.code)] = set
      for spelling in [choice.code, choice.label.english, choice.label.text(in: .dutch)] + choice.synonyms {
        let folded = Folding.fold(spelling)
        if exact[folded] == nil { exact[folded] = set }
        let key = Folding.key(spelling)
        if let other = loose[key] { loose[key] = other == set ? set : .some(nil) } else { loose[key] = set }
      }
    }
    for (spelling, codes) in Self.partial[field.id] ?? [] { exact[spelling] = places(codes) }
  }

  /// Whether a set says that there is nothing: such a list is whole.
  func isNone(_ set: ChoiceSet) -> Bool {
    set.places.allSatisfy { field.choices.indices.contains($0) && field.choices[$0].isNone }
  }

  /// The choices that a text may mean: one, or several where it is partial ("MBO", "havo/vwo"); nil when it is
  /// not understood.
  func oneOf(_ text: String) -> ChoiceSet? {
    if let set = one(text) { return set }
    let halves = text.split(separator: "/").map { one(String($0).trimmed) }
    guard halves.count > 1 else { return nil }
    var all: ChoiceSet = []
    for half in halves {
      guard let half else { return nil }
      all.formUnion(half)
    }
    return all
  }

  private func one(_ text: String) -> ChoiceSet? {
    let folded = Folding.fold(text)
    if let set = exact[folded] { return set }
    let key = Folding.key(text)
    return key.isEmpty ? nil : loose[key] ?? nil
  }

  /// The choices listed in a text, and what in it was not understood.
  func several(_ text: String, split: String?) -> (set: ChoiceSet, rest: [String]) {
    if split == nil, let set = one(text), set.count == 1 { return (set, []) }
    var found: ChoiceSet = []
    var rest: [String] = []
    for part in Self.parts(text, split: split) {
      if let set = one(part), set.count == 1 {
        found.formUnion(set)
        continue
      }
      // "B BE C": spaces separate only where each word is understood.
      let words = part.split(separator: " ").filter { !["en", "and", "e", "+"].contains($0.lowercased()) }
      let sets = words.map { one(String($0)) }
      if split == nil, words.count > 1, sets.allSatisfy({ $0?.count == 1 }) {
        for case let set? in sets { found.formUnion(set) }
      } else {
        rest.append(part)
      }
    }
    return (found, rest)
  }

  /// The choices that a mapping's value means: a code, "a|b", or "a..b" along the list; nil when it names none.
  func target(_ text: String) -> ChoiceSet? {
    if let range = NumberReading.ends(text) {
      guard let low = places([range.low])?.places.first, let high = places([range.high])?.places.first,
        low <= high
      else {
        return nil
      }
      return ChoiceSet((low...high).map { ChoiceSet(place: $0) })
    }
    return places(text.split(separator: "|").map { String($0).trimmed })
  }

  private func places(_ codes: [String]) -> ChoiceSet? {
    var all: ChoiceSet = []
    for code in codes {
      // Another spelling than the code serves too, as long as it is one choice.
      if let place = field.place(of: code) {
        all.insert(ChoiceSet(place: place))
      } else if let set = one(code), set.count == 1 {
        all.formUnion(set)
      } else {
        return nil
      }
    }
    return all.isEmpty ? nil : all
  }

  /// The parts of a cell that holds several values, trimmed, empty ones left out.
  static func parts(_ text: String, split: String?) -> [String] {
    let signs = split.map { Array($0.unicodeScalars) } ?? [",", ";", "|", "/", "&", "\n", "\r"]
    return text.unicodeScalars.split { signs.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Words that mean one of several choices, whichever it is.
  static let partial: [FieldID: [(String, [String])]] = [
    "education": [
      ("mbo", ["mbo1", "mbo2", "mbo3", "mbo4"]), ("mbo 1-2", ["mbo1", "mbo2"]),
      ("mbo 1/2", ["mbo1", "mbo2"]),
      ("mbo 2-3", ["mbo2", "mbo3"]), ("mbo 2/3", ["mbo2", "mbo3"]), ("mbo 3-4", ["mbo3", "mbo4"]),
      ("mbo 3/4", ["mbo3", "mbo4"]), ("mbo 2-4", ["mbo2", "mbo3", "mbo4"]),
      ("mbo2-4", ["mbo2", "mbo3", "mbo4"]), ("mbo1-2", ["mbo1", "mbo2"]), ("mbo3-4", ["mbo3", "mbo4"]),
    ]
  ]
}

extension NumberReading {
  /// The two ends of "a..b".
  static func ends(_ text: String) -> (low: String, high: String)? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    return (String(text[..<dots.lowerBound]).trimmed, String(text[dots.upperBound...]).trimmed)
  }
}

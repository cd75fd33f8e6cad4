/// The words of the filter language in each language that it is read in. They are printed in English, so that the
/// same filter is one text for everybody. A client who is called so is found in quotation marks: `"Of"`.
enum FilterKeyword {
  static let or: Set<String> = ["or", "of"]
  static let and: Set<String> = ["and", "en"]
  static let not: Set<String> = ["not", "niet"]
  /// All that stand between terms.
  static let all = or.union(and).union(not)

  static let note: Set<String> = ["note", "notitie"]
  static let tag: Set<String> = ["tag", "label"]
  /// What texts are looked for beside the catalogue's fields.
  static let texts = note.union(tag)
  static let today: Set<String> = ["today", "vandaag"]
  static let never: Set<String> = ["never", "nooit"]

  /// A label as a word of a filter: folded, with a hyphen for each space.
  static func slug(_ label: String) -> String {
    String(Folding.fold(label).map { $0 == " " ? "-" : $0 })
  }
}

extension StateTest {
  /// Its word in English, which is printed, then in Dutch.
  var words: [String] {
    let dutch =
      switch self {
      case .missing: "ontbreekt"
      case .empty: "leeg"
      case .unknown: "onbekend"
      case .declined: "geweigerd"
      case .waived: "vervallen"
      case .partial: "deels"
      case .has: "heeft"
      }
    return [rawValue, dutch]
  }

  /// All words, the English ones first.
  static let allWords = allCases.map(\.words[0]) + allCases.map(\.words[1])

  /// The test that a word, folded, asks for.
  init?(word: String) {
    guard let test = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = test
  }
}

extension Worklist {
  /// What may stand behind `@`: its id, which is printed, then its label in each language.
  var words: [String] {
    [Folding.fold(id)] + Language.allCases.map { FilterKeyword.slug(label.text(in: $0)) }
  }

  /// The worklists that a word, folded, may mean: those of that id, else of that label, else those whose id,
  /// else whose label, begins so.
  static func named(_ word: String, among worklists: [Worklist]) -> [Worklist] {
    if let list = worklists.first(where: { Folding.fold($0.id) == word }) { return [list] }
    if let list = worklists.first(where: { $0.words.contains(word) }) { return [list] }
    let byID = worklists.filter { Folding.bytes($0.id).starts(with: word.utf8) }
    if !byID.isEmpty { return byID }
    return worklists.filter { $0.words.contains { $0.utf8.starts(with: word.utf8) } }
  }
}

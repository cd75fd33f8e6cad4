import Synchronization

/// The names of a catalogue's fields as a filter's text is compared with them. Folding them is most of what completing
/// a word costs, and a frame completes it more than once: they are folded once, when a text is first compared.
final class FieldWords: Sendable {
  /// The names of one field that may stand in a filter.
  struct Names: Sendable {
    /// The field's place in the catalogue.
    let place: Int
    /// Its id and its other words, folded.
    let words: [[UInt8]]
    /// Its name and its short name on the screen in each language, as words of a filter.
    let shown: [String]
  }

  private let made = Mutex<[Names]?>(nil)

  /// The names of the filterable fields of the catalogue that this belongs to, in its order.
  func names(_ fields: [Field]) -> [Names] {
    if let names = made.withLock({ $0 }) { return names }
    let names = fields.enumerated().compactMap { place, field -> Names? in
      guard field.uses.contains(.filter) else { return nil }
      return Names(
        place: place, words: ([field.id.text] + field.filterWords).map { Folding.bytes($0) },
        shown: Language.allCases.flatMap { language in
          [field.label, field.short].map { FilterKeyword.slug($0.text(in: language)) }
        })
    }
    made.withLock { $0 = names }
    return names
  }
}

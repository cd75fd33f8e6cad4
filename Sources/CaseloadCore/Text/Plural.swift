/// A text that says how many, in the form for one and the form for every other number (0 too): English and Dutch
/// need no more. `{0}` is the number; other places follow. Other languages keep the two forms under `<key>.one`
/// and `<key>.many`.
public struct Plural: Hashable, Sendable {
  /// The form for one.
  public let one: Phrase
  /// The form for every other number.
  public let many: Phrase

  /// Declares both forms.
  public init(_ key: String, one: String, many: String) {
    self.one = Phrase(key + ".one", one)
    self.many = Phrase(key + ".many", many)
  }

  /// The form for a number.
  public func form(_ count: Int) -> Phrase { count == 1 ? one : many }

  /// The text for a number, which stands at `{0}`, with the other places filled.
  public func text(_ count: Int, in language: Language, _ parts: String...) -> String {
    form(count).text(in: language, [String(count)] + parts)
  }
}

/// Why what was typed at an entry cannot be kept, in words that may name a part of it.
public struct EntryRefusal: Error, Hashable, Sendable {
  /// Why.
  public var phrase: Phrase
  /// What takes the places in it.
  public var arguments: [String]

  /// A refusal.
  public init(_ phrase: Phrase, _ arguments: [String] = []) {
    self.phrase = phrase
    self.arguments = arguments
  }

  /// Why, in words.
  public func text(in language: Language) -> String { phrase.text(in: language, arguments) }

  static let nothing = Phrase("entry.nothing", "Nothing is entered. That nobody knows it is chosen above.")
  static let noChoice = Phrase("entry.no-choice", "“{0}” is none of the choices.")
  static let ambiguous = Phrase("entry.ambiguous", "“{0}” may be {1}.")
  static let noNumber = Phrase("entry.no-number", "That is no whole number, or 16..24 for what lies between.")
  static let outside = Phrase("entry.outside", "A number from {0} to {1} is meant here.")
  static let noDay = Phrase(
    "entry.no-day", "That is no day. Write 28/11, 28 nov, 2026-11-28; 3-2026 or 2026 where more is not known."
  )
  /// Where what is to come cannot have been.
  public static let toCome = Phrase("entry.to-come", "That day is still to come.")
  static let noName = Phrase("entry.no-name", "A name is written as family name, given name, prefix.")
  static let backwards = Phrase("entry.backwards", "“{0}” ends before it begins.")
  static let experience = Phrase(
    "entry.experience",
    "“{0}” is no sector, no length such as 2y6m, and no time such as 3-2015..6-2018 or 3-2020..now.")
}

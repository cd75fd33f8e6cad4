import CaseloadCore
import TOMLKit

/// Reads a mapping from TOML.
///
/// At the top: `mapping = 1` (the version of this language), `name`, `version` (of the mapping itself),
/// `recognise` (headers by which a file is known), `key` (the register key's header), `key-is-bsn`, `empty`
/// (spellings), `dates` (`"dd-mm-yyyy"`, `"yyyy-mm-dd"`, `"mm/dd/yyyy"`, `"yyyymmdd"`, `"yyyymm"`, `"yyyy"`,
/// `"mm-yyyy"`, `"excel"`), `last-contact` (`"held"`, `"logged"`, `"unclear"`), `calls` (`"conversation"`,
/// `"unconfirmed"`), `declined` and `not-known` (spellings); for files of answers `number` (the header of the
/// client's number in the store) and `answered` (that of the day).
///
/// A table `[columns."Header"]` has `field`: a field's id, a part of it (`name.family`, `name.prefix`,
/// `name.given`, `hours.min`, `hours.max`, `birth.age`) or, in a file of contacts, `contact.held`, `.logged`,
/// `.day`, `.kind`, `.channel`, `.initiative`, `.colleague`, `.subject`, `.story`, `.agreed`, `.answered`; or
/// `use = false`. Beside it `values` (spelling = code, `"a|b"` for one of several, `"a..b"` for a stretch of a
/// scale, `"@empty"`, `"@not-known"`, `"@declined"`), `contains` (the same for a text in which a word stands, the
/// longest word first, where nothing else understands it), `split` (signs), `complete`, `dates`, `name-order`
/// (`"family, prefix initials"`, `"family, given prefix"`, `"given prefix family"`, `"family prefix, given"`,
/// `"prefix family, given"`), `empty`, and for several columns that make one field `join` and `order`.
///
/// A table `[kinds]` says what a contact kind or subject means: `"spelling" = "conversation phone client"`.
///
/// A word that is not known is an error: a misspelt rule that is passed over would be an import that means
/// something else.
public enum MappingFile {
  /// The version of the language of mapping files that is understood.
  public static let languageVersion = 1

  /// Reads a mapping's text.
  public static func read(
    _ text: String, catalogue: Catalogue = .standard
  ) throws(ExchangeError) -> Mapping {
    try withEntries(text) { top throws(ExchangeError) in
      try MappingReader(catalogue: catalogue).mapping(top)
    }
  }

  /// Parses TOML and hands its top table on, which lives no longer than that.
  static func withEntries<Result>(
    _ text: String, _ work: (Entries) throws(ExchangeError) -> Result
  ) throws(ExchangeError) -> Result {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .mapping(
        line: error.source.begin.line, reason: Sentence(Phrase("mapping.toml", "{0}"), error.description))
    } catch {
      throw .mapping(line: nil, reason: Sentence(Phrase("mapping.not-toml", "not TOML")))
    }
    return try withExtendedLifetime(table) { () throws(ExchangeError) in
      try work(Entries(table, at: ""))
    }
  }
}

/// One table of a mapping file, of which every entry must have been asked for.
struct Entries {
  let place: String
  private let table: TOMLTable

  init(_ table: TOMLTable, at place: String) {
    self.table = table
    self.place = place
  }

  var keys: [String] { table.keys }

  func only(_ known: Set<String>) throws(ExchangeError) {
    for key in keys where !known.contains(key) { throw wrong(key, MappingWords.notKnown) }
  }

  func string(_ key: String) throws(ExchangeError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrong(key, MappingWords.text) }
    return text
  }

  func int(_ key: String) throws(ExchangeError) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int else { throw wrong(key, MappingWords.number) }
    return number
  }

  func bool(_ key: String) throws(ExchangeError) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let flag = value.bool else { throw wrong(key, MappingWords.flag) }
    return flag
  }

  func strings(_ key: String) throws(ExchangeError) -> [String]? {
    guard let value = table[key] else { return nil }
    if let one = value.string { return [one] }
    guard let array = value.array else { throw wrong(key, MappingWords.texts) }
    var texts: [String] = []
    for item in array {
      guard let text = item.string else { throw wrong(key, MappingWords.texts) }
      texts.append(text)
    }
    return texts
  }

  func entries(_ key: String) throws(ExchangeError) -> Entries? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, MappingWords.table) }
    return Entries(inner, at: path(of: key))
  }

  func one<Choice>(
    _ key: String, _ make: (String) -> Choice?
  ) throws(ExchangeError) -> Choice? {
    guard let text = try string(key) else { return nil }
    guard let choice = make(text) else { throw wrong(key, MappingWords.cannotBe, text) }
    return choice
  }

  /// What is wrong with an entry: `{0}` of the words is its path in the file, `{1}` and so on follow.
  func wrong(_ key: String, _ words: Phrase, _ what: String = "", _ more: String = "") -> ExchangeError {
    .mapping(line: nil, reason: Sentence(words, path(of: key), what, more))
  }

  private func path(of key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
}

/// What can be wrong with a mapping file.
enum MappingWords {
  static let notKnown = Phrase("mapping.not-known", "\"{0}\" is not known here")
  static let text = Phrase("mapping.text", "\"{0}\" must be a text")
  static let number = Phrase("mapping.number", "\"{0}\" must be a whole number")
  static let flag = Phrase("mapping.flag", "\"{0}\" must be true or false")
  static let texts = Phrase("mapping.texts", "\"{0}\" must be a list of texts")
  static let table = Phrase("mapping.table", "\"{0}\" must be a table")
  static let cannotBe = Phrase("mapping.cannot-be", "\"{0}\" cannot be \"{1}\"")
  static let cannotHold = Phrase("mapping.cannot-hold", "\"{0}\" cannot hold \"{1}\"")
  static let cannotMean = Phrase("mapping.cannot-mean", "\"{0}\" cannot mean \"{1}\"")
  static let missing = Phrase("mapping.missing", "\"{0}\" is missing")
  static let version = Phrase("mapping.version", "\"{0}\" is {1}; this program reads {2}")
  static let onePersons = Phrase(
    "mapping.one-persons", "\"{0}\" must hold one table that is \"persons\"")
  static let latestByWhat = Phrase(
    "mapping.latest-by-what", "\"{0}\" is missing: latest by which column?")
  static let openWithoutDays = Phrase(
    "mapping.open-without-days", "\"{0}\" is \"open\", and no from, to or ended is named")
  static let yesOrNo = Phrase("mapping.yes-or-no", "\"{0}\" must name a field of yes or no")
  static let noTake = Phrase("mapping.no-take", "\"{0}\" is none for the field {1}")
  static let takeWhich = Phrase(
    "mapping.take-which", "\"{0}\" is missing: of several rows, which one is {1}?")
  static let fillsDerived = Phrase(
    "mapping.fills-derived", "\"{0}\" fills {1}, which is worked out by the program")
  static let fillTwice = Phrase("mapping.fill-twice", "\"{0}\" fill {1} twice: {2}")
  static let derived = Phrase(
    "mapping.derived", "{0} is worked out by the program and cannot be imported")
}

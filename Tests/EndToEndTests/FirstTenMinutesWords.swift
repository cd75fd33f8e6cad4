import Testing

/// What a new colleague reads and types in her first ten minutes, in one of the two languages: the one place in
/// these tests that knows the wording.
struct FirstTenMinutesWords: Sendable, CustomTestStringConvertible {
  /// As `--language` takes it.
  let code: String
  /// The locale of the colleague's terminal.
  let locale: String
  /// The titles of the four panes.
  let panes: [String]
  /// The heads of the list, from the left.
  let heads: [String]
  let of: String
  let yes: String
  let unknown: String
  let nobodyOpened: String
  let verify: String
  let seen: String
  /// The definition of last seen, to the end of its last sentence.
  let definition: String
  let age: String
  let education: String
  /// The letter that jumps to the education level in a menu of fields, and what a filter calls it.
  let educationKey: String
  let educationWord: String
  let gender: String
  let genderKey: String
  let genderWord: String
  let woman: String
  let man: String
  let notAsked: String
  let all: String
  let allClients: String
  let naming: String
  /// The name she gives her worklist, and what a filter calls that.
  let listName: String
  let listWord: String
  let saved: String
  let worklists: String
  let forgotten: String
  let keys: String
  /// What she types in the list of keys, and the action that is found.
  let search: String
  let turn: String
  /// That this language is spoken from here.
  let speaks: String
  let stop: String

  var testDescription: String { code }

  /// A count as the panes' titles and the bars have it.
  func count(_ part: Int, _ whole: Int) -> String { "\(part) \(of) \(whole)" }

  static let english = FirstTenMinutesWords(
    code: "en", locale: "en_GB.UTF-8",
    panes: ["1 Caseload", "2 Characteristics", "3 Monitoring", "4 Legend"],
    heads: ["Client", "Age", "Last seen", "Next"], of: "of", yes: "yes", unknown: "unknown",
    nobodyOpened: "No record was open yet.", verify: "To verify the caller", seen: "Last seen",
    definition: """
      Day of the latest conversation. Attempts and messages do not count. A conversation is held in person, by \
      phone, video, live chat or home visit, with this or an earlier coach. Never: none since the client came.
      """,
    age: "Age", education: "Education level", educationKey: "e", educationWord: "education",
    gender: "Gender", genderKey: "g", genderWord: "gender", woman: "woman", man: "man", notAsked: "not asked",
    all: "all", allClients: "all clients", naming: "a name for this worklist", listName: "Around thirty",
    listWord: "@around-thirty", saved: "Saved as @around-thirty.", worklists: "Worklists",
    forgotten: "@forgotten", keys: "Keys", search: "direction of", turn: "Turn the direction of the sort.",
    speaks: "The program speaks English now.", stop: "q quit")

  static let dutch = FirstTenMinutesWords(
    code: "nl", locale: "nl_NL.UTF-8",
    panes: ["1 Caseload", "2 Kenmerken", "3 Volgen", "4 Legenda"],
    heads: ["Klant", "Lft", "Gezien", "Afspr."], of: "van", yes: "ja", unknown: "onbekend",
    nobodyOpened: "Er is nog geen dossier geopend.", verify: "Om de beller te controleren",
    seen: "Laatst gezien",
    definition: """
      Dag van het laatste gesprek. Pogingen en berichten tellen niet. Een gesprek is persoonlijk, per telefoon, \
      beeldbellen, chat of huisbezoek, met deze of een eerdere werkcoach. Nooit: geen gesprek sinds de klant hier kwam.
      """,
    age: "Leeftijd", education: "Opleidingsniveau", educationKey: "o", educationWord: "opleiding",
    gender: "Geslacht", genderKey: "g", genderWord: "geslacht", woman: "vrouw", man: "man",
    notAsked: "niet gevraagd", all: "alle", allClients: "alle klanten",
    naming: "een naam voor deze werklijst", listName: "Rond de dertig", listWord: "@rond-de-dertig",
    saved: "Bewaard als @rond-de-dertig.", worklists: "Werklijsten", forgotten: "vergeten", keys: "Toetsen",
    search: "sorteerrichting", turn: "Keer de sorteerrichting om.",
    speaks: "Het programma spreekt nu Nederlands.", stop: "q stop")

  /// The language that `L` switches to.
  var other: FirstTenMinutesWords { code == "en" ? .dutch : .english }
}

import CaseloadCore

/// A code list of the Dutch exchange format for jobseekers and vacancies (VUM, published by VNG Realisatie).
public struct ProfileCodes: Sendable {
  /// One code and what it means.
  public struct Entry: Sendable, Hashable {
    public let code: String
    public let label: Phrase
  }

  /// The list's name in the format.
  public let name: String
  public let entries: [Entry]

  /// Whether the list has this code.
  public func holds(_ code: String) -> Bool { entries.contains { $0.code == code } }

  private init(_ name: String, _ rows: [(String, String)]) {
    self.name = name
    entries = rows.map { Entry(code: $0.0, label: Phrase("vum.\(name).\($0.0)", $0.1)) }
  }

  /// Level of work and thinking.
  public static let codeWerkEnDenkniveauMinimaal = ProfileCodes(
    "codeWerkEnDenkniveauMinimaalValues",
    [
      ("1", "no primary education"),
      ("2", "primary level"),
      ("3", "vmbo level"),
      ("4", "mbo, havo or vwo level"),
      ("5", "hbo level"),
      ("6", "university"),
      ("7", "not known (yet)"),
    ])

  /// The same as numbers.
  public static let codeWerkEnDenkniveauMinimaalAsNumber = ProfileCodes(
    "codeWerkEnDenkniveauMinimaalValuesInteger",
    [
      ("1", "no primary education"),
      ("2", "primary level"),
      ("3", "vmbo level"),
      ("4", "mbo, havo or vwo level"),
      ("5", "hbo level"),
      ("6", "university"),
      ("7", "not known (yet)"),
    ])

  /// Yes or no.
  public static let indicatieTwo = ProfileCodes(
    "indicatieTwoValues",
    [
      ("1", "yes"),
      ("2", "no"),
    ])

  /// Yes, no or unknown.
  public static let indicatieThree = ProfileCodes(
    "indicatieThreeValues",
    [
      ("0", "unknown"),
      ("1", "yes"),
      ("2", "no"),
    ])

  /// Ways to apply.
  public static let sollicitatieWijze = ProfileCodes(
    "sollicitatieWijzeValues",
    [
      ("1", "by post"),
      ("2", "by telephone"),
      ("3", "by e-mail"),
      ("4", "by an online form"),
    ])

  /// Kinds of employment contract.
  public static let codeTypeArbeidscontract = ProfileCodes(
    "codeTypeArbeidscontractValues",
    [
      ("B", "temporary"),
      ("O", "permanent"),
    ])

  /// Kinds of agreement.
  public static let codeTypeOvereenkomst = ProfileCodes(
    "codeTypeOvereenkomstValues",
    [
      ("01", "regular vacancy"),
      ("02", "learning job"),
      ("03", "volunteer work"),
      ("04", "work experience place"),
    ])

  /// Categories of driving licence.
  public static let rijbewijs = ProfileCodes(
    "rijbewijsValues",
    [
      ("A", "A"),
      ("A1", "A1"),
      ("A2", "A2"),
      ("AM", "AM"),
      ("B", "B"),
      ("B+", "B+"),
      ("C1", "C1"),
      ("C", "C"),
      ("D1", "D1"),
      ("D", "D"),
      ("BE", "BE"),
      ("C1E", "C1E"),
      ("CE", "CE"),
      ("D1E", "D1E"),
      ("DE", "DE"),
      ("T", "T"),
    ])

  /// Distances from the place of work.
  public static let codeRegioStraal = ProfileCodes(
    "codeRegioStraalValues",
    [
      ("1", "5 km"),
      ("2", "10 km"),
      ("3", "15 km"),
      ("4", "25 km"),
      ("5", "50 km"),
      ("6", "75 km"),
      ("7", "100 km"),
      ("8", "125 km"),
      ("9", "150 km"),
    ])

  /// Levels of education.
  public static let codeNiveauOpleiding = ProfileCodes(
    "codeNiveauOpleidingValues",
    [
      ("1", "primary school"),
      ("2", "vmbo"),
      ("3", "havo or vwo"),
      ("4", "mbo"),
      ("5", "hbo or bachelor"),
      ("6", "university or master"),
      ("9", "other"),
    ])

  /// Whether there is a diploma.
  public static let indicatieDiploma = ProfileCodes(
    "indicatieDiplomaValues",
    [
      ("0", "unknown"),
      ("1", "yes"),
      ("2", "no"),
      ("8", "does not apply"),
    ])

  /// Behavioural competences.
  public static let codeGedragscompetentie = ProfileCodes(
    "codeGedragscompetentieValues",
    [
      ("24100", "Deciding and initiating activities"),
      ("24101", "Directing"),
      ("24102", "Guiding"),
      ("24104", "Showing attention and understanding"),
      ("24105", "Working together and consulting"),
      ("24106", "Acting ethically and with integrity"),
      ("24107", "Building relations and networking"),
      ("24108", "Persuading and influencing"),
      ("24109", "Presenting"),
      ("24110", "Formulating and reporting"),
      ("24111", "Applying professional expertise"),
      ("24112", "Using materials and means"),
      ("24113", "Analysing"),
      ("24114", "Investigating"),
      ("24115", "Creating and innovating"),
      ("24116", "Learning"),
      ("24118", "Planning and organising"),
      ("24119", "Minding the customer's needs and expectations"),
      ("24120", "Delivering quality"),
      ("24121", "Following instructions and procedures"),
      ("24122", "Coping with change and adapting"),
      ("24123", "Coping with pressure and setbacks"),
      ("24124", "Showing drive and ambition"),
      ("24125", "Acting in an enterprising and commercial way"),
      ("24126", "Acting in a businesslike way"),
    ])

  /// How well a competence is mastered.
  public static let beheersingGedragscompetentie = ProfileCodes(
    "beheersingGedragscompetentieValues",
    [
      ("1", "good"),
      ("2", "sufficient"),
      ("3", "insufficient"),
      ("4", "not"),
      ("5", "to be looked into"),
      ("9", "does not apply"),
    ])

  /// How well a language is mastered.
  public static let taalBeheersing = ProfileCodes(
    "taalBeheersingValues",
    [
      ("0", "unknown"),
      ("1", "none"),
      ("2", "fair"),
      ("3", "good"),
      ("4", "excellent"),
      ("8", "does not apply"),
    ])

  /// Means of transport.
  public static let codeVervoersmiddel = ProfileCodes(
    "codeVervoersmiddelValues",
    [
      ("1", "car"),
      ("2", "moped"),
      ("3", "bicycle"),
      ("4", "motorcycle"),
      ("5", "public transport"),
      ("9", "other"),
    ])

  /// Kinds of web address.
  public static let codeWebadres = ProfileCodes(
    "codeWebadresValues",
    [
      ("1", "web address of the jobseeker's profile"),
      ("2", "web address of the CV"),
      ("3", "web address of the employer"),
      ("4", "web address of an online form"),
    ])

  /// Kinds of address.
  public static let codeFunctieAdres = ProfileCodes(
    "codeFunctieAdresValues",
    [
      ("B", "postal address (population register)"),
      ("W", "home address (population register)"),
      ("C", "address for letters"),
      ("L", "address for wage tax"),
      ("A", "other home address"),
      ("V", "address of the business"),
      ("E", "address of the work"),
    ])

  /// How far an education is.
  public static let codeStatusOpleiding = ProfileCodes(
    "codeStatusOpleiding",
    [
      ("0", "unknown"),
      ("1", "finished with success"),
      ("2", "broken off"),
      ("3", "going on"),
    ])

  /// All lists, as the format names them.
  public static let all: [ProfileCodes] = [
    codeWerkEnDenkniveauMinimaal, codeWerkEnDenkniveauMinimaalAsNumber, indicatieTwo,
    indicatieThree, sollicitatieWijze, codeTypeArbeidscontract, codeTypeOvereenkomst, rijbewijs,
    codeRegioStraal, codeNiveauOpleiding, indicatieDiploma, codeGedragscompetentie,
    beheersingGedragscompetentie, taalBeheersing, codeVervoersmiddel, codeWebadres,
    codeFunctieAdres, codeStatusOpleiding,
  ]
}

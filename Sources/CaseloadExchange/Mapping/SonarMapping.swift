/// The mappings that the program comes with; each is found by the header of a file.
public enum ShippedMappings {
  /// The mapping of the questionnaire that has this header, when it is one we know.
  public static func recognisedForm(_ header: [String]) throws(ExchangeError) -> Mapping? {
    let mapping = try MappingFile.read(intake)
    return mapping.recognises(header) ? mapping : nil
  }

  /// The mapping of the register that wrote this header, when it is one we know.
  public static func recognised(_ header: [String]) throws(ExchangeError) -> Mapping? {
    for text in [sonar] {
      let mapping = try MappingFile.read(text)
      if mapping.recognises(header) { return mapping }
    }
    return nil
  }

  /// The mapping for files of rows that has this name, when it is one of ours.
  public static func named(_ name: String) throws(ExchangeError) -> Mapping? {
    let mapping = try MappingFile.read(sonar)
    return mapping.name == name ? mapping : nil
  }

  /// The dashboard export of Sonar, the Dutch registration system of UWV and municipalities.
  public static let sonar = #"""
    # Sonar, dashboard export as municipalities get it (35 columns, semicolons).
    mapping = 1
    name = "Sonar"
    version = 1
    recognise = ["BSN", "ID_WZ", "Volledige Naam", "Participatieladder"]
    key = "BSN"
    key-is-bsn = true
    # NNB is "niet nader bekend": nobody recorded anything. So are ?? and Onbekend.
    empty = ["NNB", "??", "Onbekend", "n.v.t."]
    dates = ["dd-mm-yyyy", "yyyy-mm-dd", "yyyymmdd"]
    # The export holds no contact, so nothing is said about one.
    last-contact = "unclear"

    [columns."Volledige Naam"]
    field = "name"
    name-order = "given prefix family"
    empty = ["NNB", "??"]

    # Only the age is given: the birth date is the year of days that it leaves.
    [columns.Leeftijd]
    field = "birth.age"

    [columns.Geslacht]
    field = "gender"

    [columns.Telefoonnummer]
    field = "phone"

    [columns."E-mailadres"]
    field = "email"

    [columns.Straatnaam]
    field = "address"
    order = 1

    [columns.Huisnummer]
    field = "address"
    order = 2

    [columns."Huisnummer Toevoeging"]
    field = "address"
    order = 3

    [columns.Plaats]
    field = "address"
    order = 4
    join = ", "

    [columns.Postcode]
    field = "postcode"

    [columns.Inschrijfdatum]
    field = "intake"

    [columns."1e uitk dag (niet WW)"]
    field = "benefit"

    [columns."Medewerker Naam"]
    field = "coach"

    [columns."Organisatie Naam"]
    field = "team"

    [columns.Participatieladder]
    field = "ladder"

    [columns.Klantprofiel]
    field = "track"

    # "MBO" without a level is what it may be: mbo 1 to 4.
    [columns.Opleidingsniveau]
    field = "education"

    # The register writes every category it knows in one cell, so what is not there is not held.
    [columns.Rijbewijs]
    field = "licence"
    split = ","
    complete = true

    [columns.Vervoer]
    field = "transport"
    split = ","
    values = { "AUTO" = "car", "MOTOR" = "motorcycle", "FIETS" = "bicycle", "Scooter" = "moped" }

    [columns."Beschikbare uren/wk"]
    field = "hours"

    [columns.Bemiddelingsberoep]
    field = "wants"

    # A code of the register's own; 99999 is its "none of these".
    [columns.Beroepssector]
    field = "sector"
    empty = ["99999"]

    # Sonar's own scale, 1 (none) to 4 (good), is not the European one and nobody has published how they meet.
    # Each step is therefore the widest range it can honestly mean, so that "at least B1" is a yes for a 4, a no
    # for a 1, and unknown, which is to be asked, between them.
    [columns."Mondeling Nederlands"]
    field = "speaks"
    values = { "1" = "none..A1", "2" = "A1..B1", "3" = "A2..B2", "4" = "B1..C2" }

    [columns."Schriftelijk Nederlands"]
    field = "writes"
    values = { "1" = "none..A1", "2" = "A1..B1", "3" = "A2..B2", "4" = "B1..C2" }

    [columns.Toestemming]
    field = "consent"

    # Known, and not for guidance: numbers of the register's own, and counts of rows.
    [columns."Datum melding"]
    use = false
    [columns.ID_WZ]
    use = false
    [columns.Gemeente]
    use = false
    [columns.Banenafspraak]
    use = false
    [columns.Arbeidsmarktregio]
    use = false
    [columns."Cases (aantal)"]
    use = false
    [columns.Sonar]
    use = false
    [columns."GSD Kantoor"]
    use = false
    [columns.Aantal]
    use = false
    """#
}

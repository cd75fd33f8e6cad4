import CaseloadCore

/// The words that registers use for contacts (Rotterdam's among them), and what they mean.
enum ContactWords {
  /// Headers of the parts of a contact, the surest first.
  static let headers: [(ContactPart, [String])] = [
    (.held, ["held", "gehouden op", "datum gesprek", "gespreksdatum", "datum gehouden", "date held"]),
    (
      .logged,
      [
        "logged", "datum vastlegging", "vastgelegd op", "registratiedatum", "datum registratie",
        "invoerdatum",
      ]
    ),
    (.day, ["day", "datum contact", "contactdatum", "datum", "date"]),
    (
      .kind,
      ["kind", "soort contact omschrijving", "soort contact", "contactsoort", "soort", "type", "contacttype"]
    ),
    (.channel, ["channel", "kanaal", "contactvorm", "wijze van contact"]),
    (.initiative, ["initiative", "initiatief", "richting"]),
    (
      .colleague,
      ["colleague", "medewerker", "medewerker naam", "behandelaar", "consulent", "werkcoach", "klantmanager"]
    ),
    (.subject, ["subject", "onderwerp"]),
    (
      .story,
      [
        "story", "toelichting onderwerp", "toelichting", "verslag", "notitie", "omschrijving", "opmerking",
        "note",
      ]
    ),
    (.agreed, ["agreed", "vervolg", "vervolgafspraak", "afgesproken", "next step"]),
    (.answered, ["answered", "beantwoord op", "datum beantwoord"]),
  ]

  private typealias Row = (words: [String], meaning: ContactMeaning)

  /// What a kind means. A message is no contact, a call may have been a voicemail, a gathering is no talk with
  /// one client; "anders" may be anything.
  private static let kindRows: [Row] = [
    (
      [
        "conversation", "gesprek", "talk", "gesprek gevoerd", "spreekuur", "intakegesprek",
        "voortgangsgesprek",
      ],
      ContactMeaning(.conversation)
    ),
    (["gesprek op kantoor", "gesprek op locatie", "face to face"], ContactMeaning(.conversation, .inPerson)),
    (["huisbezoek", "home visit"], ContactMeaning(.conversation, .homeVisit)),
    (["beeldbellen", "videogesprek", "video"], ContactMeaning(.conversation, .video)),
    (["chat", "live chat"], ContactMeaning(.conversation, .liveChat)),
    (["telefoongesprek", "telefonisch gesprek"], ContactMeaning(.conversation, .phone)),
    (["telefoontje", "telefoon", "telefonisch", "call", "phone", "belletje"], ContactMeaning(.call, .phone)),
    (["telefoontje inkomend", "telefoon inkomend", "call in"], ContactMeaning(.call, .phone, .client)),
    (["telefoontje uitgaand", "telefoon uitgaand", "call out"], ContactMeaning(.call, .phone, .us)),
    (["message in", "bericht in"], ContactMeaning(.messageIn, .unknown, .client)),
    (["message out", "bericht uit"], ContactMeaning(.messageOut, .unknown, .us)),
    (["e-mail inkomend", "mail inkomend", "e-mail in"], ContactMeaning(.messageIn, .mail, .client)),
    (["e-mail uitgaand", "mail uitgaand", "e-mail", "mail"], ContactMeaning(.messageOut, .mail, .us)),
    (["document inkomend", "brief inkomend", "post inkomend"], ContactMeaning(.messageIn, .letter, .client)),
    (
      ["document uitgaand", "brief uitgaand", "document", "brief", "letter", "post uitgaand", "uitnodiging"],
      ContactMeaning(.messageOut, .letter, .us)
    ),
    (["sms inkomend", "whatsapp inkomend", "app inkomend"], ContactMeaning(.messageIn, .text, .client)),
    (
      ["sms", "whatsapp", "sms uitgaand", "whatsapp uitgaand", "text"],
      ContactMeaning(.messageOut, .text, .us)
    ),
    (
      [
        "attempt", "poging", "geen gehoor", "niet bereikt", "voicemail", "no show", "noshow",
        "niet verschenen",
        "afgezegd", "geannuleerd", "no answer",
      ], ContactMeaning(.attempt, .unknown, .us)
    ),
    (["appointment", "afspraak", "afspraak gepland"], ContactMeaning(.appointment)),
    (["rapportage deelname", "rapportage rib", "rapportage"], ContactMeaning(.none)),
    (
      ["groepsbijeenkomsten", "groepsbijeenkomst", "anders", "unconfirmed", "overig"],
      ContactMeaning(.unconfirmed)
    ),
  ]

  /// Subjects that say more than the kind does: nobody came, or the talk was with somebody else.
  private static let subjectRows: [Row] = [
    (
      ["no show", "noshow", "werkintake niet verschenen", "niet verschenen", "geen gehoor"],
      ContactMeaning(.attempt, .unknown, .us)
    ),
    (["contact derden", "contact met aanbieder", "overleg met inkomen"], ContactMeaning(.none)),
  ]

  private static let channelRows: [(words: [String], channel: Channel)] = [
    (["telefoon", "telefonisch", "phone", "bellen", "tel"], .phone),
    (
      ["persoonlijk", "balie", "op kantoor", "kantoor", "spreekuur", "fysiek", "face to face", "in person"],
      .inPerson
    ),
    (["huisbezoek", "home visit", "thuis"], .homeVisit), (["video", "beeldbellen", "teams"], .video),
    (["chat", "live chat"], .liveChat), (["brief", "post", "letter"], .letter),
    (["mail", "e-mail"], .mail), (["sms", "whatsapp", "app", "text"], .text),
    (["unknown", "onbekend", ""], .unknown),
  ]

  private static let initiativeRows: [(words: [String], initiative: Initiative)] = [
    (["us", "wij", "ons", "gemeente", "medewerker", "consulent", "werkcoach", "uitgaand"], .us),
    (["client", "klant", "werkzoekende", "inkomend"], .client), (["unknown", "onbekend", ""], .unknown),
  ]

  static let kinds = table(kindRows.map { ($0.words, $0.meaning) })
  static let subjects = table(subjectRows.map { ($0.words, $0.meaning) })
  static let channels = table(channelRows.map { ($0.words, $0.channel) })
  static let initiatives = table(initiativeRows.map { ($0.words, $0.initiative) })

  private static func table<Meaning>(_ rows: [([String], Meaning)]) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (words, meaning) in rows {
      for word in words { table[Folding.key(word)] = meaning }
    }
    return table
  }
}

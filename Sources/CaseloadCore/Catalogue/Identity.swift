private let shown: Uses = [.list, .filter, .export]
private let kept: Uses = [.filter, .form, .export]

/// Who the client is and how to reach her.
let identityFields: [Field] = [
  Field(
    "number", .identity, .number(.count), label: "Number",
    definition: "The client's number in this store: short, given by the program, and the only one that is "
      + "shown, typed or passed. The register's own key is kept apart and never shown.",
    uses: shown, owner: .derived, filterWords: ["nr", "nummer"]),
  Field(
    "name", .identity, .name, label: "Client",
    definition:
      "Family name, prefix such as \"van der\", and given name or initials. Lists sort by family name.",
    due: .intake, uses: [.list, .filter, .form, .export], owner: .register,
    filterWords: ["naam", "client", "klant"],
    importSynonyms: [
      "naam", "volledige naam", "clientnaam", "klantnaam", "naam klant", "client name", "full name",
    ]),
  Field(
    "birth", .identity, .day, label: "Birth date", short: "Born",
    definition: "Day of birth. Where only the month or the year is known, the whole month or year is kept as "
      + "what it may be.",
    isProtected: true, due: .intake, uses: [.list, .filter, .form, .export], owner: .register,
    filterWords: ["birthdate", "geboren", "geboortedatum"],
    importSynonyms: [
      "geboortedatum", "geb datum", "gebjaarmaand", "geboortejaar", "date of birth", "birth date", "dob",
    ]),
  Field(
    "age", .identity, .number(.years), label: "Age",
    definition:
      "Whole years today, worked out from the birth date. Where the birth date is partial, so is the age.",
    isProtected: true, uses: [.list, .filter, .facet, .export], owner: .derived, filterWords: ["leeftijd"],
    importSynonyms: ["leeftijd", "age"]),
  Field(
    "phone", .identity, .text(repeated: false), label: "Phone",
    definition: "The telephone number on which the client can be reached.", due: .intake, uses: kept,
    owner: .register, filterWords: ["telefoon", "telephone"],
    importSynonyms: [
      "telefoonnummer", "telefoon", "tel", "mobiel", "mobiel nummer", "phone", "telephone", "mobile",
    ]),
  Field(
    "email", .identity, .text(repeated: false), label: "E-mail",
    definition: "The mail address the client reads.", uses: kept, owner: .register, filterWords: ["mail"],
    importSynonyms: ["e-mailadres", "emailadres", "email", "e-mail", "mail"]),
  Field(
    "address", .identity, .text(repeated: false), label: "Address",
    definition: "Street, house number and place. Say nothing of it where the address is secret.",
    uses: kept, owner: .register, filterWords: ["adres"],
    importSynonyms: ["adres", "straatnaam", "straat", "street", "address"]),
  Field(
    "postcode", .identity, .text(repeated: false), label: "Postcode",
    definition: "Postcode of the address; with the birth date it verifies a caller on the telephone.",
    uses: [.list, .filter, .form, .export], owner: .register,
    importSynonyms: ["postcode", "bemiddelingspostcode", "postal code", "zip"]),
  Field(
    "district", .identity, .text(repeated: true), label: "District",
    definition: "The part of the city in which the client lives. Protected, for where one lives stands for "
      + "much else.",
    isProtected: true, uses: [.list, .filter, .facet, .form, .export], owner: .register,
    filterWords: ["wijk", "stadsdeel"],
    importSynonyms: ["wijk", "wijknaam", "stadsdeel", "district"]),
  Field(
    "channel", .identity,
    .choice(
      choices(
        "channel",
        [
          ("phone", "telephone", ["telefoon", "bellen"]), ("mail", "e-mail", ["email", "e-mail"]),
          ("text", "text message", ["sms", "whatsapp", "app"]), ("letter", "letter", ["brief", "post"]),
          ("in-person", "in person", ["persoonlijk", "balie"]), ("video", "video", ["beeldbellen"]),
        ]), .none),
    label: "Preferred channel", short: "Prefers",
    definition: "How the client likes to be reached. Not what was used last; that is with each contact.",
    uses: [.list, .filter, .facet, .form, .export],
    owner: .coach, filterWords: ["voorkeurskanaal"],
    importSynonyms: ["voorkeurskanaal", "voorkeur contact", "preferred channel"]),
  Field(
    "interpreter", .identity, .yesNo, label: "Interpreter",
    definition:
      "Whether a talk needs an interpreter, sign language included. Protected, for it tells origin or a "
      + "disability.",
    isProtected: true, uses: [.list, .filter, .facet, .form, .export], owner: .coach, filterWords: ["tolk"],
    importSynonyms: ["tolk", "tolk nodig", "interpreter"]),
  Field(
    "secret", .identity, .yesNo, label: "Secret address", short: "Secret",
    definition: "The register marks the address as secret: never say or send it to anyone.",
    isProtected: true, uses: [.filter, .form, .export], owner: .register, filterWords: ["geheim"],
    importSynonyms: ["geheim adres", "indicatie geheim", "geheimhouding", "secret address"]),
  Field(
    "representative", .identity, .text(repeated: false), label: "Representative", short: "Represented",
    definition:
      "Who speaks for the client where there is a guardian, an administrator or someone authorised.",
    uses: kept, owner: .coach, filterWords: ["gemachtigde", "bewindvoerder"],
    importSynonyms: ["gemachtigde", "bewindvoerder", "vertegenwoordiger", "representative"]),
]

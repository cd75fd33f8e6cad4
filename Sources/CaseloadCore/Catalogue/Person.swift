private let column: Uses = [.list, .filter, .facet, .form, .export]
private let cefr = [
  ("none", "none", ["geen", "geen beheersing", "0", "a0"]), ("A1", "A1", []), ("A2", "A2", []),
  ("B1", "B1", []), ("B2", "B2", []),
  ("C1", "C1", []), ("C2", "C2", ["moedertaal", "native"]),
]
private let week = [
  ("none", "none", ["geen"]), ("mon", "Monday", ["ma", "maandag"]), ("tue", "Tuesday", ["di", "dinsdag"]),
  ("wed", "Wednesday", ["wo", "woensdag"]), ("thu", "Thursday", ["do", "donderdag"]),
  ("fri", "Friday", ["vr", "vrijdag"]), ("sat", "Saturday", ["za", "zaterdag"]),
  ("sun", "Sunday", ["zo", "zondag"]),
]

/// Household, children and language.
let personFields: [Field] = [
  Field(
    "gender", .person,
    .choice(
      choices(
        "gender",
        [
          ("woman", "woman", ["vrouw", "v", "f", "female"]), ("man", "man", ["m", "male"]),
          ("other", "other", ["anders", "x", "non-binair"]),
        ]), .none),
    label: "Gender", definition: "As the client or the register says. Never a criterion for a vacancy.",
    isProtected: true, uses: column, owner: .register, filterWords: ["geslacht"],
    importSynonyms: ["geslacht", "gender", "sex"]),
  Field(
    "marital", .person,
    .choice(
      choices(
        "marital",
        [
          ("single", "unmarried", ["ongehuwd", "ongehuwd en nooit gehuwd geweest"]),
          ("married", "married", ["gehuwd", "getrouwd"]),
          ("partnership", "registered partnership", ["geregistreerd partnerschap", "partnerschap"]),
          ("divorced", "divorced", ["gescheiden"]),
          ("widowed", "widowed", ["weduwe", "weduwnaar", "verweduwd"]),
        ]), .none),
    label: "Marital status", short: "Marital",
    definition: "Civil status in the register; with whom the client lives is Household.", isProtected: true,
    uses: column, owner: .register, filterWords: ["burgerlijk"],
    importSynonyms: ["burgerlijke staat", "marital status"]),
  Field(
    "household", .person,
    .choice(
      choices(
        "household",
        [
          ("single", "single", ["alleenstaand", "alleenstaande"]),
          ("single-parent", "single parent", ["alleenstaande ouder", "eenoudergezin"]),
          ("couple", "couple", ["paar", "samenwonend", "samenwonend zonder kinderen"]),
          (
            "couple-children", "couple with children",
            ["paar met kinderen", "samenwonend met kinderen", "gezin"]
          ),
          ("other", "other", ["anders", "overig"]),
        ]), .none),
    label: "Household",
    definition: "With whom the client lives. A single parent is a single parent, mother or father.",
    isProtected: true, uses: column, owner: .register, filterWords: ["huishouden", "leefvorm"],
    importSynonyms: ["huishouden", "leefvorm", "gezinssituatie", "household"]),
  Field(
    "cares", .person, .yesNo, label: "Cares for children", short: "Cares",
    definition: "Whether the client has the daily care of children, living in the same home or not.",
    isProtected: true,
    due: .phase, uses: column, owner: .coach, filterWords: ["zorg-kinderen"],
    importSynonyms: ["zorg voor kinderen", "cares for children"]),
  Field(
    "children", .person, .number(.count), label: "Children",
    definition: "How many children the client cares for; 0 is recorded, and is not the same as nobody asked.",
    isProtected: true, uses: column, owner: .register, filterWords: ["kinderen"],
    importSynonyms: ["aantal kinderen", "kinderen", "children"]),
  Field(
    "care-days", .person, .several(choices("week", week)), label: "Days of care", short: "Care days",
    definition: "On which days the children are with the client: what work has to fit around.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["zorgdagen"],
    importSynonyms: ["zorgdagen", "care days"]),
  Field(
    "youngest", .person, .day, label: "Youngest child born", short: "Youngest",
    definition:
      "Birth day of the youngest child; bears on exemption and on what is possible, never on matching.",
    isProtected: true, uses: column.subtracting(.facet), owner: .register, filterWords: ["jongste"],
    importSynonyms: [
      "geboortedatum jongste kind", "jongste kind", "relatie_gebjaarmaand", "youngest child born",
    ]),
  Field(
    "language", .person, .text(repeated: true), label: "Home language", short: "Language",
    definition: "The language the client speaks best, and so the one to ask an interpreter for.",
    isProtected: true, uses: column, owner: .register,
    filterWords: ["taal", "spreektaal"],
    importSynonyms: ["spreektaal", "moedertaal", "thuistaal", "home language"]),
  Field(
    "speaks", .person, .scale(choices("cefr", cefr)), label: "Dutch, speaking", short: "Speaks Dutch",
    definition: "Level of spoken Dutch on the European scale (CEFR): A1 first words to C2 as a native. Asked "
      + "of a vacancy only as far as the work itself needs it.",
    due: .phase, uses: column.union(.matching), owner: .coach, filterWords: ["spreekt"],
    importSynonyms: ["mondeling nederlands", "nl_spreken", "nl spreken", "dutch speaking"]),
  Field(
    "writes", .person, .scale(choices("cefr", cefr)), label: "Dutch, writing", short: "Writes Dutch",
    definition: "Level of written Dutch on the European scale (CEFR): A1 a filled-in form to C2 as a native.",
    due: .phase,
    uses: column.union(.matching),
    owner: .coach, filterWords: ["schrijft"],
    importSynonyms: ["schriftelijk nederlands", "nl_schrijven", "nl schrijven", "dutch writing"]),
]

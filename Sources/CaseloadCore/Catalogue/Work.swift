private let column: Uses = [.list, .filter, .facet, .form, .export]
private let matched: Uses = [.list, .filter, .facet, .form, .matching, .export]
private let towardsWork: Set<Track> = [.work, .development]
let sectorRows: [(code: String, label: String, synonyms: [String])] = [
  ("logistics", "logistics", ["logistiek", "transport", "transport en logistiek"]),
  ("care", "care", ["zorg", "zorg en welzijn"]),
  ("cleaning", "cleaning", ["schoonmaak"]), ("construction", "construction", ["bouw"]),
  ("industry", "industry", ["industrie", "productie"]), ("technology", "technology", ["techniek"]),
  ("hospitality", "hospitality", ["horeca"]), ("retail", "retail", ["detailhandel", "winkel"]),
  ("office", "office and administration", ["administratie", "kantoor", "administratief"]),
  ("ict", "ICT", ["automatisering"]),
  ("education", "education", ["onderwijs"]),
  ("green", "green and agriculture", ["groen", "agrarisch", "landbouw"]),
  ("security", "security", ["beveiliging"]), ("government", "government", ["overheid"]),
  ("culture", "culture and sport", ["cultuur", "sport"]), ("other", "other", ["overig", "anders"]),
]

/// What vacancies ask for.
let workFields: [Field] = [
  Field(
    "education", .work, .education, label: "Education level", short: "Education",
    definition:
      "Highest level finished with a diploma. \"MBO\" without a level is kept as what it may be: mbo 1 to 4. "
      + "Havo and vwo stand beside mbo; \"other\" is comparable with nothing.",
    due: .phase, uses: matched, owner: .register, filterWords: ["opleiding", "opleidingsniveau"],
    importSynonyms: ["opleidingsniveau", "opleiding", "niveau opleiding", "education level"]),
  Field(
    "education-field", .work, .text(repeated: true), label: "Education field", short: "Studied",
    definition: "What the education was about, such as care or car mechanics, finished or not.",
    uses: matched, owner: .register, filterWords: ["richting"],
    importSynonyms: [
      "opleidingsrichting", "richting", "omschrijvingopleidingsnaam", "naamopleidingongecodeerd",
      "field of study",
      "education field",
    ]),
  Field(
    "diploma", .work, .yesNo, label: "Diploma",
    definition: "Whether there is a diploma of that level that counts in this country.",
    uses: matched, owner: .register, importSynonyms: ["diploma", "diploma behaald", "indicatiediploma"]),
  Field(
    "experience", .work, .experience, label: "Experience",
    definition: "Work done before: occupation, sector, from when to when. Unpaid work and work abroad count.",
    due: .phase, tracks: towardsWork, uses: [.list, .filter, .form, .matching, .export], owner: .coach,
    filterWords: ["ervaring", "werkervaring"], importSynonyms: ["werkervaring", "ervaring", "experience"]),
  Field(
    "licence", .work, .licence, label: "Driving licences", short: "Licences",
    definition:
      "Categories held. One gives others: who has CE has C, C1, C1E, BE, B and AM too. Nobody asked is not "
      + "the same as none.",
    due: .phase, tracks: towardsWork, uses: matched, owner: .register, filterWords: ["license", "rijbewijs"],
    importSynonyms: [
      "rijbewijs", "rijbewijzen", "codesoortrijbewijs", "driving licence", "driving license", "licences",
    ]),
  Field(
    "licence-until", .work, .day, label: "Licence valid until", short: "Valid until",
    definition: "Last day on which the licence is valid.", uses: [.list, .filter, .form, .matching, .export],
    owner: .coach, importSynonyms: ["rijbewijs geldig tot", "licence valid until"]),
  Field(
    "licence-foreign", .work, .yesNo, label: "Foreign licence", short: "Foreign",
    definition: "The licence was issued abroad; whether it counts here is a question of its own.",
    uses: [.filter, .form, .export], owner: .coach,
    importSynonyms: ["buitenlands rijbewijs", "foreign licence"]),
  Field(
    "transport", .work,
    .several(
      choices(
        "transport",
        [
          ("none", "none", ["geen"]), ("car", "car", ["auto"]),
          ("moped", "moped", ["scooter", "brommer", "bromfiets"]),
          ("motorcycle", "motorcycle", ["motor", "motorfiets"]), ("bicycle", "bicycle", ["fiets", "e-bike"]),
          ("public", "public transport", ["ov", "openbaar vervoer", "bus", "trein"]),
        ])),
    label: "Transport", definition: "What the client can use to get to work. A licence is not yet a car.",
    due: .phase,
    tracks: towardsWork,
    uses: matched, owner: .coach, filterWords: ["vervoer"],
    importSynonyms: ["vervoer", "vervoermiddel", "vervoersmiddel", "transport"]),
  Field(
    "hours", .work, .span(.hoursPerWeek), label: "Hours per week", short: "Hours a week",
    definition:
      "Fewest and most hours a week the client wants to work. 16..24 passes a test for 24 and one for 16.",
    due: .phase, tracks: towardsWork, uses: matched, owner: .coach, filterWords: ["uren"],
    importSynonyms: ["beschikbare uren/wk", "beschikbare uren", "uren per week", "uren", "hours per week"]),
  Field(
    "irregular", .work, .yesNo, label: "Irregular hours", short: "Irregular",
    definition: "Can work evenings, nights or weekends.", due: .phase, tracks: towardsWork, uses: matched,
    owner: .coach, filterWords: ["onregelmatig"],
    importSynonyms: ["onregelmatig", "onregelmatige tijden", "ploegendienst", "irregular hours"]),
  Field(
    "office-hours", .work, .yesNo, label: "Office hours only", short: "Office hrs",
    definition: "Can only work in office hours. Protected, for it mostly means care for children.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["kantooruren"],
    importSynonyms: ["alleen kantooruren", "alleen kantoortijden", "office hours only"]),
  Field(
    "available", .work, .day, label: "Available from", short: "Available",
    definition: "First day on which the client can start.",
    uses: [.list, .filter, .form, .matching, .export],
    owner: .coach, filterWords: ["beschikbaar"],
    importSynonyms: [
      "beschikbaar vanaf", "beschikbaar per", "datumaanvangbeschikbaarvoorwerk", "available from",
    ]),
  Field(
    "travel", .work, .span(.kilometres), label: "Travel, kilometres", short: "Travel km",
    definition: "The farthest one way the client wants to travel to work, in kilometres.", uses: matched,
    owner: .coach, filterWords: ["reisafstand"],
    importSynonyms: ["reisafstand", "max reisafstand", "maximale reisafstand", "travel km"]),
  Field(
    "travel-time", .work, .span(.minutes), label: "Travel, minutes", short: "Travel min",
    definition: "The longest one way the client wants to travel to work, in minutes.", uses: matched,
    owner: .coach, filterWords: ["reistijd"],
    importSynonyms: ["reistijd", "max reistijd", "maximale reistijd", "travel minutes"]),
  Field(
    "heavy", .work, .yesNo, label: "Heavy work",
    definition:
      "Whether the client can do physically heavy work. Ask what the work is: what is lifted, how often.",
    due: .phase, tracks: towardsWork, uses: matched, owner: .coach, filterWords: ["zwaar"],
    importSynonyms: ["zwaar werk", "fysiek zwaar werk", "heavy work"]),
  Field(
    "skills", .work, .words, label: "Skills",
    definition: "What the client can do, in plain words: computer, languages, "
      + "forklift, selling.", due: .phase, tracks: [.work, .development, .participation],
    uses: [.list, .filter, .facet, .form, .matching, .export], owner: .coach,
    filterWords: ["vaardigheden"],
    importSynonyms: ["vaardigheden", "competenties", "comp_omschrijving", "vakvaardigheid", "skills"]),
  Field(
    "wants", .work, .words, label: "Wanted jobs",
    definition: "Jobs the client wants, in the client's own words.", due: .phase,
    tracks: [.work, .development, .participation],
    uses: [.list, .filter, .facet, .form, .matching, .export],
    owner: .coach, filterWords: ["wens", "wensberoep", "jobs"],
    importSynonyms: [
      "bemiddelingsberoep", "wensberoep", "gewenst beroep", "naamberoepongecodeerd",
      "omschrijvingberoepsnaam", "wanted job", "wanted jobs",
    ]),
  Field(
    "sector", .work, .several(choices("sector", sectorRows)), label: "Wanted sectors", short: "Sectors",
    definition: "Sectors in which the client wants to work.", uses: matched, owner: .coach,
    filterWords: ["sectoren", "branche"],
    importSynonyms: ["gewenste sector", "gewenste sectoren", "sector", "beroepssector", "wanted sector"]),
  Field(
    "contract", .work,
    .several(
      choices(
        "contract",
        [
          ("permanent", "permanent", ["vast", "onbepaalde tijd"]),
          ("temporary", "temporary", ["tijdelijk", "bepaalde tijd"]),
          ("agency", "agency work", ["uitzend", "uitzendwerk"]),
          ("apprentice", "learning job", ["leerbaan", "bbl"]),
          ("trial", "work experience place", ["werkervaringsplaats", "proefplaatsing"]),
          ("self", "self-employed", ["zzp", "zelfstandig"]),
        ])),
    label: "Contract wishes", short: "Contract", definition: "Kinds of contract the client would take.",
    uses: matched, owner: .coach,
    importSynonyms: ["contractwens", "contract", "codetypearbeidscontract", "contract wishes"]),
]

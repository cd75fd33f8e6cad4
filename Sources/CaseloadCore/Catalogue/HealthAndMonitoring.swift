private let column: Uses = [.list, .filter, .facet, .form, .export]
private let derived: Uses = [.list, .filter, .export]

/// Whether there are problems, never which: no diagnosis has a place here (GDPR art. 9).
let healthFields: [Field] = [
  Field(
    "physical", .health, .yesNo, label: "Physical problems", short: "Physical",
    definition: "Whether physical problems limit what work is possible. Yes or no; never a diagnosis.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["lichamelijk"],
    importSynonyms: [
      "lichamelijke problematiek", "lichamelijke problemen", "fysieke problemen", "physical problems",
    ]),
  Field(
    "mental", .health, .yesNo, label: "Mental problems", short: "Mental",
    definition: "Whether mental problems limit what work is possible. Yes or no; never a diagnosis.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["psychisch"],
    importSynonyms: ["psychische problemen", "psychische problematiek", "mental problems"]),
  Field(
    "support", .health,
    .several(
      choices(
        "support",
        [
          ("none", "none", ["geen"]),
          ("adaptation", "adapted workplace", ["aanpassing", "werkplekaanpassing"]),
          ("guidance", "guidance at work", ["begeleiding", "jobcoach"]),
          ("variation", "varied tasks", ["variatie", "afwisseling"]),
        ])),
    label: "Support at work", short: "Support",
    definition: "What an employer would have to arrange: an adapted workplace, guidance, varied tasks.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["ondersteuning"],
    importSynonyms: ["ondersteuning", "werkaanpassing", "support at work"]),
]

/// Contacts, plans, offers and errands.
let monitoringFields: [Field] = [
  Field(
    "seen", .monitoring, .day, label: "Last seen",
    definition:
      "Day of the latest conversation. Attempts and messages do not count. A conversation is held in person, by "
      + "phone, video, live chat or home visit, with this or an earlier coach. Never: none since the client came.",
    uses: derived, owner: .derived, filterWords: ["gezien", "last-seen"],
    importSynonyms: [
      "laatste contact", "datum laatste contact", "laatst gesproken", "last contact", "last seen",
    ]),
  Field(
    "seen-by", .monitoring, .text(repeated: true), label: "Seen by",
    definition: "The colleague who had the latest conversation.", uses: [.export], owner: .derived),
  Field(
    "seen-channel", .monitoring, .text(repeated: true), label: "Seen how",
    definition: "The channel of the latest conversation: in person, phone, video, home visit or live chat.",
    uses: derived, owner: .derived),
  Field(
    "ours", .monitoring, .day, label: "Our initiative", short: "By us",
    definition: "Day of the latest conversation for which a colleague took the initiative. Quiet clients are "
      + "ordered by it: who never calls is not forgotten.", uses: derived, owner: .derived,
    filterWords: ["initiatief"]),
  Field(
    "next", .monitoring, .day, label: "Next appointment", short: "Next",
    definition: "The first appointment from today on.", uses: derived, owner: .derived,
    filterWords: ["afspraak", "appointment"],
    importSynonyms: ["volgende afspraak", "next appointment"]),
  Field(
    "waiting", .monitoring,
    .choices(
      choices(
        "waiting",
        [("none", "nobody", ["niemand"]), ("us", "us", ["ons", "wij"]), ("client", "the client", ["klant"])]),
      implies: [[], [], []]),
    label: "Waiting on", short: "Waiting",
    definition: "Who has to do the next thing, from the errands that are open.",
    uses: [.list, .filter, .facet, .export], owner: .derived,
    filterWords: ["wacht"]),
  Field(
    "cv", .monitoring, .day, label: "CV",
    definition:
      "Day on which the client's CV was last brought up to date. Missing where nobody recorded one although it is due.",
    due: .phase, tracks: [.work, .development], uses: column.subtracting(.facet), owner: .coach,
    importSynonyms: ["cv", "cv datum", "datum cv", "cv date"]),
  Field(
    "cv-place", .monitoring, .text(repeated: false), label: "CV lies in", short: "CV lies in",
    definition: "Where the CV lies: the folder, system or paper file in which a colleague finds it.",
    uses: [.form, .export], owner: .coach, importSynonyms: ["vindplaats cv", "cv place"]),
  Field(
    "consent", .monitoring, .yesNo, label: "Consent to share", short: "Consent",
    definition:
      "The register says that the client lets the profile be shared. Each vacancy still needs its own yes "
      + "before anything goes to an employer.", uses: column, owner: .register, filterWords: ["toestemming"],
    importSynonyms: ["toestemming", "consent"]),
  Field(
    "plan", .monitoring, .day, label: "Plan of action", short: "Plan",
    definition: "Day of the plan of action: the agreed way to work. For some groups a legal duty, for others "
      + "policy (Participatiewet art. 44a and 7).", due: .phase, uses: column.subtracting(.facet),
    owner: .coach,
    filterWords: ["plan-van-aanpak"],
    importSynonyms: ["plan van aanpak", "datum plan", "datum plan van aanpak", "plan date"],
    legalGround: "Not waived: for some groups the law asks for a plan (Participatiewet art. 44a)."),
  Field(
    "plan-review", .monitoring, .day, label: "Plan review", short: "Review",
    definition: "Day on which client and coach have agreed to look at the plan again.",
    uses: column.subtracting(.facet),
    owner: .coach,
    filterWords: ["evaluatie"], importSynonyms: ["evaluatiedatum", "datum evaluatie", "plan review"]),
  Field(
    "workshops", .monitoring, .words, label: "Workshops",
    definition: "Workshops the client takes part in or has finished.",
    uses: [.list, .filter, .form, .export], owner: .coach, importSynonyms: ["workshops", "workshop"]),
  Field(
    "offers", .monitoring, .words, label: "Offers",
    definition: "Vacancies this client was offered and what came of each.",
    uses: [.filter, .export], owner: .coach, filterWords: ["aanbod"]),
  Field(
    "errands", .monitoring, .number(.count), label: "Open errands", short: "Errands",
    definition: "Things to do by a day, by us or by the client, that are not done yet.",
    uses: [.list, .filter, .facet, .export], owner: .derived,
    filterWords: ["acties"]),
  Field(
    "debts", .monitoring, .yesNo, label: "Debts",
    definition:
      "Whether debts stand in the way. Yes or no, for our help only; never a criterion for a vacancy.",
    isProtected: true, uses: column, owner: .coach, filterWords: ["schulden"],
    importSynonyms: ["schulden", "financiele problemen", "debts"]),
  Field(
    "gaps", .monitoring, .number(.count), label: "Gaps",
    definition:
      "How many fields are due and empty. What was asked and not known, declined or waived is no gap.",
    uses: derived, owner: .derived, filterWords: ["hiaten"]),
]

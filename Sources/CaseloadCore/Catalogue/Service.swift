private let column: Uses = [.list, .filter, .facet, .form, .export]

/// What the municipality does with and for the client.
let serviceFields: [Field] = [
  Field(
    "team", .service, .text(repeated: true), label: "Team",
    definition: "The team that guides the client now.", uses: [.list, .filter, .facet, .export],
    owner: .register,
    importSynonyms: ["team", "teamnaam", "organisatie naam", "gsd kantoor"]),
  Field(
    "coach", .service, .text(repeated: true), label: "Work coach", short: "Coach",
    definition: "The colleague who guides the client now. Chooses whose caseload is shown; never a column, "
      + "a sort or a bar that would compare colleagues.",
    uses: [.filter, .export], owner: .register, filterWords: ["werkcoach", "klantmanager"],
    importSynonyms: ["medewerker naam", "werkcoach", "klantmanager", "consulent", "coach", "case manager"]),
  Field(
    "assigned", .service, .day, label: "Assigned",
    definition: "Day on which the client came to this coach.", uses: column.subtracting(.facet),
    owner: .register, filterWords: ["toegewezen"],
    importSynonyms: ["toegewezen", "toegewezen op", "datum toewijzing", "assigned"]),
  Field(
    "intake", .service, .day, label: "Intake",
    definition: "Day of the intake talk of this spell; what is due at intake counts from here.",
    uses: column.subtracting(.facet), owner: .register,
    importSynonyms: ["intake", "datum intake", "inschrijfdatum", "datum inschrijving", "intake date"]),
  Field(
    "benefit", .service, .day, label: "Benefit since", short: "Benefit",
    definition: "First day of the benefit in this spell.", uses: column.subtracting(.facet), owner: .register,
    filterWords: ["uitkering"],
    importSynonyms: ["1e uitk dag (niet ww)", "ingangsdatum uitkering", "uitkering sinds", "benefit since"]),
  Field(
    "status", .service,
    .choice(
      choices(
        "status",
        [
          ("active", "active", ["actief", "lopend"]), ("paused", "paused", ["gepauzeerd", "pauze"]),
          ("working", "working", ["werkt", "aan het werk", "geplaatst"]),
          ("closed", "closed", ["afgesloten", "beeindigd", "gesloten", "uitgestroomd"]),
        ]), .none),
    label: "Status",
    definition: "Active; paused until a return day; working (placed, still guided); or closed. A caseload is "
      + "everyone who is not closed.",
    uses: column, owner: .register, importSynonyms: ["status", "klantstatus"]),
  Field(
    "since", .service, .day, label: "Status since", short: "Since",
    definition: "First day on which the status was what it is now.", uses: [.filter, .form, .export],
    owner: .coach, filterWords: ["status-since"], importSynonyms: ["status sinds", "status since"]),
  Field(
    "reason", .service, .text(repeated: true), label: "Reason of status", short: "Reason",
    definition: "Why the status is what it is: why paused, or how the spell ended.",
    uses: [.filter, .form, .export],
    owner: .coach, filterWords: ["reden"],
    importSynonyms: ["reden status", "status reden", "reden einde", "status reason"]),
  Field(
    "return", .service, .day, label: "Returns",
    definition:
      "Day on which a paused client returns; being forgotten counts from it.",
    uses: column.subtracting(.facet), owner: .coach, filterWords: ["terug"],
    importSynonyms: ["terug op", "pauze tot", "gepauzeerd tot", "return day"]),
  Field(
    "track", .service,
    .choice(
      choices(
        "track",
        [
          ("work", "direct to work", ["werk", "naar werk", "direct naar werk"]),
          ("development", "development", ["ontwikkeling", "ontwikkelen"]),
          ("participation", "participation", ["participatie", "meedoen"]),
          ("care", "care", ["zorg"]),
        ]), .none),
    label: "Service track", short: "Track",
    definition: "The kind of guidance: direct to work, development first, participation, or care first. "
      + "It gives the usual weeks between conversations.",
    due: .intake, uses: column, owner: .register, filterWords: ["traject"],
    importSynonyms: ["traject", "klantprofiel", "typering", "service track", "track"]),
  Field(
    "ladder", .service,
    .scale(
      choices(
        "ladder",
        [
          ("1", "1 isolated", ["trede 1", "1 geisoleerd"]),
          ("2", "2 social contacts outdoors", ["trede 2", "2 sociale contacten buitenshuis"]),
          ("3", "3 organised activities", ["trede 3", "3 deelname georganiseerde activiteiten"]),
          ("4", "4 unpaid work", ["trede 4", "4 onbetaald werk"]),
          ("5", "5 paid work with support", ["trede 5", "5 betaald werk met ondersteuning"]),
          (
            "6", "6 paid work without support",
            ["trede 6", "6 betaald werk", "6 betaald werk zonder ondersteuning"]
          ),
        ])),
    label: "Participation ladder", short: "Ladder",
    definition: "Steps 1 (isolated) to 6 (paid work without support): how far the client takes part today.",
    due: .phase, uses: column, owner: .register, filterWords: ["trede", "participatieladder"],
    importSynonyms: ["participatieladder", "trede", "ladder"]),
  Field(
    "exemption", .service, .day, label: "Exempt until", short: "Exempt",
    definition:
      "Last day of an exemption from the duty to work. It lifts the duty, not the right to support: "
      + "who is exempt may be offered work and may decline it.",
    isProtected: true, uses: column.subtracting(.facet), owner: .register, filterWords: ["ontheffing"],
    importSynonyms: ["ontheffing", "ontheffing tot", "einde ontheffing", "exempt until", "exemption"]),
  Field(
    "job-ready", .service, .yesNo, label: "Job-ready",
    definition: "Client and coach agree that the client could start a job within a few weeks.", due: .phase,
    tracks: [.work, .development], uses: column,
    owner: .coach, filterWords: ["bemiddelbaar"], importSynonyms: ["bemiddelbaar", "jobready", "job ready"]),
  Field(
    "frequency", .service, .number(.weeks), label: "Contact frequency", short: "Frequency",
    definition:
      "Weeks between conversations agreed with this client. Where none is agreed, the track's usual "
      + "weeks count.",
    due: .intake, uses: column, owner: .coach, filterWords: ["frequentie"],
    importSynonyms: ["contactfrequentie", "contactfrequentie (weken)", "frequentie", "contact frequency"]),
]

extension ShippedMappings {
  /// The questionnaire that goes with `Fixtures/questionnaire.csv`: a form of our own invention, to be copied and
  /// changed by who makes one. It asks nothing that the catalogue has no field for, and leaves every question open
  /// to "zeg ik liever niet" and "weet ik niet".
  public static let intake = #"""
    # Questions to a client at the first talk, answered at home or at the counter.
    mapping = 1
    name = "Vragenlijst intake"
    version = 1
    recognise = ["Uw nummer", "Ingevuld op", "Welke rijbewijzen heeft u?", "Hoe bereiken wij u het liefst?"]
    # The number that stands on the invitation, or the register's key where somebody filled it in for her.
    number = "Uw nummer"
    key = "Registratienummer"
    answered = "Ingevuld op"
    empty = ["overgeslagen"]
    not-known = ["weet ik niet"]
    declined = ["zeg ik liever niet"]
    dates = ["dd-mm-yyyy", "yyyy-mm-dd"]

    [columns."Wat is uw telefoonnummer?"]
    field = "phone"

    [columns."Wat is uw e-mailadres?"]
    field = "email"

    [columns."Hoe bereiken wij u het liefst?"]
    field = "channel"

    [columns."Heeft u een tolk nodig?"]
    field = "interpreter"

    [columns."Welke taal spreekt u thuis?"]
    field = "language"

    [columns."Hoe goed spreekt u Nederlands?"]
    field = "speaks"
    values = { "niet" = "none", "een beetje" = "A1..A2", "redelijk" = "A2..B1", "goed" = "B1..B2", "heel goed" = "C1..C2" }

    [columns."Hoe goed schrijft u Nederlands?"]
    field = "writes"
    values = { "niet" = "none", "een beetje" = "A1..A2", "redelijk" = "A2..B1", "goed" = "B1..B2", "heel goed" = "C1..C2" }

    [columns."Met wie woont u?"]
    field = "household"
    values = { "alleen" = "single", "alleen met mijn kinderen" = "single-parent", "met mijn partner" = "couple", "met mijn partner en kinderen" = "couple-children", "anders" = "other" }

    [columns."Zorgt u voor kinderen?"]
    field = "cares"

    [columns."Voor hoeveel kinderen zorgt u?"]
    field = "children"

    # Every day that is ticked; what is not ticked is not one.
    [columns."Op welke dagen zijn de kinderen bij u?"]
    field = "care-days"
    complete = true

    [columns."Welk diploma is uw hoogste?"]
    field = "education"
    values = { "geen" = "none", "basisschool" = "primary", "vmbo, mavo of lbo" = "vmbo", "mbo, niveau onbekend" = "mbo1|mbo2|mbo3|mbo4", "mbo niveau 1" = "mbo1", "mbo niveau 2" = "mbo2", "mbo niveau 3" = "mbo3", "mbo niveau 4" = "mbo4", "universiteit" = "wo", "uit een ander land" = "other" }

    # "Magazijn 3 jaar; schoonmaak 6 maanden"
    [columns."Welk werk heeft u gedaan?"]
    field = "experience"
    split = ";"

    [columns."Welke rijbewijzen heeft u?"]
    field = "licence"
    complete = true

    [columns."Hoe kunt u naar uw werk reizen?"]
    field = "transport"
    values = { "met de auto" = "car", "met de brommer" = "moped", "met de motor" = "motorcycle", "met de fiets" = "bicycle", "met het openbaar vervoer" = "public" }

    [columns."Hoeveel uur per week wilt u werken?"]
    field = "hours"

    [columns."Kunt u op onregelmatige tijden werken?"]
    field = "irregular"

    [columns."Vanaf wanneer kunt u beginnen?"]
    field = "available"

    [columns."Hoeveel kilometer wilt u reizen?"]
    field = "travel"

    [columns."Kunt u zwaar lichamelijk werk doen?"]
    field = "heavy"

    [columns."Wat kunt u goed?"]
    field = "skills"

    [columns."Welk werk wilt u doen?"]
    field = "wants"

    # Yes or no, and never which: the form offers no line to write on.
    [columns."Beperken lichamelijke klachten uw werk?"]
    field = "physical"

    [columns."Beperken psychische klachten uw werk?"]
    field = "mental"

    [columns."Staan schulden u in de weg?"]
    field = "debts"

    # For whoever reads the form; the number says whose it is.
    [columns."Uw naam"]
    use = false
    """#
}

extension ShippedMappings {
  /// The mappings of registers whose export is a folder of tables.
  public static let folders = [rotterdam]

  /// The registration of Rotterdam's Work and Income, by the tables and fields that the city's own published code
  /// reads. Columns that the code does not name (names, telephone, the day of a talk, the coach) go by their usual
  /// names.
  public static let rotterdam = #"""
    # Rotterdam, Work and Income: a folder of tables with histories, keyed by citizen service number.
    mapping = 1
    name = "Rotterdam W&I"
    version = 1
    key = "bsn"
    key-is-bsn = true
    empty = ["n.v.t.", "onb"]
    # The register's own housekeeping stands in every table.
    ignore = ["MTG_BRON", "MTG_DATUM", "MTG_LOB_ID", "MTG_GELDIG_VAF", "MTG_GELDIG_TEM", "dtopvoer", "dtafvoer", "volgnr"]
    dates = ["yyyy-mm-dd", "dd-mm-yyyy", "yyyymmdd", "yyyymm", "yyyy"]

    [tables.persoon]
    is = "persons"
    file = ["WEIFRA_persoon", "persoon"]
    recognise = ["bsn", "geslacht", "gebjaarmaand"]
    [tables.persoon.columns.geslacht]
    field = "gender"
    # The register keeps the month only: the birth date is what it may be.
    [tables.persoon.columns.gebjaarmaand]
    field = "birth"

    # Of the addresses only the one of the population register; the others are where post goes.
    [tables.adres]
    file = ["WEIFRA_adres", "adres"]
    from = "dtaanvang"
    to = "dteinde"
    only = { soort_adres = ["BRP"] }
    [tables.adres.columns.wijknaam]
    field = "district"
    values = { "kralingen_c" = "kralingen-crooswijk", "prins_alexa" = "prins alexander", "stadscentru" = "stadscentrum" }
    [tables.adres.columns.straatnaam]
    field = "address"
    order = 1
    [tables.adres.columns.huisnummer]
    field = "address"
    order = 2
    [tables.adres.columns.plaats]
    field = "address"
    order = 3
    join = ", "
    [tables.adres.columns.postcode]
    field = "postcode"

    [tables.relatie_partner]
    file = ["WEIFRA_relatie_partner", "relatie_partner"]
    from = "dtaanvang"
    to = "dteinde"
    [tables.relatie_partner.columns.soort_relatie]
    field = "marital"
    values = { "huwelijk" = "married", "partnerschap" = "partnership" }

    # Who has no row here may have children all the same: nothing is said of her.
    [tables.relatie_kind]
    file = ["WEIFRA_relatie_kind", "relatie_kind"]
    from = "dtaanvang"
    to = "dteinde"
    count = "children"
    [tables.relatie_kind.columns.relatie_gebjaarmaand]
    field = "youngest"
    take = "latest"

    # Yes or no, never a diagnosis: what is left out here is not for guidance to know, or is no such problem.
    [tables.belemmering]
    file = ["WEIFRA_belemmering", "belemmering"]
    from = "aanvang"
    to = "einde"
    [tables.belemmering.flags]
    column = "omschrijving_dwi"
    ended = "no"
    [tables.belemmering.flags.values]
    "lichamelijke problematiek" = "physical"
    "psychische problemen" = "mental"
    "financiele problemen" = "debts"
    "financiële problemen" = "debts"
    "verslavingsproblematiek" = ""
    "woonsituatie" = ""
    "taal" = ""
    "niet computervaardig" = ""
    "stabiele mix (SZ/dagbesteding/werk)" = ""

    [tables.beschikbaarheid]
    file = ["WEIFRA_beschikbaarheid", "beschikbaarheid"]
    from = "aanvang"
    to = "einde"
    [tables.beschikbaarheid.columns.beschikbaarheid_naam]
    field = "hours"
    [tables.beschikbaarheid.columns.aanvang]
    field = "available"

    [tables.competentie]
    file = ["WEIFRA_competentie", "competentie"]
    from = "datum_aanvang"
    to = "datum_einde"
    [tables.competentie.columns.comp_omschrijving]
    field = "skills"

    # A register's day of writing down is not the day of the talk: without "datum_gesprek" a talk is unconfirmed.
    [tables.contact]
    is = "contacts"
    file = ["WEIFRA_contact*", "contact*"]
    [tables.contact.columns.datum_vastlegging]
    field = "contact.logged"
    [tables.contact.columns.soort_contact_omschrijving]
    field = "contact.kind"
    [tables.contact.columns.onderwerp]
    field = "contact.subject"
    [tables.contact.columns.toelichting_onderwerp]
    field = "contact.story"
    [tables.contact.columns.contact_nr]
    use = false

    # An appointment that was kept is a conversation; one without a result that has passed is unconfirmed.
    [tables.afspraak]
    is = "contacts"
    file = ["WEIFRA_afspraak", "afspraak"]
    [tables.afspraak.columns.datum_afspraak]
    field = "contact.held"
    [tables.afspraak.columns.resultaat_naam]
    field = "contact.kind"
    [tables.afspraak.columns.afspraak_naam]
    field = "contact.subject"
    [tables.afspraak.columns.toelichting]
    field = "contact.story"
    [tables.afspraak.columns.datum_afgehandeld]
    field = "contact.logged"
    [tables.afspraak.columns.afspraak_nr]
    use = false
    [tables.afspraak.kinds]
    "verschenen" = "conversation in-person us"
    "niet verschenen" = "attempt us"
    "afgezegd door klant" = "attempt us"
    "geannuleerd" = "attempt us"

    [tables.pla]
    file = ["WEIFRA_pla", "pla"]
    current = "latest"
    by = "datum_begin"
    ended = "reden_einde_naam"
    [tables.pla.columns.datum_begin]
    field = "plan"
    [tables.pla.columns.rte_datum]
    field = "plan-review"

    [tables.instrument]
    file = ["WEIFRA_instrument", "instrument", "WEIFRA_deelname_act", "deelname_act"]
    [tables.instrument.columns.naam]
    field = "workshops"

    [tables.ontheffing]
    file = ["WEIFRA_ontheffing", "ontheffing"]
    from = "begin"
    to = "eind"
    [tables.ontheffing.columns.eind]
    field = "exemption"
    take = "latest"

    [tables.pers_eigenschap]
    file = ["WEIFRA_pers_eigenschap", "pers_eigenschap"]
    current = "latest"
    by = "MTG_DATUM"
    [tables.pers_eigenschap.columns.spreektaal]
    field = "language"
    [tables.pers_eigenschap.columns.nl_spreken]
    field = "speaks"
    [tables.pers_eigenschap.columns.nl_schrijven]
    field = "writes"

    [tables.typering]
    file = ["WEIFRA_typering", "typering"]
    from = "datum_ingang"
    to = "datum_einde"
    [tables.typering.columns.label]
    field = "track"

    [tables.trede_indeling]
    file = ["WEIFRA_trede_indeling", "trede_indeling"]
    from = "dtaanvang"
    to = "dteinde"
    [tables.trede_indeling.columns.trede]
    field = "ladder"

    [tables.uwv_inschrijving]
    file = ["WEIFRA_uwv_inschrijving", "uwv_inschrijving"]
    from = "datum_inschrijving"
    to = "dat_einde_inschrijving"
    [tables.uwv_inschrijving.columns.datum_inschrijving]
    field = "intake"

    [tables.uitkering]
    file = ["WEIFRA_uitkering", "uitkering"]
    from = "dtaanvang"
    to = "dteinde"
    [tables.uitkering.columns.dtaanvang]
    field = "benefit"

    [tables.toewijzing]
    file = ["WEIFRA_toewijzing", "toewijzing"]
    from = "dtaanvang"
    to = "dteinde"
    [tables.toewijzing.columns.team]
    field = "team"
    [tables.toewijzing.columns.medewerker]
    field = "coach"
    [tables.toewijzing.columns.dtaanvang]
    field = "assigned"

    # What was finished with a diploma counts. The words are those that the city's own code looks for.
    [tables.opleiding_uwv]
    file = ["WEIFRA_opleiding_uwv", "opleiding_uwv"]
    only = { diploma = ["JA"] }
    [tables.opleiding_uwv.columns.diploma]
    field = "diploma"
    take = "row"
    [tables.opleiding_uwv.columns.tekst]
    field = "education"
    take = "highest"
    [tables.opleiding_uwv.columns.tekst.contains]
    "basisschool" = "primary"
    "lagere school" = "primary"
    "vso" = "primary"
    "lom" = "primary"
    "zmok" = "primary"
    "mavo" = "vmbo"
    "vbo" = "vmbo"
    "lbo" = "vmbo"
    "lts" = "vmbo"
    "vmbo" = "vmbo"
    "vmto" = "vmbo"
    "basisberoeps" = "vmbo"
    "lhno" = "vmbo"
    "leao" = "vmbo"
    "ulo" = "vmbo"
    "lds" = "vmbo"
    "havo" = "havo"
    "vwo" = "vwo"
    "mbo" = "mbo1|mbo2|mbo3|mbo4"
    "mbo 1" = "mbo1"
    "mbo 2" = "mbo2"
    "mbo 3" = "mbo3"
    "mbo 4" = "mbo4"
    "mts" = "mbo4"
    "meao" = "mbo4"
    "mdgo" = "mbo4"
    "hbo" = "hbo"
    "hts" = "hbo"
    "heao" = "hbo"
    "hsao" = "hbo"
    "wetenschappelijk" = "wo"
    "universitair" = "wo"
    "cursus" = "other"

    [tables.werkervaring_uwv]
    file = ["WEIFRA_werkervaring_uwv", "werkervaring_uwv"]
    [tables.werkervaring_uwv.experience]
    occupation = "tekst"
    years = "aantal_jr_werkzaam_in_beroep"
    """#
}

extension Kind {
  /// Education level as a partial order (product.md, "The catalogue"): none < primary < vmbo < mbo 2 < mbo 3 <
  /// mbo 4 < hbo < wo; primary < mbo 1 < mbo 2; vmbo < havo < vwo < wo, havo < hbo; havo and vwo stand beside
  /// mbo; "other" is comparable with nothing. A diploma of mbo 1 admits to mbo 2 as one of vmbo does (Wet
  /// educatie en beroepsonderwijs, art. 8.2.1), so mbo 1 satisfies "at least vmbo": vmbo < mbo 1.
  static let education: Kind = {
    let list = CaseloadCore.choices(
      "education",
      [
        ("none", "none", ["geen", "geen opleiding", "geen basisopleiding"]),
        (
          "primary", "primary school",
          [
            "basisonderwijs", "basisschool", "basisniveau", "lagere school", "lo", "bao", "vso", "lom",
            "zmok",
          ]
        ),
        (
          "vmbo", "vmbo",
          [
            "vmbo-niveau", "mavo", "vbo", "lbo", "lts", "vmbo-t", "vmbo-tl", "vmbo-gl", "vmbo-k", "vmbo-kb",
            "vmbo-b", "vmbo-bb", "basisberoeps", "kaderberoeps", "lhno", "leao", "lds", "mulo", "ulo", "vmto",
          ]
        ),
        ("mbo1", "mbo 1", ["mbo 1", "mbo-1", "mbo niveau 1", "entree", "entreeopleiding"]),
        ("mbo2", "mbo 2", ["mbo 2", "mbo-2", "mbo niveau 2", "basisberoepsopleiding"]),
        ("mbo3", "mbo 3", ["mbo 3", "mbo-3", "mbo niveau 3", "vakopleiding"]),
        ("mbo4", "mbo 4", ["mbo 4", "mbo-4", "mbo niveau 4", "mts", "meao", "mdgo"]),
        ("havo", "havo", []),
        ("vwo", "vwo", ["atheneum", "gymnasium"]),
        ("hbo", "hbo", ["hbo-niveau", "hts", "heao", "hsao", "bachelor", "hbo-bachelor"]),
        (
          "wo", "university",
          [
            "universiteit", "wetenschappelijk onderwijs", "master", "wo-master", "university",
          ]
        ),
        ("other", "other", ["overig", "anders", "cursus"]),
      ])
    let below = closure(
      list.map(\.code),
      [
        ("primary", ["none"]), ("vmbo", ["primary"]), ("mbo1", ["primary", "vmbo"]),
        ("mbo2", ["vmbo", "mbo1"]), ("mbo3", ["mbo2"]), ("mbo4", ["mbo3"]), ("havo", ["vmbo"]),
        ("vwo", ["havo"]), ("hbo", ["mbo4", "havo"]), ("wo", ["hbo", "vwo"]),
      ])
    return .choice(list, .partial(below: below))
  }()
}

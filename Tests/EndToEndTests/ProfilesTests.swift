import Foundation
import Testing

@Suite("Jobseekers' profiles")
struct ProfilesTests {
  private static let days = ["--today", "2026-11-21"]

  private static func take(_ room: Room, _ file: String, _ more: [String] = []) throws
    -> Shell.Output
  {
    try Caseload.run(
      ["import", "--store", room.store, "--profiles", file, "--drawn", "2026-11-20"] + days + more,
      home: room.path)
  }

  private static func give(_ room: Room, _ more: [String] = []) throws -> Shell.Output {
    // An export takes the place of nothing.
    if FileManager.default.fileExists(atPath: room.path + "/out.json") {
      try FileManager.default.removeItem(atPath: room.path + "/out.json")
    }
    return try Caseload.run(
      ["export", "--store", room.store, "--profiles", "--output", room.path + "/out.json"] + days
        + more,
      home: room.path)
  }

  private static func profiles(_ path: String) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    if let one = json as? [String: Any] { return [one] }
    return try #require(json as? [[String: Any]])
  }

  /// Each profile as text with its members in order, so that equal JSON is equal text.
  private static func texts(_ profiles: [[String: Any]]) throws -> [String] {
    try profiles.map { profile in
      String(
        decoding: try JSONSerialization.data(withJSONObject: profile, options: [.sortedKeys]), as: UTF8.self)
    }
  }

  @Test(
    "both shared files come back out equal, field by field",
    .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
  func shared() throws {
    for (name, refused) in [("1werkzoekende.json", 1), ("test-werkzoekende.json", 0)] {
      let room = try Room()
      let data = try #require(Caseload.sharedData)
      let file = try room.copy(of: data + "/standards/" + name, as: name)
      let done = try Self.take(room, file)
      #expect(done.status == (refused == 0 ? 0 : 3), "\(done.errors)")
      #expect(try Self.give(room).status == 0)
      let came = try Self.profiles(file)
      let went = try Self.profiles(room.path + "/out.json")
      #expect(went.count == came.count - refused)
      // The one whose id stands twice is refused, said, and kept aside.
      var met: Set<String> = []
      let taken = came.filter {
        guard let id = $0["idWerkzoekende"] as? String else { return false }
        return met.insert(id).inserted
      }
      #expect(try Self.texts(went) == Self.texts(taken) && !went.isEmpty)
      if refused > 0 {
        #expect(done.errors.contains("its idWerkzoekende is that of profile"))
        #expect(try Self.profiles(file + ".refused.json").count == refused)
      }
      let mode = try FileManager.default.attributesOfItem(atPath: room.path + "/out.json")[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(try room.onStore("check").status == 0)
    }
  }

  @Test("generated profiles, with all that the format has and what it has not, come back out equal")
  func generated() throws {
    let room = try Room()
    var profiles: [[String: Any]] = []
    var state: UInt64 = 20_261_121
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = [
      "lasser", "Łukasz é", "e\u{301}", "👷🏽‍♀️", "=cmd()", "\u{1B}[31m", "\u{202E}om", "", " ",
      "a;b|c\\…", "陳",
    ]
    func word() -> String { words[below(words.count)] }
    func code() -> Any { below(6) == 0 ? word() : below(10) as Any }
    func day() -> String {
      below(8) == 0 ? "2021-02-30" : "20\(10 + below(15))-0\(1 + below(9))-1\(below(10))"
    }
    func some<Item>(_ make: () -> Item) -> [Item] { (0..<below(3)).map { _ in make() } }
    for place in 0..<60 {
      var profile: [String: Any] = [
        "idWerkzoekende": "gen-\(place)-\(word())".trimmingCharacters(in: .whitespaces)
          .precomposedStringWithCanonicalMapping
      ]
      func put(_ name: String, _ value: @autoclosure () -> Any) {
        if below(4) > 0 { profile[name] = value() }
      }
      put("indicatieLdrRegistratie", 1 + below(2))
      put("persoonlijkePresentatie", word())
      put("emailadres", some(word))
      put("telefoonnummer", below(9) == 0 ? NSNull() : some(word) as Any)
      put(
        "eisAanWerk", ["indicatieAanpassingWerkomgeving": below(3), "indicatieBegeleiding": code()])
      put(
        "vervoermiddel",
        some { ["codeVervoermiddel": code(), "indicatieBeschikbaarVoorUitvoeringWerk": below(3)] })
      put(
        "mobiliteit",
        [
          "bemiddelingspostcode": word(), "maximaleReisafstand": below(999),
          "maximaleReistijd": 12.5,
        ])
      put(
        "flexibiliteit",
        [
          "codeRegiostraal": below(10), "indicatieOnregelmatigWerkOfPloegendienst": below(3),
          "datumAanvangBeschikbaarVoorWerk": day(),
        ])
      put(
        "werktijden",
        [
          "aantalWerkurenPerWeekMinimaal": below(99), "aantalWerkurenPerWeekMaximaal": below(99),
          "indicatieKantoortijden": below(3),
        ])
      put(
        "contractvorm",
        some {
          [
            "codeTypeArbeidscontract": ["B", "O", "X"][below(3)],
            "codeTypeOvereenkomst": "0\(below(6))",
          ]
        })
      put("sector", some { ["codeSbi": below(99_999)] })
      put(
        "bemiddelingsberoep",
        some {
          below(2) == 0
            ? ["naamBeroepOngecodeerd": word()]
            : ["codeBeroepsnaam": "7", "omschrijvingBeroepsnaam": word()]
        })
      put(
        "nieuw",
        ["diep": [[["x": NSNull(), "y": below(2) == 0, "z": 9_999_999_999] as [String: Any]]]])
      var skills: [String: Any] = ["codeWerkEnDenkniveauWerkzoekende": below(9)]
      skills["vakvaardigheid"] = some { ["omschrijving": word()] }
      skills["taalbeheersing"] = some {
        ["codeTaal": ["nld", "eng"][below(2)], "codeNiveauTaalbeheersingMondeling": below(10)]
          as [String: Any]
      }
      skills["rijbewijs"] = some { ["codeSoortRijbewijs": ["B", "BE", "T", "Q"][below(4)]] }
      skills["opleiding"] = some {
        [
          "indicatieDiploma": below(4), "codeNiveauOpleiding": below(10),
          "opleidingsnaam": ["naamOpleidingOngecodeerd": word()],
        ] as [String: Any]
      }
      skills["werkervaring"] = some {
        [
          "datumAanvangWerkzaamheden": day(), "datumEindeWerkzaamheden": day(),
          "naamOrganisatie": word(), "beroep": ["omschrijvingBeroepsnaam": word()],
        ] as [String: Any]
      }
      put("arbeidsmarktkwalificatie", skills)
      profiles.append(profile)
    }
    let file = try room.write("gen.json", try JSONSerialization.data(withJSONObject: profiles))
    let done = try Self.take(room, file)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.text.contains("read 60 profiles = 60 new + 0 changed + 0 unchanged + 0 refused"))
    #expect(try Self.give(room).status == 0)
    let went = try Self.profiles(room.path + "/out.json")
    #expect(went.count == 60)
    for (came, given) in zip(try Self.texts(Self.profiles(file)), try Self.texts(went)) {
      #expect(came == given)
    }
    let again = try Self.take(room, file)
    #expect(again.text.contains("= 0 new + 0 changed + 60 unchanged"))
  }

  @Test("a profile that comes again changes what is kept, and undoing brings the old one back")
  func again() throws {
    let room = try Room()
    let first = #"{"idWerkzoekende": "a", "nieuw": 1, "mobiliteit": {"maximaleReisafstand": 10}}"#
    let second = #"{"idWerkzoekende": "a", "nieuw": 2, "mobiliteit": {"maximaleReisafstand": 30}}"#
    #expect(try Self.take(room, room.write("1.json", first)).status == 0)
    let dry = try Self.take(room, room.write("2.json", second), ["--dry-run"])
    #expect(dry.text.contains("1 changed"))
    _ = try Self.give(room)
    #expect(try Self.profiles(room.path + "/out.json").first?["nieuw"] as? Int == 1)
    #expect(try Self.take(room, room.write("2.json", second)).status == 0)
    _ = try Self.give(room)
    #expect(try Self.profiles(room.path + "/out.json").first?["nieuw"] as? Int == 2)
    #expect(try room.onStore("list", "travel>=30", "--format", "json").status == 0)
    #expect(try room.onStore("undo-import", "2").status == 0)
    _ = try Self.give(room)
    let went = try #require(try Self.profiles(room.path + "/out.json").first)
    #expect(went["nieuw"] as? Int == 1)
    #expect((went["mobiliteit"] as? [String: Any])?["maximaleReisafstand"] as? Int == 10)
    #expect(try room.onStore("check").status == 0)
    #expect(try Self.give(room, ["travel>=30"]).status == 1, "nobody passes")
  }

  @Test("of a register's clients only who consents goes, without key, name or what is protected")
  func fromRegister() throws {
    let room = try Room()
    try room.takeDemo()
    let done = try Self.give(room, ["--coach", "J. de Vries"])
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.text.contains("without consent"))
    let consenting = try Answers(
      room.onStore(
        "list", "consent:yes", "--coach", "J. de Vries", "--format", "json", "--today", "2026-11-21"
      )
    ).rows.count
    let went = try Self.profiles(room.path + "/out.json")
    #expect(went.count == consenting)
    let text = try room.read(room.path + "/out.json")
    #expect(!text.contains("K-000"))
    #expect(!text.contains("eisAanWerk") && !text.contains("indicatieKantoortijden"))
    #expect(went.allSatisfy { ($0["idWerkzoekende"] as? String)?.hasPrefix("caseload-") ?? false })
    // What went out can be read in again.
    let other = try Room()
    #expect(try Self.take(other, room.path + "/out.json").status == 0)
  }
}

import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct ProfileTests {
  private static let drawn = Day(iso: "2026-11-20") ?? .latest

  private static func taken(_ json: String) throws -> (
    profile: ImportedProfile, values: [FieldID: Value]
  ) {
    let file = try ProfileImport(Data(json.utf8), drawn: drawn)
    let profile = try #require(file.profiles.first, "\(file.refused)")
    return (profile, Dictionary(uniqueKeysWithValues: zip(ProfileImport.fields, profile.values)))
  }

  private static func text(_ value: Value?, _ id: FieldID) -> String? {
    guard let content = value?.content, let kind = Catalogue.standard[id]?.kind else { return nil }
    return ContentText.text(content, kind: kind)
  }

  /// Takes a profile in and gives it out again, with values as `change` makes them.
  private static func given(
    _ json: String, _ change: (inout [FieldID: Value]) -> Void = { _ in }
  ) throws -> JSONText.Value {
    var (profile, values) = try taken(json)
    change(&values)
    return try #require(
      ProfileExport.profile(id: profile.key.text, kept: profile.kept, values: values))
  }

  private static func sorted(_ value: JSONText.Value) throws -> JSONText.Value {
    try #require(JSONText.read(Data(JSONText.text(value).utf8)))
  }

  @Test func aProfileFillsTheFieldsOfTheCatalogue() throws {
    let (_, values) = try Self.taken(
      #"""
      {"idWerkzoekende": "a", "telefoonnummer": ["0612345678", "0101234567"], "emailadres": ["a@example.org"],
       "eisAanWerk": {"indicatieAanpassingWerkomgeving": 2, "indicatieBegeleiding": 1, "indicatieWerkvariatie": 2},
       "vervoermiddel": [{"codeVervoermiddel": 1}, {"codeVervoermiddel": 5}, {"codeVervoermiddel": 9}],
       "mobiliteit": {"bemiddelingspostcode": "1000 AA", "maximaleReisafstand": 20, "maximaleReistijd": 45},
       "flexibiliteit": {"indicatieOnregelmatigWerkOfPloegendienst": 2, "datumAanvangBeschikbaarVoorWerk": "2026-12-01"},
       "werktijden": {"aantalWerkurenPerWeekMinimaal": 16, "aantalWerkurenPerWeekMaximaal": 24, "indicatieKantoortijden": 0},
       "contractvorm": [{"codeTypeArbeidscontract": "B", "codeTypeOvereenkomst": "02"}],
       "arbeidsmarktkwalificatie": {"codeWerkEnDenkniveauWerkzoekende": 4,
         "vakvaardigheid": [{"omschrijving": "lassen"}, {"omschrijving": "rekenen"}],
         "taalbeheersing": [{"codeTaal": "eng", "codeNiveauTaalbeheersingMondeling": 4},
           {"codeTaal": "nld", "codeNiveauTaalbeheersingMondeling": 3, "codeNiveauTaalbeheersingSchriftelijk": 1}],
         "rijbewijs": [{"codeSoortRijbewijs": "BE"}],
         "opleiding": [{"indicatieDiploma": 2}, {"indicatieDiploma": 1}],
         "werkervaring": [{"datumAanvangWerkzaamheden": "2019-02-01", "beroep": {"omschrijvingBeroepsnaam": "kok"}}]},
       "bemiddelingsberoep": [{"codeBeroepsnaam": "1", "omschrijvingBeroepsnaam": "bakker"}, {"naamBeroepOngecodeerd": "kok"}]}
      """#)
    for (id, text) in [
      ("phone", "0612345678"), ("email", "a@example.org"), ("support", "guidance"),
      ("transport", "car,public,…"),
      ("postcode", "1000 AA"), ("travel", "20"), ("travel-time", "45"), ("irregular", "no"),
      ("available", "2026-12-01"), ("hours", "16..24"), ("contract", "temporary,apprentice,…"),
      ("education", "mbo1|mbo2|mbo3|mbo4|havo|vwo"), ("skills", "lassen; rekenen; …"),
      ("speaks", "B1|B2|C1"),
      ("writes", "none"), ("licence", "BE,…"), ("diploma", "yes"), ("wants", "bakker; kok; …"),
      ("experience", "kok||2019-02-01..; …"),
    ] as [(FieldID, String)] {
      #expect(Self.text(values[id], id) == text, "\(id)")
    }
    #expect(values["office-hours"]?.state == .empty, "unknown is not no")
  }

  @Test func whatIsUnchangedGoesBackAsItCameAndWhatChangedInItsPlace() throws {
    let json = #"""
      {"idWerkzoekende": "a", "eigen": {"x": [1, 2.5, null, true, "Ł é\u0000"]},
       "mobiliteit": {"bemiddelingspostcode": "1000 AA", "maximaleReisafstand": 20},
       "eisAanWerk": {"indicatieAanpassingWerkomgeving": 1},
       "arbeidsmarktkwalificatie": {"interesse": [{"naamInteresse": "tuin"}], "rijbewijs": [{"codeSoortRijbewijs": "B"}]}}
      """#
    #expect(try Self.sorted(Self.given(json)) == (try #require(JSONText.read(Data(json.utf8)))))
    let changed = try Self.given(json) { values in
      values["travel"] = .recorded(.span(10...35), source: .coach)
      values["licence"] = .recorded(.several(ChoiceSet(place: 0), complete: true), source: .coach)
      values["support"] = .recorded(.several(ChoiceSet(place: 2), complete: true), source: .coach)
      values["postcode"] = Value(state: .declined, source: .coach)
      values["hours"] = .recorded(.span(16...24), source: .coach)
    }
    #expect(changed["mobiliteit"]?["maximaleReisafstand"] == .int(35))
    #expect(changed["mobiliteit"]?["bemiddelingspostcode"] == nil)
    #expect(changed["eisAanWerk"] == nil, "protected: never written anew")
    #expect(changed["werktijden"]?["aantalWerkurenPerWeekMinimaal"] == .int(16))
    #expect(changed["arbeidsmarktkwalificatie"]?["interesse"] != nil, "what no field holds stays")
    #expect(
      changed["arbeidsmarktkwalificatie"]?["rijbewijs"]
        != .array([.object([("codeSoortRijbewijs", .string("B"))])]))
  }

  @Test func whatIsNoProfileIsRefusedWithTheReason() throws {
    let file = try ProfileImport(
      Data(
        #"[{"idWerkzoekende": "a"}, 3, {}, {"idWerkzoekende": " "}, {"idWerkzoekende": "a"}]"#.utf8),
      drawn: Self.drawn)
    #expect(file.profiles.map(\.place) == [1])
    #expect(file.refused.map(\.place) == [2, 3, 4, 5])
    #expect(file.refused.last?.problem == .keyTwice(firstLine: 1, line: 5))
    for text in ["", "3", "[1", "{\"a\": 1e999}x"] {
      #expect(throws: ExchangeError.notProfiles, "\(text)") {
        try ProfileImport(Data(text.utf8), drawn: Self.drawn)
      }
    }
    let odd = try ProfileImport(
      Data(
        #"{"idWerkzoekende": "a", "vervoermiddel": [{"codeVervoermiddel": 77}], "werktijden": {"indicatieKantoortijden": "x"}}"#
          .utf8),
      drawn: Self.drawn)
    #expect(odd.notUnderstood == ["vervoermiddel": 1, "werktijden.indicatieKantoortijden": 1])
  }

  @Test(.enabled(if: Shared.isThere, "shared/data is not beside the package"))
  func bothSharedFilesComeBackOutEqual() throws {
    for (name, count, twice) in [("1werkzoekende.json", 23, 1), ("test-werkzoekende.json", 1, 0)] {
      let url = try #require(Shared.url("standards/" + name))
      let bytes = try Data(contentsOf: url)
      let file = try ProfileImport(bytes, drawn: Self.drawn)
      #expect(file.profiles.count == count)
      #expect(file.refused.count == twice, "one id stands twice")
      var all = try #require(JSONText.read(bytes))
      if case .object = all { all = .array([all]) }
      for profile in file.profiles {
        let values = Dictionary(uniqueKeysWithValues: zip(ProfileImport.fields, profile.values))
        let out = try #require(
          ProfileExport.profile(id: profile.key.text, kept: profile.kept, values: values))
        #expect(try Self.sorted(out) == all.items[profile.place - 1])
      }
    }
  }

  @Test(.enabled(if: Shared.isThere, "shared/data is not beside the package"))
  func everyCodeOfTheFormatIsInItsListInDutch() throws {
    let url = try #require(Shared.url("standards/vum_enumerations.csv"))
    let reader = try ImportFile(path: url.path).reader
    _ = try reader.readHeader()
    var count = 0
    while try reader.advance() {
      count += 1
      let (list, code, label) = (try reader.text(0), try reader.text(1), try reader.text(2))
      let entry = ProfileCodes.all.first { $0.name == list }?.entries.first { $0.code == code }
      #expect(entry?.label.text(in: .dutch) == label, "\(list) \(code)")
    }
    #expect(count == ProfileCodes.all.map(\.entries.count).reduce(0, +))
  }

  @Test func everyCodeHasItsDutchName() {
    for entry in ProfileCodes.all.flatMap(\.entries) {
      #expect(Translations.dutch[entry.label.key] != nil, "\(entry.label.key)")
    }
    #expect(ProfileCodes.all.count == 18)
  }
}

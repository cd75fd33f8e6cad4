import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

private typealias Read = (
  rows: [ClientAnswers], refused: [(line: Int, problem: RowProblem)], importer: AnswersImport
)

private func answers(
  _ source: any RowSource, _ mapping: Mapping? = nil, day: Day? = Day(iso: "2026-11-18")
) throws -> Read {
  let today = try #require(Day(iso: "2026-11-21"))
  let importer = try AnswersImport(source, mapping: mapping, day: day, today: today)
  var rows: [ClientAnswers] = []
  var refused: [(line: Int, problem: RowProblem)] = []
  while let step = try importer.next() {
    switch step {
    case .row(let row): rows.append(row)
    case .refused(let line, let problem): refused.append((line, problem))
    }
  }
  #expect(importer.report.read == importer.report.taken + importer.report.refused)
  return (rows, refused, importer)
}

private func csv(_ text: String) -> any RowSource {
  CSVReader(MemorySource(Array(text.utf8)), format: CSVFormat(separator: UInt8(ascii: ";")))
}

private func value(_ read: Read, _ row: Int, _ field: FieldID) throws -> Value {
  let place = try #require(read.importer.fields.firstIndex(of: field))
  return read.rows[row].values[place]
}

@Suite struct AnswersImportTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  @Test func clientDayAndAnswersAreRead() throws {
    let read = try answers(
      csv(
        "Nummer;Klantnummer;Ingevuld op;Rijbewijs;Zwaar werk;Schulden;Tolk nodig;E-mail\n"
          + "12;;17-11-2026 08:30;B;ja;Zeg ik liever niet.;Weet ik niet;\n"
          + ";K-1;;;alleen soms;I don’t know;rather not say;Liever@example.org\n"))
    #expect(read.refused.isEmpty)
    #expect(read.rows.map(\.number) == [ClientNumber(12), nil])
    #expect(read.rows.map(\.key) == [nil, RegisterKey("K-1")])
    #expect(read.rows.map(\.day.iso) == ["2026-11-17", "2026-11-18"])
    let debts = try value(read, 0, "debts")
    #expect(debts.state == .declined && debts.source == .questionnaire && debts.day?.iso == "2026-11-17")
    #expect(try value(read, 0, "interpreter").state == .notKnown)
    #expect(try value(read, 0, "email").state == .empty)
    #expect(try value(read, 1, "heavy").raw == "alleen soms")
    #expect(try value(read, 1, "debts").state == .notKnown)
    #expect(try value(read, 1, "interpreter").state == .declined)
    #expect(read.importer.report.columns.first { $0.field == "heavy" }?.notUnderstood == 1)
  }

  @Test func rowsForNobodyAndOfNoDayAreRefused() throws {
    let read = try answers(
      csv(
        "Nummer;Key;Ingevuld op;Schulden\n;;18-11-2026;ja\nx;;18-11-2026;ja\n0;;18-11-2026;ja\n"
          + "3;;morgen;ja\n3;;22-11-2026;ja\n3;;;ja\n3;;21-11-2026;ja\n"), day: nil)
    #expect(read.refused.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(read.rows.map(\.line) == [8])
    let reasons = read.refused.map { $0.problem.kind.key }
    #expect(
      reasons == [
        "row.no-client", "row.no-number", "row.no-number", "row.answered-unread", "row.answered-to-come",
        "row.no-answered-day",
      ])
  }

  @Test func withoutAnyDayNothingIsRead() throws {
    #expect(throws: ExchangeError.noAnsweredDay) { try answers(csv("Nummer;Schulden\n3;ja\n"), day: nil) }
    #expect(throws: ExchangeError.noKeyColumn(header: ["Wie", "Schulden"])) {
      try answers(csv("Wie;Schulden\nik;ja\n"))
    }
  }

  /// What the municipality does with a client is not hers to answer: found by its name it is left, and a mapping
  /// that asks for it is wrong.
  @Test func nobodyAnswersForTheMunicipality() throws {
    let read = try answers(
      csv("Nummer;Werkcoach;Status;Plan van aanpak;Leeftijd;Schulden\n3;X;actief;;40;ja\n"))
    #expect(read.importer.fields == ["debts"])
    #expect(read.importer.report.unused == ["Werkcoach", "Status", "Plan van aanpak", "Leeftijd"])
    for field in ["coach", "status", "plan", "birth.age", "frequency"] {
      let mapping = try MappingFile.read("[columns.Vraag]\nfield = \"\(field)\"\n")
      #expect(throws: ExchangeError.self) { try answers(csv("Nummer;Vraag\n3;X\n"), mapping) }
    }
  }

  @Test func stateWordsOfAMappingStandAboveTheUsualOnes() throws {
    let mapping = try MappingFile.read(
      """
      number = "Wie"
      answered = "Wanneer"
      declined = ["Geen zin", "Weet niet"]
      [columns.Vraag]
      field = "interpreter"
      """)
    let read = try answers(
      csv("Wie;Wanneer;Vraag\n3;1-11-2026;geen zin\n4;1-11-2026;weet niet\n5;1-11-2026;geen idee\n"), mapping)
    let states = try (0..<3).map { try value(read, $0, "interpreter").state }
    #expect(states == [.declined, .declined, .notKnown])
    // A client may be called so.
    let names = try answers(csv("Nummer;Naam\n3;Geen Idee\n"))
    #expect(try value(names, 0, "name").content == .name(PersonName(family: "Idee", given: "Geen")))
  }

  @Test func jsonIsReadAsRows() throws {
    let text = """
      [{"nummer": 12, "ingevuld op": "2026-11-17", "rijbewijs": ["B", "BE"], "zwaar werk": true, "nieuw": {"a": 1}},
       "los", {}, {"nummer": "13", "schulden": null, "zwaar werk": false, "uren": 24}]
      """
    let source = try JSONRows(Array(text.utf8))
    let read = try answers(source)
    #expect(read.rows.map(\.number) == [ClientNumber(12), ClientNumber(13)])
    #expect(read.refused.map(\.problem.kind.key) == ["row.no-object"])
    #expect(read.importer.report.blank == 1)
    #expect(read.importer.report.unused == ["nieuw"])
    let places = ["B", "BE"].compactMap { Catalogue.standard["licence"]?.place(of: $0) }
    #expect(
      try value(read, 0, "licence").content
        == .several(ChoiceSet(places.map { ChoiceSet(place: $0) }), complete: false))
    #expect(try value(read, 0, "heavy").content == .oneOf(ChoiceSet(place: 0)))
    #expect(try value(read, 1, "heavy").content == .oneOf(ChoiceSet(place: 1)))
    #expect(try value(read, 1, "hours").content == .span(24...24))
    for wrong in ["", "12", "[]", "[1]", "{", "null"] {
      #expect(throws: ExchangeError.notAnswers) { try JSONRows(Array(wrong.utf8)) }
    }
    #expect(JSONRows.isOne(Array("\u{FEFF} \n[".utf8)) && !JSONRows.isOne(Array("a;b\n".utf8)))
  }

  /// Each question of the form that comes with the program goes somewhere, and its choices are understood.
  @Test func theFormOfOursIsKnown() throws {
    let file = try ImportFile(
      path: Self.fixtures.appendingPathComponent("questionnaire.csv").path, separator: UInt8(ascii: ";"))
    let read = try answers(file.reader, day: nil)
    #expect(read.importer.mapping.name == "Vragenlijst intake")
    #expect(read.importer.report.unused == ["Uw naam", "Wat wilt u verder nog kwijt?"])
    #expect(read.importer.fields.count == 25)
    #expect(read.rows.count == 10 && read.refused.count == 2)
    let raws = read.importer.report.columns.filter { $0.notUnderstood > 0 }.map(\.header)
    #expect(raws == ["Kunt u zwaar lichamelijk werk doen?"])
  }
}

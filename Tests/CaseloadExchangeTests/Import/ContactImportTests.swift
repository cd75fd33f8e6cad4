import CaseloadCore
import CaseloadExchange
import Foundation
import Testing

@Suite struct ContactImportTests {
  private func contacts(
    _ text: String, _ mapping: Mapping = Mapping(), drawn: String = "2026-11-21"
  ) throws -> (rows: [ImportedContactRow], refused: [RowProblem], report: ImportReport) {
    let reader = CSVReader(MemorySource(Array(text.utf8)), format: CSVFormat(separator: UInt8(ascii: ";")))
    let importer = try ContactImport(reader, mapping: mapping, drawn: try #require(Day(iso: drawn)))
    var rows: [ImportedContactRow] = []
    var refused: [RowProblem] = []
    while let step = try importer.next() {
      switch step {
      case .row(let row): rows.append(row)
      case .refused(_, let problem): refused.append(problem)
      }
    }
    let report = importer.report
    #expect(report.read == report.taken + report.refused + report.passedOver)
    return (rows, refused, report)
  }

  /// One contact of this kind, held on a known day and logged the day after.
  private func one(
    kind: String, subject: String = "", held: String = "1-10-2026", _ mapping: Mapping = Mapping()
  ) throws -> ImportedContact? {
    try contacts(
      "bsn;datum gesprek;datum_vastlegging;soort_contact_omschrijving;onderwerp\n1;\(held);2-10-2026;\(kind);\(subject)\n",
      mapping
    ).rows.first?.contact
  }

  @Test(arguments: [
    ("gesprek", ContactKind.conversation, Channel.unknown, Initiative.unknown),
    ("Gesprek op locatie", .conversation, .inPerson, .unknown),
    ("huisbezoek", .conversation, .homeVisit, .unknown),
    ("telefoongesprek", .conversation, .phone, .unknown),
    ("telefoontje inkomend", .unconfirmed, .phone, .client),
    ("telefoontje uitgaand", .unconfirmed, .phone, .us),
    ("e-mail inkomend", .messageIn, .mail, .client), ("E-mail uitgaand", .messageOut, .mail, .us),
    ("document inkomend", .messageIn, .letter, .client), ("document uitgaand", .messageOut, .letter, .us),
    ("anders", .unconfirmed, .unknown, .unknown), ("groepsbijeenkomsten", .unconfirmed, .unknown, .unknown),
    ("no show", .attempt, .unknown, .us), ("iets nieuws", .unconfirmed, .unknown, .unknown),
  ])
  func kindsOfTheRegister(_ kind: String, _ wanted: ContactKind, _ channel: Channel, _ initiative: Initiative)
    throws
  {
    let contact = try #require(try one(kind: kind))
    #expect(contact.kind == wanted)
    #expect(contact.channel == channel)
    #expect(contact.initiative == initiative)
    #expect(contact.held == Day(iso: "2026-10-01"))
    #expect(contact.logged == Day(iso: "2026-10-02"))
  }

  @Test func whatWasOnlyLoggedIsUnconfirmed() throws {
    let contact = try #require(try one(kind: "gesprek", held: ""))
    #expect(contact == ImportedContact(kind: .unconfirmed, logged: Day(iso: "2026-10-02")))
  }

  @Test func subjectsSayMore() throws {
    #expect(try one(kind: "gesprek", subject: "no show")?.kind == .attempt)
    #expect(try one(kind: "gesprek", subject: "werkintake niet verschenen")?.kind == .attempt)
    #expect(try one(kind: "gesprek", subject: "diagnosegesprek")?.story == "diagnosegesprek")
    #expect(try one(kind: "gesprek", subject: "contact derden") == nil)
    #expect(try one(kind: "rapportage RIB") == nil)
  }

  @Test func aMappingMaySayWhatACallIs() throws {
    let calls = try MappingFile.read("calls = \"conversation\"")
    #expect(try one(kind: "telefoontje uitgaand", calls)?.kind == .conversation)
    #expect(try one(kind: "telefoontje uitgaand", held: "", calls)?.kind == .unconfirmed)
    let kinds = try MappingFile.read("[kinds]\n\"telefoontje inkomend\" = \"conversation phone client\"")
    #expect(try one(kind: "telefoontje inkomend", kinds)?.kind == .conversation)
    #expect(try one(kind: "telefoontje uitgaand", kinds)?.kind == .unconfirmed)
  }

  @Test func aDayThatDoesNotSayWhatItIs() throws {
    let text = "bsn;datum;soort\n1;1-10-2026;gesprek\n"
    let day = try #require(Day(iso: "2026-10-01"))
    #expect(try contacts(text).rows.first?.contact == ImportedContact(kind: .unconfirmed, logged: day))
    #expect(
      try contacts(text, Mapping(lastContact: .held)).rows.first?.contact
        == ImportedContact(kind: .conversation, held: day))
    #expect(
      try contacts(text, Mapping(lastContact: .logged)).rows.first?.contact
        == ImportedContact(kind: .unconfirmed, logged: day))
  }

  @Test func aMonthIsNoDayOfATalk() throws {
    let contact = try #require(try one(kind: "gesprek", held: "10-2026"))
    #expect(contact == ImportedContact(kind: .unconfirmed, logged: Day(iso: "2026-10-31")))
  }

  @Test func aTalkAfterTheDayDrawnIsAnAppointment() throws {
    #expect(try one(kind: "gesprek", held: "22-11-2026")?.kind == .appointment)
    #expect(try one(kind: "gesprek", held: "21-11-2026")?.kind == .conversation)
  }

  @Test func withoutDayOrKeyARowIsRefused() throws {
    let found = try contacts("bsn;datum gesprek;soort\n1;;gesprek\n;1-1-2026;gesprek\n2;ooit;gesprek\n")
    #expect(found.refused == [.noDay, .noKey, .noDay])
    #expect(found.report.columns.first { $0.header == "datum gesprek" }?.notUnderstood == 1)
  }

  @Test func everyPartIsRead() throws {
    let found = try contacts(
      "klantnummer;gehouden op;vastgelegd op;soort;kanaal;initiatief;medewerker;onderwerp;verslag;vervolg;beantwoord op\n"
        + "7;1-10-2026;3-10-2026;gesprek;telefoon;klant;J. de Vries;intake;\"wil werken\nmet mensen\";belt terug;4-10-2026\n"
        + "7;1-9-2026;;vreemd;rooksignaal;;;;tekst;;\n")
    var wanted = ImportedContact(
      kind: .conversation, held: Day(iso: "2026-10-01"), logged: Day(iso: "2026-10-03"))
    wanted.channel = .phone
    wanted.initiative = .client
    wanted.colleague = "J. de Vries"
    wanted.story = "intake: wil werken\nmet mensen"
    wanted.agreed = "belt terug"
    wanted.answered = Day(iso: "2026-10-04")
    #expect(found.rows.first?.contact == wanted)
    #expect(found.rows.map(\.key) == [RegisterKey("7"), RegisterKey("7")])
    #expect(found.rows.map(\.line) == [2, 4])
    #expect(found.rows.last?.contact.story == "[vreemd]: tekst")
    #expect(found.report.earliestContact == Day(iso: "2026-09-01"))
    #expect(found.report.columns.filter { $0.notUnderstood > 0 }.map(\.header) == ["soort", "kanaal"])
  }

  @Test func theCallerMayRefuseAClientItDoesNotKnow() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("bsn;datum gesprek;soort\n111222333;1-10-2026;gesprek\n".utf8))
    let file = try ImportFile(path: path)
    let importer = try ContactImport(
      file.reader, drawn: try #require(Day(iso: "2026-11-21")), refusedFor: path)
    guard case .row? = try importer.next() else {
      Issue.record("no row")
      return
    }
    try importer.refuseLast(.other(Sentence(Phrase("", "no client with this key"))))
    let rest = try importer.next()
    #expect(rest.map { _ in true } == nil)
    #expect(importer.report.taken == 0)
    #expect(importer.report.refused == 1)
    let written = try #require(try importer.finish())
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: written)), as: UTF8.self)
    #expect(text.contains("line 2: no client with this key;111222333;1-10-2026;gesprek\n"))
  }
}

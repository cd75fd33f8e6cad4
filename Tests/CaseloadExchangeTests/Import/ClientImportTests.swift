import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

/// All steps of an import of a text with semicolons.
func clients(
  _ text: String, _ mapping: Mapping? = nil, drawn: String = "2026-11-21"
) throws -> (rows: [ImportedClient], refused: [(line: Int, problem: RowProblem)], importer: ClientImport) {
  let day = try #require(Day(iso: drawn))
  let reader = CSVReader(MemorySource(Array(text.utf8)), format: CSVFormat(separator: UInt8(ascii: ";")))
  let importer = try ClientImport(reader, mapping: mapping, drawn: day)
  var rows: [ImportedClient] = []
  var refused: [(line: Int, problem: RowProblem)] = []
  while let step = try importer.next() {
    switch step {
    case .row(let client): rows.append(client)
    case .refused(let line, let problem): refused.append((line, problem))
    }
  }
  let report = importer.report
  #expect(report.read == report.taken + report.refused + report.passedOver)
  #expect(rows.count == report.taken && refused.count == report.refused)
  return (rows, refused, importer)
}

func value(_ importer: ClientImport, _ client: ImportedClient?, _ field: FieldID) -> Value? {
  guard let client, let place = importer.fields.firstIndex(of: field) else { return nil }
  return client.values[place]
}

@Suite struct ClientImportTests {
  @Test func columnsAreFoundByTheirNames() throws {
    let (rows, refused, importer) = try clients(
      "Klantnummer;NAAM;geb. datum;Postcode;E-mail adres;Schoenmaat;Uren per week\n"
        + "17;Berg, Jan van den;1990;1234 AB;j@x.nl;43;16-24\n")
    #expect(refused.isEmpty)
    #expect(importer.report.unused == ["Schoenmaat"])
    #expect(Set(importer.fields) == ["name", "birth", "postcode", "email", "hours"])
    let client = try #require(rows.first)
    #expect(client.line == 2)
    #expect(client.key == RegisterKey("17"))
    #expect(
      value(importer, client, "name")?.content
        == .name(PersonName(family: "Berg", prefix: "van den", given: "Jan")))
    #expect(value(importer, client, "hours")?.content == .span(16...24))
    let first = try #require(Day(iso: "1990-01-01"))
    let last = try #require(Day(iso: "1990-12-31"))
    #expect(value(importer, client, "birth")?.content == .days(first...last))
    #expect(value(importer, client, "birth")?.day == Day(iso: "2026-11-21"))
    #expect(value(importer, client, "birth")?.source == .register)
  }

  /// Each field that a register can bring is found by each of its names.
  @Test func everySynonymFindsItsField() throws {
    for field in Catalogue.standard.fields where field.owner != .derived {
      for name in field.importSynonyms {
        let others = Catalogue.standard.fields.filter { $0.id != field.id && $0.owner != .derived }
        guard !others.contains(where: { $0.importSynonyms.contains { Folding.key($0) == Folding.key(name) } })
        else {
          Issue.record("\(name) is a name of two fields")
          continue
        }
        let (_, _, importer) = try clients("klantnummer;\(name.uppercased())\n1;x\n")
        #expect(importer.fields == [field.id], "\(name)")
      }
    }
  }

  @Test func aKeyThatStandsTwiceIsRefusedWithBothLines() throws {
    let (rows, refused, _) = try clients("bsn;naam\n111222333;A\n\n111.222.333;B\n\n")
    #expect(rows.map(\.line) == [2])
    #expect(refused.map(\.line) == [4])
    #expect(refused.first?.problem == .keyTwice(firstLine: 2, line: 4))
    #expect(refused.first.map { "\($0.problem)".contains("111") } == false)
  }

  @Test func rowsWithoutKeyAreRefused() throws {
    let (rows, refused, importer) = try clients("bsn;naam\n;A\nNNB;B\n 1 ;C\n111222333;D\n")
    #expect(rows.map(\.line) == [4, 5])
    #expect(refused.map(\.problem) == [.noKey, .noKey])
    #expect(importer.report.reasons == [RowProblem.noKey.kind: 2])
    #expect(importer.report.doubtfulKeys == 1)
  }

  @Test func aRefusedRowDoesNotTakeItsKey() throws {
    let (rows, refused, _) = try clients("klantnummer;naam\n5;a\0b\n5;B\n")
    #expect(refused.map(\.problem) == [.nul(column: 2)])
    #expect(rows.map(\.line) == [3])
  }

  @Test func aFileWithoutKeyIsRefused() {
    #expect(throws: ExchangeError.noKeyColumn(header: ["naam", "x"])) { try clients("naam;x\nA;1\n") }
  }

  @Test func spellingsOfEmptyAreEmpty() throws {
    let text = ["", "NNB", "??", "Onbekend", "-", " geen gegevens ", "ONBEKEND"].enumerated()
      .map { "\($0.offset + 1);\($0.element);\($0.element)" }.joined(separator: "\n")
    let (rows, _, importer) = try clients("klantnummer;opleiding;wijk\n" + text)
    #expect(rows.count == 7)
    for client in rows {
      for field in ["education", "district"] as [FieldID] {
        #expect(value(importer, client, field).map { $0.state == .empty && $0.raw == nil } == true)
      }
    }
    let (others, _, other) = try clients("klantnummer;wijk\n1;n.v.t.\n")
    #expect(value(other, others.first, "district")?.content == .text("n.v.t."))
  }

  @Test func whatNobodyUnderstandsIsKeptAndCountedAndCostsNoRow() throws {
    let (rows, refused, importer) = try clients(
      "klantnummer;opleiding;rijbewijs;geboortedatum\n1;Ambacht;B;x\n2;Ambacht;B, heftruck;1-2-1990\n3;Wijsheid;zeker;y\n"
    )
    #expect(refused.isEmpty)
    let education = try #require(value(importer, rows.first, "education"))
    #expect(education.state == .empty)
    #expect(education.raw == "Ambacht")
    #expect(value(importer, rows[1], "licence")?.raw == "heftruck")
    #expect(value(importer, rows[1], "licence")?.state == .recorded)
    let columns = importer.report.columns
    #expect(columns.map(\.header) == ["opleiding", "rijbewijs", "geboortedatum"])
    #expect(columns.map(\.notUnderstood) == [3, 2, 2])
    let commonest = columns[0].commonest()
    #expect(commonest.map(\.text) == ["Ambacht", "Wijsheid"])
    #expect(commonest.map(\.count) == [2, 1])
  }

  @Test func valuesOfAMapping() throws {
    let mapping = try MappingFile.read(
      #"""
      [columns.Taal]
      field = "speaks"
      values = { "4" = "B1", "9" = "@declined", "8" = "@not-known", "0" = "@empty" }
      [columns.Werkt]
      field = "job-ready"
      values = { "1" = "yes", "0" = "no" }
      [columns.Rijbewijs]
      field = "licence"
      split = "+"
      complete = true
      values = { "Groot" = "C|CE" }
      [columns.Sinds]
      field = "benefit"
      dates = ["excel"]
      """#)
    let (rows, _, importer) = try clients(
      "klantnummer;Taal;Werkt;Rijbewijs;Sinds\n1;4;1;B+Groot;44562\n2;9;0;geen;\n3;8;ja;B;x\n4;0;2;;\n",
      mapping)
    let speaks = try #require(Catalogue.standard["speaks"])
    let b1 = try #require(speaks.place(of: "B1"))
    #expect(value(importer, rows[0], "speaks")?.content == .oneOf(ChoiceSet(place: b1)))
    #expect(rows.map { value(importer, $0, "speaks")?.state } == [.recorded, .declined, .notKnown, .empty])
    #expect(rows.map { value(importer, $0, "job-ready")?.raw } == [nil, nil, nil, "2"])
    let licence = try #require(Catalogue.standard["licence"])
    let wanted = ["B", "C", "CE"].compactMap { licence.place(of: $0) }.map { ChoiceSet(place: $0) }
    #expect(value(importer, rows[0], "licence")?.content == .several(ChoiceSet(wanted), complete: true))
    #expect(value(importer, rows[0], "benefit")?.content == Day(iso: "2022-01-01").map { .day($0) })
  }

  @Test func numbersForYesNeedAMapping() throws {
    let (rows, _, importer) = try clients("klantnummer;diploma\n1;1\n2;ja\n3;N\n")
    #expect(rows.map { value(importer, $0, "diploma")?.raw } == ["1", nil, nil])
  }

  @Test func aFieldOfSeveralColumns() throws {
    let mapping = try MappingFile.read(
      #"""
      [columns.Straat]
      field = "address"
      [columns.Nr]
      field = "address"
      [columns.Plaats]
      field = "address"
      join = ", "
      [columns.Min]
      field = "hours.min"
      [columns.Max]
      field = "hours.max"
      """#)
    let (rows, _, importer) = try clients(
      "klantnummer;Straat;Nr;Plaats;Min;Max;Achternaam;Tussenvoegsel;Voornaam\n"
        + "1;Dorpsstraat;1;Ons Dorp;16;24;Berg;van den;Jan\n2;;;Oss;;24;;;Fatima\n3;;;;veel;;;;\n", mapping)
    #expect(value(importer, rows[0], "address")?.content == .text("Dorpsstraat 1, Ons Dorp"))
    #expect(value(importer, rows[1], "address")?.content == .text("Oss"))
    #expect(value(importer, rows[2], "address")?.state == .empty)
    #expect(value(importer, rows[0], "hours")?.content == .span(16...24))
    #expect(value(importer, rows[1], "hours")?.content == .span(24...24))
    #expect(value(importer, rows[2], "hours")?.raw == "veel")
    #expect(
      value(importer, rows[0], "name")?.content
        == .name(PersonName(family: "Berg", prefix: "van den", given: "Jan")))
    #expect(value(importer, rows[1], "name")?.content == .name(PersonName(family: "Fatima")))
    #expect(value(importer, rows[2], "name")?.state == .empty)
  }

  @Test func twoColumnsForOneDayNeedAMapping() throws {
    let mapping = try MappingFile.read("[columns.A]\nfield = \"intake\"\n[columns.B]\nfield = \"intake\"")
    #expect(throws: ExchangeError.columnTwice(names: ["A", "B"])) { try clients("bsn;A;B\n1;2;3\n", mapping) }
  }

  @Test func anAgeIsAYearOfBirthDates() throws {
    let (rows, _, importer) = try clients("klantnummer;leeftijd\n1;34\n2;oud\n")
    let first = try #require(Day(iso: "1991-11-22"))
    let last = try #require(Day(iso: "1992-11-21"))
    #expect(value(importer, rows[0], "birth")?.content == .days(first...last))
    #expect(value(importer, rows[1], "birth")?.raw == "oud")
    let (both, _, other) = try clients("klantnummer;leeftijd;geboortedatum\n1;34;1-2-1990\n")
    #expect(value(other, both.first, "birth")?.content == Day(iso: "1990-02-01").map { .day($0) })
    #expect(other.report.unused == ["leeftijd"])
  }

  @Test func aDayOfLastContactMeansWhatTheMappingSays() throws {
    let text = "klantnummer;laatste contact;volgende afspraak\n1;1-10-2026;1-12-2026\n2;;\n3;10-2026;\n"
    let day = try #require(Day(iso: "2026-10-01"))
    let next = ImportedContact(kind: .appointment, held: Day(iso: "2026-12-01"))
    let (unclear, _, importer) = try clients(text)
    #expect(unclear.map(\.contacts.count) == [2, 0, 1])
    #expect(unclear[0].contacts == [ImportedContact(kind: .unconfirmed, logged: day), next])
    #expect(importer.report.unused.isEmpty)
    let (held, _, _) = try clients(text, Mapping(lastContact: .held))
    #expect(held[0].contacts == [ImportedContact(kind: .conversation, held: day), next])
    #expect(held[2].contacts == [ImportedContact(kind: .unconfirmed, logged: Day(iso: "2026-10-31"))])
  }

  @Test func textOfOneLineHasOneLine() throws {
    let (rows, _, importer) = try clients("klantnummer;wijk\n1;\"a\r\nb\tc\"\n")
    #expect(value(importer, rows.first, "district")?.content == .text("a b c"))
  }

  @Test func manySpellingsAreReadAsWellAsFew() throws {
    let many = (1...6000).map { "\($0);wijk \($0 % 5000)" }.joined(separator: "\n")
    let (rows, _, importer) = try clients("klantnummer;wijk\n" + many)
    #expect(rows.count == 6000)
    for (index, client) in rows.enumerated() {
      #expect(value(importer, client, "district")?.content == .text("wijk \((index + 1) % 5000)"))
    }
  }
}

/// Rows that were refused can be mended in their file and read again.
@Suite struct RefusedRoundTripTests {
  private func imported(_ path: String) throws -> (
    rows: [ImportedClient], importer: ClientImport, refused: String?
  ) {
    let file = try ImportFile(path: path)
    let importer = try ClientImport(
      file.reader, drawn: try #require(Day(iso: "2026-11-21")), refusedFor: path)
    var rows: [ImportedClient] = []
    while let step = try importer.next() {
      if case .row(let client) = step { rows.append(client) }
    }
    return (rows, importer, try importer.finish())
  }

  @Test func mendedRowsAreTaken() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      Array("klantnummer;naam;wijk\n1;A;=Noord\n1;B;=Zuid\n;C;West\n2;\"D\";Oost;te veel\n3;E\n".utf8))
    let first = try imported(path)
    #expect(first.rows.map(\.key.text) == ["1"])
    #expect(first.importer.report.refused == 4)
    let refused = try #require(first.refused)
    var text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: refused)), as: UTF8.self)
    for (bad, good) in [(";1;B", ";4;B"), (";;C", ";5;C"), (";te veel", ""), (";3;E", ";3;E;Noord")] {
      text = text.replacingOccurrences(of: bad, with: good)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: refused))
    let second = try imported(refused)
    #expect(second.refused == nil)
    #expect(second.rows.map(\.key.text) == ["4", "5", "2", "3"])
    #expect(second.importer.report.unused.isEmpty)
    // The apostrophe that guarded the formula is gone again.
    #expect(value(second.importer, second.rows.first, "district")?.content == .text("=Zuid"))
  }

  @Test func whatIsRefusedAgainHasOneReasonColumn() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("klantnummer;naam\n;A\n".utf8))
    let refused = try #require(try imported(path).refused)
    let again = try #require(try imported(refused).refused)
    let text = try String(decoding: Data(contentsOf: URL(fileURLWithPath: again)), as: UTF8.self)
    #expect(text == "\u{FEFF}caseload: line and reason;klantnummer;naam\nline 2: no register key;;A\n")
  }
}

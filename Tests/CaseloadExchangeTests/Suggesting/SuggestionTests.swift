import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

/// What is suggested for a text of separated values.
func suggestion(_ text: String, contacts: Bool = false) throws -> MappingSuggestion {
  let reader = CSVReader(MemorySource(Array(text.utf8)), format: CSVFormat(separator: UInt8(ascii: ";")))
  return try MappingSuggestion(of: reader, contacts: contacts, drawn: try #require(Day(iso: "2026-11-20")))
}

@Suite struct SuggestionTests {
  private func column(_ header: String, _ cells: [String]) throws -> MappingSuggestion.Column {
    let rows = cells.enumerated().map { "\($0.offset + 1);\($0.element)" }
    let found = try suggestion("klantnummer;\(header)\n" + rows.joined(separator: "\n") + "\n")
    return try #require(found.columns.last)
  }

  @Test func columnsGoWhereTheirNamesSay() throws {
    let found = try suggestion("klantnummer;naam;rijbewijs;schoenmaat\n1;Jan Kok;B;44\n2;Piet Vos;B, C;45\n")
    #expect(found.columns.map(\.reason) == [.key, .name, .name, .none])
    #expect(found.columns.map(\.field?.id) == [nil, "name", "licence", nil])
    #expect(found.rows == 2 && found.isWhole)
  }

  @Test func aColumnThatNearlyHasTheNameAndHasTheValuesIsPlaced() throws {
    let near = try column("Opleidingsnivau", ["MBO", "VMBO", "HBO", "MBO"])
    #expect(near.reason == .nearName && near.field?.id == "education")
    // The name alone is not enough, and neither are the values.
    let name = try column("Opleidingsnivau", ["12", "13", "14", "15"])
    #expect(name.reason == .none && name.rule.target == .unused)
    let values = try column("Kolom 7", ["MBO", "VMBO", "HBO", "MBO"])
    #expect(values.reason == .none && values.maybe.contains("education"))
  }

  @Test func aSlipOfThePenIsMendedAndMoreIsOnlyProposed() throws {
    let found = try column(
      "Vervoer", ["Fietss", "fiets", "Motorfiest", "luchtballon", "fiets", "auto", "fiets"])
    let words = Dictionary(found.words.map { ($0.text ?? "", $0) }) { first, _ in first }
    #expect(words["Fietss"]?.meaning == "bicycle" && words["Fietss"]?.isSure == true)
    #expect(words["luchtballon"]?.meaning == nil)
    #expect(found.rule.values == ["fietss": "bicycle"])
  }

  @Test(arguments: [("education", "mbo5"), ("gender", "x"), ("education", "ab")])
  func aFigureIsNoSlip(field: FieldID, text: String) throws {
    let field = try #require(Catalogue.standard[field])
    #expect(NearChoice(field).code(text) == nil)
  }

  @Test func whatMayTurnAWordRoundIsNeverSure() throws {
    let field = try #require(Catalogue.standard["marital"])
    for choice in field.choices {
      for name in [choice.label.text(in: .dutch)] + choice.synonyms {
        #expect(NearChoice(field).code("n" + name)?.isSure != true || name.utf8.first == UInt8(ascii: "n"))
      }
    }
  }

  @Test func waysOfWritingDaysAreFound() throws {
    #expect(try column("Inschrijfdatum", ["01-02-2022", "3-4-2023"]).forms == ["dd-mm-yyyy"])
    let american = try column("Inschrijfdatum", ["02/28/2022", "03/04/2023"])
    #expect(american.rule.dates == [.monthFirst, .iso] && american.notUnderstood == 0)
    let serial = try column("Inschrijfdatum", ["44562", "44563"])
    #expect(serial.rule.dates?.contains(.serial) == true && serial.notUnderstood == 0)
    // Numbers that are days in nobody's life are none.
    #expect(try column("Inschrijfdatum", ["99", "44563"]).rule.dates == nil)
    #expect(try column("Inschrijfdatum", ["02/28/2022", "28/02/2022"]).rule.dates == nil)
  }

  @Test func namesSayTheirOrderByTheirCommas() throws {
    #expect(try column("Naam", ["Kok, Jan", "Berg, Jan van den"]).forms == [NameOrder.familyFirst.rawValue])
    #expect(try column("Naam", ["Jan Kok", "Jan van den Berg"]).forms == [NameOrder.givenFirst.rawValue])
    #expect(try column("Naam", ["Jan Kok", "Berg, Jan van den"]).forms.isEmpty)
  }

  @Test func theOnlyColumnOfNumbersThatDifferIsTheKey() throws {
    let found = try suggestion("Kenmerk;naam;leeftijd\nA17;Jan Kok;30\nA18;Piet Vos;30\n")
    #expect(found.columns[0].reason == .key)
    let text = SuggestionFile.text(found, of: "file.csv", in: .english)
    #expect(try MappingFile.read(text).key == "Kenmerk")
    let none = try suggestion("a;b\n1;2\n1;3\n")
    #expect(!none.columns.contains { $0.reason == .key } || none.columns[1].reason == .key)
  }

  @Test func kindsOfContactThatNobodyKnowsAreProposed() throws {
    let rows = (0..<4).map { "\($0);2026-01-0\($0 + 1);Keukentafelgesprek;x" }.joined(separator: "\n")
    let found = try suggestion("klantnummer;datum contact;soort contact;notitie\n\(rows)\n", contacts: true)
    #expect(
      found.kinds == [.init(text: "Keukentafelgesprek", count: 4, meaning: "conversation", isSure: false)])
    let text = SuggestionFile.text(found, of: "contacts.csv", in: .dutch)
    #expect(text.contains("# \"Keukentafelgesprek\" = \"conversation\""))
    #expect(try MappingFile.read(text).kinds.isEmpty)
  }

  // MARK: - Nobody's data

  @Test func noCellThatTellsOfSomebodyIsShown() throws {
    let people = [
      ("Aaltje Zonnebloem", "799890005", "06-87654321", "aaltje@voorbeeld.nl", "Tulpenlaan"),
      ("Berend Korenbloem", "799890017", "06-87654322", "berend@voorbeeld.nl", "Rozenlaan"),
    ]
    var text = "bsn;naam;telefoon;e-mail;adres;achternaam partner;iban;gezien door;onbekende kolom;geslacht\n"
    for round in 0..<20 {
      for (index, person) in people.enumerated() {
        let bsn = "\(799_890_005 + round * 2 + index)"
        text +=
          "\(bsn);\(person.0);\(person.2);\(person.3);\(person.4);Zonnebloem;NL00BANK0123456789;Aaltje;\(person.0) \(round);\(person.0)\n"
      }
    }
    for language in Language.allCases {
      let file = SuggestionFile.text(try suggestion(text), of: "x.csv", in: language)
      for hidden in [
        "Aaltje Zonne", "Berend", "79989", "8765432", "voorbeeld", "laan", "Zonnebloem", "BANK0123",
      ] {
        // Columns that are known by name to tell of people, and those of many spellings, show a shape at most.
        #expect(!file.contains(hidden), "\(hidden) in \(language)")
      }
    }
  }

  @Test func aListOfWordsIsShownWithItsCounts() throws {
    let found = try column(
      "Wijk", Array(repeating: "Noord", count: 5) + Array(repeating: "Zuid", count: 4) + ["Hof"])
    #expect(
      found.sample == .shape(nil, shortest: 3, longest: 5)
        || found.sample == .values([.init(text: "Noord", count: 5), .init(text: "Zuid", count: 4)]))
    let words = try column(
      "Kleur", Array(repeating: "rood", count: 5) + Array(repeating: "blauw", count: 4) + ["wit"])
    // What only one row has is not shown.
    #expect(words.sample == .values([.init(text: "rood", count: 5), .init(text: "blauw", count: 4)]))
  }

  // MARK: - The file

  @Test func whateverIsInTheFileTheSuggestionIsAMapping() throws {
    let text =
      "bsn;naam;naam;;\"a\"\"b\nc\";\u{202E}evil;]x[;#y;rijbewijs\n"
      + "1;Kok;Vos;x;y;z;u;v;\"B, \"\"\n\u{1B}[2J\"\n"
    let found = try suggestion(text)
    for language in Language.allCases {
      let file = SuggestionFile.text(found, of: "\u{1B}[31m\n# x.csv", in: language)
      #expect(!file.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      let mapping = try MappingFile.read(file)
      #expect(mapping.key == "bsn")
    }
  }

  /// Every rule that a mapping can hold comes back the same from the file that is written of it.
  @Test func aKnownRegisterComesBackAsItIs() throws {
    let sonar = try MappingFile.read(ShippedMappings.sonar)
    let header = [
      "BSN", "ID_WZ", "Volledige Naam", "Participatieladder", "Rijbewijs", "Vervoer", "Mondeling Nederlands",
      "Huisnummer", "Plaats", "Beroepssector", "Leeftijd",
    ]
    let found = try suggestion(header.joined(separator: ";") + "\n1;;;;;;;;;;\n")
    let read = try MappingFile.read(SuggestionFile.text(found, of: "x", in: .english))
    #expect(read.name == sonar.name && read.version == sonar.version && read.recognise == sonar.recognise)
    #expect(read.empty == sonar.empty && read.dates == sonar.dates && read.key == sonar.key)
    #expect(read.keyIsCitizenNumber == true && read.lastContact == sonar.lastContact)
    for name in header.dropFirst() {
      let key = Folding.key(name)
      #expect(read.columns[key] == sonar.columns[key], "\(name)")
    }
  }
}

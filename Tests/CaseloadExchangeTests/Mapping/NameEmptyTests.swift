import CaseloadCore
import Testing

@testable import CaseloadExchange

/// What is empty in a column of names: only what that column's own rule says, for a name may be any word.
@Suite struct NameEmptyTests {
  private func name(_ cell: String, _ mapping: Mapping? = nil) throws -> Value? {
    let (rows, refused, importer) = try clients("klantnummer;naam;plaats\n1;\(cell);x\n", mapping)
    #expect(refused.isEmpty)
    return value(importer, rows.first, "name")
  }

  @Test(arguments: [
    ("Null", PersonName(family: "Null")), ("Jennifer Null", PersonName(family: "Null", given: "Jennifer")),
    ("Onbekend", PersonName(family: "Onbekend")), ("NNB", PersonName(family: "NNB")),
    ("Unknown, Jan", PersonName(family: "Unknown", given: "Jan")),
  ])
  func aWordIsAName(cell: String, wanted: PersonName) throws {
    #expect(try name(cell)?.content == .name(wanted))
  }

  @Test(arguments: ["-", "--", "?", "??", "..."])
  func signsAreNoNameAndAreSeen(cell: String) throws {
    let found = try name(cell)
    #expect(found?.state == .empty && found?.raw == cell)
  }

  @Test func nothingIsNothing() throws {
    #expect(try name("   ")?.raw == nil)
  }

  @Test func theColumnsOwnSpellingsAreEmpty() throws {
    let own = try MappingFile.read("[columns.naam]\nfield = \"name\"\nempty = [\"NNB\"]")
    #expect(try name("nnb", own)?.content == nil)
    #expect(try name("Onbekend", own)?.content == .name(PersonName(family: "Onbekend")))
    // A spelling for the whole file does not take anybody's name.
    let whole = try MappingFile.read("empty = [\"NNB\"]\n[columns.naam]\nfield = \"name\"")
    #expect(try name("NNB", whole)?.content == .name(PersonName(family: "NNB")))
  }

  @Test func inPartsTooButForThePrefix() throws {
    let text = "klantnummer;achternaam;voorvoegsel;voornaam\n1;Null;-;-\n2;-;van;Onbekend\n"
    let (rows, _, importer) = try clients(text)
    #expect(value(importer, rows[0], "name")?.content == .name(PersonName(family: "Null")))
    #expect(
      value(importer, rows[1], "name")?.content == .name(PersonName(family: "Onbekend", prefix: "van")))
  }

  @Test func elsewhereTheyAreEmpty() throws {
    let (rows, _, importer) = try clients("klantnummer;naam;telefoon\n1;Kok;Onbekend\n2;Vos;null\n")
    #expect(
      rows.allSatisfy {
        value(importer, $0, "phone") == Value(state: .empty, source: .register, day: Day(iso: "2026-11-21"))
      })
  }
}

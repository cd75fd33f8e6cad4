import CaseloadCore
import CaseloadExchange
import Testing

@Suite struct MappingFileTests {
  @Test func everythingAFileMaySay() throws {
    let mapping = try MappingFile.read(
      #"""
      mapping = 1
      name = "Ons register"
      version = 3
      recognise = ["Klant-ID", "Naam"]
      key = "Klant-ID"
      key-is-bsn = false
      empty = ["n.v.t."]
      dates = ["d-m-yyyy", "excel"]
      last-contact = "held"
      calls = "conversation"

      [columns.Naam]
      field = "name"
      name-order = "family, prefix initials"

      [columns."Rijbewijs(zen)"]
      field = "licence"
      split = ","
      complete = true
      values = { "Groot" = "C|CE", "weigert" = "@declined" }

      [columns.Rest]
      use = false

      [kinds]
      "bel in" = "conversation phone client"
      """#)
    #expect(mapping.name == "Ons register")
    #expect(mapping.version == 3)
    #expect(mapping.key == "Klant-ID")
    #expect(mapping.keyIsCitizenNumber == false)
    #expect(mapping.empty == ["n.v.t."])
    #expect(mapping.dates == [.dayFirst, .serial])
    #expect(mapping.lastContact == .held)
    #expect(mapping.callIsConversation)
    #expect(mapping.columns["naam"] == ColumnRule(.field("name", .whole), nameOrder: .familyFirst))
    #expect(mapping.columns["rijbewijszen"]?.values == ["groot": "C|CE", "weigert": "@declined"])
    #expect(mapping.columns["rest"]?.target == .unused)
    #expect(mapping.kinds["belin"] == ContactMeaning(.conversation, .phone, .client))
    #expect(mapping.recognises(["naam", "KLANT ID", "x"]))
    #expect(!mapping.recognises(["naam"]))
  }

  @Test(arguments: [
    ("nam = \"x\"", "\"nam\" is not known here"),
    ("mapping = 2", "\"mapping\" is 2; this program reads 1"),
    ("version = \"x\"", "\"version\" must be a whole number"),
    ("empty = 3", "\"empty\" must be a list of texts"),
    ("dates = [\"yy\"]", "\"dates\" cannot hold \"yy\""),
    ("last-contact = \"maybe\"", "\"last-contact\" cannot be \"maybe\""),
    ("[columns.A]\nsplit = \",\"", "\"columns.A.field\" is missing"),
    ("[columns.A]\nfield = \"nothing\"", "\"columns.A.field\" cannot be \"nothing\""),
    ("[columns.A]\nfield = \"name.min\"", "\"columns.A.field\" cannot be \"name.min\""),
    (
      "[columns.A]\nfield = \"gender\"\nvalues = { \"9\" = \"banaan\" }",
      "\"columns.A.values.9\" cannot mean \"banaan\""
    ),
    ("columns = 1", "\"columns\" must be a table"),
    ("[kinds]\nx = \"talk\"", "\"kinds.x\" cannot be \"talk\""),
  ])
  func whatItDoesNotKnowIsAnError(_ text: String, _ reason: String) {
    let error = #expect(throws: ExchangeError.self) { try MappingFile.read(text) }
    #expect(error?.description == "the mapping: " + reason)
  }

  @Test func brokenTOMLIsSaidWithItsLine() {
    do {
      _ = try MappingFile.read("name = \"x\"\n[columns\n")
      Issue.record("read")
    } catch {
      guard case .mapping(let line, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(line == 2 || line == 3)
    }
  }

  @Test func theShippedMappingIsSound() throws {
    let mapping = try MappingFile.read(ShippedMappings.sonar)
    #expect(mapping.name == "Sonar")
    #expect(mapping.columns.count == 34)
  }
}

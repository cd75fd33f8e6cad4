import Testing

@testable import CaseloadCore

/// A secret address is said to nobody: what may be secret is kept as what is.
struct SecretAddressTests {
  private func record(_ codes: [String]) throws -> ClientRecord {
    let field = try #require(Catalogue.standard["secret"])
    var set: ChoiceSet = []
    for code in codes { set.formUnion(ChoiceSet(place: try #require(field.place(of: code)))) }
    return ClientRecord(
      number: ClientNumber(1), values: ["secret": .recorded(.oneOf(set), source: .register)])
  }

  @Test func addressAndPostcodeOnly() throws {
    let secret = try record(["yes"])
    #expect(secret.isSecret("address") && secret.isSecret("postcode") && secret.isSecret("district"))
    #expect(!secret.isSecret("phone"))
    #expect(try !record(["no"]).isSecret("address"))
    #expect(try record(["yes", "no"]).isSecret("address"))
    #expect(!ClientRecord(number: ClientNumber(1)).isSecret("address"))
  }

  @Test func aRowOfAListSaysAsTheRecordDoes() throws {
    let context = Context(today: .earliest, now: Moment(seconds: 0), actor: Actor(name: "A"))
    for codes in [["yes"], ["no"], ["yes", "no"], []] {
      let record = try record(codes)
      var population = Population()
      population.put(ClientFacts(number: record.number, values: codes.isEmpty ? [:] : record.values))
      for field in Catalogue.standard.fields.map(\.id) where !codes.isEmpty {
        #expect(population.isSecret(field, at: 0, context) == record.isSecret(field), "\(codes) \(field)")
      }
      #expect(population.isSecret("postcode", at: 0, context) == codes.contains("yes"))
    }
  }
}

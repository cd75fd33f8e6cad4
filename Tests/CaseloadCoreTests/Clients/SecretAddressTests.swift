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
}

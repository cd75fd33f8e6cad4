import CaseloadCore
import CaseloadStore
import Testing

/// What the keys of a register look like, without saying one.
@Suite struct KeyFormsTests {
  @Test func theyAreCountedByRegister() throws {
    try withStore { store in
      #expect(try store.keyForms(of: "sonar") == (all: 0, nineDigits: 0))
      let keys = ["111222333", "123456782", "X-7", "12345678", "1234567890", "12345678x"]
      var export = twoClients()
      export.rows = keys.map { ($0, ["name": .name(PersonName(family: "Vos"))]) }
      try export.take(into: store, as: "i1")
      let forms = try store.keyForms(of: "sonar")
      #expect(forms == (all: 6, nineDigits: 2))
      #expect(try store.keyForms(of: "other") == (all: 0, nineDigits: 0))
    }
  }
}

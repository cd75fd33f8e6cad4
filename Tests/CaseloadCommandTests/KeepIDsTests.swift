import CaseloadCore
import CaseloadScreens
import Testing

@testable import CaseloadCommand

/// The id under which a form is kept.
struct KeepIDsTests {
  private let subject = Form.Subject.contact(ClientNumber(1))

  private func keeping(_ story: String) -> Keeping {
    .contact(
      Registration(Contact(client: ClientNumber(1), kind: .conversation, held: nil, story: story)),
      errand: "Try again")
  }

  @Test("Until it is known what became of it the same form is the same change") func same() {
    let ids = KeepIDs()
    let first = ids.id(of: keeping("a"), for: subject)
    #expect(ids.id(of: keeping("a"), for: subject) == first)
    ids.settle(subject)
    #expect(
      ids.id(of: keeping("a"), for: subject) != first, "the same words on another day are another contact")
  }

  @Test("What was filled in otherwise since, and another's form, are other changes") func other() {
    let ids = KeepIDs()
    let first = ids.id(of: keeping("a"), for: subject)
    #expect(ids.id(of: keeping("a"), for: .contact(ClientNumber(2))) != first)
    #expect(ids.id(of: keeping("b"), for: subject) != first)
  }
}

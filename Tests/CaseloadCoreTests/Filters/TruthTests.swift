import Testing

@testable import CaseloadCore

/// Kleene's strong three-valued tables, written out.
@Suite struct TruthTests {
  @Test(arguments: [
    (Truth.yes, Truth.yes, Truth.yes, Truth.yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
    (.unknown, .yes, .unknown, .yes), (.unknown, .unknown, .unknown, .unknown),
    (.unknown, .no, .no, .unknown), (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown),
    (.no, .no, .no, .no),
  ])
  func bothAndEither(left: Truth, right: Truth, both: Truth, either: Truth) {
    #expect((left && right) == both)
    #expect((left || right) == either)
  }

  @Test func notKeepsUnknown() {
    #expect(!Truth.yes == .no)
    #expect(!Truth.no == .yes)
    #expect(!Truth.unknown == .unknown)
  }

  @Test func certainty() {
    #expect(Truth(true) == .yes)
    #expect(Truth(false) == .no)
  }
}

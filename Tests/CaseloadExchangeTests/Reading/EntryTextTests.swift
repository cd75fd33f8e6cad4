import CaseloadExchange
import Foundation
import Testing

@Suite struct EntryTextTests {
  @Test func textIsComposed() throws {
    #expect(Array(try EntryText.text("e\u{301}").unicodeScalars) == ["é"])
    #expect(Array(try EntryText.text("Nguye\u{302}\u{303}n").unicodeScalars).count == 6)
    #expect(try EntryText.text("Łukasz Öztürk") == "Łukasz Öztürk")
  }

  /// The short cut past Foundation must not miss a scalar that normalisation changes.
  @Test func theShortCutAgreesWithFoundationForEveryScalarBelow0400() throws {
    for value in UInt32(1)..<0x400 {
      guard let scalar = UnicodeScalar(value) else { continue }
      let text = String(scalar)
      let wanted = text.precomposedStringWithCanonicalMapping
      #expect(Array(try EntryText.text(text).unicodeScalars) == Array(wanted.unicodeScalars))
    }
  }

  @Test func nulAndLengthAreRefused() throws {
    #expect(throws: EntryText.Refusal.nul) { try EntryText.text("a\0b") }
    #expect(throws: EntryText.Refusal.tooLong(limit: 3)) { try EntryText.text("abcd", limit: 3) }
    #expect(throws: EntryText.Refusal.tooLong(limit: 3)) { try EntryText.text("éééé", limit: 3) }
    #expect(try EntryText.text("ééé", limit: 3) == "ééé")
    #expect(throws: EntryText.Refusal.tooLong(limit: 2)) {
      // Three scalars each: this one only becomes longer when it is normalised.
      try EntryText.text("\u{0958}\u{0958}", limit: 2)
    }
  }
}

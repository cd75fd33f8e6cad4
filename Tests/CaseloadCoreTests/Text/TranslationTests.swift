import Foundation
import Testing

@testable import CaseloadCore

@Suite struct TranslationTests {
  private let phrases = Catalogue.standard.phrases + otherPhrases

  /// The parts of the Dutch file whose keys are put together where they are declared, so that reading the sources
  /// does not find them; tests of the modules that declare them do.
  private static let assembled = ["action.", "worklist.", "vum."]

  @Test func everyTextIsThereInDutch() {
    let missing = phrases.filter { (Translations.dutch[$0.key] ?? "").isEmpty }.map(\.key)
    #expect(missing == [])
    #expect(phrases.allSatisfy { !$0.english.isEmpty })
  }

  @Test func everyTextOfTheOtherModulesIsThereInDutch() throws {
    let literals = try PhraseLiteral.all()
    let missing = Set(literals.map(\.key)).filter { (Translations.dutch[$0] ?? "").isEmpty }
    #expect(missing.sorted() == [])
    #expect(literals.count > 20, "the sources were not found")
  }

  @Test func readsTheTextsOfASource() {
    let source = """
      /// Not this: Phrase("comment", "no").
      let a = Phrase("one", "One")
      let b = [Phrase(
        "two", "of " + "pieces"), Phrase("x.\\(name)", name), Phrase("three", "a \\"quote\\"")]
      let c = Phrase("four", text)
      let d = Plural(
        "five", one: "{0} piece", many: "{0} pieces")
      """
    #expect(
      PhraseLiteral.all(in: source) == [
        PhraseLiteral(key: "five.one", english: nil), PhraseLiteral(key: "five.many", english: nil),
        PhraseLiteral(key: "one", english: "One"), PhraseLiteral(key: "two", english: nil),
        PhraseLiteral(key: "three", english: nil), PhraseLiteral(key: "four", english: nil),
      ])
  }

  @Test func noDutchTextHasLostItsDeclaration() throws {
    let declared = Set(phrases.map(\.key)).union(try PhraseLiteral.all().map(\.key))
    let orphans = Translations.dutch.keys.filter { key in
      !declared.contains(key) && !Self.assembled.contains { key.hasPrefix($0) }
    }
    #expect(orphans.sorted() == [])
  }

  @Test func noKeyStandsTwice() throws {
    let file = PackageRoot.folder.appendingPathComponent("Sources/CaseloadCore/Text/nl.txt")
    var lines: [String: Int] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") && !line.isEmpty {
      let key = line.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
      #expect(line.contains("="), "no text in the line \(line)")
      lines[key, default: 0] += 1
    }
    #expect(lines.filter { $0.value > 1 }.keys.sorted() == [])
    #expect(lines.count == Translations.dutch.count)
  }

  @Test func noKeyMeansTwoEnglishTexts() throws {
    let literals = try PhraseLiteral.all().compactMap { literal in
      literal.english.map { Phrase(literal.key, $0) }
    }
    let texts = Dictionary(grouping: phrases + literals, by: \.key).mapValues { Set($0.map(\.english)) }
    #expect(texts.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: Language.allCases)
  func shortNamesFitAListHeader(language: Language) {
    // All are Latin letters, one column each; a sign of another width would need the width table.
    let long = Catalogue.standard.fields.map { $0.short.text(in: language) }.filter { $0.count > 12 }
    #expect(long == [])
  }

  @Test func readsKeysAndTextsAroundTheFirstEqualsSign() {
    let texts = Translations.parse(Array("# no = comment\n\na.b =  één = two  \nno sign\n".utf8))
    #expect(texts == ["a.b": "één = two"])
  }

  @Test func fallsBackToEnglishWhereATranslationIsMissing() {
    #expect(Phrase("no.such.key", "still readable").text(in: .dutch) == "still readable")
    #expect(Phrase("choice.yes", "yes").text(in: .dutch) == "ja")
    #expect(Phrase("choice.yes", "yes").text(in: .english) == "yes")
  }
}

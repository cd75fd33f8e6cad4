import Testing

@testable import CaseloadCore

/// Dutch words of the filter language: read by everybody, printed in English.
@Suite struct DutchWordsTests {
  @Test(arguments: [
    ("ontbreekt:cv", "missing:cv"), ("leeg:vaardigheden", "empty:skills"),
    ("onbekend:rijbewijs", "unknown:licence"), ("geweigerd:schulden", "declined:debts"),
    ("vervallen:cv", "waived:cv"), ("deels:opleiding", "partial:education"), ("heeft:plan", "has:plan"),
    ("gezien:nooit", "seen:never"), ("niet @job-ready", "-@job-ready"),
    ("ontbreekt:cv of ontbreekt:plan", "missing:cv or missing:plan"),
    ("bakker en leeftijd:27..35", "bakker age:27..35"), ("cv>1j6m", "cv>1y6m"),
    ("plan-review<=vandaag", "plan-review<=today"), ("cv:21-11-2026", "cv:2026-11-21"),
    ("cv:1-11-2026..9-11-2026", "cv:2026-11-01..2026-11-09"), ("cv>11-2026", "cv>=2026-12-01"),
    ("@vergeten", "@forgotten"), ("@geen-cv", "@no-cv"), ("@verg", "@forgotten"),
    ("@niet-b", "@not-understood"),
    ("tolk:ja", "interpreter:yes"), ("geslacht:vrouw", "gender:woman"),
    ("voorkeur:telefoon", "channel:phone"),
    ("notitie:heftruck", "note:heftruck"), ("wijk:noord", "district:noord"),
  ])
  func areReadAndPrintedInEnglish(_ dutch: String, _ english: String) throws {
    let filter = try FilterParser.parse(dutch, language: .dutch)
    #expect(filter == (try FilterParser.parse(english)))
    #expect(filter.printed() == (try FilterParser.parse(english)).printed())
    #expect(try FilterParser.parse(filter.printed()) == filter)
  }

  @Test(arguments: ["of", "Of", "en", "NIET", "or", "and", "not"])
  func aClientWhoIsCalledLikeAKeywordIsFoundInQuotes(_ name: String) throws {
    let filter = try FilterParser.parse("\"\(name)\"")
    #expect(filter == .word(name))
    #expect(filter.printed() == "\"\(name)\"", "a bare word would mean something else")
    #expect(try FilterParser.parse("bakker \"\(name)\"") == .and([.word("bakker"), .word(name)]))
    #expect(try FilterParser.parse("name:\(name)") == .test("name", .texts([name])))
  }

  @Test(arguments: ["of", "or", "Of", "o", "ofm"])
  func aNameThatBeginsLikeAKeywordIsTypedWithoutAnError(_ typed: String) {
    let typing = FilterParser.parseTyping(typed)
    #expect(typing.error == nil)
  }

  @Test func orWithNothingBeforeItIsStillAnError() {
    #expect(throws: FilterError.self) { try FilterParser.parse("of bakker") }
    #expect(FilterParser.parseTyping("of bakker").error != nil)
  }

  /// Every field is found by the names that stand on the screen, whatever the language; where two fields have
  /// the same, the text says which they are.
  @Test(arguments: Language.allCases)
  func fieldsAreFoundByTheNamesOnTheScreen(_ language: Language) {
    let names = FieldNames(catalogue: .standard)
    for field in Catalogue.standard.fields where field.uses.contains(.filter) {
      switch names.find(FilterKeyword.slug(field.label.text(in: language))) {
      case .field(let found): #expect(found.id == field.id)
      case .ambiguous(let ids): #expect(ids.contains(field.id.text))
      case .none: Issue.record("\(field.label.text(in: language)) is no name of \(field.id.text)")
      }
    }
  }

  @Test func noWordOfAStateIsAKeywordOrAWorklist() {
    let words = StateTest.allWords
    #expect(Set(words).count == words.count)
    #expect(Set(words).isDisjoint(with: FilterKeyword.all))
    for list in Worklist.builtIn { #expect(Worklist.named(list.words[2], among: Worklist.builtIn) == [list]) }
  }

  @Test func completionKnowsTheDutchBeginnings() {
    func texts(_ typed: String) -> [String] {
      Completion.candidates(for: typed, cursor: typed.unicodeScalars.count, language: .dutch).map(\.text)
    }
    #expect(texts("ontb").contains("missing:"))
    #expect(texts("@verg") == ["@forgotten"])
    #expect(texts("ontbreekt:opl").contains("education"))
    #expect(texts("tol") == ["interpreter:"])
  }
}

import CaseloadCore
import Cells
import Foundation
import Testing

@testable import CaseloadScreens

/// The screens' words.
@Suite struct TextTests {
  /// Every key of a phrase in our sources, read from the sources themselves so that none is forgotten.
  @Test func everyPhraseIsTranslated() throws {
    let folder = packageRoot.appending(path: "Sources/CaseloadScreens").resolvingSymlinksInPath()
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var keys: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"((?:screens|action\.reason)\.[a-z0-9.-]+)"/) {
        keys.insert(String(match.1))
      }
    }
    for action in ActionTable.all { keys.formUnion([action.short.key, action.long.key]) }
    #expect(keys.count > 200)
    let missing = keys.filter { Translations.dutch[$0] == nil }.sorted()
    #expect(missing.isEmpty, "no Dutch")
    // And nothing stands in the file that nobody says any more.
    let unused = Translations.dutch.keys.filter {
      ($0.hasPrefix("screens.") || $0.hasPrefix("action.")) && !keys.contains($0)
    }
    #expect(unused.isEmpty, "translated, but not used")
  }

  @Test func placesAreFilledOnce() {
    let speech = Speech(People.context)
    let phrase = Phrase("test", "{0} of {1}, {0}")
    #expect(speech(phrase, "{1}", "x").string == "{1} of x, {1}")
  }

  @Test(arguments: [
    ("2026-11-21", "today"), ("2026-11-20", "1 d"), ("2026-10-21", "1 m  0 d"), ("2026-07-09", "4 m 12 d"),
    ("2025-09-01", "14 m 20 d"), ("2026-11-28", "-7 d"),
  ]) func ago(_ day: String, _ text: String) {
    #expect(Speech(People.context).ago(People.day(day)).string == text)
  }

  @Test func statesHaveTheirSigns() throws {
    let speech = Speech(People.context)
    let field = try #require(Catalogue.standard["heavy"])
    func text(_ value: Value, isMissing: Bool = false) -> String {
      String(speech.value(value, of: field, isMissing: isMissing).text.string.prefix(1))
    }
    #expect(text(.empty) == "—")
    #expect(text(.empty, isMissing: true) == "✗")
    #expect(text(Value(state: .notKnown, source: .coach)) == "?")
    #expect(text(Value(state: .declined, source: .coach)) == "?")
    #expect(text(Value(state: .waived, source: .coach)) == "~")
    #expect(text(Value(state: .empty, source: .register, raw: "??x")) == "?")
  }

  @Test func aTextFieldIsEditedByCharacters() {
    var field = TextField("ae\u{301}b")
    field.move(by: -1)
    field.move(by: -1)
    #expect(field.caret == 1, "over the letter with its mark")
    field.insert("x")
    #expect(field.text == "axe\u{301}b")
    field.backspace()
    field.backspace()
    #expect(field.text == "e\u{301}b")
    field.backspace()
    field.moveToEnd()
    field.delete()
    #expect(field.text == "e\u{301}b")
    field.deleteWord()
    #expect(field.isEmpty)
    field.replace(-5..<90, with: "ok")
    #expect(field.text == "ok" && field.caret == 2)
  }

  @Test func aPastedBookIsCut() {
    var field = TextField()
    field.paste(String(repeating: "x", count: 5_000))
    #expect(field.scalars.count == TextField().limit)
    field.replace(0..<1, with: String(repeating: "y", count: 5_000))
    #expect(field.scalars.count <= TextField().limit)
  }
}

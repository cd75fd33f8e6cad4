import CaseloadCore
import CaseloadTerminal
import Cells
import Testing

@testable import CaseloadCommand

@Suite("The language of a run")
struct SpokenTests {
  @Test(
    "is read from the words of the shell before the parser reads them",
    arguments: [
      (["list", "--language", "nl"], Language.dutch), (["--language=nl", "list"], .dutch),
      (["--language", "en"], .english), (["list", "--language"], nil), (["list", "--language=fr"], nil),
      (["list", "--", "--language", "nl"], nil), ([], nil),
    ] as [([String], Language?)])
  func asked(_ words: [String], _ language: Language?) {
    #expect(Spoken.asked(in: words) == language)
  }

  @Test("everything that is said within it is said in it")
  func said() {
    #expect(CaseloadCommand.said(ImportWords.clients, 1).string == "1 client")
    Spoken.$language.withValue(.dutch) {
      #expect(CaseloadCommand.said(ImportWords.clients, 1).string == "1 klant")
      #expect(CaseloadCommand.said(ImportWords.clients, 0).string == "0 klanten")
      #expect(ReportWords.worklist.spoken == "Werklijst")
      #expect(Refusals().lines.isEmpty)
    }
  }

  @Test("a terminal's error says what helps, in both languages, and shows a hostile name as it is")
  func terminalErrors() {
    let hostile = TerminalError.unknownTerm(TerminalText(data: "x\u{1B}c"))
    #expect(hostile.said.string == "TERM is x‹U+001B›c, which this system does not know; try TERM=xterm")
    Spoken.$language.withValue(.dutch) {
      #expect(hostile.said.string.hasPrefix("TERM is x‹U+001B›c, en die kent dit systeem niet"))
      #expect(TerminalError.system(5).said.string == "de terminal kon niet geopend worden (systeemfout 5)")
    }
  }
}

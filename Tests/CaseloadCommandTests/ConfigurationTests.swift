import CaseloadCore
import CaseloadScreens
import Cells
import Foundation
import Testing

@testable import CaseloadCommand

/// The user's own keys: read from a file, every mistake with its line and key.
@Suite struct ConfigurationTests {
  private func said(_ text: String, _ language: Language = .english) -> [String] {
    let context = Context(
      today: .earliest, now: Moment(seconds: 0), actor: Actor(name: "x"), language: language)
    return Configuration.read(text).problems.map { $0.text("config.toml", Speech(context)).string }
  }

  @Test func keysAndClipboardAreRead() {
    let (configuration, problems) = Configuration.read(
      """
      clipboard = true
      [keys]
      sort = "Z"
      find = ["f", "<F3>"]
      zoom = []
      """)
    #expect(problems.isEmpty)
    #expect(configuration.clipboard)
    #expect(configuration.keys == ["sort": ["Z"], "find": ["f", .function(3)], "zoom": []])
  }

  @Test(arguments: [
    ("[keys]\nsort = \"r\"", "config.toml, line 2, keys.sort: r is reverse already, in the same place"),
    (
      "\n[keys]\n\nsortt = \"t\"",
      "config.toml, line 4, keys.sortt: there is no such action; did you mean sort?"
    ),
    ("[keys]\nsort = \"<Foo>\"", "config.toml, line 2, keys.sort: \"<Foo>\" is no key"),
    ("[keys]\nsort = 5", "config.toml, line 2, keys.sort: must be a key"),
    ("[keys]\nsort = \"<Esc>\"", "config.toml, line 2, keys.sort: Esc is kept for back"),
    ("colour = \"red\"", "config.toml, line 1, colour: is not known"),
    ("clipboard = 1", "config.toml, line 1, clipboard: must be true or false"),
    ("keys = 3", "config.toml, line 1, keys: must be a table"),
  ]) func aMistakeIsToldWithLineAndKey(_ text: String, _ expected: String) {
    let said = said(text)
    #expect(said.count == 1 && said.first?.hasPrefix(expected) == true, "\(said)")
    #expect(Configuration.read(text).configuration.keys.isEmpty)
  }

  @Test func whatIsNoTOMLHasItsLine() {
    #expect(said("[keys]\nsort = \n").first?.hasPrefix("config.toml, line 2: this is not TOML") == true)
  }

  @Test func allMistakesAreToldInTheOrderOfTheFile() {
    let text = "x = 1\n[keys]\nnosuch = \"a\"\nsort = \"<Nope>\""
    #expect(
      said(text).map { $0.prefix(19) }
        == ["config.toml, line 1,", "config.toml, line 3,", "config.toml, line 4,"].map { $0.prefix(19) })
    #expect(said(text, .dutch).allSatisfy { $0.contains("regel") })
  }

  @Test(arguments: Language.allCases) func whatIsWrittenCanBeReadAndChangesNothing(_ language: Language) {
    let text = ConfigurationDocument.text(language)
    #expect(Configuration.read(text).problems.isEmpty && Configuration.read(text).configuration.keys.isEmpty)
    // With every # of a setting taken away it still is what the program comes with.
    let lines = text.split(separator: "\n").map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
    }
    let (configuration, problems) = Configuration.read(lines.joined(separator: "\n"))
    #expect(problems.isEmpty)
    for action in ActionTable.all { #expect(configuration.keys[action.id] == action.keys, "\(action.id)") }
  }

  @Test func aFileThatIsNotThereIsNoMistake() {
    #expect(Configuration.load("/nowhere/config.toml").problems.isEmpty)
  }

  @Test func aHostileFileIsRefused() throws {
    let path = NSTemporaryDirectory() + "caseload-config-\(UUID().uuidString).toml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for bytes in [Data([0xFF, 0xFE, 0x00]), Data(repeating: 0x23, count: Configuration.longest + 10)] {
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(Configuration.load(path).problems.count == 1)
    }
    #expect(said("[keys]\n\"\u{1B}[31m\" = \"a\"").allSatisfy { !$0.unicodeScalars.contains("\u{1B}") })
  }
}

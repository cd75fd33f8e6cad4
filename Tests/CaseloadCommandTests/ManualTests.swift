import CaseloadCore
import CaseloadScreens
import Testing

@testable import CaseloadCommand

@Suite("The manual page")
struct ManualTests {
  private static func page(_ language: Language) throws -> String {
    Manual(tree: try CommandTree.read(), language: language).page()
  }

  @Test("every command, option and action stands in it, in both languages", arguments: Language.allCases)
  func complete(language: Language) throws {
    let page = try Self.page(language)
    let tree = try CommandTree.read()
    #expect(tree.command.shown.count > 10)
    for command in tree.command.shown {
      #expect(page.contains(".SS \"caseload \(Roff.escaped(command.commandName))\""))
      for option in command.options {
        for name in option.names ?? [] {
          #expect(page.contains(Roff.escaped(name.typed)), "\(command.commandName) \(name.typed)")
        }
      }
    }
    for action in ActionTable.all {
      let words = Keymap.standard.sentence(action.long, language)
      #expect(page.contains(Roff.escaped(words)), "\(action.id)")
    }
    #expect(page.contains(Roff.escaped("caseload " + Version.current)))
  }

  @Test("options that nearly every command takes stand once, under their own heading")
  func common() throws {
    let page = try Self.page(.english)
    #expect(page.components(separated: ".B \"\\-\\-store").count == 2)
    #expect(page.components(separated: ".B \"\\-\\-dry\\-run").count == 2)
  }

  @Test("every command's help begins with an example of it")
  func examples() throws {
    for command in try CommandTree.read().command.shown where command.commandName != "help" {
      let first = (command.discussion ?? "").split(separator: "\n").first.map(String.init) ?? ""
      let name = command.commandName == "dashboard" ? "caseload" : "caseload " + command.commandName
      #expect(first == name || first.hasPrefix(name + " "), "\(command.commandName)")
    }
  }

  @Test("nothing in a text is taken for a request of roff")
  func requests() {
    #expect(Roff.escaped(".TH") == "\\&.TH")
    #expect(Roff.escaped("'a'") == "\\(aqa\\(aq")
    #expect(Roff.escaped("a\\b --x") == "a\\eb \\-\\-x")
    #expect(Roff.escaped("a\n.b") == "a .b")
    var roff = Roff()
    roff.term("say \"x\"", "")
    #expect(roff.text.contains(".B \"say \\(dqx\\(dq\"\n\\&\n"))
  }

  @Test("examples stand line by line, other paragraphs flow")
  func discussion() {
    var roff = Roff()
    roff.discussion("caseload list\ncaseload show 7\n\nIt prints\nthem.")
    #expect(
      roff.text.contains(".nf\n.RS 4\ncaseload list\ncaseload show 7\n.RE\n.fi\n.PP\nIt prints them.\n"))
  }
}

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(separated separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

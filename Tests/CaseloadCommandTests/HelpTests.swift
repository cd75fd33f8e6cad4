import ArgumentParser
import CaseloadCore
import Testing

@testable import CaseloadCommand

@Suite("Help and usage errors in both languages")
struct HelpTests {
  /// Every command, and the program itself.
  static let commands: [any ParsableCommand.Type] = [RootCommand.self] + RootCommand.configuration.subcommands

  /// English that the argument parser has of its own.
  private static let english = [
    "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Usage:", "See '", "Show ", "default:",
    "(default)", "values:", "Error", "Unknown", "Missing", "Unexpected", "unexpected", "does not take",
    "invalid", "provide", "' or '", "Did you mean", "information",
  ]

  private func help(_ command: any ParsableCommand.Type, _ language: Language) -> String {
    Spoken.$language.withValue(language) {
      ParserWords.said(RootCommand.helpMessage(for: command, columns: 80))
    }
  }

  @Test("help in Dutch has no English of ours or of the parser in it", arguments: commands.indices)
  func dutchHelp(_ index: Int) {
    let command = Self.commands[index]
    let (english, dutch) = (help(command, .english), help(command, .dutch))
    #expect(english != dutch)
    #expect(dutch.contains("GEBRUIK:") && dutch.contains("OPTIES:"))
    for word in Self.english { #expect(!dutch.contains(word), "\(word)") }
    // Lines that are the same in both are examples and names, never sentences.
    let shared = Set(english.split(separator: "\n")).intersection(dutch.split(separator: "\n"))
    let sentences = shared.filter { line in
      let isExample = line.drop { $0 == " " }.hasPrefix("caseload ")
      return !isExample && (line.contains(". ") || line.hasSuffix("."))
    }
    #expect(sentences.isEmpty, "\(sentences)")
  }

  @Test("English help is what the parser says")
  func englishHelp() {
    for command in Self.commands {
      #expect(help(command, .english) == RootCommand.helpMessage(for: command, columns: 80))
    }
  }

  @Test(
    "usage errors in Dutch have no English in them",
    arguments: [
      ["list", "--nope"], ["list", "--formt", "csv"], ["list", "--format"], ["list", "--format", "xml"],
      ["show"], ["show", "x"], ["show", "7", "--all=1"], ["worklists", "a"], ["worklists", "a", "b"],
      ["list", "--today", "gisteren"], ["import"], ["list", "--coach", "a", "--team", "b"], ["--scheme"],
    ])
  func dutchErrors(_ arguments: [String]) {
    Spoken.$language.withValue(.dutch) {
      do {
        _ = try RootCommand.parseAsRoot(arguments)
        Issue.record("taken: \(arguments)")
      } catch {
        let text = ParserWords.said(RootCommand.fullMessage(for: error, columns: 80))
        #expect(text.hasPrefix("Fout: "), "\(text)")
        for word in Self.english { #expect(!text.contains(word), "\(word) in \(text)") }
      }
    }
  }

  @Test("a line is taken apart where its words stand, and only there")
  func matching() {
    func match(_ line: String, _ template: String) -> [String]? {
      ParserWords.match(line, Template(template).pieces)
    }
    #expect(match("Unknown option '--a'", "Unknown option '{0}'") == ["--a"])
    #expect(match("Unknown option '--a' b", "Unknown option '{0}'") == nil)
    #expect(
      match("The value 'it's' is invalid for 'x'", "The value '{0}' is invalid for '{1}'") == ["it's", "x"])
    #expect(match("OPTIONS:", "OPTIONS:") == [])
    #expect(match("", "{0}") == [""])
  }
}

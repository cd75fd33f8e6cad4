import CaseloadCore
import CaseloadScreens
import Cells

/// The language of this run. It is chosen once, before the arguments are read, so that help and usage errors
/// speak it too.
enum Spoken {
  /// Asked for with `--language`, else the locale's.
  @TaskLocal static var language: Language = .english

  /// False where the locale shows no more than ASCII.
  @TaskLocal static var writesUTF8 = true

  /// The language that the words of the shell ask for, read before the parser does: an unreadable line is
  /// answered in it too. Nil where they ask for none.
  static func asked(in arguments: [String]) -> Language? {
    var rest = arguments.prefix { $0 != "--" }[...]
    while let word = rest.popFirst() {
      if word == "--language" { return rest.first.flatMap { Language(rawValue: $0) } }
      if word.utf8.starts(with: "--language=".utf8) {
        return Language(rawValue: String(word.utf8.dropFirst("--language=".utf8.count)) ?? "")
      }
    }
    return nil
  }
}

/// A phrase with its places filled, in the language of this run.
func said(_ phrase: Phrase, _ parts: TerminalText...) -> TerminalText {
  Speech.say(phrase, parts, in: Spoken.language)
}

/// A text that says how many, in the language of this run.
func said(_ plural: Plural, _ count: Int, _ parts: TerminalText...) -> TerminalText {
  Speech.say(plural.form(count), [TerminalText(count)] + parts, in: Spoken.language)
}

extension Phrase {
  /// The text in the language of this run.
  var spoken: String { text(in: Spoken.language) }
}

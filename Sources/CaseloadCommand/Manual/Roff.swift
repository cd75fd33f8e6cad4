/// Text for man(7), the macros of manual pages. What it writes is UTF-8; man and groff read that.
struct Roff {
  private(set) var text = "'\\\" -*- coding: UTF-8 -*-\n"

  /// The page's head.
  mutating func title(_ name: String, section: Int, date: String, source: String, manual: String) {
    line(
      ".TH "
        + [name.uppercased(), String(section), date, source, manual].map(Self.quoted).joined(separator: " "))
    // No hyphens inside words: options and file names must be copied as they stand.
    line(".nh")
  }

  mutating func section(_ title: String) { line(".SH " + Self.quoted(title)) }
  mutating func subsection(_ title: String) { line(".SS " + Self.quoted(title)) }

  /// A paragraph; line breaks in it do not count.
  mutating func paragraph(_ words: String) {
    line(".PP")
    line(Self.escaped(words))
  }

  /// A line of typed text in bold, such as the usage of a command.
  mutating func typed(_ words: String) {
    line(".PP")
    line(".B " + Self.quoted(words))
  }

  /// A term in bold with its explanation beside it.
  mutating func term(_ term: String, _ words: String) {
    line(".TP")
    line(".B " + Self.quoted(term))
    line(words.isEmpty ? "\\&" : Self.escaped(words))
  }

  /// Lines that stand as they are.
  mutating func example(_ lines: [String]) {
    line(".PP")
    line(".nf")
    line(".RS 4")
    for text in lines { line(text.isEmpty ? "" : Self.escaped(text)) }
    line(".RE")
    line(".fi")
  }

  /// A text of the commands' own: paragraphs with blank lines between; one whose lines are all commands, or all
  /// begin with a space, stands as it is.
  mutating func discussion(_ words: String) {
    for part in Self.paragraphs(words) {
      let isExample = part.allSatisfy { $0.first == " " || $0.utf8.starts(with: "caseload".utf8) }
      if isExample {
        example(part.map { String($0.drop { $0 == " " }) })
      } else {
        paragraph(part.joined(separator: " "))
      }
    }
  }

  private static func paragraphs(_ words: String) -> [[String]] {
    var parts: [[String]] = [[]]
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(String(line))
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  /// Words as an argument of a macro.
  private static func quoted(_ words: String) -> String {
    "\"" + escaped(words).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq")
      + "\""
  }

  /// Words in which nothing is a request: backslash, a dot or quote at the beginning, and signs that groff would
  /// print as another one than what is typed.
  static func escaped(_ words: String) -> String {
    var result = ""
    for character in words {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    if result.first == "." { result = "\\&" + result }
    return result
  }
}

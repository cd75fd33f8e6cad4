import CaseloadCore

/// The words that the argument parser has of its own, in the language of this run. The parser knows no other
/// language than English and no hook to change its words, so that what it says is read line by line: a line that
/// is one of these is said in the reader's words; any other stays as it is. A test brings the parser to say all
/// of them, so that a new release that words one otherwise is noticed.
enum ParserWords {
  /// Whole lines, the longer of two that begin alike first.
  static let lines: [Phrase] = [
    Phrase("parser.overview", "OVERVIEW: {0}"),
    Phrase("parser.usage", "USAGE: {0}"),
    Phrase("parser.usage-short", "Usage: {0}"),
    Phrase("parser.arguments", "ARGUMENTS:"),
    Phrase("parser.options", "OPTIONS:"),
    Phrase("parser.subcommands", "SUBCOMMANDS:"),
    Phrase("parser.see-subcommand", "See '{0} <subcommand>' for detailed help."),
    Phrase("parser.see-help", "See '{0}' for more information."),
    Phrase("parser.help", "Help: {0}"),
    Phrase("parser.show-version", "{0} Show the version."),
    Phrase("parser.show-help", "{0} Show help information."),
    Phrase("parser.error", "Error: {0}"),
    Phrase("parser.unknown-option-near", "Unknown option '{0}'. Did you mean '{1}'?"),
    Phrase("parser.unknown-option", "Unknown option '{0}'"),
    Phrase("parser.missing-value", "Missing value for '{0}'"),
    Phrase("parser.no-value", "The option '{0}' does not take any value, but '{1}' was specified."),
    Phrase("parser.unexpected", "Unexpected argument '{0}'"),
    Phrase("parser.unexpected-many", "{0} unexpected arguments: '{1}'"),
    Phrase("parser.twice", "Value to be set with {0} had already been set with {1}"),
    Phrase("parser.missing-argument", "Missing expected argument '{0}'"),
    Phrase("parser.missing-one-of", "Missing one of: '{0}'"),
    Phrase("parser.invalid-one-of", "The value '{0}' is invalid for '{1}'. Please provide one of {2}."),
    Phrase("parser.invalid", "The value '{0}' is invalid for '{1}'"),
    Phrase("parser.missing-subcommand", "Missing required subcommand."),
    Phrase("parser.invalid-option", "Invalid option: {0}"),
    Phrase("parser.or", "or: {0}"),
  ]

  /// Pieces within the lines of help.
  static let pieces: [Phrase] = [
    Phrase("parser.default-label", "(default)"),
    Phrase("parser.default-also", "; default:"),
    Phrase("parser.default", "(default:"),
    Phrase("parser.values", "(values:"),
    Phrase("parser.list-or", "' or '"),
    Phrase("parser.list-and", "' and '"),
  ]

  /// What the parser says, in the language of this run.
  static func said(_ text: String) -> String {
    guard Spoken.language != .english else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
      .joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    let indent = line.prefix { $0 == " " }
    var body = String(line.dropFirst(indent.count))
    for phrase in lines {
      guard let parts = match(body, Template(phrase.english).pieces) else { continue }
      // What stands behind "Error: " is a line of its own.
      let inner = phrase.key == "parser.error" ? parts.map { self.line($0) } : parts
      body = phrase.text(in: Spoken.language, inner)
      break
    }
    for piece in pieces {
      body = body.split(separator: piece.english, omittingEmptySubsequences: false).joined(
        separator: piece.spoken)
    }
    return indent + body
  }

  /// What stands at the places of a template that a line was made from; nil where it was not.
  static func match(_ line: String, _ pieces: [Template.Piece]) -> [String]? {
    var parts: [String] = []
    var rest = Substring(line)
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .words(let words):
        guard rest.starts(with: words) else { return nil }
        rest = rest.dropFirst(words.count)
      case .place:
        guard index + 1 < pieces.count else {
          parts.append(String(rest))
          rest = ""
          break
        }
        guard case .words(let next) = pieces[index + 1] else { return nil }
        // The last words of a template stand at the end of the line; a value may hold them too.
        let isLast = index + 2 == pieces.count
        let end =
          isLast && rest.hasSuffix(next)
          ? rest.index(rest.endIndex, offsetBy: -next.count) : start(of: next, in: rest)
        guard let end else { return nil }
        parts.append(String(rest[..<end]))
        rest = rest[end...]
      }
    }
    return rest.isEmpty ? parts : nil
  }

  private static func start(of words: String, in text: Substring) -> String.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].starts(with: words) { return place }
      place = text.index(after: place)
    }
    return nil
  }
}

import CaseloadCore
import CaseloadExchange
import Cells

/// Proposes a mapping for a file, on standard output or in a new file; nothing is stored.
struct SuggestMapping {
  let context: Context
  let drawn: Day
  var encoding: FileEncoding?
  var separator: UInt8?
  var sheet: String?

  /// Looks through the file and writes what it proposes.
  func run(_ path: String, contacts: Bool, output: String?) throws {
    let file = try ImportFile(path: path, encoding: encoding, separator: separator, sheet: sheet)
    // Standard output is the mapping itself.
    Console.warn("\(data: path): \(data: file.summary(in: context.language))")
    var progress = ProgressLine(said(ImportWords.reading))
    let suggestion = try MappingSuggestion(of: file.reader, contacts: contacts, drawn: drawn) {
      progress.show($0, of: $1 ?? 0)
    }
    progress.end()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let text = SuggestionFile.text(suggestion, of: name, in: context.language)
    guard let output else {
      try Console.say(
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
          TerminalText(data: String($0))
        })
      return
    }
    try NewFile.write(text, to: output)
    try Console.say(TerminalText(data: Self.wrote.text(in: context.language, [output])))
  }

  private static let wrote = Phrase(
    "suggest.wrote", "wrote {0}: look it over, then import with --mapping and --dry-run")
}

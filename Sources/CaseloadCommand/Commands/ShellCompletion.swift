import ArgumentParser
import CaseloadCore

/// What a shell offers where the words are the program's own: fields, worklists, settings. Nothing here opens a
/// store, so that Tab is quick and shows nobody.
enum ShellCompletion {
  /// Ids of fields with commas between them, as `--columns` and `--sort` take them.
  static let columns = CompletionKind.custom { _, _, typed in fields(after: typed) }
  static let bars = CompletionKind.custom { _, _, typed in fields(after: typed, for: .facet) }
  static let sorting = CompletionKind.custom { _, _, typed in fields(after: typed, sign: "-") }

  /// The end of a filter: fields, states, worklists and choices, as the dashboard offers them.
  static let filter = CompletionKind.custom { _, _, typed in filters(typed) }

  static func fields(after typed: String, for use: Uses = .list, sign: Character? = nil) -> [String] {
    // The prefix that the shell gives may begin with the quotation mark that was typed.
    let typed = typed.drop { $0 == "'" || $0 == "\"" }
    let begun = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
    let isDown = sign != nil && typed.dropFirst(begun.count).first == sign
    return Catalogue.standard.fields.filter { $0.uses.contains(use) }.map {
      begun + (isDown ? "-" : "") + $0.id.text
    }
  }

  static func filters(_ typed: String) -> [String] {
    let typed = String(typed.drop { $0 == "'" || $0 == "\"" })
    let scalars = Array(typed.unicodeScalars)
    return Completion.candidates(for: typed, cursor: scalars.count).map { candidate in
      let before = scalars.prefix(candidate.replaces.lowerBound)
      return String(String.UnicodeScalarView(before)) + candidate.text
    }
  }
}

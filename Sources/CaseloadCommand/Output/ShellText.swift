import Cells

/// Words of a command that is proposed, as the shell takes them.
enum ShellText {
  /// A word that the shell takes whole: in quotes where it needs them.
  static func quoted(_ word: String) -> TerminalText {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: plain.contains($0)
        }
      }
    return TerminalText(
      data: isPlain
        ? word
        : "'"
          + word.split(separator: "'", omittingEmptySubsequences: false)
          .joined(separator: "'\\''") + "'")
  }

  /// The option that names the same store again, behind a blank; nothing where the usual store was meant.
  static func store(_ options: StoreOptions) -> TerminalText {
    options.store.map { " --store \(quoted($0))" } ?? ""
  }

  private static let plain = Set("_./-+:@%,=~".utf8)
}

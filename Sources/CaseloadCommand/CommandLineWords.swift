/// The words of the command line before they are parsed: what the conventions of options would misunderstand.
struct CommandLineWords {
  /// The words as they are to be parsed.
  let arguments: [String]
  /// A first word that is no command; nil where it is one, or where there is none.
  let unknownCommand: String?

  /// Signs that stand in a term of a filter and in no option of one letter.
  private static let signs = Set("@:<>=(".utf8)

  init(_ words: [String], commands: [String]) {
    let command = words.first { $0.utf8.first != UInt8(ascii: "-") }
    let first = words.first
    // Without a command the dashboard opens, and it takes no words: its options may have values.
    let isWord = first.map { $0.utf8.first != UInt8(ascii: "-") } ?? false
    unknownCommand = isWord ? first.flatMap { commands.contains($0) ? nil : $0 } : nil
    // Help asked for without a command is the program's, not that of the dashboard that opens without one.
    if !isWord, words.contains(where: { ["--help", "-h"].contains($0) }),
      !words.contains(where: { commands.contains($0) })
    {
      arguments = ["--help"]
      return
    }
    guard let command, ["list", "facets", "export"].contains(command) else {
      arguments = words
      return
    }
    // `-has:cv` is `not has:cv`; as an option of letters its h would ask for help.
    arguments = words.map { word in
      let bytes = Array(word.utf8)
      guard bytes.count > 2, bytes[0] == UInt8(ascii: "-"), bytes[1] != UInt8(ascii: "-"),
        bytes.contains(where: { Self.signs.contains($0) })
      else { return word }
      return "not " + word.dropFirst()
    }
  }
}

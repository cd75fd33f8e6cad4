import Foundation

/// The texts that sources declare as `Phrase("key", "English")` or `Plural("key", one: …, many: …)`, found by
/// reading the sources. Keys that are put
/// together at run time, and those of texts that a person wrote, which have none, are not among them.
struct PhraseLiteral: Hashable {
  let key: String
  /// Nil where the English is put together from several pieces.
  let english: String?

  /// All of one source text.
  static func all(in source: String) -> [PhraseLiteral] {
    var found: [PhraseLiteral] = []
    for piece in pieces(of: source, behind: "Plural(") {
      var rest = piece[...]
      guard let key = literal(&rest), !key.isEmpty, rest.first == "," else { continue }
      found += ["one", "many"].map { PhraseLiteral(key: "\(key).\($0)", english: nil) }
    }
    for piece in pieces(of: source, behind: "Phrase(") {
      var rest = piece[...]
      guard let key = literal(&rest), !key.isEmpty, !key.contains("\\(") else { continue }
      guard rest.first == "," else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      let english = literal(&rest)
      let isWhole = english != nil && rest.first == ")" && english?.contains("\\") == false
      found.append(PhraseLiteral(key: key, english: isWhole ? english : nil))
    }
    return found
  }

  /// All of the package's sources.
  static func all() throws -> [PhraseLiteral] {
    let sources = PackageRoot.folder.appendingPathComponent("Sources").resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }
      .flatMap { all(in: try String(contentsOf: sources.appendingPathComponent($0), encoding: .utf8)) }
  }

  /// What follows each `Phrase(` outside of comments.
  private static func pieces(of source: String, behind word: String) -> [String] {
    let code = source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    return code.components(separatedBy: word).dropFirst().map {
      String($0.drop(while: \.isWhitespace))
    }
  }

  /// Reads a literal of one line from the front, quotes taken off and what it escapes left as it is.
  private static func literal(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return nil }
    var text = ""
    var isEscaped = false
    for (offset, character) in rest.enumerated().dropFirst() {
      if character == "\"", !isEscaped {
        rest = rest.dropFirst(offset + 1).drop(while: \.isWhitespace)
        return text
      }
      isEscaped = character == "\\" && !isEscaped
      text.append(character)
    }
    return nil
  }
}

import Foundation
import Testing

/// Commands say nothing that is not a phrase. The rule that finds what slipped through: a text of two words or more
/// in the sources of the commands, outside of comments, is an argument of `Phrase` or `Plural`, or one of the few
/// below, which are typed or kept and not read by people.
@Suite("No English in commands that is no phrase")
struct NoBareEnglishTests {
  /// Beginnings of texts of two words that stay as they are in every language.
  private static let kept = ["caseload ", "  caseload ", "session ", "J. de Vries"]

  @Test("every text of two words or more is a phrase")
  func sources() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let sources = folder.appendingPathComponent("Sources/CaseloadCommand").resolvingSymlinksInPath()
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter {
      // What is in Demo/Invention is the data of invented people, not the program's words.
      $0.hasSuffix(".swift") && !$0.hasPrefix("Demo/Invention/")
    }
    #expect(files.count > 20, "the sources were not found")
    for file in files {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      let bare = Self.bareTexts(in: text).filter { found in !Self.kept.contains { found.hasPrefix($0) } }
      #expect(bare.isEmpty, "\(file): \(bare)")
    }
  }

  @Test("the rule finds what it is for, and passes over what it is not for")
  func rule() {
    let source = """
      // throw Failure("not this one")
      let a = Phrase("x.y", "no client has number {0}")
      let b = Plural(
        "x.z", one: "{0} more row", many: "{0} more (rows) here")
      let c = "yyyy-mm-dd", d = ["a", "b"], e = "@job-ready"
      throw Failure(.usage, "no field \\"\\(name)\\" here")
      """
    #expect(Self.bareTexts(in: source) == ["no field \\\"\\(name)\\\" here"])
  }

  /// The texts with two words of letters beside each other, outside of comments and of phrases.
  static func bareTexts(in source: String) -> [String] {
    let lines = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    var rest = lines.joined(separator: "\n")[...]
    var found: [String] = []
    var depth = 0
    while let character = rest.first {
      if depth == 0, rest.hasPrefix("Phrase(") || rest.hasPrefix("Plural(") {
        rest = rest.dropFirst(7)
        depth = 1
      } else if rest.hasPrefix("\"\"\"") {
        rest = rest.dropFirst(3)
        let end = rest.range(of: "\"\"\"")?.lowerBound ?? rest.endIndex
        if depth == 0 { found.append(String(rest[..<end])) }
        rest = rest[end...].dropFirst(3)
      } else if character == "\"" {
        let text = literal(&rest)
        if depth == 0 { found.append(text) }
      } else {
        if depth > 0, character == "(" { depth += 1 }
        if depth > 0, character == ")" { depth -= 1 }
        rest = rest.dropFirst()
      }
    }
    return found.filter { $0.contains(/[A-Za-z]{2,} [A-Za-z]{2,}/) }
  }

  /// Takes a literal of one line off the front; what it escapes stays as it is written.
  private static func literal(_ rest: inout Substring) -> String {
    var text = ""
    var isEscaped = false
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"", !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
      text.append(character)
    }
    return text
  }
}

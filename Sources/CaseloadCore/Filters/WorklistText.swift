/// Worklists as text, to send to a colleague and to take in again: `worklist "No CV for long": missing:cv seen>3m`,
/// one a line; lines that begin with `#` are remarks.
public enum WorklistText {
  /// What cannot be read, and in which line.
  public struct Mistake: Error, Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
  }

  /// The worklists as text.
  public static func text(_ lists: [OwnWorklist]) -> String {
    lists.map { list in
      "worklist \(quoted(list.name)): \(list.filter.split { $0.isNewline }.joined(separator: " "))\n"
    }.joined()
  }

  /// The list with this id behind those of one's own that it refers to, so that it can be read where it arrives.
  public static func closure(of id: String, _ own: [OwnWorklist]) -> [OwnWorklist] {
    let lists = Worklist.all(own: own)
    var order: [String] = []
    func visit(_ id: String, path: Set<String>) {
      guard !path.contains(id), !order.contains(id), let list = lists.first(where: { $0.id == id }) else {
        return
      }
      if case .filter(let filter) = list.rule {
        for name in filter.worklistNames.sorted() { visit(name, path: path.union([id])) }
      }
      order.append(id)
    }
    visit(id, path: [])
    return order.compactMap { id in own.first { $0.id == id } }
  }

  /// Reads worklists from text. A paste may have lost its line breaks: each `worklist "` begins another.
  public static func read(_ text: String) throws(Mistake) -> [OwnWorklist] {
    var lists: [OwnWorklist] = []
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      var reading = FilterText(String(line))
      reading.skipSpaces()
      if reading.isAtEnd || reading.next == "#" { continue }
      while !reading.isAtEnd {
        guard reading.chunk(until: ["\""]) == "worklist" else { throw Mistake(line: index + 1) }
        reading.skipSpaces()
        guard reading.take("\""), let name = reading.quoted() else { throw Mistake(line: index + 1) }
        reading.skipSpaces()
        guard reading.take(":") else { throw Mistake(line: index + 1) }
        let start = reading.place
        while !reading.isAtEnd, !isBeginning(reading) { reading.place += 1 }
        let filter = Self.trimmed(reading.text(start..<reading.place))
        guard !filter.isEmpty else { throw Mistake(line: index + 1) }
        lists.append(OwnWorklist(name: name, filter: filter))
      }
    }
    return lists
  }

  /// Whether the next list begins here: a word of its own and a quotation mark. No filter that may be kept has it.
  private static func isBeginning(_ reading: FilterText) -> Bool {
    guard reading.place == 0 || reading.scalars[reading.place - 1] == " " else { return false }
    var ahead = reading
    guard ahead.chunk(until: ["\"", ":"]) == "worklist" else { return false }
    ahead.skipSpaces()
    return ahead.next == "\""
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, FilterText.isSpace(first) { rest = rest.dropFirst() }
    while let last = rest.last, FilterText.isSpace(last) { rest = rest.dropLast() }
    return String(rest)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

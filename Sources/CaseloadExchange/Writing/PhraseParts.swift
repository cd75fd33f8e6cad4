import CaseloadCore

extension Phrase {
  /// The text in `language` with its places `{0}`, `{1}` … filled; what is filled in is not read again.
  package func text(in language: Language, _ parts: [String]) -> String {
    var result = ""
    var rest = Substring(text(in: language))
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let place = Int(rest[rest.index(after: open)..<close]), parts.indices.contains(place) {
        result += parts[place]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

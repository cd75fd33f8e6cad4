/// Splitting and joining of texts in which a backslash takes a separator's meaning away. By unicode scalars:
/// a separator followed by a combining mark is a separator still.
enum EscapedText {
  /// The text with a backslash before each backslash and each of the separators, and line breaks as `\n`,
  /// `\r`; an empty text as `empty`.
  static func escape(_ text: String, _ separators: String, empty: String = "\\-") -> String {
    if text.isEmpty { return empty }
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
        && !separators.utf8.contains(byte)
    }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      default:
        if separators.unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text that `escape` was given.
  static func unescape(_ text: Substring) -> String {
    if !text.utf8.contains(UInt8(ascii: "\\")) { return String(text) }
    var result = String.UnicodeScalarView()
    var escaped = false
    for scalar in text.unicodeScalars {
      if !escaped, scalar == "\\" {
        escaped = true
        continue
      }
      if escaped {
        escaped = false
        if scalar == "-" { continue }
        result.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The parts between separators that no backslash precedes. `padded`: one space after a separator belongs
  /// to it.
  static func split(
    _ text: some StringProtocol, at separator: Unicode.Scalar, padded: Bool = true
  ) -> [Substring] {
    let text = Substring(text)
    let scalars = text.unicodeScalars
    var parts: [Substring] = []
    var start = scalars.startIndex
    var place = start
    var escaped = false
    while place < scalars.endIndex {
      let scalar = scalars[place]
      let next = scalars.index(after: place)
      if escaped {
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == separator {
        parts.append(Substring(scalars[start..<place]))
        start = next
        if padded, next < scalars.endIndex, scalars[next] == " " {
          start = scalars.index(after: next)
          place = start
          continue
        }
      }
      place = next
    }
    parts.append(Substring(scalars[start..<scalars.endIndex]))
    return parts
  }

  /// What stands before and after the first place of a mark; nil where it is not there.
  static func cut(_ text: Substring, at mark: String) -> (Substring, Substring)? {
    let scalars = text.unicodeScalars
    let wanted = Array(mark.unicodeScalars)
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let rest = scalars[place...]
      if rest.starts(with: wanted) {
        return (text[..<place], text[scalars.index(place, offsetBy: wanted.count)...])
      }
      place = scalars.index(after: place)
    }
    return nil
  }
}

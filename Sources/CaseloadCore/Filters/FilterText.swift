/// A filter's text as unicode scalars, read from left to right. Safety and meaning are decided on scalars.
struct FilterText {
  let scalars: [Unicode.Scalar]
  var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { place >= scalars.count }
  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  func peek(_ offset: Int) -> Unicode.Scalar? {
    place + offset < scalars.count ? scalars[place + offset] : nil
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  mutating func skipSpaces() { while let next, Self.isSpace(next) { place += 1 } }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  /// Reads up to a space or one of `stops`.
  mutating func chunk(until stops: Set<Unicode.Scalar>) -> String {
    let start = place
    while let next, !Self.isSpace(next), !stops.contains(next) { place += 1 }
    return text(start..<place)
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Reads a quoted text after its opening mark; nil where it is not closed.
  mutating func quoted() -> String? {
    var view = String.UnicodeScalarView()
    while let scalar = next {
      place += 1
      if scalar == "\"" { return String(view) }
      if scalar == "\\", let escaped = next, escaped == "\"" || escaped == "\\" {
        view.append(escaped)
        place += 1
      } else {
        view.append(scalar)
      }
    }
    return nil
  }
}

/// An operator between a field and its value.
enum FilterOperator {
  case compare(Comparison)
  case unequal
  case exactly

  /// Reads an operator.
  init?(_ text: inout FilterText) {
    switch text.next {
    case ":":
      text.place += 1
      self = text.take("=") ? .exactly : .compare(.equal)
    case "=":
      text.place += 1
      self = .compare(.equal)
    case "!" where text.peek(1) == "=":
      text.place += 2
      self = .unequal
    case "<":
      text.place += 1
      self = .compare(text.take("=") ? .lessOrEqual : .less)
    case ">":
      text.place += 1
      self = .compare(text.take("=") ? .greaterOrEqual : .greater)
    default: return nil
    }
  }
}

/// One value after an operator.
struct FilterValue {
  var text: String
  var isQuoted: Bool
  var range: Range<Int>

  /// The two ends of `a..b`, each empty where open; nil where it is no range.
  var ends: (String, String)? {
    guard !isQuoted else { return nil }
    let parts = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !(parts[0].isEmpty && parts[1].isEmpty) else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}

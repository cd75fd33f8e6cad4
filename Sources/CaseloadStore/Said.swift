import CaseloadCore

/// What the register said of a field, in one text: nothing (nil), a content (`=mbo2`; with a text beside it
/// that no mapping understood on a line of its own, `?iets`), only such a text (`?iets`), or a state
/// (`~declined`). An import compares it with what the register said before.
enum Said {
  private static let between = "\n?"

  static func text(_ value: Value?, kind: Kind) throws(StoreError) -> String? {
    guard let value else { return nil }
    if value.state == .recorded {
      guard let content = value.content, let text = ContentText.text(content, kind: kind) else {
        throw .refused(.otherKind(nil))
      }
      return "=" + text + (value.raw.map { between + $0 } ?? "")
    }
    if let raw = value.raw { return "?" + raw }
    return value.state == .empty ? nil : "~" + value.state.rawValue
  }

  /// The value of the register that says this.
  static func value(_ text: String?, kind: Kind, day: Day?) throws(StoreError) -> Value {
    guard let text else { return Value(state: .empty, source: .register, day: day) }
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    switch text.unicodeScalars.first {
    case "=":
      var rest = rest
      var raw: String?
      // A text or a name is always understood; in no other content does a line break stand as itself.
      if case .text = kind {
      } else if let (content, beside) = Cutting.cut(rest, at: between) {
        rest = content
        raw = beside
      }
      guard let content = ContentText.content(rest, kind: kind) else {
        // A choice that a later catalogue no longer has: kept as a text that is not understood.
        return Value(state: .empty, source: .register, day: day, raw: rest)
      }
      return Value(state: .recorded, content: content, source: .register, day: day, raw: raw)
    case "?": return Value(state: .empty, source: .register, day: day, raw: rest)
    default:
      guard let state = State(rawValue: rest) else { throw .damaged("side") }
      return Value(state: state, source: .register, day: day)
    }
  }
}

private enum Cutting {
  /// What stands before and after the first place of a mark; nil where it is not there.
  static func cut(_ text: String, at mark: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    let wanted = Array(mark.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for place in 0...(bytes.count - wanted.count)
    where bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
      return (
        String(decoding: bytes[..<place], as: UTF8.self),
        String(decoding: bytes[(place + wanted.count)...], as: UTF8.self)
      )
    }
    return nil
  }
}

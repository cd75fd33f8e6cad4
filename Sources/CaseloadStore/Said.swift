import CaseloadCore

/// What the register said of a field, in one text: nothing (nil), a content (`=mbo2`), a text that no mapping
/// understood (`?iets`), or a state (`~declined`). An import compares it with what the register said before.
enum Said {
  static func text(_ value: Value?, kind: Kind) throws(StoreError) -> String? {
    guard let value else { return nil }
    if value.state == .recorded {
      guard let content = value.content, let text = ContentText.text(content, kind: kind) else {
        throw .refused("a value of another kind")
      }
      return "=" + text
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
      guard let content = ContentText.content(rest, kind: kind) else {
        // A choice that a later catalogue no longer has: kept as a text that is not understood.
        return Value(state: .empty, source: .register, day: day, raw: rest)
      }
      return .recorded(content, source: .register, day: day)
    case "?": return Value(state: .empty, source: .register, day: day, raw: rest)
    default:
      guard let state = State(rawValue: rest) else { throw .damaged("side") }
      return Value(state: state, source: .register, day: day)
    }
  }
}

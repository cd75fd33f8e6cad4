import CaseloadCore
import Cells

/// A piece of text and what it means: what a pane shows of one value.
struct Said: Equatable {
  /// The text, with its sign.
  var text: TerminalText
  /// What it means.
  var role: Role

  init(_ text: TerminalText, _ role: Role = .normal) {
    self.text = text
    self.role = role
  }

  /// Nothing is recorded and nothing was due.
  static let empty = Said("—", .dim)
}

extension TerminalText {
  /// Cut to a width behind a whole word where that leaves most of the room filled, else within the word.
  func clipToWords(_ width: Int) -> TerminalText {
    guard self.width > width, width > 8, let first = wrap(to: width - 1).first, first.width * 4 >= width * 3
    else {
      return clip(to: width)
    }
    return "\(first.withoutLastMark)…"
  }
}

extension Speech {
  /// A value with its sign: unknown `?`, empty `—`, missing `✗`, waived `~`, each with its words.
  func value(_ value: Value, of field: Field, isMissing: Bool = false) -> Said {
    let words = TerminalText(data: ValueText.text(value, of: field, context))
    switch value.state {
    case .recorded:
      guard let content = value.content else { return .empty }
      return Said(short(content, of: field))
    case .notKnown, .declined: return Said("? \(words)", .unknown)
    case .empty where value.raw != nil: return Said("? \(words)", .unknown)
    case .empty: return isMissing ? Said("✗ \(self(Words.missing))", .bad) : .empty
    case .waived: return Said("~ \(words)", .dim)
    }
  }

  /// What stands of a client, marked where it is of a secret address.
  func marked(_ said: Said, isSecret: Bool) -> Said {
    isSecret ? Said(self(SecretAddress.marked, said.text), .attention) : said
  }

  /// What is recorded, as short as a pane needs it: of licences only those that no other one gives, and of a
  /// partial value in a row its first and last ("mbo 1 – mbo 4").
  private func short(_ content: Content, of field: Field) -> TerminalText {
    var content = content
    if case .several(let set, let complete) = content, case .choices(_, let implies) = field.kind {
      var shown = set
      for place in set.places where implies.indices.contains(place) { shown.subtract(implies[place]) }
      content = .several(shown, complete: complete)
    }
    if case .oneOf(let set) = content, let first = set.places.first, let last = set.places.last,
      set.count > 2, last - first + 1 == set.count, field.choices.indices.contains(last)
    {
      return "\(self(field.choices[first].label)) – \(self(field.choices[last].label))"
    }
    if case .number(let range) = content, case .number(.weeks) = field.kind, range.count == 1 {
      return self(Words.everyWeeks, TerminalText(range.lowerBound))
    }
    return TerminalText(data: ValueText.text(content, of: field, context))
  }
}

import CaseloadCore

/// What an entry of a form is called: in code, in a draft on the desk.
public struct EntryID: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Its text.
  public let text: String
  /// An id.
  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { text = value }
}

/// One thing that is entered in a form, declared once: name, meaning, and how it is given.
struct FormEntry: Hashable, Sendable {
  /// How it is given.
  enum Input: Hashable, Sendable {
    /// One line of text.
    case line
    /// Several lines.
    case long
    /// One of these.
    case choice([FormChoice])
  }

  let id: EntryID
  /// What stands before it.
  let name: Phrase
  /// What it means, for the legend.
  let about: Phrase
  let input: Input
  /// A day is meant, and which one where no year is said; the day that is read stands behind what is typed.
  var day: Day.Nearest?
  /// Further choices of the field, named in the legend where they are typed.
  var offered: [Phrase] = []

  /// It is typed, not chosen.
  var isTyped: Bool { if case .choice = input { false } else { true } }
  var choices: [FormChoice] { if case .choice(let choices) = input { choices } else { [] } }
}

/// One choice of an entry.
struct FormChoice: Hashable, Sendable {
  /// What the form and its draft keep.
  let code: String
  /// Its name; of a value that may be several things, all their names.
  let labels: [Phrase]

  init(_ code: String, _ labels: Phrase...) {
    self.code = code
    self.labels = labels
  }

  init(_ code: String, labels: [Phrase]) {
    self.code = code
    self.labels = labels
  }

  /// The choices of a type with a label for each.
  static func all<Code: RawRepresentable>(
    _ codes: [Code], _ label: (Code) -> Phrase
  ) -> [FormChoice] where Code.RawValue == String {
    codes.map { FormChoice($0.rawValue, label($0)) }
  }

  static let yesNo = [FormChoice("yes", FormWords.yes), FormChoice("no", FormWords.no)]
}

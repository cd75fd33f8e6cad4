/// The distribution of one field over a list against all clients: a bar for each value or band, and bars of
/// their own for what is not recorded. Every count has its denominator beside it.
public struct Facet: Sendable, Equatable {
  /// A bar's name: the program's own words, or a text from the data.
  public enum Label: Sendable, Hashable {
    /// The program's own words.
    case phrase(Phrase)
    /// A text from the data (hostile: show it through TerminalText).
    case text(String)
    /// The week, month or year that begins on a day.
    case stretch(Day, DayUnit)
    /// All days before a stretch, and all from one on.
    case before(Day, DayUnit)
    case since(Day, DayUnit)
    /// The label in a language.
    public func text(in language: Language) -> String {
      switch self {
      case .phrase(let phrase): phrase.text(in: language)
      case .text(let text): text
      case .stretch(let day, let unit): DayText.stretch(day, unit, language)
      case .before(let day, let unit): DayText.before(day, unit, language)
      case .since(let day, let unit): DayText.since(day, unit, language)
      }
    }
  }

  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// A stable id within the facet: a choice's code, a band such as `27..34`, or the name of a state.
    public let code: String
    /// Its name.
    public let label: Label
    /// The filter this bar narrows to: its yes is exactly who is counted here.
    public let filter: Filter
    /// How many of the list.
    public let inList: Int
    /// How many of all.
    public let inAll: Int
    /// Whether the bar stands for a state (empty, not known …) rather than for a value.
    public let isState: Bool
    /// Who is in it, in the list or not.
    public let rows: Selection

    /// Bars are the same where they count the same: on which rows the clients lie is of no interest.
    public static func == (left: Bar, right: Bar) -> Bool {
      (left.code, left.label, left.filter) == (right.code, right.label, right.filter)
        && (left.inList, left.inAll, left.isState) == (right.inList, right.inAll, right.isState)
    }
  }

  /// The field.
  public let field: FieldID
  /// The bars: values in the catalogue's order (texts by how many have them), then states that occur.
  public let bars: [Bar]
  /// How many clients the list holds: the denominator of `inList`.
  public let ofList: Int
  /// How many clients there are: the denominator of `inAll`.
  public let ofAll: Int
  /// How many of the list are in no bar: their value is one of the many that got none.
  public let inNoBar: Int
  /// Whether one client can be in more than one bar, so that bars add up to more than the clients.
  public let isMultiple: Bool
}

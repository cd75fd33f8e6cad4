/// The distribution of one field over a list against all clients: a bar for each value or band, and bars of
/// their own for what is not recorded. Every count has its denominator beside it.
public struct Facet: Sendable, Equatable {
  /// A bar's name: the program's own words, or a text from the data.
  public enum Label: Sendable, Hashable {
    /// The program's own words.
    case phrase(Phrase)
    /// A text from the data (hostile: show it through TerminalText).
    case text(String)
    /// The label in a language.
    public func text(in language: Language) -> String {
      switch self {
      case .phrase(let phrase): phrase.text(in: language)
      case .text(let text): text
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
  }

  /// The field.
  public let field: FieldID
  /// The bars: values in the catalogue's order (texts by how many have them), then states that occur.
  public let bars: [Bar]
  /// How many clients the list holds: the denominator of `inList`.
  public let ofList: Int
  /// How many clients there are: the denominator of `inAll`.
  public let ofAll: Int
}

/// Reads the filter language.
public enum FilterParser {
  /// The longest text that is read, in unicode scalars.
  public static let longest = 4_000

  /// Reads a filter; the empty text is everybody.
  public static func parse(
    _ text: String, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    catalogue: Catalogue = .standard
  ) throws(FilterError) -> Filter {
    .all
  }

  /// Reads a filter that is being typed: a last term that is a field or operator without a value does not
  /// filter.
  public static func parseTyping(
    _ text: String, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    catalogue: Catalogue = .standard
  ) -> Typing {
    Typing(filter: .all, unfinished: false, error: nil)
  }
}

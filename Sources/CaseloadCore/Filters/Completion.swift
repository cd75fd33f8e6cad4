/// What can be typed at a place of a filter.
public enum Completion {
  /// One thing that can be typed.
  public struct Candidate: Hashable, Sendable {
    /// The text to put.
    public let text: String
    /// What it replaces, in unicode scalars.
    public let replaces: Range<Int>
    /// Its name, in the language asked for.
    public let label: String
    /// What it means; empty where nothing is to be said.
    public let definition: String
  }

  /// The candidates at the cursor (in unicode scalars), best first: fields and worklists where a term begins,
  /// a field's choices after its operator.
  public static func candidates(
    for text: String, cursor: Int, worklists: [Worklist] = Worklist.builtIn, language: Language = .english,
    settings: Settings = Settings(), catalogue: Catalogue = .standard
  ) -> [Candidate] {
    []
  }
}

/// A named filter with a definition: built in, or saved by someone.
public struct Worklist: Sendable, Hashable, Identifiable {
  /// What decides who is on it.
  public enum Rule: Sendable, Hashable {
    /// A filter.
    case filter(Filter)
    /// A rule of the core that the filter language has no words for.
    case builtIn(BuiltInRule)
  }

  /// The name after `@`: lower case, stable.
  public let id: String
  /// Its name on the screen.
  public let label: Phrase
  /// Who is on it, with places such as {forgotten} for settings; `definition(_:)` fills them.
  public let definition: Phrase
  /// Who is on it.
  public let rule: Rule
  /// Whether the program came with it.
  public let isBuiltIn: Bool

  init(_ id: String, _ label: String, _ definition: String, _ rule: Rule) {
    self.id = id
    self.label = Phrase("worklist.\(id).label", label)
    self.definition = Phrase("worklist.\(id).definition", definition)
    self.rule = rule
    isBuiltIn = true
  }

  /// A worklist that someone saved under a name (letters, digits, `-`) with a filter.
  public init(saved id: String, label: String, filter: Filter, definition: String = "") {
    self.id = id
    self.label = Phrase("", label)
    self.definition = Phrase("", definition)
    rule = .filter(filter)
    isBuiltIn = false
  }

  /// The definition with the settings in force, in the context's language.
  public func definition(_ context: Context) -> String { definition.text(in: context.language) }

  /// The worklists that the program comes with, in the order of the strip.
  public static let builtIn: [Worklist] = [
    Worklist("all", "all", "Everybody in this caseload.", .filter(.all))
  ]
}

/// Rules that the filter language has no words for.
public enum BuiltInRule: String, Sendable, Hashable, CaseIterable {
  case forgotten, overdue, noStartDay, unconfirmed, planReview, new, exemptionEnding, unanswered,
    notUnderstood,
    absentFromRegister, waitingOnUs, dueToday, incomplete, stalePlan
}

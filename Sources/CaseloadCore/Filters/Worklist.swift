/// A named filter with a definition: built in, or saved by someone.
public struct Worklist: Sendable, Hashable, Identifiable {
  /// What decides who is on it.
  public enum Rule: Sendable, Hashable {
    /// A filter.
    case filter(Filter)
    /// A rule of the core that the filter language has no words for.
    case builtIn(BuiltInRule)
    /// A text that cannot be read, and why: it counts nobody.
    case unreadable(FilterError)
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
  /// The text of its filter, of one that someone saved.
  public let text: String

  init(_ id: String, _ label: String, _ definition: String, _ rule: Rule) {
    self.id = id
    self.label = Phrase("worklist.\(id).label", label)
    self.definition = Phrase("worklist.\(id).definition", definition)
    self.rule = rule
    isBuiltIn = true
    text = ""
  }

  /// A worklist that someone saved under a name (letters, digits, `-`) with a filter.
  public init(saved id: String, label: String, filter: Filter, text: String = "") {
    self.id = id
    self.label = Phrase("", label)
    definition = Phrase("", text)
    rule = .filter(filter)
    isBuiltIn = false
    self.text = text
  }

  /// A worklist that someone saved, whose text cannot be read.
  init(saved id: String, label: String, text: String, problem: FilterError) {
    self.id = id
    self.label = Phrase("", label)
    definition = Phrase("", text)
    rule = .unreadable(problem)
    isBuiltIn = false
    self.text = text
  }

  /// Why its text cannot be read; nil where it can.
  public var problem: FilterError? {
    if case .unreadable(let problem) = rule { return problem }
    return nil
  }

  /// The filter of this worklist, with the settings in force; nil where only the core's rule decides.
  public func filter(_ settings: Settings) -> Filter? {
    switch rule {
    case .filter(let filter): filter
    case .builtIn(let rule): rule.filter(settings)
    case .unreadable: nil
    }
  }
}

/// Rules of the core that depend on settings or for which the filter language has no words.
public enum BuiltInRule: String, Sendable, Hashable, CaseIterable {
  case forgotten, overdue, noStartDay, unconfirmed, new, unanswered, notUnderstood, absentFromRegister,
    dueToday, returned, standingIn, quiet
  case exemptionEnding, staleCV, planReview

  /// The rule as a filter, where it is one once the settings are filled in.
  func filter(_ settings: Settings) -> Filter? {
    switch self {
    case .exemptionEnding:
      return .test("exemption", .days([.period(.lessOrEqual, settings.exemptionNotice.value)]))
    case .staleCV: return .test("cv", .days([.period(.greater, settings.cvShelfLife.value)]))
    case .planReview:
      let review = Filter.state(.has, "plan-review")
      return .and([
        .state(.has, "plan"),
        .or([
          .and([review, .test("plan-review", .days([.today(.lessOrEqual)]))]),
          .and([
            .not(review), .test("plan", .days([.period(.greater, settings.planShelfLife.value)])),
          ]),
        ]),
      ])
    default: return nil
    }
  }
}

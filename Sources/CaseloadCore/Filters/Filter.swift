/// A filter as the language of product.md ("Filter language") says it: what is typed, saved, shown and
/// evaluated. Values that depend on the day (durations, `today`) stay symbolic, so that a saved filter moves on.
public indirect enum Filter: Hashable, Sendable {
  /// Everybody: the empty filter.
  case all
  /// All of them.
  case and([Filter])
  /// Any of them.
  case or([Filter])
  /// The contrary; unknown stays unknown.
  case not(Filter)
  /// A bare word: part of the name, or the number.
  case word(String)
  /// A test of a field's value.
  case test(FieldID, FieldTest)
  /// A test of a field's state; yes or no, never unknown.
  case state(StateTest, FieldID)
  /// A worklist by its name.
  case worklist(String)
  /// A text in the notes.
  case note(String)
  /// A tag of one's own, which lies on one's own desk; yes or no, never unknown.
  case tag(String)
}

/// How two things are compared.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case equal = ":"
  case greaterOrEqual = ">="
  case greater = ">"
}

/// A test of a field's state.
public enum StateTest: String, Hashable, Sendable, CaseIterable {
  /// Due and empty.
  case missing
  /// Nobody asked.
  case empty
  /// Asked, and not known; or answered with a text that no mapping understands.
  case unknown
  /// Would rather not say.
  case declined
  /// Waived, with a reason.
  case waived
  /// Recorded, but it may be more than one thing ("MBO" without a level).
  case partial
  /// There is a value, other than none.
  case has
}

/// A test of a field's value: any of the alternatives of a list.
public enum FieldTest: Hashable, Sendable {
  /// Of a field with choices, by their codes.
  case choices([ChoiceTest])
  /// Of a number or a span: ranges including both ends; `Int.min` and `Int.max` where open.
  case numbers([ClosedRange<Int>])
  /// Of a day.
  case days([DayTest])
  /// Of text, a name or words: contains the text, whatever its case and accents.
  case texts([String])
  /// Of repeated text or words: is the text, whatever its case and accents (`district:=noord`).
  case exactly([String])
  /// `seen:never`: certainly no conversation since the client came.
  case never
  /// Of one stretch of experience.
  case experience(ExperienceTest)
}

/// One alternative of a test of a choice, by its code.
public enum ChoiceTest: Hashable, Sendable {
  case one(String)
  case above(String)
  case from(String)
  case upTo(String)
  case below(String)
  /// From the first up to the second, both included.
  case between(String, String)
}

/// One alternative of a test of a day.
public enum DayTest: Hashable, Sendable {
  /// A date between both, included; nil where open.
  case dates(from: Day?, to: Day?)
  /// The time since the day (until it, for days that lie ahead) compared with a period.
  case period(Comparison, Period)
  /// That time between both periods, included.
  case periods(Period, Period)
  /// The day compared with today.
  case today(Comparison)
}

/// What one stretch of experience has to be, all of it.
public struct ExperienceTest: Hashable, Sendable {
  /// Texts that the occupation contains.
  public var words: [String]
  /// Codes of sectors, one of which it is in; empty for any.
  public var sectors: [String]
  /// Its length, compared with periods.
  public var lengths: [Length]
  /// A comparison of the length.
  public struct Length: Hashable, Sendable {
    /// How.
    public var comparison: Comparison
    /// With what.
    public var period: Period
    /// A comparison.
    public init(_ comparison: Comparison, _ period: Period) {
      self.comparison = comparison
      self.period = period
    }
  }
  /// A test.
  public init(words: [String] = [], sectors: [String] = [], lengths: [Length] = []) {
    self.words = words
    self.sectors = sectors
    self.lengths = lengths
  }
}

extension Filter {
  /// The texts of the `note:` tests in the filter, which the store has to look up.
  public var noteTexts: Set<String> {
    switch self {
    case .note(let text): [text]
    case .not(let inner): inner.noteTexts
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.noteTexts) }
    default: []
    }
  }

  /// The names of the worklists the filter refers to itself.
  public var worklistNames: Set<String> {
    switch self {
    case .worklist(let name): [name]
    case .not(let inner): inner.worklistNames
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.worklistNames) }
    default: []
    }
  }
}

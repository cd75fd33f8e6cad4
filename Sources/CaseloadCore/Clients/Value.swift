/// The state of a field's value (product.md, "Value of a field: five states").
public enum State: String, CaseIterable, Sendable, Codable {
  /// Known; "none" (no licence, no children) is recorded too.
  case recorded
  /// Asked; nobody knows.
  case notKnown = "not-known"
  /// Would rather not say; not asked again.
  case declined
  /// Nobody asked.
  case empty
  /// This field does not help this client.
  case waived
}

/// Where a value comes from.
public enum Source: String, CaseIterable, Sendable, Codable {
  /// The municipality's register, by an import.
  case register
  /// The client's own answers.
  case questionnaire
  /// A coach.
  case coach
}

/// A person's name as registers keep it: family name, prefix ("van der"), given names or initials.
public struct PersonName: Hashable, Sendable, Codable {
  /// Family name without prefix, such as `Berg`.
  public var family: String
  /// Prefix, such as `van den`; empty where there is none.
  public var prefix: String
  /// Given names or initials, such as `Jan`; empty where unknown.
  public var given: String
  /// A name from its parts.
  public init(family: String, prefix: String = "", given: String = "") {
    self.family = family
    self.prefix = prefix
    self.given = given
  }
  /// As lists show it: "Berg, Jan van den".
  public var listed: String {
    let rest = [given, prefix].filter { !$0.isEmpty }.joined(separator: " ")
    return rest.isEmpty ? family : family + ", " + rest
  }
  /// As one speaks it: "Jan van den Berg".
  public var spoken: String { [given, prefix, family].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// One stretch of work experience. What is not known is nil; months may be worked out from the days.
public struct Experience: Hashable, Sendable, Codable {
  /// Occupation in the words of the client or register.
  public var occupation: String
  /// Sector code (a choice of `sector`), where known.
  public var sector: String?
  /// First day, where known.
  public var from: Day?
  /// Last day; nil where unknown or still there (`ongoing`).
  public var to: Day?
  /// Still doing it.
  public var ongoing: Bool
  /// Length in months where the register gives only a length.
  public var months: Int?
  /// Declares a stretch of experience.
  public init(
    occupation: String, sector: String? = nil, from: Day? = nil, to: Day? = nil, ongoing: Bool = false,
    months: Int? = nil
  ) {
    self.occupation = occupation
    self.sector = sector
    self.from = from
    self.to = to
    self.ongoing = ongoing
    self.months = months
  }
}

/// What a recorded value says. Partial knowledge is the set or interval of what it may be.
public enum Content: Hashable, Sendable, Codable {
  /// Text of one line.
  case text(String)
  /// A name.
  case name(PersonName)
  /// What a single choice may be: one place, or several where the value is partial.
  case oneOf(ChoiceSet)
  /// The choices that are recorded of a field with several; `complete` where the list is known to be whole, so
  /// that what is not in it is a no; otherwise it is unknown.
  case several(ChoiceSet, complete: Bool)
  /// A day, or the interval of days it may be.
  case days(ClosedRange<Day>)
  /// A number, or the interval it may be.
  case number(ClosedRange<Int>)
  /// A wish from lowest to highest.
  case span(ClosedRange<Int>)
  /// Free words; `complete` as for `several`.
  case words([String], complete: Bool)
  /// Work experience; `complete` as for `several`.
  case experience([Experience], complete: Bool)

  /// A day that is known exactly.
  public static func day(_ day: Day) -> Content { .days(day...day) }
  /// A number that is known exactly.
  public static func exactly(_ number: Int) -> Content { .number(number...number) }
}

/// The value of one field of one client: its state, what it says, and where that came from.
public struct Value: Hashable, Sendable, Codable {
  /// Its state.
  public var state: State
  /// What it says; nil unless `state` is recorded.
  public var content: Content?
  /// Where it came from.
  public var source: Source
  /// The day on which it was so: the day the export was drawn, or the day it was said.
  public var day: Day?
  /// A text that no mapping understood, kept beside the field; the value then tests unknown.
  public var raw: String?
  /// Why the field was waived; nil unless `state` is waived.
  public var reason: String?
  /// The day on which a waiver is looked at again (last day on which it holds); nil unless waived.
  public var until: Day?

  /// A value.
  public init(
    state: State, content: Content? = nil, source: Source, day: Day? = nil, raw: String? = nil,
    reason: String? = nil, until: Day? = nil
  ) {
    self.state = state
    self.content = content
    self.source = source
    self.day = day
    self.raw = raw
    self.reason = reason
    self.until = until
  }

  /// A recorded value.
  public static func recorded(_ content: Content, source: Source, day: Day? = nil) -> Value {
    Value(state: .recorded, content: content, source: source, day: day)
  }

  /// The value that nobody asked for: what a field without a value is.
  public static let empty = Value(state: .empty, source: .register)

  /// Whether two values say the same, wherever and whenever they were said. This is what a write compares.
  public func says(_ other: Value) -> Bool {
    state == other.state && content == other.content && raw == other.raw && reason == other.reason
      && until == other.until
  }
}

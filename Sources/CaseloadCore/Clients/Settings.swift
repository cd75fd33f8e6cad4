/// A setting with its history's head: what it is now, since when, which version, and whose definition it is.
public struct Setting<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// What it is.
  public var value: Value
  /// Counts up with each change; 1 is what the program came with.
  public var version: Int
  /// Since when; nil for what the program came with.
  public var since: Day?
  /// Who keeps it, such as "coaches Noord 2"; nil for what the program came with.
  public var keptBy: String?
  /// A setting as the program comes with it.
  public init(_ value: Value, version: Int = 1, since: Day? = nil, keptBy: String? = nil) {
    self.value = value
    self.version = version
    self.since = since
    self.keptBy = keptBy
  }
}

/// The numbers that definitions depend on (product.md, "What counts as seen"). Their defaults stand here and
/// nowhere else; the legend shows which are in force.
public struct Settings: Sendable, Hashable, Codable {
  /// A client not seen for longer than this is forgotten.
  public var forgottenAfter = Setting(Period(months: 3))
  /// A CV older than this is stale.
  public var cvShelfLife = Setting(Period(months: 12))
  /// A plan older than this without review is stale.
  public var planShelfLife = Setting(Period(months: 12))
  /// Clients per coach that is do-able.
  public var caseloadNorm = Setting(80)
  /// Groups smaller than this are not shown to anyone but the client's own coach.
  public var smallGroup = Setting(5)
  /// The first weeks after intake: a client is new, and the rest of the fields come due at its end.
  public var phase = Setting(Period(days: 56))
  /// An exemption that ends within this is coming to its end.
  public var exemptionNotice = Setting(Period(days: 56))
  /// The longest a pause may last.
  public var longestPause = Setting(Period(months: 3))
  /// Years a closed record is kept.
  public var retentionYears = Setting(10)
  /// Weeks between conversations by track, where the client has no frequency of her own.
  public var trackFrequency = Setting([Track.work: 4, .development: 6, .participation: 12, .care: 12])
  /// From this failed attempt on, since the last conversation, a letter or a home visit is proposed.
  public var attemptsBeforeLetter = Setting(3)
  /// Whom one talked with not longer ago than this had attention.
  public var attentionSpan = Setting(Period(days: 28))
  /// A private note goes this long after it was last written, unless its day is said.
  public var privateNoteLife = Setting(Period(months: 3))
  /// The topics by which a department tells its stories, between commas; empty for the usual ones.
  public var topics = Setting("")
  /// Whose caseload opens: the coach whose file this is; empty where it is nobody's in particular.
  public var owner = Setting("")
  /// What the program comes with.
  public init() {}
}

/// What someone does here.
public enum ActorRole: String, Sendable, Codable, CaseIterable {
  case coach, qualityOfficer = "quality-officer", teamManager = "team-manager"
}

/// Who is asking; every method of the store takes one.
public struct Actor: Hashable, Sendable, Codable {
  /// The person's name.
  public var name: String
  /// What she does here.
  public var role: ActorRole
  /// Someone who asks.
  public init(name: String, role: ActorRole = .coach) {
    self.name = name
    self.role = role
  }
}

/// What the core may not find out for itself: passed in, so that a test can say what day it is.
public struct Context: Sendable {
  /// The local day.
  public var today: Day
  /// The moment.
  public var now: Moment
  /// Who is at the keyboard.
  public var actor: Actor
  /// The language of the texts.
  public var language: Language
  /// The settings in force.
  public var settings: Settings { didSet { inForce = SettingsInForce(settings, calendar) } }
  /// Who is away when, and who stands in.
  public var calendar: AbsenceCalendar { didSet { inForce = SettingsInForce(settings, calendar) } }
  /// The same as one thing, by which what was worked out under them is told from what was not.
  private(set) var inForce: SettingsInForce
  /// A context.
  public init(
    today: Day, now: Moment, actor: Actor, language: Language = .english, settings: Settings = Settings(),
    calendar: AbsenceCalendar = AbsenceCalendar()
  ) {
    self.today = today
    self.now = now
    self.actor = actor
    self.language = language
    self.settings = settings
    self.calendar = calendar
    inForce = SettingsInForce(settings, calendar)
  }
}

/// Settings and calendar that are compared at every look into what is kept: most often they are the very same, and then nothing of
/// them is read or copied.
final class SettingsInForce: Sendable {
  let settings: Settings
  let calendar: AbsenceCalendar
  init(_ settings: Settings, _ calendar: AbsenceCalendar) {
    (self.settings, self.calendar) = (settings, calendar)
  }
}

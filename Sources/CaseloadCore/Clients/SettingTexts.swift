/// The settings by name, as the shell and the store write them.
public enum SettingID: String, CaseIterable, Sendable {
  case owner
  case forgottenAfter = "forgotten-after"
  case cvShelfLife = "cv-shelf-life"
  case planShelfLife = "plan-shelf-life"
  case caseloadNorm = "caseload-norm"
  case smallGroup = "small-group"
  case phase
  case exemptionNotice = "exemption-notice"
  case longestPause = "longest-pause"
  case retentionYears = "retention-years"
  case trackFrequency = "track-frequency"
  case attemptsBeforeLetter = "attempts-before-letter"
  case attentionSpan = "attention-span"
  case privateNoteLife = "private-note-life"
  case topics

  /// What it decides.
  public var definition: Phrase {
    switch self {
    case .owner: Phrase("setting.owner", "Whose caseload opens: the coach whose file this is")
    case .forgottenAfter:
      Phrase("setting.forgotten-after", "A client not seen for longer than this is forgotten")
    case .cvShelfLife: Phrase("setting.cv-shelf-life", "A CV older than this is stale")
    case .planShelfLife:
      Phrase("setting.plan-shelf-life", "A plan older than this without a review day is stale")
    case .caseloadNorm: Phrase("setting.caseload-norm", "Clients per coach that is do-able")
    case .smallGroup:
      Phrase("setting.small-group", "Groups smaller than this are shown to their own coach only")
    case .phase: Phrase("setting.phase", "The first weeks after intake, in which a client is new")
    case .exemptionNotice:
      Phrase("setting.exemption-notice", "An exemption that ends within this is coming to its end")
    case .longestPause: Phrase("setting.longest-pause", "The longest that a pause may last")
    case .retentionYears: Phrase("setting.retention-years", "Years that a closed record is kept")
    case .trackFrequency:
      Phrase(
        "setting.track-frequency",
        "Weeks between conversations by track, where none are agreed with the client")
    case .attemptsBeforeLetter:
      Phrase(
        "setting.attempts-before-letter",
        "From this failed attempt on, since the last conversation, a letter or a home visit is proposed")
    case .attentionSpan:
      Phrase("setting.attention-span", "Whom one talked with, by distance to work, is counted over this long")
    case .privateNoteLife:
      Phrase(
        "setting.private-note-life",
        "A private note goes this long after it was last written, unless its day is said")
    case .topics:
      Phrase(
        "setting.topics", "The topics that lines of a story may begin with, between commas; empty: the usual")
    }
  }
}

extension Settings {
  private static func period(_ id: SettingID) -> WritableKeyPath<Settings, Setting<Period>>? {
    switch id {
    case .forgottenAfter: \.forgottenAfter
    case .cvShelfLife: \.cvShelfLife
    case .planShelfLife: \.planShelfLife
    case .phase: \.phase
    case .exemptionNotice: \.exemptionNotice
    case .longestPause: \.longestPause
    case .attentionSpan: \.attentionSpan
    case .privateNoteLife: \.privateNoteLife
    default: nil
    }
  }

  private static func number(_ id: SettingID) -> WritableKeyPath<Settings, Setting<Int>>? {
    switch id {
    case .caseloadNorm: \.caseloadNorm
    case .smallGroup: \.smallGroup
    case .retentionYears: \.retentionYears
    case .attemptsBeforeLetter: \.attemptsBeforeLetter
    default: nil
    }
  }

  /// Weeks by track of a text such as `work=4,care=12`; nil where it means nothing.
  private static func weeks(_ text: String) -> [Track: Int]? {
    var weeks: [Track: Int] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let track = Track(rawValue: String(parts[0])), let number = Int(parts[1]),
        (1...520).contains(number)
      else { return nil }
      weeks[track] = number
    }
    return weeks.isEmpty ? nil : weeks
  }

  /// The setting's value as text: a period as `3m` or `8w`, a number, weeks by
  /// track as `work=4,care=12`, a name.
  public func text(_ id: SettingID) -> String {
    if let path = Self.period(id) { return FilterPrinter.period(self[keyPath: path].value) }
    if let path = Self.number(id) { return String(self[keyPath: path].value) }
    if id == .topics { return topics.value }
    guard id == .trackFrequency else { return owner.value }
    return Track.allCases.compactMap { track in
      trackFrequency.value[track].map { "\(track.rawValue)=\($0)" }
    }.joined(separator: ",")
  }

  /// Its version, since when, and whose definition it is.
  public func head(_ id: SettingID) -> (version: Int, since: Day?, keptBy: String?) {
    if let path = Self.period(id) {
      let setting = self[keyPath: path]
      return (setting.version, setting.since, setting.keptBy)
    }
    if let path = Self.number(id) {
      let setting = self[keyPath: path]
      return (setting.version, setting.since, setting.keptBy)
    }
    if id == .trackFrequency { return (trackFrequency.version, trackFrequency.since, trackFrequency.keptBy) }
    if id == .topics { return (topics.version, topics.since, topics.keptBy) }
    return (owner.version, owner.since, owner.keptBy)
  }

  /// Sets it from text; false where the text is no value of this setting, and nothing is changed.
  public mutating func set(
    _ id: SettingID, to text: String, version: Int, since: Day?, keptBy: String?
  ) -> Bool {
    if let path = Self.period(id) {
      guard let period = FilterReading.period(text), period.months >= 0, period.days >= 0,
        period != Period()
      else { return false }
      self[keyPath: path] = Setting(period, version: version, since: since, keptBy: keptBy)
    } else if let path = Self.number(id) {
      guard let number = Int(text), (1...1_000_000).contains(number) else { return false }
      self[keyPath: path] = Setting(number, version: version, since: since, keptBy: keptBy)
    } else if id == .trackFrequency {
      guard let weeks = Self.weeks(text) else { return false }
      trackFrequency = Setting(weeks, version: version, since: since, keptBy: keptBy)
    } else if id == .topics {
      topics = Setting(text, version: version, since: since, keptBy: keptBy)
    } else {
      owner = Setting(text, version: version, since: since, keptBy: keptBy)
    }
    return true
  }
}

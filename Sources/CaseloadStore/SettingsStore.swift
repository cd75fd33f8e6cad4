import CaseloadCore
import GRDB

/// The settings that a store keeps, each under its id and as one text: a period `3m`, `56d` or `1m15d`, a
/// number `80`, weeks by track `work=4,care=12`.
public enum SettingID: String, CaseIterable, Sendable {
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

  /// Puts a setting's text in force; false where the text means nothing.
  func put(_ text: String, version: Int, since: Day?, keptBy: String?, in settings: inout Settings) -> Bool {
    func put<Value>(_ path: WritableKeyPath<Settings, Setting<Value>>, _ value: Value?) -> Bool {
      guard let value else { return false }
      settings[keyPath: path] = Setting(value, version: version, since: since, keptBy: keptBy)
      return true
    }
    return switch self {
    case .forgottenAfter: put(\.forgottenAfter, Self.period(text))
    case .cvShelfLife: put(\.cvShelfLife, Self.period(text))
    case .planShelfLife: put(\.planShelfLife, Self.period(text))
    case .caseloadNorm: put(\.caseloadNorm, Self.count(text))
    case .smallGroup: put(\.smallGroup, Self.count(text))
    case .phase: put(\.phase, Self.period(text))
    case .exemptionNotice: put(\.exemptionNotice, Self.period(text))
    case .longestPause: put(\.longestPause, Self.period(text))
    case .retentionYears: put(\.retentionYears, Self.count(text))
    case .trackFrequency: put(\.trackFrequency, Self.weeks(text))
    }
  }

  private static func count(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }

  static func period(_ text: String) -> Period? {
    var months = 0
    var days = 0
    var number = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": number.unicodeScalars.append(scalar)
      case "m":
        guard let value = Int(number) else { return nil }
        months = value
        number = ""
      case "d":
        guard let value = Int(number) else { return nil }
        days = value
        number = ""
      default: return nil
      }
    }
    return number.isEmpty && (months > 0 || days > 0) ? Period(months: months, days: days) : nil
  }

  private static func weeks(_ text: String) -> [Track: Int]? {
    var weeks: [Track: Int] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2, let track = Track(rawValue: String(parts[0])), let number = Int(parts[1]),
        number > 0
      else { return nil }
      weeks[track] = number
    }
    return weeks.isEmpty ? nil : weeks
  }
}

extension Store {
  /// The settings in force: what the program comes with, and over it the latest version of each that the store
  /// keeps.
  public func settings() throws(StoreError) -> Settings {
    try read { db in
      var settings = Settings()
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, version, since, value, kept_by FROM setting ORDER BY id, version")
      for row in rows {
        guard let id = row.text(0).flatMap({ SettingID(rawValue: $0) }) else { continue }
        let isPut = id.put(
          row.text(3) ?? "", version: Int(row.number(1) ?? 1), since: row.day(2), keptBy: row.text(4),
          in: &settings)
        guard isPut else { throw StoreError.damaged("setting \(id.rawValue)") }
      }
      return settings
    }
  }

  /// Keeps a new version of a setting, from a day on; journalled. Earlier versions stay.
  public func keep(
    _ setting: SettingID, _ text: String, since: Day, keptBy: String, as change: ChangeID, _ context: Context
  ) throws(StoreError) {
    var trial = Settings()
    guard setting.put(text, version: 1, since: since, keptBy: keptBy, in: &trial) else {
      throw .refused("setting \(setting.rawValue)")
    }
    let keeper = try TextDoor.admit(keptBy)
    try write(change) { db in
      guard try Journal.seq(of: change, db) == nil else { return }
      try db.execute(
        sql: """
          INSERT INTO setting (id, version, since, value, kept_by)
          VALUES (?1, (SELECT coalesce(max(version), 1) + 1 FROM setting WHERE id = ?1), ?2, ?3, ?4)
          """, arguments: [setting.rawValue, since.iso, text, keeper])
      try Journal.append(
        JournalHeader(
          kind: "setting", change: change, author: context.actor.name, moment: context.now, undoes: nil,
          importID: nil),
        try JournalPayload.parts(
          reason: "setting \(setting.rawValue) \(text) since \(since.iso)", edits: []
        ) { _ in nil }, db)
    }
  }
}

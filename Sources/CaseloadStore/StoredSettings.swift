import CaseloadCore
import GRDB

extension Store {
  /// The settings in force: those kept in this store, else what the program comes with.
  public func settings() throws(StoreError) -> Settings {
    var settings = Settings()
    // Later versions stand later and replace earlier ones; the history stays in the table.
    for row in try keptSettings() { try put(row, in: &settings) }
    return settings
  }

  /// The versions of one setting that were kept, the first first.
  public func history(of id: SettingID) throws(StoreError) -> [Settings] {
    var versions: [Settings] = []
    for row in try keptSettings() where row.id == id.rawValue {
      var settings = Settings()
      try put(row, in: &settings)
      versions.append(settings)
    }
    return versions
  }

  private struct KeptSetting {
    var id: String
    var version: Int
    var since: Day?
    var value: String
    var keptBy: String?
  }

  private func keptSettings() throws(StoreError) -> [KeptSetting] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, version, since, value, kept_by FROM setting ORDER BY id, version"
      ).map { row in
        KeptSetting(
          id: row.text(0) ?? "", version: Int(clamping: row.number(1) ?? 0), since: row.day(2),
          value: row.text(3) ?? "", keptBy: row.text(4))
      }
    }
  }

  private func put(_ row: KeptSetting, in settings: inout Settings) throws(StoreError) {
    // A setting of a newer program is left alone.
    guard let id = SettingID(rawValue: row.id) else { return }
    guard settings.set(id, to: row.value, version: row.version, since: row.since, keptBy: row.keptBy) else {
      throw .damaged("setting \(id.rawValue)")
    }
  }

  /// Keeps a new version of a setting, from a day (else today) on; what it was stays as its history, and the journal says who and why.
  public func keep(
    _ id: SettingID, _ value: String, since: Day? = nil, as change: ChangeID, reason: String = "",
    keptBy: String?, _ context: Context
  ) throws(StoreError) {
    var trial = Settings()
    guard trial.set(id, to: value, version: 1, since: nil, keptBy: nil) else {
      throw .refused(.setting(id.rawValue))
    }
    let words = try keptBy.map { name throws(StoreError) in try TextDoor.admit(name) }
    let text = trial.text(id)
    _ = try write(change) { db in
      if try Journal.seq(of: change, db) != nil { return }
      let last = try Int.fetchOne(
        db, sql: "SELECT max(version) FROM setting WHERE id = ?", arguments: [id.rawValue])
      try db.execute(
        sql: "INSERT INTO setting (id, version, since, value, kept_by) VALUES (?, ?, ?, ?, ?)",
        arguments: [id.rawValue, (last ?? 1) + 1, (since ?? context.today).iso, text, words])
      try Journal.append(
        JournalHeader(
          kind: "setting", change: change, author: context.actor.name, moment: context.now, undoes: nil,
          importID: nil),
        [try .lines(["setting": id.rawValue, "value": text, "reason": reason])], db)
    }
  }
}

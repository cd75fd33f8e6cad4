import CaseloadCore
import CaseloadStore
import Testing

@Suite struct SettingsTests {
  private func keep(_ store: Store, _ id: SettingID, _ value: String, _ change: String, on today: String)
    throws
  {
    try store.keep(
      id, value, as: ChangeID(change), reason: "agreed", keptBy: "coaches Noord 2", context(today))
  }

  @Test func settingsHaveAHistoryAndTheLatestIsInForce() throws {
    try withStore { store in
      #expect(try store.settings() == Settings())
      try keep(store, .caseloadNorm, "70", "s1", on: "2026-09-01")
      try keep(store, .caseloadNorm, "75", "s2", on: "2026-10-01")
      // The same change once more is done already.
      try keep(store, .caseloadNorm, "75", "s2", on: "2026-10-01")
      let settings = try store.settings()
      #expect(
        settings.caseloadNorm
          == Setting(75, version: 3, since: day("2026-10-01"), keptBy: "coaches Noord 2"))
      #expect(settings.forgottenAfter == Settings().forgottenAfter)
      #expect(throws: StoreError.self) { try keep(store, .caseloadNorm, "many", "s3", on: "2026-10-01") }
      #expect(try store.settings() == settings)
      #expect(try store.check().findings == [])
      #expect(try store.changes(since: 0).everything)
    }
  }
}

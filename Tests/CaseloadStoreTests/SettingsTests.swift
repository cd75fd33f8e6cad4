import CaseloadCore
import CaseloadStore
import Testing

@Suite struct SettingsTests {
  @Test func settingsHaveAHistoryAndTheLatestIsInForce() throws {
    try withStore { store in
      #expect(try store.settings() == Settings())
      try store.keep(
        .forgottenAfter, "2m", since: day("2026-09-01"), as: id("s1"), keptBy: "coaches Noord 2", context())
      try store.keep(
        .forgottenAfter, "2m15d", since: day("2026-10-01"), as: id("s2"), keptBy: "coaches Noord 2", context()
      )
      try store.keep(
        .trackFrequency, "work=3,care=8", since: day("2026-10-01"), as: id("s3"), keptBy: "city", context())
      try store.keep(
        .trackFrequency, "work=3,care=8", since: day("2026-10-01"), as: id("s3"), keptBy: "city", context())
      let settings = try store.settings()
      #expect(
        settings.forgottenAfter
          == Setting(
            Period(months: 2, days: 15), version: 3, since: day("2026-10-01"), keptBy: "coaches Noord 2"))
      #expect(settings.trackFrequency.value == [.work: 3, .care: 8])
      #expect(settings.trackFrequency.version == 2)
      #expect(settings.caseloadNorm == Settings().caseloadNorm)
      #expect(throws: StoreError.refused(.setting("caseload-norm"))) {
        try store.keep(.caseloadNorm, "many", since: day("2026-10-01"), as: id("s4"), keptBy: "x", context())
      }
      #expect(try store.check().findings == [])
      #expect(try store.changes(since: 0).everything)
    }
  }
}

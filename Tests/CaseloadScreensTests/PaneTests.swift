import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// What the panes show and do.
@Suite struct PaneTests {
  @Test func enterOnABarNarrowsToIt() {
    var player = Player()
    player.press("2jj")
    let bar = player.state.barUnderCursor
    player.press("<Enter>")
    #expect(player.state.filterText == "age:27..34")
    #expect(player.state.filterCounts.yes == bar?.inAll)
  }

  @Test func narrowingKeepsWhatWasAskedBefore() {
    var player = Player()
    player.press("/gender:woman or gender:man<Enter>2jj<Enter>")
    #expect(player.state.filterText == "(gender:woman or gender:man) age:27..34")
  }

  @Test func spaceOnABarMarksItsClientsWithTheirOrigin() {
    var player = Player()
    player.press("2jj<Space>")
    #expect(player.state.marks.count == player.state.barUnderCursor?.inList)
    for origin in player.state.marks.values { #expect(origin == .bar("age", code: "27..34")) }
  }

  @Test func marksSurviveFiltersAndAreCounted() {
    var player = Player()
    player.press("j<Space>/gender:man<Enter>")
    #expect(player.text.contains("1 marked, 1 of them outside this list"))
    player.press("M")
    #expect(player.state.marks.count == player.state.shownCount + 1)
    player.press("M")
    #expect(player.state.marks.count == 1)
    player.press("-")
    #expect(player.state.marks.isEmpty)
  }

  @Test func theBarsOfAllFieldsAreReached() {
    var player = Player(People.state(width: 100, height: 30))
    player.press("gg2")
    var seen: Set<FieldID> = []
    for _ in 0..<400 {
      player.press("j")
      if let place = player.state.barPlace { seen.insert(place.field) }
      let frame = player.frame
      #expect(frame.lines.indices.contains { frame[$0, 60].role == .selected }, "the cursor is out of sight")
    }
    #expect(seen == Set(player.state.barFields.map(\.id)))
  }

  @Test func theClientsOwnBarIsPointedAt() {
    var player = Player()
    player.press("fbakker<Tab>")
    let own = player.frame.lines.filter { $0.contains("▸") }
    #expect(own.contains { $0.contains("27–34") })
    #expect(own.contains { $0.contains("woman") })
    #expect(!own.contains { $0.contains("35–49") })
  }

  @Test func withTheClientOnlyNoBarHasTheKeys() {
    var player = Player()
    player.press("2jj")
    #expect(player.state.barUnderCursor != nil)
    player.press("g")
    #expect(player.state.bars == .client && player.state.barUnderCursor == nil)
    #expect(LegendText(player.state).lines.first?.text == "Age")
    player.press("<Space><Enter>")
    #expect(player.state.marks.isEmpty && player.state.filterText.isEmpty)
    #expect(player.frame.lines.indices.contains { player.frame[$0, 50].role == .selected })
  }

  @Test func aZoomedPaneShowsMoreBars() {
    var player = Player(People.state(width: 140, height: 40))
    player.press("j2")
    let before = player.text
    player.press("z")
    let after = player.text
    #expect(before.contains("< 27") && before.contains("woman"))
    for name in ["< 27", "woman", "primary", "mbo 4", "CE"] { #expect(after.contains(name), "\(name)") }
    // Every value of the client is still in sight.
    for field in player.state.barFields { #expect(after.contains(field.short.english), "\(field.id)") }
  }

  @Test func thePlansReviewDayAsksForAttentionOnceItIsThere() {
    var player = Player()
    player.press("fbakker<Tab>")
    #expect(player.text.contains("✓ 3 Mar, review 3 Dec"))
    for day in ["2026-12-03", "2026-12-04"] {
      player.send(.midnight(People.day(day)))
      player.press("/@plan-review<Enter>")
      #expect(player.names.contains("Bakker"))
      player.press("<Esc>")
      #expect(player.text.contains("‼ 3 Mar, review"))
      #expect(!player.text.contains("✓ 3 Mar"))
    }
    #expect(player.text.contains("review was"))
  }

  @Test func theGapsHaveTheirFullNames() {
    var player = Player()
    player.press("fgroot<Tab>3z")
    #expect(player.text.contains("Contact frequency"))
    #expect(!player.text.contains(" Every"))
  }

  @Test func whatWasNotUnderstoodIsReadable() {
    var player = Player()
    player.press("fbakker<Tab>")
    var facts = People.facts(People.all[0])
    facts.values["heavy"] = Value(state: .empty, source: .register, raw: "Werkfit")
    player.send(.changed([facts], removed: []))
    #expect(player.text.contains("? not understood:") && player.text.contains("Werkfit"))
    #expect(!player.text.contains("(not"))
  }

  @Test func theLegendFollowsTheFocus() {
    var player = Player()
    #expect(player.text.contains("Last seen"))
    player.press("2")
    #expect(LegendText(player.state).lines.first?.text == "Age")
    player.press("3jjj")
    #expect(LegendText(player.state).lines.first?.text == "CV dated" || player.state.monitoringLine == 3)
    player.press("1w")
    #expect(LegendText(player.state).lines.first?.text == "@all")
  }

  @Test func theLegendOfForgottenSaysHowManyHaveAnAppointment() {
    var player = Player()
    player.press("/@forgotten<Enter>")
    let text = LegendText(player.state).lines.map(\.text.string).joined(separator: " ")
    #expect(text.contains("8: 6 without an appointment, 2 with."))
    #expect(text.contains("8 yes · 2 unknown, of 21 clients."))
  }

  @Test func theLegendNamesWhoKeepsADefinition() {
    var context = People.context
    context.settings.forgottenAfter = Setting(
      Period(months: 2), version: 3, since: People.day("2026-09-01"), keptBy: "coaches Noord 2")
    let state = ScreenState(
      population: People.population, context: context, scope: CaseloadOwner(),
      size: .init(width: 140, height: 40))
    let text = LegendText(state).lines.map(\.text.string).joined(separator: " ")
    #expect(text.contains("not seen for more than 2 months"))
    #expect(text.contains("Definition 3, 1 Sep 2026, kept by coaches Noord 2"))
  }

  @Test func tabChangesThePaneBesideTheList() {
    var player = Player(People.state(width: 80, height: 24))
    #expect(player.state.layout.panes.map(\.pane) == [.list, .monitoring])
    player.press("<Tab>")
    #expect(player.state.layout.panes.map(\.pane) == [.list, .characteristics])
    player.press("1")
    #expect(player.state.layout.panes.map(\.pane) == [.list, .characteristics])
  }

  @Test func theRecordIsAskedForAndShown() {
    var player = Player()
    player.press("fbakker<Tab>")
    #expect(player.effects.contains(.loadRecord(ClientNumber(1))))
    #expect(player.text.contains("forklift exam"))
    // Somebody else's record that comes late is not shown.
    player.send(.record(People.record(ClientNumber(4))))
    #expect(player.state.record?.number == ClientNumber(1))
  }

  @Test func whoOpensARecordIsGivenItsOlderChangesToo() {
    var player = Player()
    player.press("fbakker<Tab>")
    var newest = People.record(ClientNumber(1))
    newest.olderHistory = 3
    player.send(.record(newest))
    #expect(!player.effects.contains(.loadHistory(ClientNumber(1))))
    player.press("<Enter>")
    #expect(player.effects.last { $0 == .loadHistory(ClientNumber(1)) } != nil)
    // They are on their way: no key asks for them again.
    let asked = player.effects.count
    player.press("jj")
    #expect(!player.effects.dropFirst(asked).contains(.loadHistory(ClientNumber(1))))
    #expect(
      RecordScreen.lines(player.state, width: 60).contains { $0.plain.string.contains("3 older changes") })
    player.send(.record(People.record(ClientNumber(1))))
    #expect(
      !RecordScreen.lines(player.state, width: 60).contains { $0.plain.string.contains("older change") })
    // Somebody changed her: what is read anew has its older changes asked for anew.
    player.send(.record(newest))
    #expect(player.effects.dropFirst(asked).contains(.loadHistory(ClientNumber(1))))
  }

  @Test func aChangedClientIsReadAgain() {
    var player = Player()
    player.press("fbakker<Tab>")
    let before = player.effects.count
    player.send(.changed([People.facts(People.all[0])], removed: []))
    #expect(player.effects.dropFirst(before).contains(.loadRecord(ClientNumber(1))))
  }

  @Test func midnightMovesEveryCount() {
    var player = Player()
    let before = player.state.counts["forgotten"]?.yes ?? 0
    player.send(.midnight(People.today.adding(months: 4)))
    #expect((player.state.counts["forgotten"]?.yes ?? 0) > before)
    #expect(player.frame.line(0).contains("21 Mar 2027"))
  }

  @Test func suspendAndRedrawAreEffects() {
    var player = Player()
    player.send(.key(.control("z")))
    #expect(player.effects.last == .suspend)
    player.send(.key(.control("l")))
    #expect(player.effects.last == .redraw)
    player.send(.terminate(signal: 15))
    #expect(player.effects.last == .quit)
  }
}

/// Sums that must agree with each other, whatever is asked.
@Suite struct SumTests {
  @Test(arguments: [
    "", "seen>3m", "@forgotten", "gender:woman licence:B", "not hours>=24", "missing:cv", "bakker",
  ])
  func countsAddUp(_ filter: String) {
    let player = Player(People.state(session: Session(filter: filter)))
    let counts = player.state.filterCounts
    #expect(counts.yes + counts.unknown + counts.no == counts.all)
    #expect(player.state.shownCount == counts.yes)
    for field in player.state.barFields where field.uses.contains(.facet) {
      let facet = player.state.facet(field.id)
      #expect(facet.ofList == counts.yes && facet.ofAll == counts.all)
      for bar in facet.bars { #expect(bar.inList <= bar.inAll && bar.inAll <= facet.ofAll) }
    }
  }
}

import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Help is a level of its own: it says first what works where it was opened, and leads back there.
@Suite struct LevelTests {
  @Test(arguments: ["<Enter>jj", "wjj", "sjj", "2", "3jj", "zz"], ["<Esc>", "?", "<F1>"])
  func helpGoesBackToWhereItWasOpened(_ keys: String, _ way: String) {
    var player = Player(People.state(width: 80, height: 24))
    player.press(keys)
    let (mode, focus) = (player.state.mode, player.state.focus)
    player.press("?")
    #expect(player.state.place == .help)
    player.press("fi<Down>\(way)")
    #expect(player.state.mode == mode)
    #expect(player.state.focus == focus)
  }

  @Test func escapeStepsBackOneLevelAtATime() {
    var player = Player()
    player.press("z<Enter>?<Esc>")
    #expect(player.state.place == .record)
    player.press("<Esc>")
    #expect(player.state.mode == .browse && player.state.isZoomed)
    player.press("<Esc>")
    #expect(!player.state.isZoomed)
  }

  @Test(arguments: [
    ("<Enter>", "in a record", "record-part"), ("w", "in the menu of worklists", "choose"),
    ("2", "in the characteristics", "narrow"), ("3", "in the monitoring pane", "next-client"),
    ("", "in the list", "record"),
  ])
  func helpBeginsWithWhatWorksHere(_ keys: String, _ name: String, _ id: String) throws {
    var player = Player()
    player.press(keys)
    let here = player.state.place
    player.press("?")
    let lines = HelpScreen.lines(player.state)
    #expect(lines.first?.text.string.contains(name) == true)
    let end = try #require(lines.firstIndex { $0.text.isEmpty })
    let said = lines[..<end].map(\.text.string).joined(separator: " ")
    let action = try #require(ActionTable.all.first { $0.id == id })
    #expect(said.contains(action.long.english))
    // All that works here stands there, and each action stands once on the page.
    let all = lines.filter { !$0.isHeading && !$0.label.isEmpty }.count
    #expect(all == ActionTable.all.count)
    let works = ActionTable.all.filter { !$0.places.isDisjoint(with: here) }.count
    #expect(lines[..<end].filter { !$0.isHeading && !$0.label.isEmpty }.count == works)
  }

  @Test func aSecondSourceSaysWhoAndWhen() throws {
    let client = ClientNumber(1)
    var record = People.record(client)
    record.offers = [
      Offer(
        client: client, field: "education",
        value: Value(state: .declined, source: .questionnaire, day: People.day("2026-11-18")))
    ]
    let lines = Timeline(People.state(), record).lines(width: 70).map { ($0.label + $0.text).string }
    #expect(lines.contains { $0.contains("Education") && $0.contains("questionnaire, 18 Nov") }, "\(lines)")
  }

  @Test func aKeyGoesBetweenFieldsAndTimeline() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("j<Enter>")
    #expect(player.frame.line(23).contains("timeline"))
    #expect(!player.text.contains("Timeline ·"))
    player.press("<Tab>")
    #expect(player.text.contains("Timeline ·"))
    player.press("<Tab>")
    #expect(player.state.mode == .record(0))
    // Beside each other there is nothing to jump to.
    player.send(.resize(width: 140, height: 40))
    player.press("<Tab>")
    #expect(player.state.mode == .record(0))
    #expect(!player.frame.line(39).contains("Tab"))
  }
}

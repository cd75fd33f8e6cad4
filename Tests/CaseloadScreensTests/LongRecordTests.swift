import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A record of hundreds of contacts is drawn as far as the window goes, and read to its end all the same.
@Suite struct LongRecordTests {
  private func opened(_ count: Int, width: Int, height: Int) -> Player {
    var player = Player()
    player.send(.resize(width: width, height: height))
    player.press("fbakker<Tab>")
    var record = People.record(ClientNumber(1))
    let today = player.state.context.today
    record.contacts = (0..<count).map { place in
      Contact(
        id: Int64(count - place), client: ClientNumber(1), kind: .conversation,
        held: today.adding(days: -place), channel: .phone, story: "talk number \(count - place)")
    }
    player.send(.record(record))
    player.press("<Enter>")
    return player
  }

  @Test(arguments: [(80, 24), (140, 40)])
  func itIsReadToItsEnd(size: (width: Int, height: Int)) {
    var player = opened(300, width: size.width, height: size.height)
    #expect(player.text.contains("more below"))
    let all = RecordScreen.lines(player.state, width: 60)
    #expect(all.contains { $0.plain.string.contains("talk number 1") })
    player.press("<End>")
    #expect(player.text.contains("talk number 1 ") || player.text.contains("from the register"))
    #expect(!player.text.contains("more below"))
    player.press("<Home>")
    #expect(player.text.contains("more below"))
    // Every talk is met on the way, page by page.
    var met = Set<Int>()
    for _ in 0..<300 {
      for match in player.text.matches(of: /talk number (\d+)/) { met.insert(Int(match.1) ?? 0) }
      let before = player.state.recordTop
      player.press("<PageDown>")
      if player.state.recordTop == before { break }
    }
    #expect(met == Set(1...300))
  }

  @Test func aShortOneSaysHowManyLines() {
    let player = opened(2, width: 80, height: 24)
    #expect(!player.text.contains("more below"))
    #expect(player.text.contains("lines 1–"))
  }
}

import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The page of a sweep is read to its end, however low the window is.
@Suite struct SweepPageTests {
  @Test func allOfThePageIsRead() throws {
    var room = Room.sweeping()
    let client = try #require(room.sweep?.current)
    var record = People.record(client)
    record.contacts = [
      Contact(
        client: client, kind: .conversation, held: People.today.adding(days: -9), channel: .phone,
        story: String(repeating: "word ", count: 300), agreed: String(repeating: "step ", count: 90))
    ]
    room.player.send(.resize(width: 60, height: 14))
    room.player.send(.record(record))
    let gaps = room.player.state.speech(Words.gaps).string
    #expect(!room.text.contains(gaps))
    room.press("<End>")
    #expect(room.text.contains(gaps))
    room.press("n")
    #expect(room.text.contains(room.player.state.name(of: room.player.state.cursor ?? .nobody)))
  }
}

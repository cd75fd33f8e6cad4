import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Errands that are about no client in particular are made, seen and ended as a client's are.
@Suite struct FreeErrandTests {
  private func free(_ id: Int64, _ text: String, due: Day?) -> Errand {
    Errand(id: id, client: nil, text: text, due: due)
  }

  @Test func oneIsMadeWithoutAClient() throws {
    var player = Player()
    player.press("E")
    #expect(player.text.contains("Errands · nobody in particular"))
    #expect(player.text.contains("There is no errand here yet"))
    player.press("nBook the hall<Tab>today<C-s>")
    guard case .keep(.edits(let edits, _), for: let subject)? = player.effects.last else {
      return #expect(Bool(false), "\(String(describing: player.effects.last))")
    }
    #expect(edits.contains { $0.field == "text" && $0.new?.content == .text("Book the hall") })
    // It is nobody's, not that of a client with the number 0.
    #expect(!edits.contains { $0.field == "client" })
    player.send(.kept(.kept(ChangeName(edits), edits), subject))
    player.press("<Esc>")
    // The cursor is on its client as before.
    #expect(player.cursor != nil)
  }

  @Test func whatIsDueIsSaidOnTop() {
    var player = Player()
    let today = player.state.context.today
    #expect(!player.text.contains("free errand"))
    player.send(
      .record(
        ClientRecord(
          number: .nobody,
          errands: [
            free(1, "Book the hall", due: today), free(2, "Later", due: today.adding(days: 3)),
            free(3, "Some day", due: nil),
          ])))
    #expect(player.text.contains("1 free errand due: E"))
    // News of the store may be of these.
    let before = player.effects.count
    player.send(.changed([], removed: []))
    #expect(player.effects.dropFirst(before).contains(.loadRecord(.nobody)))
  }

  @Test func oneIsEndedInItsList() {
    var player = Player()
    let today = player.state.context.today
    player.press("E")
    player.send(.record(ClientRecord(number: .nobody, errands: [free(4, "Book the hall", due: today)])))
    #expect(player.text.contains("Book the hall"))
    player.press("d")
    guard case .keep(.edits(let edits, _), for: .errand(.nobody, 4))? = player.effects.last else {
      return #expect(Bool(false), "\(String(describing: player.effects.last))")
    }
    #expect(edits.map(\.field) == ["done"])
  }
}

import CaseloadCore
import Cells
import Foundation
import Testing

@testable import CaseloadScreens

/// The columns of the list and its sort, kept for each worklist.
@Suite struct ListViewTests {
  private static func down(_ player: inout Player, to field: FieldID) {
    for _ in 0..<200 where player.state.columnField != field { player.press("j") }
  }

  private static func heads(_ player: Player) -> [FieldID] { player.state.listColumns.compactMap(\.field) }

  @Test func aColumnIsTurnedOffAndOn() {
    var player = Player()
    let before = Self.heads(player)
    #expect(before.starts(with: ["name", "age", "seen"]))
    player.press("C<Space>")
    #expect(Self.heads(player) == before.filter { $0 != "age" })
    #expect(player.frame.line(4).contains("Client") && !player.frame.line(4).prefix(46).contains("Age"))
    player.press("<Space>")
    #expect(Self.heads(player) == before)
  }

  @Test func theListFollowsEachKeyWhileOneChooses() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("C")
    Self.down(&player, to: "track")
    player.press("<Space>")
    #expect(!player.frame.line(3).contains("Track"))
    // There is no room for it behind the others; nearer the name there is.
    for _ in 0..<60 where Self.heads(player).dropFirst().first != "track" { player.press("<lt>") }
    #expect(player.frame.line(3).contains("Track"))
    #expect(player.text.contains("development"))
  }

  @Test func aColumnIsMovedAndSized() {
    var player = Player()
    player.press("C")
    Self.down(&player, to: "seen")
    player.press("<lt>")
    #expect(Array(Self.heads(player).prefix(3)) == ["name", "seen", "age"])
    #expect(player.state.columnField == "seen")
    let width = player.state.listColumns.first { $0.field == "seen" }?.width ?? 0
    player.press("++")
    #expect(player.state.listColumns.first { $0.field == "seen" }?.width == width + 2)
    for _ in 0..<60 { player.press("-") }
    #expect(player.state.listColumns.first { $0.field == "seen" }?.width == 3)
    player.press("<Backspace>")
    #expect(player.state.chosenColumns == nil)
  }

  @Test func eachWorklistKeepsItsOwn() {
    var player = Player()
    player.press("/@forgotten<Enter>C<Space><Esc>sj<Enter>")
    let forgotten = Self.heads(player)
    #expect(player.state.sort.field == "age" && !forgotten.contains("age") || forgotten.contains("seen"))
    player.press("/<C-w><Enter>")
    #expect(player.state.filterText.isEmpty && player.state.sort.field == "name")
    #expect(Self.heads(player).contains("age"))
    player.press("/@overdue<Enter>")
    #expect(player.state.sort.field == "name")
    player.press("/<C-w>@forgotten gender:woman<Enter>")
    #expect(player.state.sort.field == "age" && Self.heads(player) == forgotten)
  }

  @Test func aWorklistWithoutAViewOfItsOwnFollowsEverybodys() {
    var player = Player()
    player.press("sjj<Enter>/@forgotten<Enter>")
    #expect(player.state.sort.field == "seen")
    #expect(player.state.views["forgotten"] == nil)
  }

  @Test func theCursorStaysOnItsPersonWhenAnotherViewComes() {
    var player = Player()
    player.press("/@forgotten<Enter>sj<Enter><End>")
    let person = player.cursor
    player.press("<Esc>")
    #expect(player.state.sort.field == "name" && player.cursor == person)
    // Who was gone to in the same step is not forgotten for the one before.
    player.state.show(filter: "@forgotten")
    player.state.choose(ClientNumber(2))
    player.press("<Tab>")
    #expect(player.state.sort.field == "age" && player.cursor == 2)
  }

  @Test func viewsAreKeptInTheSession() throws {
    var player = Player()
    player.press("C<Space><Esc>/@forgotten<Enter>sj<Space>j<Space><Space><Enter>")
    let written = try JSONEncoder().encode(player.state.session)
    let read = try JSONDecoder().decode(Session.self, from: written)
    #expect(read == player.state.session)
    var again = Player(People.state(session: read))
    #expect(again.state.sorts == player.state.sorts && again.state.sorts.count == 3)
    #expect(again.names == player.names)
    again.press("/<C-w><Enter>")
    #expect(!Self.heads(again).contains("age"))
  }

  @Test func aSessionOfBeforeThereWereViewsKeepsItsSort() throws {
    let old = #"{"filter":"","history":[],"sortField":"age","ascending":false,"showsUnknown":false}"#
    let session = try JSONDecoder().decode(Session.self, from: Data(old.utf8))
    let player = Player(People.state(session: session))
    #expect(player.state.sorts == [SortKey("age", ascending: false)])
  }

  @Test func aSessionThatDoesNotFitIsNoHarm() {
    let columns = ["coach", "age", "age", "name", "nothing"].map {
      ListView.Column(field: FieldID($0), width: $0 == "age" ? 9_000 : -4)
    }
    let views = ["": ListView(columns: columns, sort: [SortKey("coach"), SortKey("nothing")])]
    var player = Player(People.state(session: Session(views: views)))
    #expect(player.state.sort.field == "name")
    #expect(player.state.chosenColumns?.map(\.field) == ["age"])
    player.press("C<Space>+-<lt>><Backspace>")
    #expect(Self.heads(player).first == "name")
  }

  @Test func theCoachIsNeitherColumnNorSort() {
    var player = Player()
    player.press("C")
    #expect(player.state.columnMenu?.order.contains("coach") == false)
    #expect(!player.state.sortFields.contains("coach"))
  }

  @Test func theListIsSortedFirstThenThen() throws {
    var player = Player()
    player.press("s")
    for field in ["gender", "age"] as [FieldID] {
      for _ in 0..<200 {
        guard case .sort(let index) = player.state.mode, player.state.sortFields[index] != field else {
          break
        }
        player.press(player.state.sortFields.firstIndex(of: field) ?? 0 > index ? "j" : "k")
      }
      player.press(field == "gender" ? "<Enter>s" : "<Space><Space>")
    }
    player.press("<Enter>")
    #expect(player.state.mode == .browse)
    #expect(player.state.sorts == [SortKey("gender"), SortKey("age", ascending: false)])
    #expect(player.frame.line(4).contains("Gender▴1") && player.frame.line(4).contains("Age▾2"))
    let state = player.state
    let people = state.order.map { row -> (Int, Int) in
      let gender = state.population.value("gender", at: Int(row), state.context).content
      let age = state.population.value("age", at: Int(row), state.context).content
      guard case .oneOf(let set)? = gender, case .number(let years)? = age else { return (9, 0) }
      return (set.places.first ?? 9, years.lowerBound)
    }
    for (left, right) in zip(people, people.dropFirst()) {
      #expect(left.0 < right.0 || left.0 == right.0 && left.1 >= right.1, "\(left) \(right)")
    }
    // Space a third time takes it away; the first stays.
    player.press("s")
    for _ in 0..<200 {
      guard case .sort(let index) = player.state.mode, player.state.sortFields[index] != "age" else { break }
      player.press(player.state.sortFields.firstIndex(of: "age") ?? 0 > index ? "j" : "k")
    }
    player.press("<Space><Esc>")
    #expect(player.state.sorts == [SortKey("gender")])
  }
}

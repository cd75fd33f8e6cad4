import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The menus, and the list's columns that follow from the sort.
@Suite struct SortMenuTests {
  @Test func theColumnsOfTheListComeFirst() {
    let fields = People.state().sortFields
    #expect(Array(fields.prefix(4)) == ["name", "age", "seen", "next"])
    let listed = Catalogue.standard.fields.filter { $0.uses.contains(.list) }.map(\.id)
    #expect(fields.count == listed.count && Set(fields) == Set(listed))
  }

  @Test func aLetterGoesToTheNextNameThatBeginsWithIt() {
    var player = Player()
    player.press("sp")
    var names: [String] = []
    for _ in 0..<3 {
      guard case .sort(let index) = player.state.mode else { break }
      names.append(player.state.population.catalogue[player.state.sortFields[index]]?.label.english ?? "")
      player.press("p")
    }
    #expect(names.count == 3 && Set(names).count == 3)
    for name in names { #expect(name.lowercased().hasPrefix("p")) }
    player.press("<Esc>wo<Enter>")
    #expect(player.state.filterText == "@overdue")
  }

  @Test func aLongMenuSaysWhereOneIs() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("sjj")
    #expect(player.text.contains("row 3 of \(player.state.sortFields.count)"))
  }

  /// Fields are no clients: what a menu of fields is over is the list whose place it takes.
  @Test func aMenuOfFieldsCountsTheListItIsOver() {
    var player = Player()
    player.press("/gender:woman<Enter>s")
    #expect(player.text.contains("9 of 21 ─┐") && !player.text.contains("21 clients ─┐"))
    player.press("<Esc>Fx")
    #expect(player.text.contains("─ Cross with ─") && player.text.contains("9 of 21 ─┐"))
    player.press("<Esc><Esc>w")
    #expect(player.text.contains("21 clients ─┐"))
  }

  @Test(arguments: ["age", "seen", "next", "track", "gaps", "hours", "interpreter", "household"])
  func theHeadOfTheSortedColumnIsWhole(_ id: FieldID) throws {
    for (width, height) in [(140, 40), (80, 24)] {
      let player = Player(People.state(width: width, height: height, session: Session(sortField: id)))
      let head = player.frame.line(height == 40 ? 4 : 3)
      let label: String =
        switch id {
        case "seen": "Last seen"
        default: try #require(Catalogue.standard[id]).short.english
        }
      #expect(head.contains("\(label)▴"), "\(head)")
    }
  }
}

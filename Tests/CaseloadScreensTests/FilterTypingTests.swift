import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Typing a filter.
@Suite struct FilterTypingTests {
  private func pane(_ pane: Pane, _ player: Player) -> [String] {
    guard let rect = player.state.layout.rect(of: pane) else { return [] }
    let frame = player.frame
    return (rect.row..<rect.endRow).map { row in
      (rect.column..<rect.endColumn).map { frame[row, $0].text }.joined()
    }
  }

  @Test func everyPaneFollowsInTheSameFrame() {
    var player = Player()
    let before = Pane.allCases.map { pane($0, player) }
    player.press("/gender:wom")
    let typed = Pane.allCases.map { pane($0, player) }
    for (index, pane) in Pane.allCases.enumerated() {
      #expect(before[index] != typed[index], "pane \(pane) did not follow")
    }
    #expect(player.state.filterCounts.yes < player.state.filterCounts.all)
  }

  @Test func eachLetterIsShownAndCounted() {
    var player = Player()
    player.press("/")
    var counts: [Int] = []
    for letter in "bakker" {
      player.press(String(letter))
      counts.append(player.state.filterCounts.yes)
      let yes = player.state.filterCounts.yes
      #expect(player.frame.line(1).contains("\(yes) yes"))
    }
    #expect(counts.last == 1)
  }

  @Test func anUnfinishedTermDoesNotFilter() {
    var player = Player()
    player.press("/gender:woman ")
    let women = player.state.filterCounts
    player.press("licen")
    #expect(player.state.isStale)
    #expect(player.state.filterError == nil)
    #expect(player.state.filterCounts == women)
    player.press("ce:")
    #expect(player.state.filterCounts == women)
    player.press("B")
    #expect(!player.state.isStale)
    #expect(player.state.filterCounts != women)
  }

  @Test func whatIsStaleIsDrawnDim() {
    var player = Player()
    player.press("/gender:woman licen")
    let rect = player.state.layout.rect(of: .list) ?? player.frame.bounds
    let row = rect.row + 3
    #expect(player.frame[row, rect.column + 6].role == .dim)
    player.press("ce:B,none")
    #expect(player.frame[rect.row + 2, rect.column + 6].role != .dim)
  }

  @Test func anErrorPointsAtItsPlace() {
    var player = Player()
    player.press("/gender:woman educaton:mbo2 ")
    let line = player.frame.line(2)
    let caret = line.unicodeScalars.firstIndex(of: "▴").map {
      line.unicodeScalars.distance(from: line.startIndex, to: $0)
    }
    let text = player.frame.line(1)
    let place = text.range(of: "educaton").map { text.distance(from: text.startIndex, to: $0.lowerBound) }
    #expect(caret != nil && caret == place)
    #expect(line.contains("education"))
    // The result of what could be read stays.
    #expect(player.state.filterError != nil)
  }

  /// The numbers of another text beside this one would read as its result.
  @Test(arguments: [(140, "— yes · — unknown · — no   of 21"), (80, "— yes · — unknown  of 21")])
  func anErrorHasNoCounts(_ width: Int, _ counts: String) {
    var player = Player(People.state(width: width, height: 40))
    player.press("/seen>3m ")
    let names = player.names
    player.press("educaton:mbo2 ")
    #expect(player.frame.line(1).contains(counts))
    #expect(
      player.names == names && player.state.shownCount == names.count, "the finished part's result stays")
    let rect = player.state.layout.rect(of: .list) ?? player.frame.bounds
    #expect(player.frame[rect.row + 3, rect.column + 6].role == .dim)
    player.press("<Esc>")
    #expect(player.frame.line(1).contains("21 yes"))
  }

  @Test func enterDoesNotKeepWhatCannotBeRead() {
    var player = Player()
    player.press("/educaton:mbo2<Enter>")
    #expect(player.state.place == .filter)
    #expect(player.state.filterText == "")
    #expect(player.state.filterError != nil)
    player.press("<Esc>")
    #expect(player.state.mode == .browse)
    #expect(player.state.filterCounts.yes == player.state.filterCounts.all)
  }

  @Test func tabCompletes() {
    var player = Player()
    player.press("/gend<Tab>wom<Tab>")
    guard case .filter(let entry) = player.state.mode else {
      Issue.record("not typing")
      return
    }
    #expect(entry.field.text.hasPrefix("gender:woman"))
  }

  @Test func tabCompletesATextThatOccurs() {
    var player = Player()
    var facts = People.facts(People.all[0])
    for (number, district) in [(1, "Noord"), (2, "Noord"), (3, "De Pijp")] {
      facts = People.facts(People.all[number - 1])
      facts.values["district"] = .recorded(.text(district), source: .register, day: People.today)
      player.send(.changed([facts], removed: []))
    }
    player.press("/district:no<Tab>")
    #expect(player.state.filterCounts.yes == 2)
    player.press("<Esc>/district:<Tab>")
    #expect(player.state.completions.map(\.text).contains("Noord"))
    player.press("<Esc>/district:de<Tab>")
    #expect(player.state.filterCounts.yes == 1)
    // Names and numbers are nothing to complete with.
    player.press("<Esc>/name:b")
    #expect(player.state.completions.isEmpty)
  }

  @Test func pastedTextIsTypedText() {
    var player = Player()
    player.press("/")
    player.send(.paste("gender:\nwoman\u{1B}[31m"))
    guard case .filter(let entry) = player.state.mode else {
      Issue.record("not typing")
      return
    }
    #expect(!entry.field.text.unicodeScalars.contains("\u{1B}"))
    #expect(!entry.field.text.unicodeScalars.contains("\n"))
    player.press("<Esc>")
    player.send(.paste("jjjj"))
    #expect(player.cursor == 9, "a paste outside a text field does nothing")
  }

  @Test func unknownsAreShownApart() {
    var player = Player()
    player.press("/seen>3m<Enter>")
    #expect(!player.names.contains("Öztürk"))
    player.press("n")
    #expect(player.names.contains("Öztürk"))
    #expect(player.text.contains("8 + 2 unknown of 21"))
    #expect(player.frame.lines.contains { $0.contains("? Öztürk") })
    player.press("n")
    #expect(!player.names.contains("Öztürk"))
  }

  @Test func notesAreAskedForOnce() {
    var player = Player()
    player.press("/note:forklift<Enter>")
    let asked = player.effects.filter { $0 == .searchNotes("forklift") }
    #expect(asked.count == 1)
    #expect(player.state.filterCounts.unknown == 21)
    player.send(.notes("forklift", [ClientNumber(1), ClientNumber(4)]))
    #expect(player.state.filterCounts.yes == 2)
    #expect(player.state.filterCounts.unknown == 0)
  }

  @Test func aWorklistIsTheFilter() {
    var player = Player()
    player.press("wjj<Enter>")
    #expect(player.state.filterText == "@forgotten")
    #expect(player.frame.line(2).contains("[@forgotten 8 ?2]"))
    player.press("]")
    #expect(player.state.filterText == "@overdue")
    player.press("[[[")
    #expect(player.state.filterText == "")
  }
}

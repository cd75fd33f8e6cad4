import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Worklists of one's own: saved without anybody's name, changed, ordered, shared, deleted.
@Suite struct OwnWorklistTests {
  private func player(_ own: [OwnWorklist] = [], width: Int = 140) -> Player {
    Player(
      ScreenState(
        population: People.population, context: People.context, scope: CaseloadOwner(coach: "J. de Vries"),
        own: own, size: .init(width: width, height: 40)))
  }

  private let women = OwnWorklist(name: "Women", filter: "gender:woman")
  private let late = OwnWorklist(name: "Long ago", filter: "seen>3m")

  @Test func theFilterInUseIsSavedUnderAName() {
    var player = player()
    player.press("/gender:woman<Enter>WMijn vrouwen<Enter>")
    #expect(player.state.own == [OwnWorklist(name: "Mijn vrouwen", filter: "gender:woman")])
    #expect(player.effects.contains(.keepWorklists(player.state.own)))
    #expect(player.state.filterText == "@mijn-vrouwen")
    #expect(player.frame.line(2).contains("[@mijn-vrouwen 9]"))
    player.press("w<End>")
    #expect(player.text.contains("@mijn-vrouwen"))
    #expect(player.state.worklistInForce?.id == "mijn-vrouwen")
  }

  @Test func theLegendEndsItsNameBeforeItsFilter() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("/gender:woman<Enter>WMijn vrouwen<Enter>")
    #expect(player.frame.line(22).contains("@mijn-vrouwen: Your own worklist: Mijn vrouwen. gender:woman"))
  }

  @Test(arguments: [
    "bakker", "name:bakker", "number:3", "12", "gender:woman bakker", "-nowak", "(gender:woman or fatima)",
    "note:bakker", "note:12", "note:\"mevrouw Nowak\"",
  ]) func aFilterWithAClientInItIsRefusedWithAReason(_ filter: String) {
    var player = player()
    player.press("/")
    player.send(.paste(filter))
    player.press("<Enter>W")
    #expect(player.state.place == .list, "no name is asked for")
    let said = player.frame.line(39)
    #expect(
      said.contains("looks for one person") || said.contains("has a client's name or number"), "\(said)")
    #expect(!player.effects.contains { if case .keepWorklists = $0 { true } else { false } })
  }

  @Test func aNoteOfNobodyMayBeSaved() {
    var player = player()
    player.press("/note:forklift<Enter>WForklift<Enter>")
    #expect(player.state.own.map(\.filter) == ["note:forklift"])
  }

  @Test(arguments: ["12 weken", "12+", "Top 12", "Jonger dan 12"])
  func aNumberThatIsNobodysMayStandInAName(_ name: String) {
    var player = player()
    player.press("/seen>3m<Enter>W")
    player.send(.paste(name))
    player.press("<Enter>")
    #expect(player.state.own.map(\.name) == [name])
  }

  @Test(arguments: [
    "Bakker", "for Łukasz", "nr 12", "12", " 12 ", "klant 12", "call #12", "Berg and co", "!!", "forgotten",
    "Women",
  ])
  func aNameThatMayNotBeIsRefusedWithAReason(_ name: String) {
    var player = player([women])
    player.press("/seen>3m<Enter>W")
    player.send(.paste(name))
    player.press("<Enter>")
    #expect(player.state.place == .naming)
    #expect(player.state.own == [women])
    #expect(
      player.frame.line(2).contains("client") || player.frame.line(2).contains("name")
        || player.frame.line(2).contains("already"))
    player.press("<Esc>")
    #expect(player.state.filterText == "seen>3m")
  }

  @Test func anAsteriskStandsUntilItIsBroughtUpToDate() {
    var player = player([women])
    player.press("w<End><Enter>")
    #expect(player.state.filterText == "@women" && !player.state.isUnsaved)
    player.press("/ licence:B<Enter>")
    #expect(player.frame.line(2).contains("[@women* 9]"))
    player.press("=")
    #expect(player.state.own == [OwnWorklist(name: "Women", filter: "gender:woman licence:B")])
    #expect(player.state.filterText == "@women" && !player.frame.line(2).contains("*"))
    player.press("=")
    #expect(player.frame.line(39).contains("no changed worklist"))
  }

  @Test func itsTextIsEdited() {
    var player = player([women])
    player.press("w<End>E")
    #expect(player.state.typed?.text == "gender:woman")
    player.press("<C-w>gender:man<Enter>=")
    #expect(player.state.own.map(\.filter) == ["gender:man"])
  }

  @Test func itIsRenamedWhereverItIsUsed() {
    var player = player([women, OwnWorklist(name: "Late women", filter: "@women seen>3m")])
    player.press("w<End><Up>R")
    player.send(.paste(" only"))
    player.press("<Enter>")
    #expect(player.state.own.map(\.id) == ["women-only", "late-women"])
    #expect(player.state.own.last?.filter == "@women-only seen>3m")
    #expect(player.state.counts["late-women"]?.yes == player.state.counts["late-women"]?.yes)
    #expect(player.state.links.worklists.allSatisfy { $0.problem == nil })
  }

  @Test func theyAreOrdered() {
    var player = player([women, late])
    player.press("w<End><lt>")
    #expect(player.state.own == [late, women])
    #expect(player.effects.last == .keepWorklists([late, women]))
    player.press("<lt>")
    #expect(player.frame.line(39).contains("first of your own"))
    player.press(">")
    #expect(player.state.own == [women, late])
  }

  @Test func deletingAsksAndNoIsTheDefault() {
    for no in ["<Enter>", "n", "x", "<Esc>", "<Space>"] {
      var player = player([women, late])
      player.press("w<End><Delete>")
      #expect(player.frame.line(1).contains("Delete the worklist @long-ago?"))
      player.press(no)
      #expect(player.state.own.count == 2 && player.state.place == .worklistMenu)
    }
    var player = player([women, late])
    player.press("w<End><Enter>w<End><Delete>y")
    #expect(player.state.own == [women])
    #expect(player.state.filterText == "seen>3m", "the filter in use keeps what it said")
    #expect(player.effects.last == .keepWorklists([women]))
  }

  @Test func theProgramsOwnStayAsTheyAre() {
    for key in ["<Delete>", "E", "R", "<lt>", ">", "T"] {
      var player = player([women])
      player.press("w" + key)
      #expect(player.state.place == .worklistMenu && player.frame.line(39).contains("stay as they are"))
    }
  }

  @Test func aTextIsSharedAndTakenInByAColleague() throws {
    var first = player([women, OwnWorklist(name: "Late women", filter: "@women seen>3m")])
    first.press("w<End>T")
    #expect(first.text.contains("worklist \"Late women\": @women seen>3m"))
    let text = WorklistText.text(WorklistText.closure(of: "late-women", first.state.own))
    var second = player()
    second.press("wA")
    second.send(.paste(text))
    second.press("<Enter>")
    #expect(second.state.own == first.state.own)
    #expect(second.state.counts["late-women"] != nil)
    // The same again adds nothing.
    second.press("A")
    second.send(.paste(text))
    second.press("<Enter>")
    #expect(second.state.own.count == 2)
  }

  @Test(arguments: [
    "gender:woman", "worklist \"x: gender:woman", "worklist \"Bakkers\": nosuch:field",
    "worklist \"Fatima\": gender:woman",
    "worklist \"mine\": fatima",
  ]) func aColleaguesTextThatMayNotBeKeptIsRefused(_ text: String) {
    var player = player()
    player.press("wA")
    player.send(.paste(text))
    player.press("<Enter>")
    #expect(player.state.own.isEmpty && player.state.place == .naming)
  }

  @Test func oneThatLosesItsFieldSaysSoCountsNobodyAndKeepsItsText() {
    let lost = OwnWorklist(name: "Old one", filter: "nosuchfield:x seen>3m")
    var player = player([women, lost, OwnWorklist(name: "On it", filter: "@old-one")])
    #expect(player.state.own[1] == lost)
    #expect(player.state.counts["old-one"] == nil)
    #expect(player.state.counts["on-it"]?.yes == 0)
    #expect(player.frame.line(2).contains("@old-one ✗"))
    player.press("w<End><Up><Enter>")
    #expect(player.state.filterText == "" && player.frame.line(39).contains("@old-one cannot be read"))
    player.press("E")
    #expect(player.state.typed?.text == "nosuchfield:x seen>3m")
    player.press("<Esc>")
    #expect(player.state.own[1] == lost && player.state.filterText == "")
    player.press("/@old-one<Enter>")
    #expect(player.state.outcome.yes.isEmpty)
  }

  @Test func aRingIsRefused() {
    let ring = [
      OwnWorklist(name: "a-list", filter: "@b-list"), OwnWorklist(name: "b-list", filter: "@a-list"),
    ]
    let player = player(ring)
    #expect(player.state.own == ring)
    #expect(player.state.links.worklists.filter { $0.problem != nil }.map(\.id) == ["a-list", "b-list"])
    var other = self.player([women])
    other.press("w<End>E<C-w>@women<Enter>")
    other.press("=")
    #expect(other.state.own == [women])
    // One that would make a ring of another is refused too, and says so.
    let two = [OwnWorklist(name: "first", filter: "@second"), OwnWorklist(name: "second", filter: "seen>3m")]
    other = self.player(two)
    other.press("w<End>E<C-w>@first<Enter>=")
    #expect(other.state.own == two)
    #expect(other.frame.line(39).contains("refers to itself"))
  }

  @Test func theSessionComesBackToIt() {
    var player = player([women])
    player.press("w<End><Enter>/ licence:B<Enter>q")
    let again = Player(
      ScreenState(
        population: People.population, context: People.context, scope: CaseloadOwner(coach: "J. de Vries"),
        own: [women], size: .init(width: 140, height: 40), session: player.state.session))
    #expect(again.state.filterText == "@women licence:B" && again.state.isUnsaved)
  }
}

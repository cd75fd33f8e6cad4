import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The telephone rings: any client from anywhere, and back to the exact place.
@Suite struct FindTests {
  private func found(_ player: Player) -> [Int] {
    guard case .find(let entry, _) = player.state.mode else { return [] }
    return entry.found.map { Int($0.number.number) }
  }

  @Test(arguments: [
    ("nowak", 5), ("lukasz", 5), ("NWK", 5), ("fat bak", 1), ("ozturk", 6), ("hoa", 7), ("19", 19),
    ("04/03/1992", 1), ("4-3-1992", 1), ("1992-03-04", 1), ("4 mar 1992", 1), ("4 mrt 1992", 1),
    ("04031992", 1),
    ("bakker 4-3-1992", 1),
  ]) func byWhatACallerSays(_ text: String, _ number: Int) {
    var player = Player()
    player.press("f")
    player.send(.paste(text))
    #expect(found(player).first == number, "\(found(player))")
  }

  @Test func theCursorIsOnTheBestWhileOneTypes() {
    var player = Player()
    // One letter finds many; the one under the cursor then need not be the best for the next.
    player.press("f")
    for letter in "nowak" {
      player.press(String(letter))
      #expect(player.state.subject.map { Int($0.number) } == found(player).first, "\(letter)")
    }
    // Whoever goes to another stays with her when the telephone numbers come in.
    player.press("<C-u>1234<C-u>06-55<Down>")
    player.send(.phones("655", [ClientNumber(4), ClientNumber(9)]))
    player.press("<C-u>5550<Down>")
    player.send(.phones("5550", [ClientNumber(4), ClientNumber(9)]))
    player.press("<Down>")
    let chosen = player.state.subject
    player.send(.phones("5550", [ClientNumber(4), ClientNumber(9), ClientNumber(1)]))
    #expect(chosen != nil && player.state.subject == chosen)
  }

  @Test func byYearOrMonthOfBirth() {
    var player = Player()
    player.press("f1982")
    #expect(found(player) == [4])
    for text in ["10-1982", "10/1982", "1982-10", "okt 1982"] {
      player.press("<C-u>")
      player.send(.paste(text))
      #expect(found(player) == [4], "\(text)")
    }
    player.press("<C-u>1990")
    #expect(found(player) == [20, 8], "who may be known by her year only")
  }

  @Test func byPostcode() {
    var player = Player()
    for (number, postcode) in [(1, "1006 CB"), (2, "1006CX"), (3, "1000 HD")] {
      var facts = People.facts(People.all[number - 1])
      facts.values["postcode"] = .recorded(.text(postcode), source: .register, day: People.today)
      player.send(.changed([facts], removed: []))
    }
    for (text, numbers) in [
      ("1006 CB", [1]), ("1006cb", [1]), ("1006 c", [1, 2]), ("1006 CB bakker", [1]), ("bakker 1006cb", [1]),
      ("1006 cb berg", []), ("1007 CB", []), ("bakker 1006", []), ("bakker 1992", [1]), ("bakker 1993", []),
      ("bakker 1", [1]),
    ] {
      player.press("f")
      player.send(.paste(text))
      #expect(found(player) == numbers, "\(text)")
      player.press("<Esc>")
    }
  }

  @Test func overTheWholeCaseloadNotTheList() {
    var player = Player()
    player.press("/gender:woman<Enter>fnowak")
    #expect(found(player) == [5])
    #expect(player.text.contains("not in your list now"))
    player.press("<Enter>")
    #expect(player.state.place == .record)
    #expect(player.text.contains("Nowak, Łukasz ─"))
    player.press("<Esc>")
    #expect(player.state.mode == .browse && player.state.filterText == "gender:woman")
  }

  @Test func aBirthDateKnownInPartIsPerhapsHers() {
    var player = Player()
    player.press("f7-5-1990")
    #expect(found(player) == [20])
    #expect(player.text.contains("perhaps: the birth date is known in part"))
  }

  @Test func theStoreIsAskedForTelephoneNumbersOnce() {
    var player = Player()
    player.press("f06-5550")
    #expect(player.effects.filter { $0 == .searchPhones("65550") }.count == 1)
    #expect(found(player).isEmpty)
    player.send(.phones("65550", [ClientNumber(4), ClientNumber(9)]))
    #expect(Set(found(player)) == [4, 9])
  }

  @Test func whatIsNeededOnTheTelephoneIsThere() {
    var player = Player()
    player.press("fbakker")
    for text in [
      "Fatima Bakker", "4 Mar 1992", "Postcode", "06-555011", "forklift exam", "visit the hall with Ruud",
    ] {
      #expect(player.text.contains(text), "\(text)")
    }
  }

  @Test(arguments: [
    "jjj<Enter><PageDown>", "wjj", "s", "/gender:wom", "2jjj", "3zjj", ":mark", "?sort",
    "j<Enter>fbos<Enter>",
    "/seen>3m<Enter>njj",
  ]) func escapeReturnsToTheExactPlace(_ keys: String) {
    for way in ["<Esc>", "<Enter><Esc>", "<Enter><PageDown><Tab><Esc>"] {
      var player = Player(People.state(width: 80, height: 24))
      player.press(keys)
      let (mode, screen, cursor) = (player.state.mode, player.text, player.cursor)
      player.press("<C-t>dang" + way)
      #expect(player.state.mode == mode && player.cursor == cursor)
      #expect(player.text == screen, "\(keys) \(way)")
    }
  }

  @Test func tabGoesToHerInTheList() {
    var player = Player()
    player.press("/gender:woman<Enter>fnowak<Tab>")
    #expect(player.state.mode == .browse && player.cursor == 5)
    #expect(player.state.filterText == "" && player.state.history.contains("gender:woman"))
    player.press("b")
    #expect(player.state.filterText == "gender:woman" && player.cursor != 5)
    player.press("b")
    #expect(player.state.filterText == "" && player.cursor == 5)
  }

  @Test func oneKeyGoesBackAndForth() {
    var player = Player()
    player.press("b")
    #expect(player.state.message != nil, "there is nothing to go back to, and it says so")
    player.press("jj<Enter>")
    let first = player.cursor
    player.press("fnowak<Enter>")
    #expect(player.cursor == 5)
    player.press("b")
    #expect(player.cursor == first && player.state.place == .record)
    player.press("b")
    #expect(player.cursor == 5 && player.state.place == .record)
  }

  @Test func recentClientsComeFirstAndAreKept() {
    var player = Player()
    player.press("fnowak<Enter><Esc>fbakker<Enter><Esc>f")
    #expect(found(player) == [1, 5])
    player.press("<Esc>")
    let again = Player(People.state(session: player.state.session))
    #expect(again.state.recents == [ClientNumber(1), ClientNumber(5)])
  }

  @Test func oneOfWhomTheListKnowsNothingMoreIsLeft() {
    var player = Player()
    player.press("fnowak<Enter>")
    player.send(.changed([], removed: [ClientNumber(5)]))
    #expect(player.state.mode == .browse)
    #expect(!player.text.contains("Nowak"))
    player.press("f")
    #expect(found(player).isEmpty)
  }

  @Test func theKeysOfTheListDoNothingInAVisit() {
    var player = Player()
    player.press("fnowak<Enter>.")
    #expect(player.cursor == 5)
    #expect(player.frame.line(39).contains("opened from a search"))
  }

  @Test func aMarkIsTheVisitedClients() {
    var player = Player()
    player.press("fnowak<Enter><Space>")
    #expect(player.state.marks.keys.map(\.number) == [5])
  }
}

/// One client at the desk, who sees herself and nobody else.
@Suite struct AloneTests {
  @Test(arguments: ["", "<Enter>", "3", "2jj", "fnowak<Enter>"], ["o", "<Esc>"])
  func onlyHerIsShownAndBothKeysLeadBack(_ keys: String, _ way: String) {
    var player = Player()
    player.press("/seen>3m<Enter>j" + keys)
    let (before, name) = (
      player.text, player.state.cursorRow.map { player.state.population.name(at: $0).family }
    )
    let others = People.all.map(\.name.family).filter { $0 != name && $0.unicodeScalars.count > 3 }
    player.press("o")
    for other in others { #expect(!player.text.contains(other), "\(other)") }
    #expect(player.text.contains(name ?? "—"))
    for text in ["seen>3m", "@forgotten", "J. de Vries · team"] { #expect(!player.text.contains(text)) }
    // No key brings another onto the screen.
    let alone = player.text
    player.press("f/:?wsn.,b1234zgMq<Enter><Space>")
    for other in others { #expect(!player.text.contains(other), "\(other)") }
    player.press("<Home>\(way)")
    #expect(player.text == before && alone != before)
  }

  @Test func whenSheIsGoneNobodyTakesHerPlace() {
    var player = Player()
    player.press("fnowak<Tab>o")
    player.send(.changed([], removed: [ClientNumber(5)]))
    #expect(player.text.contains("This record is no longer here."))
    for person in People.all where person.name.family.unicodeScalars.count > 3 {
      #expect(!player.text.contains(person.name.family))
    }
    player.press("<Esc>")
    #expect(player.state.mode == .browse)
  }

  @Test("A search that is left leaves the record of the client under the cursor as it was")
  func recordAfterSearch() {
    var player = Player()
    #expect(player.state.record != nil)
    player.press("f<Esc>")
    #expect(player.state.record != nil, "it is asked for again")
  }
}

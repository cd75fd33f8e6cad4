import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Talks to the linear mode, with a store that answers at once.
struct Listener {
  var state: ScreenState
  var dialogue = PlainDialogue()
  var effects: [Effect] = []
  let opening: [String]

  init(_ language: Language = .english, session: Session = Session()) {
    var context = People.context
    context.language = language
    state = ScreenState(
      population: People.population, context: context, scope: CaseloadOwner(coach: "J. de Vries"),
      size: .init(width: 80, height: 24),
      session: session)
    var first = state
    for case .loadRecord(let number) in start(&first) { _ = update(&first, .record(People.record(number))) }
    state = first
    opening = dialogue.open(state).map(\.string)
  }

  private mutating func answer(_ asked: [Effect]) {
    effects += asked
    for effect in asked {
      switch effect {
      case .loadRecord(let number): answer(update(&state, .record(People.record(number))))
      case .searchPhones(let digits):
        answer(update(&state, .phones(digits, digits.hasPrefix("65550") ? [ClientNumber(5)] : [])))
      default: continue
      }
    }
  }

  /// What is said to a typed line.
  mutating func say(_ line: String) -> [String] {
    let (asked, lines) = dialogue.take(line, &state)
    answer(asked)
    answer(dialogue.settle(&state))
    return (lines + dialogue.news(state, effects: asked)).map(\.string)
  }
}

/// The linear mode: the screens' state and actions, said line by line.
@Suite struct PlainTests {
  @Test func itOpensWithWhoAndHowMany() {
    let listener = Listener()
    #expect(listener.opening[0].hasPrefix("caseload, J. de Vries. Type ? for the commands"))
    #expect(listener.opening[1] == "21 clients, no filter.")
    // A name that would act on a terminal sorts first and is spelled out.
    #expect(listener.opening[2].hasPrefix("1 of 21: ‹U+001B›[31mEvil"))
  }

  @Test func aFilterIsAnnouncedWithItsCountsAndTheFirstClient() {
    var listener = Listener()
    let said = listener.say("/@forgotten")
    #expect(said[0] == "8 yes, 2 unknown of 21.")
    #expect(said[1].hasPrefix("1 of 8: Bakker, Fatima, 34, last seen 4 months ago, forgotten"))
    #expect(listener.state.filterText == "@forgotten")
    #expect(listener.say("/")[0] == "21 clients, no filter.")
  }

  @Test func aFilterThatCannotBeReadSaysWhereAndChangesNothing() {
    var listener = Listener()
    _ = listener.say("/@forgotten")
    let said = listener.say("/educaton<=mbo2")
    #expect(said[0].contains("no field \"educaton\"; did you mean education?"))
    #expect(said[1] == "Place 1: educaton<=mbo2.")
    #expect(listener.state.filterText == "@forgotten" && listener.state.mode == .browse)
  }

  @Test func oneMovesByClientsAndByNumbers() {
    var listener = Listener()
    #expect(listener.say("n")[0].hasPrefix("2 of 21: Bakker, Fatima, 34, last seen 4 months ago"))
    #expect(listener.say("n")[0].hasPrefix("3 of 21: Berg, Jan van den, 51"))
    #expect(listener.say("p")[0].hasPrefix("2 of 21"))
    #expect(listener.say("21")[0].hasPrefix("21 of 21"))
    #expect(listener.say("n") == ["Nothing changes."])
    #expect(listener.say("22") == ["There is no number 22; the last is 21."])
    #expect(listener.say("0").count == 1)
    #expect(listener.say("")[1].hasPrefix("21 of 21"), "Enter alone says it again")
  }

  @Test func wordsAndTheirBeginningsAreActions() {
    var listener = Listener()
    #expect(listener.say("mark") == ["1 marked."])
    #expect(listener.say("")[1].hasSuffix(", marked."))
    #expect(listener.say("rev")[0] == "Sorted by Client, downwards.")
    #expect(listener.say("ma").first?.contains("may be") == true, "mark and mark-all")
    #expect(listener.say("nonsense") == ["\"nonsense\" is no command here. Type ? for all of them."])
    #expect(listener.say("unknowns") == ["Of nobody it is unknown whether this filter fits."])
  }

  @Test func menusAreNumbered() {
    var listener = Listener()
    let menu = listener.say("worklists")
    #expect(menu[0].hasPrefix("1 (here): @all: 21 yes, 0 unknown of 21."))
    #expect(menu[2].hasPrefix("3: @forgotten: 8 yes, 2 unknown of 21."))
    #expect(menu.last == "Type a number to choose, or back.")
    #expect(listener.say("3")[0] == "8 yes, 2 unknown of 21.")
    let columns = listener.say("sort")
    #expect(columns[0].contains("Client"))
    let age = columns.firstIndex { $0.hasSuffix(": Age") }
    #expect(age != nil)
    #expect(listener.say(String((age ?? 0) + 1))[0] == "Sorted by Age.")
    _ = listener.say("sort")
    #expect(listener.say("back").first?.hasPrefix("8 yes") == true)
  }

  @Test func listsOfOneClientAreChosenFromAsMenusAre() {
    var listener = Listener()
    let cursor = listener.state.cursor
    let away = ["A. Arends", "B. Bos"].enumerated().map { index, name in
      Absence(
        id: Int64(index + 1), colleague: name, first: People.day("2026-11-20"),
        last: People.day("2026-12-04"), standIn: "")
    }
    _ = update(
      &listener.state, .team(TeamNews(calendar: AbsenceCalendar(away), transfers: [])))
    let list = listener.say("absences")
    #expect(list.last == "Type a number to choose, or back.", "\(list)")
    #expect(listener.say("p").first?.hasPrefix("1 (here)") != true)
    #expect(listener.say("3") == ["There is no number 3; the last is 2."])
    _ = listener.say("2")
    #expect(listener.state.form?.subject == .absence(2))
    _ = listener.say("back")
    // The list's own key is not the way to the next client.
    _ = listener.say("n")
    #expect(listener.state.form?.subject == .absence(RecordRef.new))
    _ = listener.say("back")
    _ = listener.say("back")
    #expect(listener.state.mode == .browse && listener.state.cursor == cursor)
  }

  @Test func aSweepHasItsOwnKeys() throws {
    var listener = Listener()
    _ = listener.say("/missing:cv -eve")
    _ = listener.say("sweep")
    let first = try #require(listener.state.sweep?.current)
    _ = listener.say("n")
    let second = try #require(listener.state.sweep?.current)
    #expect(second != first)
    #expect(listener.say("3").first?.contains("no command here") == true)
    _ = listener.say("p")
    #expect(listener.state.form?.subject == .status(second))
    _ = listener.say("back")
    _ = listener.say("x")
    _ = listener.say("4")
    #expect(listener.state.form?.code(.ending) == "died")
  }

  @Test func theNoteOfASweepAsksForItsOwnText() {
    var listener = Listener()
    _ = listener.say("/missing:cv -eve")
    _ = listener.say("sweep")
    let asked = listener.say("sweep-note")
    #expect(asked.first?.contains("a line for the monthly talk") == true, "\(asked)")
  }

  @Test func aRecordIsReadWhole() {
    var listener = Listener()
    _ = listener.say("n")
    let record = listener.say("record")
    #expect(record.contains("Education level: mbo 2 · register, 2 Nov"), "\(record)")
    #expect(record.contains { $0.contains("Wants to work with people") })
    let next = listener.say("n")
    #expect(
      next.count == 1 && next[0].hasPrefix("3 of 21: Berg, Jan van den, 51"), "only who she is: \(next)")
    #expect(listener.say("record").contains { $0.hasPrefix("Age: 51") }, "the next one's record")
    #expect(listener.say("back")[1].hasPrefix("3 of 21: Berg"))
  }

  @Test func everyScreenIsReadWithoutBordersAndBars() {
    var listener = Listener()
    for word in [
      "pane-2", "pane-3", "pane-4", "record", "worklists", "back", "pane-1", "sort", "back",
    ] {
      let lines = listener.say(word)
      #expect(!lines.isEmpty, "\(word)")
      for scalar in lines.joined().unicodeScalars {
        #expect(!(0x2500..<0x25A0).contains(scalar.value), "\(word)")
        #expect(scalar.properties.generalCategory != .control)
      }
    }
  }

  @Test func everyActionSaysSomethingOrNothingButNeverHarms() {
    for action in ActionTable.all {
      for language in Language.allCases {
        var listener = Listener(language)
        _ = listener.say(action.id)
        _ = listener.say("<Esc>")
        _ = listener.say("/")
        #expect(listener.state.population.count == 21, "\(action.id)")
      }
    }
  }

  @Test func findingGoesToTheClientOrSaysThatThereIsNone() {
    var listener = Listener()
    let nowak = listener.say("f nowak")
    #expect(
      nowak[0] == "1 of 21 fits." && nowak[1].hasPrefix("1 of 1: Nowak, Łukasz, 2 Feb 1988"), "\(nowak)")
    #expect(nowak.contains("To verify the caller") && nowak.contains { $0.contains("06-555015") })
    #expect(!nowak.contains { $0.hasPrefix("Education level") }, "not the whole record")
    #expect(listener.say("record").contains { $0.hasPrefix("Education level") })
    _ = listener.say("back")
    #expect(
      listener.say("f xyz")[0] == "Nobody of 21 fits this. Closed clients are in caseload list --closed.")
    _ = listener.say("back")
    _ = listener.say("/gender:man")
    let outside = listener.say("f fatima")
    #expect(outside.contains { $0.contains("Bakker, Fatima") })
  }

  @Test func aTelephoneNumberFindsWhoHasIt() {
    var listener = Listener()
    let said = listener.say("f 06-555015")
    #expect(said[0] == "1 of 21 fits." && said[1].contains("Nowak"), "\(said)")
  }

  @Test func severalWhoFitAreNamedAndChosenAmong() {
    var listener = Listener()
    let said = listener.say("f an")
    #expect(said[0].hasSuffix(" of 21 fit."))
    #expect(said.filter { $0.hasPrefix("1: ") || $0.hasPrefix("2: ") }.count == 2, "\(said)")
    let first = listener.state.subject
    let second = listener.say("2")
    #expect(second[0].hasPrefix("2 of ") && listener.state.subject != first)
    #expect(second.contains("To verify the caller"))
    #expect(listener.say("p")[0].hasPrefix("1 of ") && listener.state.subject == first)
    #expect(listener.say("p").count == 1)
    #expect(listener.say("mark") == ["1 marked."])
    #expect(listener.state.marks.keys.first == first, "what is done is done to her")
    #expect(listener.say("back")[1].hasPrefix("1 of 21"))
    #expect(listener.say("2")[0].hasPrefix("2 of 21"), "of the list again")
  }

  @Test func aTextIsTypedWhereOneIsAskedFor() {
    var listener = Listener()
    _ = listener.say("/seen>3m")
    #expect(listener.say("W").contains("a name for this worklist"))
    #expect(listener.say("Bakker").contains { $0.contains("client") }, "a name that may not be says why")
    #expect(listener.say("Long ago")[0] == "Saved as @long-ago.")
    #expect(listener.state.filterText == "@long-ago")
    _ = listener.say("/gender:woman")
    #expect(listener.say("W All the women")[0] == "Saved as @all-the-women.")
    _ = listener.say("/")
    #expect(listener.say("W Nobody")[0].contains("There is no filter"))
    _ = listener.say("w")
    _ = listener.say("A")
    #expect(listener.say("worklist \"Men\": gender:man")[0] == "1 added.")
    #expect(listener.state.own.map(\.name) == ["Long ago", "All the women", "Men"])
    _ = listener.say("A")
    _ = listener.say("back")
    #expect(listener.state.place == .worklistMenu)
  }

  @Test func anImportIsTypedToo() {
    var listener = Listener()
    #expect(listener.say("i")[0].hasPrefix("File: "))
    _ = listener.say("~/x.csv")
    #expect(listener.effects.last == .importing(.find(path: "~/x.csv"), run: 1))
    _ = update(&listener.state, .importing(.found(Day(iso: "2026-11-20")), run: 1))
    #expect(listener.dialogue.news(listener.state).map(\.string).contains("2026-11-20"), "each step is said")
    #expect(listener.say("")[1] == "2026-11-20")
    _ = listener.say("2026-11-19")
    #expect(
      listener.effects.last == .importing(.preview(path: "~/x.csv", day: People.day("2026-11-19")), run: 2))
  }

  @Test(arguments: [
    (Language.english, "yes", 0), (.english, "ja nee", 1), (.dutch, "j", 0), (.dutch, "n", 1),
  ])
  func aQuestionIsAskedAndAnswered(_ language: Language, _ answer: String, _ left: Int) {
    var listener = Listener(language)
    _ = listener.say("/seen>3m")
    _ = listener.say("W Long ago")
    _ = listener.say("w")
    listener.state.point(at: listener.state.links.worklists.count - 1)
    #expect(listener.say("X")[0].contains("@long-ago"))
    _ = listener.say(answer)
    #expect(listener.state.own.count == left)
  }

  @Test func thePalettesSignIsNoHindrance() {
    var listener = Listener()
    #expect(listener.say(": reverse")[0] == "Sorted by Client, downwards.")
    #expect(listener.say(":reverse")[0] == "Sorted by Client.")
  }

  @Test func helpNamesWhatWorksHereAndCanBeSearched() {
    var listener = Listener()
    let help = listener.say("?")
    #expect(help.contains { $0.hasPrefix("worklists, w: Choose a worklist") })
    #expect(!help.contains { $0.hasPrefix("zoom") }, "what only moves on a screen has nothing to do here")
    // A key is named only where the line does what stands behind it.
    #expect(help.contains { $0.hasPrefix("unknowns: Show, or hide") }, "n is the next client here")
    #expect(help.contains { $0.hasPrefix("pane-1: Go") } && help.contains { $0.hasPrefix("next-pane: Go") })
    let found = listener.say("?sort")
    #expect(found.contains { $0.hasPrefix("sort, s:") } && found.count < 6)
  }

  @Test func dutchIsSpokenAndUnderstood() {
    var listener = Listener(.dutch)
    #expect(listener.opening[1] == "21 klanten, geen filter.")
    #expect(listener.say("n")[0] == "2 van 21: Bakker, Fatima, 34, 4 maanden geleden gezien, vergeten.")
    #expect(listener.say("/ontbreekt:cv")[0].hasSuffix("van 21."))
    #expect(listener.say("werklijsten")[2].contains("@forgotten · vergeten: 8 ja, 2 onbekend van 21."))
    _ = listener.say("terug")
    #expect(listener.say("L").first == "The program speaks English now.")
  }

  @Test func itEndsAndKeepsWhereOneWas() {
    var listener = Listener()
    _ = listener.say("/@forgotten")
    #expect(listener.say("q") == ["Ended. The next start begins here."])
    #expect(listener.dialogue.hasEnded)
    #expect(listener.effects.contains(.saveSession(listener.state.session)))
    let again = Listener(session: listener.state.session)
    #expect(again.opening[1] == "Filter: @forgotten.")
  }

  @Test func newsFromElsewhereIsAnnounced() {
    var listener = Listener()
    _ = listener.say("/@forgotten")
    _ = update(&listener.state, .changed([], removed: [ClientNumber(1)]))
    let news = listener.dialogue.news(listener.state).map(\.string)
    #expect(news.first == "7 yes, 2 unknown of 20.", "\(news)")
    #expect(listener.dialogue.news(listener.state).isEmpty, "said once")
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func hostileLinesDoNoHarm(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let pieces = [
      "/", "f ", "?", "n", "p", "99999999999999999999", "-1", "(", "\"", "@", "<Enter>", "<", "漢", "e\u{301}",
      "\u{202E}", "\u{1B}[2J", " ", "record", "w", "sort", "back", "L", "q", "language",
    ]
    var listener = Listener()
    for _ in 0..<150 {
      let line = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &dice)]
      }.joined()
      for said in listener.say(line) {
        #expect(!said.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(line)")
      }
    }
  }
}

import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A day that is kept and not touched on a form stays that day. Today is Saturday 21 November 2026.
struct StoredDayTests {
  private static let bakker = ClientNumber(1)

  private func edits(_ player: Player) -> [Edit] {
    player.effects.flatMap { effect -> [Edit] in
      if case .keep(.edits(let edits, _), _) = effect { edits } else { [] }
    }
  }

  private func onBakker(_ change: (inout ClientRecord) -> Void) -> Player {
    var record = People.record(Self.bakker)
    change(&record)
    var player = Player(People.state(), records: [record])
    player.press("fbakker<Enter>")
    return player
  }

  @Test(
    "A word of an errand changes, and its day stays", arguments: ["2026-07-09", "2026-11-21", "2026-12-01"])
  func errand(_ due: String) {
    var player = onBakker { record in
      record.errands = [Errand(id: 7, client: Self.bakker, text: "bus pass", due: People.day(due))]
    }
    player.press("t<Enter>")
    let year = "\(DayText.long(People.day(due), .english))"
    #expect(player.text.contains(year), "the form says which day it reads")
    player.press(" again<C-s>")
    #expect(edits(player).map(\.field) == ["text"])
  }

  @Test("A day that it was put off to and that has passed does not put it off again")
  func putOff() {
    var player = onBakker { record in
      var errand = Errand(id: 7, client: Self.bakker, text: "bus pass", due: People.day("2026-12-01"))
      (errand.snoozed, errand.snoozeReason) = (People.day("2026-11-01"), "holiday")
      record.errands = [errand]
    }
    player.press("t<Enter> again<C-s>")
    #expect(edits(player).map(\.field) == ["text"])
  }

  @Test("A day that is typed anew is the next such day")
  func typed() {
    var player = onBakker { record in
      record.errands = [
        Errand(id: 7, client: Self.bakker, text: "bus pass", due: People.day("2026-07-09"))
      ]
    }
    player.press("t<Enter><Tab>10/7<C-s>")
    #expect(edits(player).first?.new?.content == .day(People.day("2027-07-10")))
  }

  @Test("A contact of long ago is put right and stays where it was")
  func contact() {
    var player = onBakker { record in
      record.contacts = [
        Contact(
          id: 9, client: Self.bakker, kind: .conversation, held: People.day("2026-01-03"), channel: .phone,
          initiative: .us, colleague: "J. de Vries", story: "typo", source: .coach)
      ]
    }
    player.press("T<Enter>s<C-s>")
    #expect(edits(player).map(\.field) == ["story"])
  }

  @Test("A note on its last day keeps it", arguments: [Language.english, .dutch])
  func note(_ language: Language) {
    var state = People.state()
    state.context.language = language
    state.take(notes: [Self.bakker: PrivateNote(text: "A", until: People.today)])
    var player = Player(state)
    player.press("fbakker<Tab>V more<C-s>")
    guard case .keepNotes(let changes, _)? = player.effects.last else {
      return #expect(Bool(false), "\(String(describing: player.effects.last))")
    }
    #expect(changes.first?.new?.until == People.today)
  }

  @Test("What was waived until a day that has passed is not waived for another year without a word")
  func waiver() {
    var player = onBakker { record in
      var value = Value(state: .waived, source: .coach, day: People.day("2026-01-02"))
      (value.reason, value.until) = ("works at home", People.day("2026-07-09"))
      record.values["cv"] = value
    }
    player.press("v<Tab> still<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("a day to come"))
  }
}

import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Private notes: on the reader's own desk, seen by nobody else, and gone on their day.
@Suite struct NoteTests {
  private let bakker = ClientNumber(1)

  /// A dashboard whose desk answers at once.
  private struct Desk {
    var player = Player()
    var taken = 0

    mutating func press(_ script: String) {
      player.press(script)
      answer()
    }

    mutating func answer() {
      while taken < player.effects.count {
        let effect = player.effects[taken]
        taken += 1
        if case .keepNotes(let changes, let purpose) = effect {
          player.send(.notesKept(.kept(changes), purpose))
        }
      }
    }
  }

  @Test func aNoteIsWrittenShownFoundAndUndone() {
    var desk = Desk()
    desk.press("fbakker<Tab>VCall her brother first<Tab>forklift zorg<Tab>y<C-s>")
    #expect(desk.player.state.mode == .browse)
    #expect(desk.player.state.notes[bakker]?.tags == ["forklift", "zorg"])
    #expect(desk.player.state.notes[bakker]?.colour == .yellow)
    // The day on which it goes comes from the setting.
    let settings = desk.player.state.context.settings
    #expect(
      desk.player.state.notes[bakker]?.until
        == desk.player.state.context.today.adding(settings.privateNoteLife.value))
    #expect(desk.player.text.contains("▲"))
    #expect(desk.player.text.contains("her brother first"))
    // On its line the legend says what it is, and the key that edits opens it.
    desk.press("3<End>")
    while MonitoringPane.field(desk.player.state) != NoteSheet.field, desk.player.state.monitoringLine > 0 {
      desk.press("k")
    }
    #expect(desk.player.text.contains("no colleague"))
    desk.press("e")
    #expect(desk.player.state.form?.subject == .note(bakker))
    desk.press("<Esc>1")
    // Nothing of it goes to the store.
    #expect(!desk.player.effects.contains { if case .keep = $0 { true } else { false } })
    desk.press("/tag:fork<Enter>")
    #expect(desk.player.names == ["Bakker"])
    desk.press("<Esc>u")
    #expect(desk.player.state.notes[bakker] == nil)
    #expect(!desk.player.text.contains("Call her brother"))
    desk.press("U")
    #expect(desk.player.state.notes[bakker]?.text == "Call her brother first")
  }

  @Test func whoRegistersSomethingElseUndoesThatFirst() {
    var desk = Desk()
    desk.press("fbakker<Tab>VA note<C-s>")
    desk.player.send(.kept(.kept(ChangeName([])), .status(bakker)))
    let before = desk.player.effects.count
    desk.press("u")
    #expect(desk.player.effects.dropFirst(before).contains(.undo(.undo, of: nil)))
    #expect(desk.player.state.notes[bakker] != nil)
  }

  @Test func nobodySeesItWhoLooksAlong() {
    var desk = Desk()
    desk.press("fbakker<Tab>VCall her brother first<Tab>forklift<Tab>r<C-s>")
    desk.press("<Enter>")
    #expect(desk.player.text.contains("Call her brother"))
    desk.press("<Esc>")
    guard let alone = ActionTable.action("alone") else { return #expect(Bool(false)) }
    _ = alone.perform(&desk.player.state)
    #expect(!desk.player.text.contains("brother"))
    #expect(!desk.player.text.contains("forklift zorg"))
    #expect(!desk.player.text.contains("◆"))
    // Nor over it: the form of the note is not opened, and other forms do not show by what the list was filtered.
    desk.press("V")
    #expect(desk.player.state.form == nil)
    desk.press("c")
    #expect(desk.player.state.form != nil)
    #expect(!desk.player.text.contains("J. de Vries · team"))
    #expect(!desk.player.text.contains("brother"))
  }

  @Test func anEmptyOneIsTakenAwayAndAPastDayIsRefused() {
    var desk = Desk()
    desk.press("fbakker<Tab>VA note<Tab><Tab><Tab>yesterday<C-s>")
    #expect(desk.player.state.notes.isEmpty)
    #expect(desk.player.text.contains("day to come"))
    desk.press("<C-u>+2w<C-s>")
    #expect(desk.player.state.notes.count == 1)
    desk.press("V<C-u><C-s>")
    #expect(desk.player.state.notes.isEmpty)
  }

  @Test func onItsDayItGoesAndThatIsSaid() {
    var desk = Desk()
    desk.press("fbakker<Tab>VA note<Tab><Tab><Tab>+1d<C-s>")
    let today = desk.player.state.context.today
    desk.player.send(.midnight(today.adding(days: 1)))
    desk.answer()
    #expect(desk.player.state.notes.count == 1)
    desk.player.send(.midnight(today.adding(days: 2)))
    desk.answer()
    #expect(desk.player.state.notes.isEmpty)
    #expect(desk.player.text.contains("1 private note reached its day"))
    // It does not come back.
    desk.press("u")
    #expect(desk.player.state.notes.isEmpty)
  }

  @Test func aDeskThatFailsLosesNoText() {
    var player = Player()
    player.press("fbakker<Tab>VA note<C-s>")
    player.send(.notesKept(.failed("The disk is full."), .form(.note(bakker))))
    #expect(player.text.contains("The disk is full."))
    #expect(player.text.contains("A note"))
    #expect(player.state.notes.isEmpty)
  }

  @Test func allMarkedAreTaggedAndOneUndoTakesItBack() {
    var desk = Desk()
    desk.press("fbakker<Tab>V<Tab>zorg<C-s>")
    desk.press("1MB")
    desk.press("a tag<Tab>")
    guard case .form(let form, _) = desk.player.state.mode else { return #expect(Bool(false)) }
    #expect(form.code(.deed) == "tag")
    desk.press("zorg -auto<C-s>")
    let marked = desk.player.state.marks.count
    // Bakker has it already.
    #expect(desk.player.text.contains("\(marked - 1) of \(marked)"))
    desk.press("<C-s>")
    #expect(desk.player.state.notes.count == marked)
    desk.press("u")
    #expect(desk.player.state.notes.map(\.key) == [bakker])
  }

  /// Where the form has the whole window its columns must not ask how wide the list is: that asked for the form again.
  @Test(arguments: [(40, 10), (80, 24), (100, 30), (120, 30), (140, 40)])
  func theFormForTheMarkedOpensInEveryWindow(size: (width: Int, height: Int)) {
    var player = Player()
    player.press("MB")
    player.send(.resize(width: size.width, height: size.height))
    #expect(player.state.form?.subject == .marked)
    #expect(player.frame.width == size.width)
  }

  @Test func theMarkedGoIntoAFileOnceTheyWerePreviewed() {
    var player = Player()
    player.press("MB")
    player.press("a line<Tab>out.csv<C-s>")
    let marked = player.state.marks.count
    #expect(player.text.contains("\(marked) clients with"))
    #expect(!player.effects.contains { if case .keep = $0 { true } else { false } })
    player.press("<C-s>")
    guard case .keep(.export(let wish), for: .marked)? = player.effects.last else {
      return #expect(Bool(false), "\(String(describing: player.effects.last))")
    }
    #expect(wish.path == "out.csv")
    #expect(wish.clients.count == marked)
    #expect(wish.fields.starts(with: ["number", "name"]))
    player.send(.kept(.written(clients: marked, path: "out.csv"), .marked))
    #expect(player.text.contains("\(marked) clients are written to out.csv"))
    // A column that there is not is named.
    player.press("B")
    player.press("a line<Tab>out.csv<Tab> bsn<C-s>")
    #expect(player.text.contains("no column bsn"))
  }
}

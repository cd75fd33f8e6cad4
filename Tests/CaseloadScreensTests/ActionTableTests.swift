import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The one table of actions.
@Suite struct ActionTableTests {
  private let movers: Set<String> = ["down", "up", "left", "right"]
  private let places = Places.named.map(\.place)

  @Test func idsAreUnique() {
    let ids = ActionTable.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func onlyMovingUsesTheMovingLetters() {
    for action in ActionTable.all where !movers.contains(action.id) {
      for letter: Key in ["h", "j", "k", "l"] { #expect(!action.keys.contains(letter), "\(action.id)") }
    }
  }

  @Test func nothingShadowsTheSharedKeys() {
    let owners: [Key: String] = [
      "?": "help", "/": "filter", ":": "palette", .escape: "back", "u": "undo", "U": "redo",
    ]
    for action in ActionTable.all {
      for (key, owner) in owners where action.keys.contains(key) { #expect(action.id == owner) }
    }
  }

  @Test func noTwoActionsShareAKeyInAPlace() {
    for place in places {
      var taken: [Key: String] = [:]
      for action in ActionTable.all where !action.places.isDisjoint(with: place) {
        for key in Keymap.standard.keys(of: action, in: place) {
          #expect(taken[key] == nil, "\(key) is \(taken[key] ?? "") and \(action.id)")
          taken[key] = action.id
        }
      }
    }
  }

  @Test func everyActionIsReachedInEachOfItsPlaces() {
    for action in ActionTable.all {
      for place in places where !action.places.isDisjoint(with: place) {
        let keys = Keymap.standard.keys(of: action, in: place)
        for key in keys { #expect(Keymap.standard.action(for: key, in: place)?.id == action.id) }
      }
    }
  }

  @Test func lettersAreTextWhereTextIsTyped() {
    for place in places where !place.isDisjoint(with: .entries) {
      for letter: Key in ["a", "f", "q", ":", "/", " "] {
        #expect(Keymap.standard.action(for: letter, in: place) == nil)
      }
    }
  }

  @Test func escapeWorksEverywhere() {
    for place in places { #expect(Keymap.standard.action(for: .escape, in: place)?.id == "back") }
  }

  @Test func theFooterShowsOnlyWhatWorks() {
    var player = Player()
    #expect(!player.frame.line(39).contains("Esc back"))
    #expect(!player.frame.line(39).contains("n unknowns"))
    player.press("/seen>3m<Enter>")
    #expect(player.frame.line(39).contains("n unknowns"))
    #expect(player.frame.line(39).contains("Esc back"))
  }

  @Test(arguments: [40, 60, 80, 100, 120, 140]) func theFooterKeepsHelpAndQuit(_ width: Int) {
    let frame = render(People.state(width: width, height: 24))
    #expect(frame.line(23).hasSuffix("? keys  q quit"))
  }

  /// Away from the panes a newcomer needs first what is done there; what she knows from the panes comes behind.
  @Test(arguments: [
    ("F", "Enter narrow  Space mark  x cross"), ("s", "Space then by  Enter choose"),
    ("w", "A add  Enter choose"), ("?", "Enter run"), ("/", "Enter use filter"),
    ("/seen>3m<Enter>W", "Enter keep"),
  ]) func theFooterBeginsWithWhatIsDoneHere(_ keys: String, _ first: String) {
    var player = Player(People.state(width: 80, height: 24))
    player.press(keys)
    #expect(player.frame.line(23).hasPrefix(" \(first)"), "\(player.frame.line(23))")
  }

  @Test func anUnavailableActionSaysWhy() {
    var player = Player()
    player.press("-")
    #expect(player.frame.line(39).contains("Nobody is marked."))
    player.press("j")
    #expect(!player.frame.line(39).contains("Nobody is marked."))
  }

  @Test func aKeyThatWorksElsewhereSaysWhere() {
    var player = Player()
    player.press("<Enter>s")
    #expect(player.frame.line(39).contains("sort: works in the four panes"))
    #expect(player.state.mode == .record(0))
  }
}

/// docs/keys.md is made from the table.
@Suite struct KeysDocumentTests {
  @Test func isFresh() throws {
    try expectFile(
      KeysDocument.markdown(), packageRoot.appending(path: "docs/keys.md"), hint: "docs/keys.md",
      sourceLocation: #_sourceLocation)
  }

  @Test func namesEveryAction() {
    let document = KeysDocument.markdown()
    for action in ActionTable.all { #expect(document.contains("| \(action.id) |")) }
  }
}

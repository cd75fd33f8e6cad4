import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A dashboard whose store and desk answer at once, or when they are let.
struct Room {
  var player: Player
  var taken = 0
  /// The last sweep that the desk was told of.
  var kept: Sweep?
  var fails = false
  /// Nothing is answered until `answer` is called.
  var isSlow = false

  init(_ player: Player = Player()) { self.player = player }

  /// A sweep that has begun.
  static func sweeping(_ filter: String = "missing:cv -eve", _ state: ScreenState = People.state()) -> Room {
    var room = Room(Player(state))
    room.press("/\(filter)<Enter>S")
    return room
  }

  mutating func press(_ script: String) {
    guard let keys = Key.script(script) else {
      Issue.record("no such key in \(script)")
      return
    }
    for key in keys {
      player.send(.key(key))
      if !isSlow { answer() }
    }
  }

  mutating func answer() {
    while taken < player.effects.count {
      let effect = player.effects[taken]
      taken += 1
      switch effect {
      case .keep(_, let subject) where fails: player.send(.kept(.failed("The disk is full."), subject))
      case .keep(let keeping, let subject):
        player.send(.kept(.kept(Self.name(of: keeping, player.state.context.today)), subject))
      case .keepNotes(let changes, let purpose): player.send(.notesKept(.kept(changes), purpose))
      case .keepSweep(let sweep, _): kept = sweep
      default: break
      }
    }
  }

  /// What the store calls what it was to keep.
  static func name(of keeping: Keeping, _ today: Day) -> ChangeName {
    switch keeping {
    case .contact(let registration, _): ChangeName(registration, on: today)
    case .edits(_, let name): name
    default: ChangeName([])
    }
  }

  /// What an attempt of today is called.
  static func attempt(_ client: ClientNumber) -> ChangeName {
    ChangeName(
      Registration(Contact(client: client, kind: .attempt, held: People.today)), on: People.today)
  }

  var tally: String { player.state.sweep?.tally.text(in: .english) ?? "" }
  var sweep: Sweep? { player.state.sweep }
  var text: String { player.text }
  /// How many things were given to the store.
  var asked: Int { player.effects.count { if case .keep = $0 { true } else { false } } }
  var undos: [Effect] { player.effects.filter { if case .undo = $0 { true } else { false } } }
}

import CaseloadCore
@testable import CaseloadStore
import Foundation
import Testing

@Suite struct DeskTests {
  @Test func whatIsOnTheDeskStaysThere() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      try desk.keep(Draft(id: "contact 12", text: "half a sto", moment: Moment(seconds: 5)))
      try desk.keep(Draft(id: "contact 12", text: "half a story", moment: Moment(seconds: 6)))
      try desk.keep(Draft(id: "filter", text: "educ", moment: Moment(seconds: 7)))
      try desk.keepSession("sweep", "12 of 23")
      try desk.keep(OwnWorklist(name: "mine", filter: "seen>3m"))
      try desk.keep(OwnWorklist(name: "also", filter: "missing:cv"))
      try desk.keep(OwnWorklist(name: "mine", filter: "seen>4m"))
      try desk.close()
      let again = try Desk.open(path)
      #expect(try again.drafts().map(\.text) == ["educ", "half a story"])
      #expect(try again.session("sweep") == "12 of 23")
      #expect(
        try again.worklists() == [
          OwnWorklist(name: "mine", filter: "seen>4m"), OwnWorklist(name: "also", filter: "missing:cv"),
        ])
      try again.removeDraft("filter")
      try again.keepSession("sweep", nil)
      try again.removeWorklist("mine")
      #expect(try again.drafts().map(\.id) == ["contact 12"])
      #expect(try again.session("sweep") == nil)
      #expect(try again.worklists().map(\.name) == ["also"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      try again.close()
    }
  }
}

/// Two dashboards of one person keep their worklists on one desk.
@Suite struct DeskMergeTests {
  private static func list(_ name: String, _ filter: String = "missing:cv") -> OwnWorklist {
    OwnWorklist(name: name, filter: filter)
  }
  private let base = [list("A"), list("B"), list("C")]

  @Test func nothingThatAnotherKeptIsWipedAway() throws {
    try withFolder { path in
      let one = try Desk.open(path)
      let two = try Desk.open(path)
      #expect(try one.keep(base, since: []) == base)
      let theirs = base + [Self.list("Theirs")]
      #expect(try two.keep(theirs, since: base) == theirs)
      // The first does not know of it, and lets B go.
      let mine = [Self.list("A"), Self.list("C"), Self.list("Mine")]
      let kept = try one.keep(mine, since: base)
      #expect(kept == mine + [Self.list("Theirs")])
      #expect(try two.worklists() == kept)
      try one.close()
      try two.close()
    }
  }

  @Test(arguments: [
    // Only they changed it; only I did; both did the same; both did otherwise.
    ([list("A", "has:cv")], [list("A")], [list("A", "has:cv")]),
    ([list("A")], [list("A", "has:cv")], [list("A", "has:cv")]),
    ([list("A", "has:cv")], [list("A", "has:cv")], [list("A", "has:cv")]),
    ([list("A", "age>40")], [list("A", "has:cv")], [list("A", "has:cv"), list("A 2", "age>40")]),
    // They let go what I did not touch; what I changed stays; what I let go and they changed is theirs.
    ([], [list("A")], []),
    ([], [list("A", "has:cv")], [list("A", "has:cv")]),
    ([list("A", "has:cv")], [], [list("A", "has:cv")]),
    ([list("A")], [], []),
  ]) func whatBothDidIsKept(theirs: [OwnWorklist], mine: [OwnWorklist], kept: [OwnWorklist]) {
    #expect(Desk.merged(base: [Self.list("A")], mine: mine, theirs: theirs) == kept)
  }

  @Test func noNameOfEitherIsLost() {
    var random = SystemRandomNumberGenerator()
    let names = ["A", "B", "C", "D"]
    func some() -> [OwnWorklist] {
      names.filter { _ in Bool.random(using: &random) }.map {
        Self.list($0, ["has:cv", "missing:cv"].randomElement(using: &random) ?? "")
      }
    }
    for _ in 0..<2_000 {
      let (base, mine, theirs) = (some(), some(), some())
      let kept = Desk.merged(base: base, mine: mine, theirs: theirs)
      #expect(Set(kept.map(\.id)).count == kept.count)
      for list in mine + theirs where !base.contains(list) {
        #expect(
          kept.contains { $0.filter == list.filter && $0.name.hasPrefix(list.name) },
          "\(base) \(mine) \(theirs)")
      }
    }
  }
}

/// Private notes lie on the desk, apart for each store, and are gone when they are let go.
@Suite struct DeskNotesTests {
  private let client = ClientNumber(7)

  private func note(_ text: String, _ tags: [String] = []) -> PrivateNote {
    PrivateNote(text: text, tags: tags, colour: .yellow, until: day("2027-02-21"))
  }

  @Test func theyStayAndKnowTheirStore() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      _ = try desk.keep([NoteChange(client, old: nil, new: note("a \"b\"\nc", ["x", "y"]))], of: "/one")
      _ = try desk.keep([NoteChange(client, old: nil, new: note("other"))], of: "/two")
      try desk.close()
      let again = try Desk.open(path)
      #expect(try again.notes(of: "/one") == [client: note("a \"b\"\nc", ["x", "y"])])
      #expect(try again.notes(of: "/two") == [client: note("other")])
      let kept = try again.keep([NoteChange(client, old: note("other"), new: nil)], of: "/two")
      #expect(kept == [NoteChange(client, old: note("other"), new: nil)])
      #expect(try again.notes(of: "/two").isEmpty)
      #expect(try again.notes(of: "/one").count == 1)
      try again.close()
    }
  }

  @Test func whatAnotherWindowWroteIsNotLost() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      _ = try desk.keep([NoteChange(client, old: nil, new: note("theirs", ["a"]))], of: "/one")
      let kept = try desk.keep([NoteChange(client, old: nil, new: note("mine", ["b"]))], of: "/one")
      #expect(kept.first?.new == note("theirs\nmine", ["a", "b"]))
      #expect(try desk.notes(of: "/one")[client] == kept.first?.new)
      try desk.close()
    }
  }

  /// While the desk is still open, no byte of a deleted note stands in its files.
  @Test func aDeletedNoteStandsInNoFile() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      let secret = "quiet-harbour-lantern"
      func isInAFile() -> Bool {
        ["", "-wal"].contains { ending in
          guard let data = FileManager.default.contents(atPath: path + ending) else { return false }
          return data.range(of: Data(secret.utf8)) != nil
        }
      }
      _ = try desk.keep([NoteChange(client, old: nil, new: note(secret))], of: "/one")
      // The canary: it can be found.
      #expect(isInAFile())
      _ = try desk.keep([NoteChange(client, old: note(secret), new: nil)], of: "/one")
      #expect(!isInAFile())
      try desk.close()
    }
  }

  @Test func aNoteWhoseDayIsPastIsDroppedAndStandsInNoFile() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      let old = PrivateNote(text: "quiet-harbour-lantern", until: day("2026-11-20"))
      let last = PrivateNote(text: "on its last day", until: day("2026-11-21"))
      _ = try desk.keep([NoteChange(client, old: nil, new: old)], of: "/one")
      _ = try desk.keep([NoteChange(ClientNumber(8), old: nil, new: last)], of: "/one")
      _ = try desk.keep([NoteChange(client, old: nil, new: old)], of: "/two")
      let dropped = try desk.dropExpired(of: "/one", on: day("2026-11-21"))
      #expect(dropped == [NoteChange(client, old: old, new: nil)])
      #expect(try desk.notes(of: "/one") == [ClientNumber(8): last])
      #expect(try desk.dropExpired(of: "/one", on: day("2026-11-21")).isEmpty)
      // Another store's notes are its own matter.
      #expect(try desk.notes(of: "/two") == [client: old])
      _ = try desk.dropExpired(of: "/two", on: day("2026-11-21"))
      for ending in ["", "-wal"] {
        let data = FileManager.default.contents(atPath: path + ending)
        #expect(data?.range(of: Data("quiet-harbour-lantern".utf8)) == nil)
      }
      try desk.close()
    }
  }

  @Test func aNoteThatTheDoorRefusesLeavesTheDeskAsItWas() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      #expect(throws: StoreError.self) {
        try desk.keep(
          [
            NoteChange(client, old: nil, new: note("fine")),
            NoteChange(ClientNumber(8), old: nil, new: note("cut\0here")),
          ], of: "/one")
      }
      #expect(try desk.notes(of: "/one").isEmpty)
      try desk.close()
    }
  }
}

/// Sweeps rest on the desk, apart for each store.
@Suite struct DeskSweepsTests {
  @Test func theLongestOneFitsWhateverWasDone() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      let today = day("2026-11-21")
      let clients = (0..<1_000).map { ClientNumber(Int32.max - $0) }
      var sweep = Sweep(id: "a", filter: "@forgotten", clients: clients, made: today)
      for outcome in [SweepOutcome.tried, .tried, .parked(until: today.adding(days: 9)), .reached] {
        for client in clients { sweep.put(outcome, of: client, on: today) }
      }
      try desk.keep(sweep, id: "a", of: "/one", at: Moment(seconds: 1))
      #expect(try desk.sweeps(of: "/one") == [sweep])
      #expect(sweep.takeBack() == clients.last)
      try desk.close()
    }
  }

  @Test func theyRestAndComeBackAsTheyWere() throws {
    try withFolder { path in
      let desk = try Desk.open(path)
      let today = day("2026-11-21")
      var sweep = Sweep(
        id: "a", filter: "@forgotten", clients: [ClientNumber(3), ClientNumber(1)], made: today)
      sweep.put(.dated(today.adding(days: 3)), of: ClientNumber(3), on: today)
      sweep.note = "asked for help"
      sweep.spend(seconds: 61)
      let other = Sweep(id: "b", filter: "", isOfMarks: true, clients: [ClientNumber(9)], made: today)
      try desk.keep(sweep, id: "a", of: "/one", at: Moment(seconds: 1))
      try desk.keep(other, id: "b", of: "/one", at: Moment(seconds: 2))
      try desk.keep(other, id: "b", of: "/two", at: Moment(seconds: 3))
      try desk.close()
      let again = try Desk.open(path)
      // The one that was last worked on first.
      #expect(try again.sweeps(of: "/one") == [other, sweep])
      try again.keep(nil, id: "b", of: "/one", at: Moment(seconds: 4))
      #expect(try again.sweeps(of: "/one") == [sweep])
      #expect(try again.sweeps(of: "/two") == [other])
      try again.close()
    }
  }
}

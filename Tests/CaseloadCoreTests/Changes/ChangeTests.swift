import Testing

@testable import CaseloadCore

/// Records in a dictionary.
private struct Shelf: Records, Equatable {
  struct Place: Hashable {
    let record: RecordRef
    let field: FieldID
  }
  var values: [Place: Value] = [:]
  func value(of record: RecordRef, _ field: FieldID) -> Value? { values[Place(record: record, field: field)] }
  mutating func set(_ value: Value?, of record: RecordRef, _ field: FieldID) {
    values[Place(record: record, field: field)] = value
  }
  /// What a person reads in it: a value that says nothing is as good as none.
  var said: [Place: Value] { values.filter { !$0.value.says(.empty) } }
}

/// A failing disk: everything is refused.
private struct Broken: Records {
  struct Failure: Error {}
  func value(of record: RecordRef, _ field: FieldID) throws -> Value? { throw Failure() }
  mutating func set(_ value: Value?, of record: RecordRef, _ field: FieldID) throws { throw Failure() }
}

@Suite struct ChangeTests {
  private static let fields: [FieldID] = ["education", "heavy", "phone", "hours"]
  private static let moment = Moment(seconds: 1_795_000_000)

  private static func value(_ random: inout Seeded) -> Value? {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: nil
    case 1: .empty
    case 2: Value(state: .notKnown, source: .coach)
    case 3: Value(state: .declined, source: .questionnaire)
    case 4: Value(state: .waived, source: .coach, reason: "does not help", until: Day(number: 21_000))
    case 5: Value(state: .empty, source: .register, raw: "??\(Int.random(in: 0..<3, using: &random))")
    default: .recorded(.exactly(Int.random(in: 0..<4, using: &random)), source: .register)
    }
  }

  private static func shelf(_ random: inout Seeded) -> Shelf {
    var shelf = Shelf()
    for number in Int32(1)...4 {
      for field in fields { shelf.set(value(&random), of: .client(ClientNumber(number)), field) }
    }
    return shelf
  }

  /// A change whose old values are what the shelf says.
  private static func change(on shelf: Shelf, _ random: inout Seeded) -> Change {
    var edits: [Edit] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let record = RecordRef.client(ClientNumber(Int32.random(in: 1...4, using: &random)))
      let field = fields[Int.random(in: 0..<fields.count, using: &random)]
      let before = edits.last { $0.record == record && $0.field == field }
      edits.append(
        Edit(
          record, field, old: before.map(\.new) ?? shelf.value(of: record, field), new: value(&random)))
    }
    return Change(
      id: .random(using: &random), author: "J. de Vries", moment: moment, reason: "test", edits: edits)
  }

  private static func inverse(of change: Change, _ random: inout Seeded) -> Change {
    change.inverse(id: .random(using: &random), author: "J. de Vries", moment: moment, reason: "undo")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func applyThenInverseIsNothing(seed: UInt64) throws {
    var random = Seeded(seed)
    let before = Self.shelf(&random)
    let change = Self.change(on: before, &random)
    var shelf = before
    guard case .done = try shelf.apply(change) else {
      Issue.record("a change of what stands there was refused")
      return
    }
    for edit in change.edits { #expect(says(shelf.value(of: edit.record, edit.field), edit.new)) }
    let undo = Self.inverse(of: change, &random)
    #expect(undo.undoes == change.id)
    guard case .done = try shelf.apply(undo) else {
      Issue.record("the inverse was refused")
      return
    }
    #expect(Set(shelf.said.keys) == Set(before.said.keys))
    for (place, value) in before.said { #expect(shelf.values[place]?.says(value) == true) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func applyTwiceIsOnce(seed: UInt64) throws {
    var random = Seeded(seed)
    var shelf = Self.shelf(&random)
    let change = Self.change(on: shelf, &random)
    _ = try shelf.apply(change)
    let once = shelf
    #expect(try shelf.apply(change) == .done(set: 0, already: change.edits.count))
    #expect(shelf == once)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func aStaleChangeIsAConflictAndChangesNothing(seed: UInt64) throws {
    var random = Seeded(seed)
    var shelf = Self.shelf(&random)
    let change = Self.change(on: shelf, &random)
    guard let edit = change.edits.randomElement(using: &random) else { return }
    // Somebody else was there first, with a value that nobody in this test makes.
    let theirs = Value.recorded(.text("someone else"), source: .coach)
    shelf.set(theirs, of: edit.record, edit.field)
    let before = shelf
    let outcome = try shelf.apply(change)
    #expect(outcome == .conflict([Conflict(edit: edit, current: theirs)]))
    #expect(shelf == before)
  }

  @Test func redoIsTheInverseOfTheInverse() throws {
    var random = Seeded(8)
    var shelf = Self.shelf(&random)
    let change = Self.change(on: shelf, &random)
    _ = try shelf.apply(change)
    let after = shelf.said
    let undo = Self.inverse(of: change, &random)
    _ = try shelf.apply(undo)
    _ = try shelf.apply(Self.inverse(of: undo, &random))
    #expect(!change.edits.isEmpty)
    #expect(shelf.said == after)
  }

  @Test func editsOfOneFieldBecomeOne() {
    let record = RecordRef(.client, 1)
    let values = (0...2).map { Value.recorded(.exactly($0), source: .coach) }
    let change = Change(
      id: ChangeID("1"), author: "a", moment: Self.moment, reason: "r",
      edits: [
        Edit(record, "hours", old: values[0], new: values[1]),
        Edit(record, "phone", old: nil, new: values[0]),
        Edit(record, "hours", old: values[1], new: values[2]),
      ])
    #expect(
      change.edits == [
        Edit(record, "hours", old: values[0], new: values[2]),
        Edit(record, "phone", old: nil, new: values[0]),
      ])
  }

  @Test func aSourceOrADayAloneIsNoConflict() throws {
    let record = RecordRef(.client, 1)
    var shelf = Shelf()
    shelf.set(.recorded(.exactly(1), source: .register, day: day("2026-01-01")), of: record, "hours")
    let change = Change(
      id: ChangeID("1"), author: "a", moment: Self.moment, reason: "r",
      edits: [
        Edit(
          record, "hours", old: .recorded(.exactly(1), source: .coach),
          new: .recorded(.exactly(2), source: .coach))
      ])
    #expect(try shelf.apply(change) == .done(set: 1, already: 0))
  }

  @Test func failuresAreNotSwallowed() {
    var broken = Broken()
    let change = Change(
      id: ChangeID("1"), author: "a", moment: Self.moment, reason: "r",
      edits: [Edit(RecordRef(.client, 1), "hours", old: nil, new: .empty)])
    #expect(throws: Broken.Failure.self) { try broken.apply(change) }
  }

  @Test func idsAre32HexadecimalDigitsAndDiffer() {
    var random = Seeded(1)
    let ids = (0..<1000).map { _ in ChangeID.random(using: &random).text }
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy {
        $0.utf8.count == 32 && $0.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
      })
  }

  @Test func aRegisterKeyNeverPrintsItself() {
    let key = RegisterKey("999912345")
    var dumped = ""
    dump(["key": key], to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
      #expect(!text.contains("9999"))
    }
  }
}

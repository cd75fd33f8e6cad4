import CaseloadCore
import CaseloadStore
import Foundation
import Testing

/// A generator whose numbers a seed fixes (splitmix64), so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let coach = Actor(name: "J. de Vries")

func day(_ iso: String) -> Day { Day(iso: iso) ?? .earliest }

func context(_ today: String = "2026-11-21") -> Context {
  Context(today: day(today), now: Moment(seconds: 1_795_000_000), actor: coach)
}

/// A change id from any text.
func id(_ text: String) -> ChangeID { ChangeID(text) }

/// Runs `body` with a path in a folder of its own that goes away afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = NSTemporaryDirectory() + "caseload-store-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder + "/store.sqlite")
}

/// Runs `body` with a new store.
func withStore<Result>(_ body: (Store) throws -> Result) throws -> Result {
  try withFolder { path in
    let store = try Store.open(path, create: true, actor: coach)
    let result = try body(store)
    try store.close()
    return result
  }
}

/// A file of a register: key → values, imported as drawn on a day.
struct Export {
  var drawn: String
  var columns: [FieldID] = ["name", "birth", "coach", "education", "phone", "status"]
  var rows: [(key: String, values: [FieldID: Content])]
  var raw: [String: [FieldID: String]] = [:]
  var digest = "d1"

  @discardableResult
  func take(into store: Store, as change: String, options: MergeOptions = MergeOptions()) throws
    -> ImportResult
  {
    let session = try ImportSession(
      store,
      source: ImportSource(register: "sonar", mapping: "sonar", drawn: day(drawn), fileDigest: digest),
      columns: columns)
    defer { session.discard() }
    for (place, row) in rows.enumerated() {
      var values = row.values.mapValues { Value.recorded($0, source: .register, day: day(drawn)) }
      for (field, text) in raw[row.key] ?? [:] {
        values[field] = Value(state: .empty, source: .register, day: day(drawn), raw: text)
      }
      _ = try session.add(key: RegisterKey(row.key), values: values, line: place + 2)
    }
    return try session.merge(as: id(change), options: options, context())
  }
}

func education(_ code: String) -> Content {
  .oneOf(ChoiceSet(place: Catalogue.standard["education"]?.place(of: code) ?? 63))
}

func name(_ family: String) -> Content { .name(PersonName(family: family)) }

/// Two clients, Bakker (key A) and Chen (key B), drawn on 1 September 2026.
func twoClients() -> Export {
  Export(
    drawn: "2026-09-01",
    rows: [
      ("A", ["name": name("Bakker"), "education": education("mbo2"), "coach": .text("J. de Vries")]),
      ("B", ["name": name("Chen"), "phone": .text("06-1"), "coach": .text("J. de Vries")]),
    ])
}

/// Sets one field of a client as a coach.
@discardableResult
func set(
  _ store: Store, _ client: Int32, _ field: FieldID, _ content: Content, on date: String,
  change: String
) throws -> SaveOutcome {
  let number = ClientNumber(client)
  let old = try store.record(of: number)?.values[field]
  return try store.apply(
    Change(
      id: id(change), author: coach.name, moment: Moment(seconds: 1), reason: "said so",
      edits: [
        Edit(.client(number), field, old: old, new: .recorded(content, source: .coach, day: day(date)))
      ]))
}

extension Store {
  func value(_ client: Int32, _ field: FieldID) throws -> Value? {
    try record(of: ClientNumber(client))?.values[field]
  }
}

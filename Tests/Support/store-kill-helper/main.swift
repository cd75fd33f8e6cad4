// A process for tests to kill, or to race with: see KillTests and TwoProcessTests.
//   store-kill-helper import PATH ROWS DRAWN CODE    imports ROWS clients whose education is CODE
//   store-kill-helper count PATH TIMES               adds one to the children of client 1, TIMES times
//   store-kill-helper edit PATH NAME CLIENTS SECONDS LOG [blindly]   see Editing
//   store-kill-helper hold PATH                      takes the lock and stops itself
import CaseloadCore
import CaseloadStore
import Glibc

let arguments = CommandLine.arguments
let actor = Actor(name: "helper")
let now = Context(
  today: Day(iso: "2026-11-21") ?? .earliest, now: Moment(seconds: 1_795_000_000), actor: actor)

func say(_ text: String) {
  print(text)
  fflush(nil)
}

func importRows(_ path: String, _ rows: Int, _ drawn: Day, _ code: String) throws {
  let store = try Store.open(path, actor: actor)
  let columns: [FieldID] = ["name", "education", "phone", "coach"]
  let session = try ImportSession(
    store, source: ImportSource(register: "kill", mapping: "kill", drawn: drawn, fileDigest: drawn.iso),
    columns: columns)
  let place = Catalogue.standard["education"]?.place(of: code) ?? 0
  for row in 0..<rows {
    _ = try session.add(
      key: RegisterKey("key-\(row)"),
      values: [
        .recorded(.name(PersonName(family: "Client \(row)")), source: .register),
        .recorded(.oneOf(ChoiceSet(place: place)), source: .register),
        .recorded(.text(code), source: .register), .recorded(.text("helper"), source: .register),
      ], line: row + 2)
  }
  say("merging")
  _ = try session.merge(as: ChangeID("import \(drawn.iso)"), now)
  say("merged")
  session.discard()
  try store.close()
}

func count(_ path: String, _ times: Int) throws {
  let store = try Store.open(path, actor: actor)
  let client = RecordRef.client(ClientNumber(1))
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<times {
    while true {
      let old = try store.record(of: ClientNumber(1))?.values["children"]
      var number = 0
      if case .number(let range)? = old?.content { number = range.lowerBound }
      let change = Change(
        id: .random(using: &generator), author: actor.name, moment: now.now, reason: "one more",
        edits: [Edit(client, "children", old: old, new: .recorded(.exactly(number + 1), source: .coach))])
      // Where the other process set the very same number meanwhile, this one was not counted yet.
      if case .saved(set: 1, _, _) = try store.apply(change) { break }
    }
  }
  try store.close()
}

do {
  switch arguments.dropFirst().first {
  case "import" where arguments.count == 6:
    try importRows(
      arguments[2], Int(arguments[3]) ?? 0, Day(iso: arguments[4]) ?? .earliest, arguments[5])
  case "count" where arguments.count == 4: try count(arguments[2], Int(arguments[3]) ?? 0)
  case "edit" where arguments.count >= 7:
    try Editing(
      path: arguments[2], name: arguments[3], clients: Int32(arguments[4]) ?? 1,
      seconds: Double(arguments[5]) ?? 1, log: arguments[6], blindly: arguments.last == "blindly"
    ).run()
  case "hold" where arguments.count == 3: try hold(arguments[2])
  default: exit(2)
  }
} catch {
  say("\(error)")
  exit(4)
}

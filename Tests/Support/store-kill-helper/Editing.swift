import CaseloadCore
import CaseloadStore
import Glibc

/// Edits telephone numbers of clients 1 to `clients` at random for some seconds, as a form does: reads what stands,
/// thinks, and keeps another in its place. What it was answered goes into a log, a line an edit:
/// `kept CLIENT OLD NEW` or `conflict CLIENT OLD NEW NOW AUTHOR`.
///
/// With `blindly` it does what the store is there to prevent: it replaces whatever stands now.
struct Editing {
  var path: String
  var name: String
  var clients: Int32
  var seconds: Double
  var log: String
  var blindly: Bool

  func run() throws {
    let context = Context(
      today: now.today, now: now.now, actor: Actor(name: name))
    let store = try Store.open(path, actor: context.actor)
    guard let file = fopen(log, "w") else { exit(3) }
    defer { fclose(file) }
    var generator = SystemRandomNumberGenerator()
    let end = clock() + seconds
    var number = 0
    while clock() < end {
      number += 1
      // Half of it on a few of them, so that the two meet.
      let among = Bool.random(using: &generator) ? min(4, clients) : clients
      let client = ClientNumber(Int32.random(in: 1...among, using: &generator))
      if number % 8 == 0 {
        let contact = Contact(
          client: client, kind: .messageIn, held: now.today, logged: now.today, channel: .mail,
          initiative: .client, colleague: name, story: "\(name)-\(number)", source: .coach)
        let outcome = try store.register(
          Registration(contact), .random(using: &generator), reason: "", errand: "", context)
        guard case .saved = outcome else { exit(5) }
        fputs("registered \(client.number) \(name)-\(number)\n", file)
        continue
      }
      let old = try store.record(of: client)?.values["phone"]
      usleep(UInt32.random(in: 0...3_000, using: &generator))
      let new = Value.recorded(.text("\(name)-\(number)"), source: .coach, day: now.today)
      let replaced = blindly ? try store.record(of: client)?.values["phone"] : old
      let edit = Edit(.client(client), "phone", old: replaced, new: new)
      let words = "\(client.number) \(text(old)) \(text(new))"
      switch try store.keep([edit], .random(using: &generator), reason: "", context) {
      case .kept: fputs("kept \(words)\n", file)
      case .conflict(let values):
        for value in values { fputs("conflict \(words) \(text(value.now)) \(value.author ?? "?")\n", file) }
      }
    }
    try store.close()
  }

  private func text(_ value: Value?) -> String {
    if case .text(let text)? = value?.content { text } else { "-" }
  }

  private func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Takes the store's lock and is stopped while it holds it, as by Ctrl-Z in the middle of an import.
func hold(_ path: String) throws {
  let store = try Store.open(path, actor: actor)
  let session = try ContactsImport(
    store, source: ImportSource(register: "hold", mapping: "hold", drawn: now.today, fileDigest: "hold"))
  _ = try session.merge(as: ChangeID("hold"), history: .asKnown, now) { _, _ in
    say("holding")
    raise(SIGSTOP)
  }
  session.discard()
  try store.close()
  say("done")
}

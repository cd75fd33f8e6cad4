import CaseloadCommand
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells
import Glibc

/// Imports a generated export with the real command into a store in a folder of its own, and opens that store.
struct StoreBench {
  /// The store that was made.
  let store: String
  private let count: Int
  private let export: String
  private let context = Context(
    today: Invention.today, now: Moment(seconds: 0), actor: Actor(name: Invention.coach))

  /// Writes the export of `count` clients into `folder`.
  init(_ count: Int, folder: String) throws {
    self.count = count
    export = "\(folder)/export-\(count).csv"
    store = "\(folder)/store-\(count).sqlite"
    try Export.write(count, Invention.measured, to: export)
  }

  /// The import of the export into a new store, and once more into the same.
  func measureImport(runs: Int) throws {
    var stores = 0
    let first = try Timing.of(runs, prepare: { stores += 1 }) { try importExport(into: store + ".\(stores)") }
    let again = try Timing.of(runs) { try importExport(into: store + ".1") }
    for place in 1...max(1, stores) { removeStore(store + ".\(place)") }
    rows("import of \(Export.width) columns, durable: rows a second", first, aim: "150,000")
    rows("import of the same export again: rows a second", again, aim: "")
  }

  private func rows(_ work: String, _ timing: Timing, aim: String) {
    let speeds = Timing(timing.sorted.map { Double(count) / ($0 / 1e3) })
    let slow = Timing(speeds.sorted.map { -$0 })
    Table.figure(
      work, count, speeds.median, -slow.p95, aim: aim, runs: timing.runs, isMoreBetter: true)
  }

  /// Opening, loading and the first frame, all in this process.
  func measureStart(runs: Int = 20) throws {
    if access(store, F_OK) != 0 { try importExport(into: store) }
    let everybody = try Timing.of(runs) { try open(.all) { keep(render($0)) } }
    Table.time(
      "store opened, everybody loaded, first frame", count, everybody, aim: count <= 1_000 ? "25" : "100")
    let coach = try Timing.of(runs) { try open(.coach(Invention.coach)) { keep(render($0)) } }
    Table.time(
      "store opened, one coach of them loaded, first frame", count, coach, aim: count <= 1_000 ? "25" : "30")
  }

  private func open(_ scope: Scope, _ use: (ScreenState) throws -> Void) throws {
    let store = try Store.open(store, actor: context.actor)
    var state = ScreenState(
      population: try store.load(scope), context: context, scope: CaseloadOwner(team: "Team 1"))
    keep(update(&state, .resize(width: 140, height: 40)))
    keep(start(&state))
    try use(state)
    try store.close()
  }

  /// One value changed, durable, read back and shown.
  func measureChange(runs: Int = 40) throws {
    let store = try Store.open(store, actor: context.actor)
    var state = ScreenState(
      population: try store.load(.all), context: context, scope: CaseloadOwner(team: "Team 1"))
    keep(update(&state, .resize(width: 140, height: 40)))
    var draw = SystemRandomNumberGenerator()
    var place: Int32 = 0
    let timing = try Timing.of(runs, prepare: { place += 1 }) {
      let number = ClientNumber(place)
      let edit = Edit(
        .client(number), "debts", old: nil,
        new: .recorded(.oneOf(ChoiceSet(place: 0)), source: .coach, day: context.today))
      let change = Change(
        id: .random(using: &draw), author: context.actor.name, moment: context.now, reason: "", edits: [edit])
      guard case .saved = try store.apply(change) else { throw BenchError("a change was not saved") }
      keep(update(&state, .changed(try store.facts(of: [number]), removed: [])))
      keep(render(state))
    }
    try store.close()
    Table.time("one client changed: saved durably, read back, frame", count, timing, aim: "10")
  }

  /// A conversation registered as from the form: durable, read back and shown.
  func measureContact(runs: Int = 40) throws {
    let store = try Store.open(store, actor: context.actor)
    var state = ScreenState(
      population: try store.load(.all), context: context, scope: CaseloadOwner(team: "Team 1"))
    keep(update(&state, .resize(width: 140, height: 40)))
    var draw = SystemRandomNumberGenerator()
    var place: Int32 = 0
    let timing = try Timing.of(runs, prepare: { place += 1 }) {
      let number = ClientNumber(place)
      try register(number, into: store, &draw)
      keep(update(&state, .changed(try store.facts(of: [number]), removed: [])))
      keep(render(state))
    }
    try store.close()
    Table.time("contact saved durably and repainted", count, timing, aim: "10")
  }

  /// One outcome of a sweep by its key: kept durably, read back, and the next client on the screen with her record.
  func measureSweep(runs: Int = 40) throws {
    let store = try Store.open(store, actor: context.actor)
    var session = Session()
    session.filter = "@forgotten"
    var state = ScreenState(
      population: try store.load(.all), context: context, scope: CaseloadOwner(team: "Team 1"),
      session: session)
    // So many that nobody is left out for being too many to walk.
    keep(update(&state, .resize(width: 140, height: 40)))
    keep(update(&state, .key(.escape)))
    for key in Key.script("/@forgotten number:1..\(min(count, 2_000))<Enter>S") ?? [] {
      keep(update(&state, .key(key)))
    }
    var draw = SystemRandomNumberGenerator()
    func show() throws {
      guard let client = state.subject,
        let stored = try store.record(of: client, journal: JournalPage.screenful)
      else { return }
      keep(update(&state, .record(ClientRecord(stored, context))))
    }
    try show()
    var done = 0
    let timing = try Timing.of(runs) {
      for case .keep(.contact(let registration, let errand), let subject) in update(&state, .key("m")) {
        let outcome = try store.register(
          registration, .random(using: &draw), reason: "", errand: errand, context)
        guard case .saved = outcome, let client = subject.client else { throw BenchError("not saved") }
        done += 1
        keep(update(&state, .kept(.kept(ChangeName(registration, on: context.today)), subject)))
        keep(update(&state, .changed(try store.facts(of: [client]), removed: [])))
      }
      try show()
      keep(render(state))
    }
    try store.close()
    guard done > 0 else { return Table.say("no sweep was measured: nobody is forgotten") }
    Table.time("outcome key of a sweep: saved, next client on screen", count, timing, aim: "10")
  }

  /// The record of somebody with 500 contacts, each registered here: read with its newest changes and opened, as
  /// the dashboard does it; then all that was changed of it, which the dashboard reads while the record is looked at.
  func measureLongRecord(contacts: Int = 500, runs: Int = 20) throws {
    let store = try Store.open(store, actor: context.actor)
    var draw = SystemRandomNumberGenerator()
    // The last of them, who is in none of the other measures.
    let number = ClientNumber(Int32(clamping: count))
    let known = try store.record(of: number, journal: 0)?.contacts.count ?? 0
    for _ in 0..<max(0, contacts - known) { try register(number, into: store, &draw) }
    var session = Session()
    session.client = number
    var state = ScreenState(
      population: try store.load(.all), context: context, scope: CaseloadOwner(team: "Team 1"),
      session: session)
    keep(update(&state, .resize(width: 140, height: 40)))
    func read(_ changes: Int?) throws -> ClientRecord {
      guard let stored = try store.record(of: number, journal: changes) else {
        throw BenchError("nobody has number \(count)")
      }
      return ClientRecord(stored, context)
    }
    let opened = try Timing.of(runs, prepare: { keep(update(&state, .key(.escape))) }) {
      keep(update(&state, .record(try read(JournalPage.screenful))))
      keep(update(&state, .key(.enter)))
      keep(render(state))
    }
    Table.time("record of \(contacts) contacts opened", count, opened, aim: "10")
    let whole = try Timing.of(runs) {
      keep(update(&state, .record(try read(nil))))
      keep(render(state))
    }
    try store.close()
    Table.time("all changes of that record read and shown", count, whole)
  }

  private func register(
    _ client: ClientNumber, into store: Store, _ draw: inout SystemRandomNumberGenerator
  ) throws {
    let contact = Contact(
      client: client, kind: .conversation, held: context.today, logged: context.today, channel: .phone,
      initiative: .us, colleague: context.actor.name,
      story:
        "Two days at the bakery; likes it. work: wants to stay. home: the youngest starts school in May.",
      agreed: "Asks for a trial contract.", source: .coach)
    guard
      case .saved = try store.register(
        Registration(contact), .random(using: &draw), reason: "", errand: "", context)
    else { throw BenchError("a contact was not saved") }
  }

  private func importExport(into store: String) throws {
    let code = Self.quietly {
      Program.run([
        "import", export, "--drawn", Invention.today.iso, "--today", Invention.today.iso, "--store", store,
      ])
    }
    guard code == 0 else { throw BenchError("the import ended with \(code)") }
  }

  /// Runs a command whose words are not wanted here.
  private static func quietly(_ work: () -> Int32) -> Int32 {
    fflush(nil)
    let output = dup(STDOUT_FILENO)
    let nowhere = Glibc.open("/dev/null", O_WRONLY)
    dup2(nowhere, STDOUT_FILENO)
    close(nowhere)
    defer {
      dup2(output, STDOUT_FILENO)
      close(output)
    }
    return work()
  }

  private func removeStore(_ path: String) {
    for end in ["", "-wal", "-shm", ".lock"] { unlink(path + end) }
  }
}

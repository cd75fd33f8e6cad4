import CaseloadCore
import CaseloadStore
import Cells

/// Puts an invented department into a new store, by the same roads that an export and its contacts take.
struct DepartmentMaking {
  let invention: Invention
  let count: Int
  let context: Context
  /// For the line that shows how far it is, in the reader's language.
  let labels: (clients: TerminalText, contacts: TerminalText)

  /// Fills the store.
  func fill(_ store: Store) throws {
    try addClients(store)
    try addContacts(store)
    try addErrands(store)
    if invention.teams.coaches(of: count) == 1 {
      try store.keep(
        .owner, invention.coach(of: 0), as: .random(), reason: "demonstration", keptBy: nil, context)
    }
  }

  private var source: ImportSource {
    ImportSource(
      register: "demo", mapping: "demo", drawn: invention.today, fileDigest: "invented")
  }

  private func key(_ place: Int) -> RegisterKey { RegisterKey("D-" + String(1_000_000 + place)) }

  private func addClients(_ store: Store) throws {
    let session = try ImportSession(store, source: source, columns: invention.fields)
    defer { session.discard() }
    var progress = ProgressLine(labels.clients)
    for place in 0..<count {
      _ = try session.add(key: key(place), values: invention.values(of: place), line: place + 1)
      progress.show(place, of: count)
    }
    _ = try session.merge(as: .random(), context)
    progress.end()
  }

  private func addContacts(_ store: Store) throws {
    let session = try ContactsImport(store, source: source)
    defer { session.discard() }
    var progress = ProgressLine(labels.contacts)
    var line = 0
    for place in 0..<count {
      for contact in invention.contacts(of: place) {
        line += 1
        _ = try session.add(key: key(place), contact: contact, line: line)
      }
      progress.show(place, of: count)
    }
    _ = try session.merge(as: .random(), history: .complete(since: invention.since), context)
    progress.end()
  }

  /// Errands are no register's matter: they are changes like those of a coach, some dozens at a time.
  private func addErrands(_ store: Store) throws {
    var id: Int64 = 0
    var edits: [Edit] = []
    func keep() throws {
      guard !edits.isEmpty else { return }
      _ = try store.apply(
        Change(
          id: .random(), author: context.actor.name, moment: context.now, reason: "demonstration",
          edits: edits))
      edits = []
    }
    for place in 0..<count {
      for errand in invention.errands(of: place) {
        id += 1
        edits += RecordFields.adding(errand, id: id, day: invention.today)
      }
      if edits.count > 200 { try keep() }
    }
    try keep()
  }
}

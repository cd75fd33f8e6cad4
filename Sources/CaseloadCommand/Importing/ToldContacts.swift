import CaseloadCore
import CaseloadExchange
import CaseloadStore

/// A contact that a row of the export tells of, in its column of last contact or of the next appointment.
struct ToldContact {
  var key: RegisterKey
  var contact: ImportedContact
  var line: Int
}

/// Takes what an export's own columns tell of contacts. Where the register's column of last contact is the day
/// on which one was held, this client's contacts are known from that day.
struct ToldContacts {
  let store: Store
  let plan: ImportPlan
  let context: Context

  func merge(_ told: [ToldContact], _ mapping: Mapping, _ digest: String) throws {
    guard !told.isEmpty, !plan.isDryRun else { return }
    let session = try ContactsImport(store, source: plan.source(mapping, digest: digest))
    defer { session.discard() }
    for row in told {
      _ = try session.add(key: row.key, contact: row.contact.contact(of: ClientNumber(0)), line: row.line)
    }
    _ = try session.merge(as: .random(), history: .latestOfEach, context)
  }
}

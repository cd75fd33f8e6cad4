import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Takes a folder of tables into the store: details read whole, persons streamed, contacts with them, all merged in
/// one transaction.
struct FolderImporting {
  let store: Store
  let plan: ImportPlan
  let context: Context
  /// Moves the days of values and contacts, for a demonstration; nil changes nothing.
  var adjust: ((Value, FieldID) -> Value)?
  var moveDays = 0
  /// Says what was done; quiet for a demonstration.
  var isQuiet = false

  /// Imports the folder, its contacts complete from `since`; gives how many rows were refused.
  func run(_ folder: TableFolder, since: Day?) throws -> Int {
    let digest = DigestBox()
    let reading = FolderImport.Reading(
      encoding: plan.encoding, separator: plan.separator, observe: digest.update,
      language: Spoken.language, refusedFor: plan.refusedPath(for:))
    let drawn = plan.drawn.adding(days: -moveDays)
    let reader = try FolderImport(folder, catalogue: store.catalogue, drawn: drawn, reading: reading)
    guard reader.fields.contains("name") || plan.isPartial else {
      throw Failure(.dataRefused, said(FolderWords.noName))
    }
    let source = plan.source(
      Mapping(name: folder.mapping.name, version: folder.mapping.version), digest: "")
    let session = try ImportSession(store, source: source, columns: reader.fields)
    let told = try ContactsImport(store, source: source)
    defer {
      session.discard()
      told.discard()
    }
    var refusals = Refusals()
    let (unreadable, ownContacts) = try stagePersons(reader, session, told, &refusals)
    let contacts = try stageContacts(reader, reading, told, drawn)
    session.source.fileDigest = digest.text
    told.source.fileDigest = digest.text
    if unreadable > 0 { session.source.isFull = false }
    let from = since ?? contacts.since?.adding(days: moveDays)
    var merging = ProgressLine(said(ImportWords.merging))
    let result = try session.merge(
      as: .random(), with: ownContacts || !contacts.reports.isEmpty ? (told, .random()) : nil,
      history: contacts.reports.isEmpty ? .latestOfEach : .complete(since: from),
      options: plan.merging(refusedBefore: reader.persons.report.refused), context
    ) { done, all in merging.show(done, of: all) }
    merging.end()
    let refusedFile = try reader.persons.finish()
    var aside = [
      (
        refusedFile == nil,
        try plan.setAside(reader.personsPath, refused: refusedFile, already: reader.persons.setAside)
      )
    ]
    for table in reader.details + contacts.reports {
      let path = try plan.setAside(table.path, refused: table.refusedFile, already: table.setAside)
      aside.append((table.refusedFile == nil, path))
    }
    if !isQuiet {
      var summary = ImportSummary(
        report: reader.persons.report, result: result.clients, isDryRun: plan.isDryRun,
        refusedFile: refusedFile,
        refusals: refusals, told: result.contacts, unreadable: plan.isPartial ? 0 : unreadable,
        isFolder: true
      )
      summary.storeWords = plan.storeWords
      try summary.say(unit: ImportWords.clients)
      try FolderSummary(
        folder: folder, details: reader.details, contacts: contacts.reports, isDryRun: plan.isDryRun
      ).say()
      for case (let refusedNone, let path?) in aside {
        try Console.say(
          said(refusedNone ? FolderWords.setAside : SummaryWords.stoodThere, TerminalText(data: path)))
      }
      if !contacts.reports.isEmpty, let from {
        try Console.say(
          said(SummaryWords.known, TerminalText(data: from.iso), TerminalText(data: plan.drawn.iso)))
      }
    }
    let rows = (reader.details + contacts.reports).map(\.report.refused).reduce(0, +)
    return rows + result.clients.counts.refused + (result.contacts?.refused.count ?? 0)
  }

  /// Stages the persons with what their details come to; gives how many rows had no readable key, and whether the
  /// persons' own columns tell of contacts.
  private func stagePersons(
    _ reader: FolderImport, _ session: ImportSession, _ told: ContactsImport, _ refusals: inout Refusals
  ) throws -> (unreadable: Int, tells: Bool) {
    var unreadable = 0
    var tells = false
    var progress = ProgressLine(said(ImportWords.reading))
    while let step = try reader.next() {
      switch step {
      case .refused(let line, let problem):
        refusals.add(line, problem)
        // Who is in the file is not absent from it, also where her row is refused.
        if let key = reader.persons.refusedKey { try session.notePresent(key) } else { unreadable += 1 }
      case .row(let client):
        let values = zip(reader.fields, client.values).map { adjust?($1, $0) ?? $1 }
        _ = try session.add(key: client.key, values: values, line: client.line)
        for contact in client.contacts {
          tells = true
          try stage(contact, client.key, client.line, told)
        }
      }
      progress.show(reader.progress.read, of: reader.progress.total ?? 0)
    }
    progress.end()
    return (unreadable, tells)
  }

  /// Stages the contacts of every table of them; gives what was read, and the earliest day of any.
  private func stageContacts(
    _ reader: FolderImport, _ reading: FolderImport.Reading, _ told: ContactsImport, _ drawn: Day
  ) throws -> (reports: [TableReport], since: Day?) {
    var reports: [TableReport] = []
    var since: [Day] = []
    for (table, path) in reader.contactTables {
      let contacts = try CaseloadExchange.ContactImport(
        try reading.file(path).reader, mapping: table.mapping, drawn: drawn,
        refusedFor: reading.refusedFor(path), language: reading.language)
      var refused: [(line: Int, problem: RowProblem)] = []
      while let step = try contacts.next() {
        switch step {
        case .refused(let line, let problem): refused.append((line, problem))
        case .row(let row):
          if reader.isClient(row.key) {
            try stage(row.contact, row.key, row.line, told)
          } else {
            let problem = RowProblem.other(Sentence(TableWords.noPerson))
            try contacts.refuseLast(problem)
            refused.append((row.line, problem))
          }
        }
      }
      if let day = table.completeSince ?? contacts.report.earliestContact { since.append(day) }
      reports.append(
        TableReport(
          contacts: table.name, path: path, report: contacts.report, refusals: refused,
          refusedFile: try contacts.finish(), setAside: contacts.setAside))
    }
    return (reports, since.min())
  }

  private func stage(
    _ contact: ImportedContact, _ key: RegisterKey, _ line: Int, _ told: ContactsImport
  ) throws {
    let contact = contact.contact(of: ClientNumber(0)).moved(days: moveDays)
    _ = try told.add(key: key, contact: contact, line: line)
  }
}

import CaseloadCore
import CaseloadStore

extension ClientRecord {
  /// The record as screens and reports show it, from what the store keeps.
  public init(_ stored: StoredRecord, _ context: Context) {
    self.init(
      number: stored.number, values: stored.values, contacts: stored.contacts, errands: stored.errands,
      plans: stored.plans,
      offers: stored.offers.filter { $0.decided == nil }.map(\.offer), summary: stored.summary,
      transfers: stored.transfers)
    let journal = stored.journal
    history =
      ClientHistory(
        journal.lines.map { HistoryEntry($0) }, behind: journal.behind.map { HistoryEntry($0) }, of: self,
        context
      ).lines
    olderHistory = journal.older
  }
}

extension HistoryEntry {
  /// A line of the journal, its moment as a day of this place.
  init(_ line: JournalLine) {
    let origin: Origin =
      switch line.kind {
      case "import", "import-contacts": .register
      case "import-answers": .questionnaire
      case "hand-over": .handedOver
      case "undo-import": .registerTakenBack
      case "key": .key(isGiven: true)
      case "key-gone": .key(isGiven: false)
      default: .person
      }
    self.init(
      change: line.change, day: Surroundings.localDay(at: Int(line.moment.seconds)), author: line.author,
      origin: origin, undoes: line.undoes, reason: line.reason ?? "",
      edits: line.reason == nil ? nil : line.edits)
  }
}

extension Contradiction {
  /// What stands in the way of an undo, its moment as a day of this place.
  init(_ hindrance: Hindrance) {
    self.init(
      record: hindrance.record, field: hindrance.field, mine: hindrance.mine, now: hindrance.now,
      author: hindrance.author, day: hindrance.moment.map { Surroundings.localDay(at: Int($0.seconds)) })
  }
}

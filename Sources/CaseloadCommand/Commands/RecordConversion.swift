import CaseloadCore
import CaseloadStore

extension ClientRecord {
  /// The record as screens and reports show it, from what the store keeps.
  init(_ stored: StoredRecord, _ context: Context) {
    self.init(
      number: stored.number, values: stored.values, contacts: stored.contacts, errands: stored.errands,
      offers: stored.offers.filter { $0.decided == nil }.map(\.offer), summary: stored.summary,
      history: stored.journal.map { line in
        let day = DayText.short(Surroundings.localDay(at: Int(line.moment.seconds)), context)
        return "\(day)  \(line.author)  \(line.reason ?? line.kind)"
      })
  }
}

import CaseloadCore
import GRDB

extension Store {
  /// How many conversations were held on each of some days with the clients of a coach, whoever had them, and whether
  /// they are closed by now or not; nil for everybody's clients. Days without one are left out.
  public func conversations(ofCoach coach: String?, in days: ClosedRange<Day>) throws(StoreError)
    -> [Day: Int]
  {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT contact.held, count(*) FROM contact JOIN client ON client.number = contact.client
          WHERE contact.kind = ? AND contact.held BETWEEN ? AND ? AND (? IS NULL OR client.coach = ?)
          GROUP BY contact.held
          """,
        arguments: [
          ContactKind.conversation.rawValue, days.lowerBound.iso, days.upperBound.iso, coach, coach,
        ])
      var counts: [Day: Int] = [:]
      while let row = try rows.next() {
        if let day = row.day(0) { counts[day] = Int(row.number(1) ?? 0) }
      }
      return counts
    }
  }
}

import CaseloadCore
import GRDB

extension Store {
  /// How many conversations were held on some days with the clients of a coach, whoever had them, and whether they are
  /// closed by now or not; nil for everybody's clients.
  public func conversations(ofCoach coach: String?, in days: ClosedRange<Day>) throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM contact JOIN client ON client.number = contact.client
          WHERE contact.kind = ? AND contact.held BETWEEN ? AND ? AND (? IS NULL OR client.coach = ?)
          """,
        arguments: [
          ContactKind.conversation.rawValue, days.lowerBound.iso, days.upperBound.iso, coach, coach,
        ]) ?? 0
    }
  }
}

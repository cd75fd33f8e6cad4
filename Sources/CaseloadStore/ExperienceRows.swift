import CaseloadCore
import GRDB

/// Work experience as rows, one for each stretch, beside the client's `experience` column: for people who
/// query it. The column is the truth; `check` compares.
enum ExperienceRows {
  /// Puts the stretches of a client in place of those that stand there.
  static func write(_ content: Content?, _ client: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM experience WHERE client = ?").execute(arguments: [client])
    guard case .experience(let items, _)? = content else { return }
    for (place, item) in items.enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO experience (client, place, occupation, sector, first_day, last_day, ongoing, months)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        client, place, item.occupation, item.sector, item.from?.iso, item.to?.iso, item.ongoing, item.months,
      ])
    }
  }

  /// Whether the rows of a client are what her record says.
  static func agree(_ content: Content?, _ client: Int64, _ db: Database) throws -> Bool {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT occupation, sector, first_day, last_day, ongoing, months FROM experience
          WHERE client = ? ORDER BY place
          """), arguments: [client]
    ).map { row in
      Experience(
        occupation: row.text(0) ?? "", sector: row.text(1), from: row.day(2), to: row.day(3),
        ongoing: row.number(4) == 1, months: row.number(5).map { Int($0) })
    }
    guard case .experience(let items, _)? = content else { return rows.isEmpty }
    return rows == items
  }
}

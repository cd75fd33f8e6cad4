import CaseloadCore
import GRDB

/// Work experience as rows, one for each stretch, beside the client's `experience` column: for people who
/// query it. The column is the truth; `check` compares.
enum ExperienceRows {
  /// Puts the stretches of a client in place of those that stand there.
  static func write(_ content: Content?, _ client: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM experience WHERE client = ?").execute(arguments: [client])
    try insert(content, client, RawStatement(db, insertion))
  }

  /// The statement that `insert` runs.
  static let insertion = """
    INSERT INTO experience (client, place, occupation, sector, first_day, last_day, ongoing, months)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Puts in the stretches of a client who has none yet.
  static func insert(_ content: Content?, _ client: Int64, _ statement: RawStatement) throws {
    guard case .experience(let items, _)? = content else { return }
    for (place, item) in items.enumerated() {
      statement.bind(1, client)
      statement.bind(2, Int64(place))
      statement.bind(3, item.occupation)
      statement.bind(4, item.sector)
      statement.bind(5, item.from?.iso)
      statement.bind(6, item.to?.iso)
      statement.bind(7, item.ongoing ? 1 : 0)
      if let months = item.months { statement.bind(8, Int64(months)) } else { statement.bindNull(8) }
      try statement.run()
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

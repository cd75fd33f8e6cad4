import CaseloadCore
import GRDB

/// Which clients are asked for.
public enum Scope: Hashable, Sendable {
  /// Everyone in the store.
  case all
  /// The clients of this coach, and of the colleagues for whom she stands in that day.
  case coach(String, standingInFor: [String] = [])
  /// The clients of this team.
  case team(String)
}

extension Store {
  /// Reads the clients of a scope in the order of their numbers, each with her values and summary. Those whose
  /// status is closed are left out unless asked for.
  public func forEachClient(
    in scope: Scope, closedToo: Bool = false, _ body: (ClientFacts) -> Void
  ) throws(StoreError) {
    try read { db in try reader.read(scope, closedToo: closedToo, db, body) }
  }

  /// The clients of a scope as a population.
  public func load(_ scope: Scope, closedToo: Bool = false) throws(StoreError) -> Population {
    try read { db in
      let count = try reader.count(scope, db)
      func loaded(_ half: CaseloadPart.Half?, _ count: Int) throws -> Population {
        var loading = PopulationLoading(catalogue: catalogue)
        loading.reserve(count)
        try reader.fill(&loading, CaseloadPart(scope: scope, half: half), closedToo: closedToo, db)
        return loading.finish()
      }
      guard scope == .all, count >= Self.fewest, let middle = try reader.middle(db) else {
        return try loaded(nil, count)
      }
      let head = try LaterHalf.Head(db)
      let later = LaterHalf(
        self, CaseloadPart(scope: scope, half: .after(middle)), closedToo: closedToo)
      defer { later.wait() }
      var population = try loaded(.upTo(middle), count)
      // Somebody may have written between the beginnings of both halves: then this one reads on alone.
      population.append(try later.population(at: head) ?? loaded(.after(middle), count / 2))
      return population
    }
  }

  /// Fewer clients than these are read sooner by one thread than another connection is opened.
  private static let fewest = 2_000

  /// The facts of some clients; those that are no longer there, or (unless asked for) closed, are left out.
  public func facts(of numbers: [ClientNumber], closedToo: Bool = false) throws(StoreError)
    -> [ClientFacts]
  {
    try read { db in
      var found: [ClientFacts] = []
      for number in numbers {
        try reader.read(number, closedToo: closedToo, db) { found.append($0) }
      }
      return found
    }
  }

  /// The coaches whose clients the store holds, by name.
  public func coaches() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT coach FROM client WHERE coach IS NOT NULL ORDER BY coach")
    }
  }

  /// The teams whose clients the store holds, by name.
  public func teams() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT team FROM client WHERE team IS NOT NULL ORDER BY team")
    }
  }

  /// How many clients the store holds, closed ones included.
  public func clientCount() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM client") ?? 0 }
  }

  /// The client of a register's key; for imports only.
  public func lookup(_ key: RegisterKey, register: String) throws(StoreError) -> ClientNumber? {
    try read { db in
      try Int32.fetchOne(
        db, sql: "SELECT client FROM client_key WHERE register = ? AND key = ?",
        arguments: [register, key.text]
      ).map { ClientNumber($0) }
    }
  }

  /// The clients in whose notes (what was said and what was agreed) this text stands, case and accents aside.
  public func notes(containing text: String) throws(StoreError) -> Set<ClientNumber> {
    let folded = Folding.fold(text)
    return try read { db in
      Set(
        try Int32.fetchAll(
          db, sql: "SELECT DISTINCT client FROM contact WHERE instr(folded, ?) > 0", arguments: [folded]
        ).map { ClientNumber($0) })
    }
  }

  /// The clients whose telephone number holds these digits, whatever stands between its own.
  public func clients(withPhone digits: String) throws(StoreError) -> Set<ClientNumber> {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return [] }
    return try read { db in
      Set(
        try Int32.fetchAll(
          db,
          sql: """
            SELECT number FROM client WHERE instr(
              replace(replace(replace(replace(replace(replace(phone,
                ' ', ''), '-', ''), '.', ''), '/', ''), '(', ''), ')', ''), ?) > 0
            """, arguments: [digits]
        ).map { ClientNumber($0) })
    }
  }
}

/// What has changed since a moment.
public struct ChangedClients: Hashable, Sendable {
  /// The number of the last change in the store.
  public var last: Int64
  /// The clients that changed; some may be new, some gone.
  public var numbers: [ClientNumber]
  /// Whether so much changed (an import) that everything is better loaded again.
  public var everything: Bool
  /// What has changed.
  public init(last: Int64, numbers: [ClientNumber], everything: Bool) {
    self.last = last
    self.numbers = numbers
    self.everything = everything
  }
}

extension Store {
  /// The clients that changed after the change of number `seq` (0 for the beginning).
  public func changes(since seq: Int64) throws(StoreError) -> ChangedClients {
    try read { db in
      let numbers = try Int32.fetchAll(
        db,
        sql: """
          SELECT DISTINCT client FROM journal_part WHERE seq > ? AND client IS NOT NULL ORDER BY client
          """, arguments: [seq])
      let imports = try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM journal WHERE seq > ? AND kind NOT IN ('change', 'hand-over', 'key', 'key-gone')",
        arguments: [seq])
      return ChangedClients(
        last: try Journal.head(db).seq, numbers: numbers.map { ClientNumber($0) }, everything: imports != 0)
    }
  }

  /// The number of the last change, as the file that dashboards watch says it; nil before the first.
  public static func lastChange(watching watchedPath: String) -> Int64? {
    StoreLock.line(watchedPath, at: 0).flatMap { Int64($0) }
  }
}

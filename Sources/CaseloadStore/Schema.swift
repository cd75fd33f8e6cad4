import CaseloadCore
import GRDB

/// The tables (docs/schema.md explains them to people). One migration until version 0.1 is tagged; from then
/// on none is ever edited.
enum Schema {
  /// The newest schema this program knows; SQLite's `user_version`.
  static let version = 1
  /// SQLite's `application_id` of a store: "CASL".
  static let application = 0x4341_534C

  /// The steps from an empty file to the newest schema.
  static func migrator(_ columns: ClientColumns) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      let fields = columns.columns.map { "\($0.quoted) \($0.type)" }.joined(separator: ",\n  ")
      try db.execute(
        sql: """
          CREATE TABLE client (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            \(fields),
            register_day TEXT, created_day TEXT, created_import INTEGER, absent_since TEXT,
            checksum INTEGER NOT NULL)
          """)
      try db.execute(sql: tables)
      try db.execute(sql: "PRAGMA user_version = 1")
      try db.execute(sql: "PRAGMA application_id = 1128354636")
    }
    return migrator
  }

  /// What was written for a register, so that it is not written again.
  private static let handedOver = """
    CREATE TABLE IF NOT EXISTS handed_over (
      client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE, register TEXT NOT NULL,
      field TEXT NOT NULL, said TEXT, day TEXT NOT NULL, checksum INTEGER NOT NULL,
      PRIMARY KEY (client, register, field))
    """

  /// Hand-overs, and who is away: an absence belongs to no client, and has no column for why.
  private static let colleagues = """
    CREATE TABLE IF NOT EXISTS transfer (
      id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE,
      from_coach TEXT, to_coach TEXT, proposed TEXT, note TEXT, answer TEXT, answered TEXT, reason TEXT,
      checksum INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS transfer_client ON transfer(client);
    CREATE TABLE IF NOT EXISTS absence (
      id INTEGER PRIMARY KEY, colleague TEXT, first_day TEXT, last_day TEXT, stand_in TEXT,
      checksum INTEGER NOT NULL)
    """

  private static let tables = """
    CREATE INDEX client_coach ON client(coach);
    CREATE INDEX client_team ON client(team);
    CREATE TABLE client_key (
      register TEXT NOT NULL, key TEXT NOT NULL, client INTEGER NOT NULL REFERENCES client(number)
      ON DELETE CASCADE, checksum INTEGER NOT NULL, PRIMARY KEY (register, key)) WITHOUT ROWID;
    CREATE INDEX client_key_client ON client_key(client);
    CREATE TABLE side (
      client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE, field TEXT NOT NULL,
      state TEXT NOT NULL, source TEXT NOT NULL, day TEXT, raw TEXT, reason TEXT, until TEXT,
      register_apart INTEGER NOT NULL DEFAULT 0, register_said TEXT, checksum INTEGER NOT NULL,
      PRIMARY KEY (client, field));
    CREATE TABLE contact (
      id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE,
      kind TEXT, held TEXT, logged TEXT, channel TEXT, initiative TEXT, colleague TEXT, story TEXT,
      agreed TEXT, answered TEXT, source TEXT, said TEXT, agreed_by TEXT, heard TEXT, failure TEXT,
      minutes INTEGER, created_import INTEGER, folded TEXT,
      checksum INTEGER NOT NULL);
    CREATE INDEX contact_client ON contact(client, held);
    CREATE TABLE errand (
      id INTEGER PRIMARY KEY, client INTEGER REFERENCES client(number) ON DELETE CASCADE, text TEXT, due TEXT,
      waiting_on TEXT, done TEXT, kind TEXT, snoozed TEXT, snooze_reason TEXT, checksum INTEGER NOT NULL);
    CREATE INDEX errand_client ON errand(client);
    CREATE TABLE plan (
      id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE, made TEXT,
      review TEXT, text TEXT, ended TEXT, ground TEXT, steps TEXT, agreed TEXT, checksum INTEGER NOT NULL);
    CREATE INDEX plan_client ON plan(client);
    CREATE TABLE experience (
      client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE, place INTEGER NOT NULL,
      occupation TEXT NOT NULL, sector TEXT, first_day TEXT, last_day TEXT, ongoing INTEGER NOT NULL,
      months INTEGER, PRIMARY KEY (client, place)) WITHOUT ROWID;
    CREATE TABLE offer (
      id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client(number) ON DELETE CASCADE,
      field TEXT NOT NULL, said TEXT NOT NULL, source TEXT NOT NULL, day TEXT, import INTEGER,
      said_before TEXT, decided TEXT, checksum INTEGER NOT NULL, UNIQUE (client, field, said));
    CREATE TABLE profile (
      client INTEGER PRIMARY KEY REFERENCES client(number) ON DELETE CASCADE, json TEXT NOT NULL,
      checksum INTEGER NOT NULL);
    CREATE TABLE summary (
      client INTEGER PRIMARY KEY REFERENCES client(number) ON DELETE CASCADE, last_day TEXT, last_by TEXT,
      last_channel TEXT, last_ours TEXT, unconfirmed TEXT, appointments TEXT, unanswered_since TEXT,
      conversations INTEGER NOT NULL, open_errands INTEGER NOT NULL, next_errand TEXT, waiting_on TEXT,
      history_since TEXT, history_until TEXT, last_unsure TEXT);
    CREATE TABLE setting (
      id TEXT NOT NULL, version INTEGER NOT NULL, since TEXT NOT NULL, value TEXT NOT NULL, kept_by TEXT,
      PRIMARY KEY (id, version));
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY, change TEXT NOT NULL UNIQUE, author TEXT NOT NULL, moment INTEGER NOT NULL,
      kind TEXT NOT NULL, undoes TEXT, import INTEGER, digest BLOB NOT NULL, previous BLOB NOT NULL,
      hash BLOB NOT NULL);
    CREATE INDEX journal_import ON journal(import) WHERE import IS NOT NULL;
    CREATE TABLE journal_part (
      seq INTEGER NOT NULL REFERENCES journal(seq), part INTEGER NOT NULL, client INTEGER,
      digest BLOB NOT NULL, PRIMARY KEY (seq, part)) WITHOUT ROWID;
    CREATE INDEX journal_part_client ON journal_part(client) WHERE client IS NOT NULL;
    CREATE TABLE journal_payload (
      seq INTEGER NOT NULL, part INTEGER NOT NULL, salt BLOB NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (seq, part), FOREIGN KEY (seq, part) REFERENCES journal_part(seq, part)) WITHOUT ROWID;
    CREATE TABLE import (
      id INTEGER PRIMARY KEY, change TEXT NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL,
      mapping TEXT NOT NULL, mapping_version TEXT NOT NULL, file_digest TEXT NOT NULL, drawn TEXT NOT NULL,
      is_full INTEGER NOT NULL, read INTEGER NOT NULL, new INTEGER NOT NULL, changed INTEGER NOT NULL,
      unchanged INTEGER NOT NULL, refused INTEGER NOT NULL, undone TEXT);
    \(handedOver);
    \(colleagues);
    CREATE TABLE import_touch (
      import INTEGER NOT NULL REFERENCES import(id), client INTEGER NOT NULL, what TEXT NOT NULL, was TEXT,
      PRIMARY KEY (import, client, what)) WITHOUT ROWID;
    """

  /// Adds the columns of fields that are newer than the store, and tables that came after it.
  static func addMissingColumns(_ columns: ClientColumns, _ db: Database) throws {
    try db.execute(sql: handedOver)
    try db.execute(sql: colleagues)
    let known = Set(try db.columns(in: "client").map { $0.name.lowercased() })
    for column in columns.columns where !known.contains(column.name) {
      try db.execute(sql: "ALTER TABLE client ADD COLUMN \(column.quoted) \(column.type)")
    }
    for kind in RecordKind.allCases {
      let fields = RecordFields.columns(of: kind)
      guard !fields.isEmpty else { continue }
      let known = Set(try db.columns(in: kind.rawValue).map { $0.name.lowercased() })
      for field in fields where !known.contains(field.field.text) {
        let type = if case .number = field.kind { "INTEGER" } else { "TEXT" }
        try db.execute(sql: "ALTER TABLE \(kind.rawValue) ADD COLUMN \"\(field.field.text)\" \(type)")
      }
    }
  }
}

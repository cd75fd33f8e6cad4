import Foundation
import GRDB
import Testing

@testable import CaseloadStore

@Suite struct SchemaDocumentTests {
  /// docs/schema.md names each table and each column, in backquotes; columns of the catalogue's fields are
  /// explained together, for docs/fields.md lists them.
  @Test func everyTableAndColumnIsExplained() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let document = try String(
      contentsOf: root.appendingPathComponent("docs/schema.md"), encoding: .utf8)
    try withStore { store in
      let tables = try store.maintain { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
              AND name <> 'grdb_migrations'
            """)
      }
      #expect(tables.count >= 15)
      let fields = Set(store.columns.columns.map(\.name))
      for table in tables {
        let section = document.components(separatedBy: "\n## ").first { $0.hasPrefix("`\(table)`") }
        #expect(section != nil, "no section for \(table)")
        let columns = try store.maintain { db in try db.columns(in: table).map(\.name) }
        for column in columns where table != "client" || !fields.contains(column) {
          #expect(section?.contains("`\(column)`") ?? false, "\(table).\(column)")
        }
      }
    }
  }
}

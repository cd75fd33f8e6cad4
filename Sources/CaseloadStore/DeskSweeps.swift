import CaseloadCore
import Foundation
import GRDB

/// Sweeps that rest on the desk between two steps: where one stands, and what became of each.
extension Desk {
  /// The sweeps through the clients of a store, the one that was last worked on first. One that another version wrote
  /// in another way stays on the desk and is not offered.
  public func sweeps(of store: String) throws(StoreError) -> [Sweep] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT json FROM sweep WHERE store = ? ORDER BY worked DESC, id", arguments: [store]
      ).compactMap { try? JSONDecoder().decode(Sweep.self, from: Data($0.utf8)) }
    }
  }

  /// Keeps a sweep in place of the one of its id; nil lets it go.
  public func keep(_ sweep: Sweep?, id: String, of store: String, at moment: Moment) throws(StoreError) {
    guard let sweep else {
      return try write { db in
        try db.execute(sql: "DELETE FROM sweep WHERE store = ? AND id = ?", arguments: [store, id])
      }
    }
    let json: String
    do { json = String(decoding: try JSONEncoder().encode(sweep), as: UTF8.self) } catch {
      throw .refused(.otherKind(nil))
    }
    let text = try TextDoor.admit(json)
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO sweep (store, id, json, worked) VALUES (?, ?, ?, ?)",
        arguments: [store, id, text, moment.seconds])
    }
  }
}

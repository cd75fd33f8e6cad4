import CaseloadCore
import Foundation
import GRDB
import Synchronization

/// The later half of a caseload, read on another thread through a connection of its own, which reads only. It may be
/// of another moment than the first half: it comes with the journal's head, which every change of a client moves, and
/// whose hash no other history has.
final class LaterHalf: Sendable {
  private struct Read {
    var population: Population
    var head: Head
  }
  /// The last entry of the journal.
  struct Head: Equatable, Sendable {
    var seq: Int64
    var hash: [UInt8]

    init(_ db: Database) throws {
      let head = try Journal.head(db)
      seq = head.seq
      hash = Array(head.hash)
    }
  }

  private let queue = DispatchQueue(label: "caseload.later-half", qos: .userInitiated)
  private let result = Mutex<Read?>(nil)

  /// Begins to read.
  init(_ store: Store, _ part: CaseloadPart, closedToo: Bool) {
    let (path, reader, catalogue) = (store.path, store.reader, store.catalogue)
    queue.async {
      // Whoever cannot read it so reads it as the first half is read, and says what goes wrong.
      guard let connection = try? Opening.reading(path) else { return }
      let read = try? connection.read { db in
        let head = try Head(db)
        var loading = PopulationLoading(catalogue: catalogue)
        try reader.fill(&loading, part, closedToo: closedToo, db)
        return Read(population: loading.finish(), head: head)
      }
      self.result.withLock { $0 = read }
      try? connection.close()
    }
  }

  /// What was read, where that is of the moment of this head; waits until it is there. Nil where it is not, or could not
  /// be read.
  func population(at head: Head) -> Population? {
    wait()
    return result.withLock { read in read.flatMap { $0.head == head ? $0.population : nil } }
  }

  /// Waits until nothing is read any more: its connection is never the last one of a store.
  func wait() { queue.sync {} }
}

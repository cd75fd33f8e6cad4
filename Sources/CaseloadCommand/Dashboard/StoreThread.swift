import CaseloadCore
import CaseloadScreens
import CaseloadTerminal
import Dispatch
import Synchronization

/// What comes back from the store's thread.
enum DashboardResult: Sendable {
  /// News for the screens.
  case message(Message)
  /// A client's record, in the words of a day and a language.
  case record(ClientRecord, RecordShelf.Key)
  /// All changes up to this one have been read.
  case upToDate(Int64)
}

/// The one thread on which the store is used while a screen is up. Work goes in, results come back through the
/// mailbox, and the terminal is woken; the key loop never waits for the disk.
final class StoreThread: Sendable {
  private let queue = DispatchQueue(label: "caseload.store", qos: .userInitiated)
  private let waker: Waker
  private let mailbox = Mutex<[DashboardResult]>([])

  /// A thread that wakes this terminal.
  init(waker: Waker) { self.waker = waker }

  /// Runs work after all that was asked before; what it gives is posted, in order.
  func run(_ work: @escaping @Sendable () -> [DashboardResult]) {
    queue.async {
      let results = work()
      guard !results.isEmpty else { return }
      self.mailbox.withLock { $0.append(contentsOf: results) }
      self.waker.wake()
    }
  }

  /// Posts one result while work still goes on: how far it is.
  func post(_ result: DashboardResult) {
    mailbox.withLock { $0.append(result) }
    waker.wake()
  }

  /// Takes what was posted, oldest first.
  func takeResults() -> [DashboardResult] {
    mailbox.withLock { results in
      defer { results = [] }
      return results
    }
  }

  /// Waits until all work that was asked is done: before the program stops or ends, because a stopped program
  /// that holds the store's lock blocks every other writer.
  func finish() { queue.sync {} }
}

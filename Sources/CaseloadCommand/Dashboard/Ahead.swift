import Dispatch
import Synchronization

/// Something that is made on another thread while this one does other things, and waited for where it is needed.
final class Ahead<Value: Sendable>: Sendable {
  private let queue = DispatchQueue(label: "caseload.ahead", qos: .userInitiated)
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// Begins to make it.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    queue.async { self.made.withLock { $0 = make() } }
  }

  /// What was made; waits until it is there.
  var value: Value {
    queue.sync { made.withLock { $0 } } ?? make()
  }
}

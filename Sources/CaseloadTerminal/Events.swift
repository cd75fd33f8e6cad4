import CTerminalGuard
import Cells
import Glibc

extension Terminal {
  /// True when a key or another event is there already: draw after it, not before.
  public var hasPendingEvents: Bool {
    !queue.isEmpty || !signals.held.isEmpty
      || (!isAway && caseload_bytes_waiting(device.descriptor) > 0)
  }

  /// Sleeps until something comes in, at most `timeout` milliseconds (nil: for ever), and answers it; nil when
  /// the time is over. Ctrl-Z and SIGTSTP are answered here, by `stop()`.
  public func nextEvent(timeout: Int? = nil) -> Event? {
    let deadline = timeout.map { Terminal.milliseconds() &+ max(0, $0) }
    while true {
      while !queue.isEmpty {
        let event = queue.removeFirst()
        guard event == .key(.control("z")) else { return event }
        stop()
      }
      if !signals.held.isEmpty {
        let held = signals.held
        signals.held = []
        held.forEach(answer(signal:))
        continue
      }
      let left = deadline.map { max(0, $0 &- Terminal.milliseconds()) }
      guard waitForInput(milliseconds: left) || left != 0 else { return nil }
    }
  }

  /// Polls once and queues what came. False when nothing did.
  private func waitForInput(milliseconds: Int?) -> Bool {
    // poll passes over a negative descriptor: what is typed while we are away is not for us.
    var descriptors = [isAway ? -1 : device.descriptor, waker.descriptor, signals.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    descriptors += watches.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    let wait = milliseconds.map { Int32(clamping: $0) } ?? -1
    let count = poll(&descriptors, nfds_t(descriptors.count), wait)
    guard count >= 0 else {
      // EINTR: a signal came; its byte is in the pipe. Any other error would come back for ever.
      if errno != EINTR { queue.append(.hangup) }
      return true
    }
    guard count > 0 else { return false }
    if descriptors[2].revents != 0 { signals.take().forEach(answer(signal:)) }
    if descriptors[0].revents != 0 { readTerminal(descriptors[0].revents) }
    if descriptors[1].revents != 0 {
      waker.drain()
      queue.append(.wake)
    }
    for (index, watch) in watches.enumerated() where descriptors[3 + index].revents != 0 {
      watch.drain()
      if queue.last != .wake { queue.append(.wake) }
    }
    return true
  }

  /// Keys, or the news that there is nobody any more: an end of file or an error is not read again and again.
  private func readTerminal(_ found: Int16) {
    if caseload_bytes_waiting(device.descriptor) > 0 {
      queue += keys.drain()
    } else if queue.last != .hangup {
      queue.append(.hangup)
    }
  }

  private func answer(signal: Int32) {
    switch signal {
    case SIGHUP: queue.append(.hangup)
    case SIGTERM, SIGINT: queue.append(.terminate(signal: signal))
    case SIGWINCH: noteSize()
    case SIGTSTP: stop()
    // Brought to the front, or stopped in a way that cannot be noticed (SIGSTOP): the shell has set its modes.
    case SIGCONT:
      comeBack()
      // What was drawn while we were away was not shown: have it drawn again.
      queue.append(.wake)
    default: break
    }
  }

  /// A clock that only goes forward, for waiting; it says nothing about the day.
  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec &* 1000 &+ now.tv_nsec / 1_000_000
  }
}

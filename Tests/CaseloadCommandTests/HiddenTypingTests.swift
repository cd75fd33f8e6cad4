import Glibc
import Testing

@testable import CaseloadCommand

/// What is typed unseen is read only where it is unseen.
@Suite struct HiddenTypingTests {
  /// A terminal of this test's own.
  private func withTerminal(_ body: (Int32) throws -> Void) throws {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    defer { close(master) }
    // TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)): it is unlocked, and says its number.
    var (locked, number) = (Int32(0), Int32(0))
    try #require(ioctl(master, 0x4004_5431, &locked) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    try body(terminal)
  }

  private func echoes(_ terminal: Int32) -> Bool {
    var modes = termios()
    return tcgetattr(terminal, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  @Test func nothingIsShownMeanwhileAndAllIsAsItWasAfterwards() throws {
    try withTerminal { terminal in
      #expect(echoes(terminal))
      let shown = HiddenTyping.hidden(on: terminal) { echoes(terminal) }
      #expect(shown == false)
      #expect(echoes(terminal))
    }
  }

  @Test func whereTheTerminalRefusesNothingIsRead() throws {
    try withTerminal { terminal in
      var wasRun = false
      #expect(HiddenTyping.hidden(on: terminal, set: { _, _ in -1 }) { wasRun = true } == nil)
      // One that says that it obeyed, and did not.
      #expect(HiddenTyping.hidden(on: terminal, set: { _, _ in 0 }) { wasRun = true } == nil)
      #expect(!wasRun)
    }
  }

  @Test func whatIsNoTerminalHidesNothing() throws {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(HiddenTyping.hidden(on: file) { true } == nil)
  }
}

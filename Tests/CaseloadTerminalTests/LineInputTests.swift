import CTerminalGuard
import Glibc
import Testing

@testable import CaseloadTerminal

/// Lines from a pipe.
@Suite struct LineInputTests {
  private func input(_ text: [UInt8], isOver: Bool = true) throws -> (LineInput, Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(caseload_pipe(&ends) == 0)
    _ = text.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    if isOver { close(ends[1]) }
    return (LineInput(descriptor: ends[0]), ends[1])
  }

  @Test func linesComeOneByOneAndThenTheEnd() throws {
    let (input, _) = try input(Array("one\r\n\ntwo é\nlast".utf8))
    #expect(input.next(timeout: nil) == .line("one"))
    #expect(input.next(timeout: nil) == .line(""))
    #expect(input.next(timeout: nil) == .line("two é"))
    #expect(input.next(timeout: nil) == .line("last"))
    #expect(input.next(timeout: nil) == .end)
    #expect(input.next(timeout: nil) == .end)
  }

  @Test func anEmptyInputEndsAtOnce() throws {
    #expect(try input([]).0.next(timeout: nil) == .end)
  }

  @Test func theTimeCanBeOverAndALineCanComeInPieces() throws {
    let (input, end) = try input(Array("half".utf8), isOver: false)
    #expect(input.next(timeout: 0) == .time || input.next(timeout: 0) == .time)
    _ = Array(" whole\n".utf8).withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
    #expect(input.next(timeout: nil) == .line("half whole"))
    close(end)
    #expect(input.next(timeout: nil) == .end)
  }

  @Test func aLineWithoutAnEndIsCutAndBytesThatAreNoTextDoNoHarm() throws {
    let (input, _) = try input([UInt8](repeating: 0x61, count: 20_000) + [0x0A, 0xFF, 0xFE, 0x0A])
    guard case .line(let long) = input.next(timeout: nil) else {
      Issue.record("no line")
      return
    }
    #expect(long.utf8.count <= LineInput.longest)
    #expect(input.next(timeout: nil) == .line("\u{FFFD}\u{FFFD}"))
    #expect(input.next(timeout: nil) == .end)
  }
}

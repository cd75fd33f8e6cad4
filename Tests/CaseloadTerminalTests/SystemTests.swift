import CTerminalGuard
import Cells
import Glibc
import Testing

@testable import CaseloadTerminal

/// The small pieces under the terminal.
@Suite(.serialized) struct SystemTests {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1
  }

  @Test func wakingIsSeenOnce() throws {
    let waker = try Waker()
    #expect(!isReadable(waker.descriptor))
    waker.wake()
    waker.wake()
    #expect(isReadable(waker.descriptor))
    waker.drain()
    #expect(!isReadable(waker.descriptor))
  }

  @Test func aFolderIsWatched() throws {
    var template = Array("/tmp/caseload-watch-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    let file = folder + "/lock"
    defer {
      unlink(file)
      rmdir(folder)
    }
    let watch = try FolderWatch(path: folder)
    #expect(!isReadable(watch.descriptor))
    close(creat(file, 0o600))
    #expect(isReadable(watch.descriptor))
    watch.drain()
    #expect(!isReadable(watch.descriptor))
    #expect(throws: TerminalError.system(ENOENT)) { try FolderWatch(path: folder + "/nothing") }
  }

  @Test func capturedTextIsReadWhole() {
    let file = caseload_memory_file("test")
    defer { close(file) }
    let text = String(repeating: "Łukasz\u{1B}[31m\n", count: 1000)
    _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    #expect(StderrCapture.contents(of: file) == text)
    #expect(StderrCapture.contents(of: -1) == "")
  }

  @Test func rowsBecomeRunsOfOneStyle() {
    var frame = Frame(width: 10, height: 1)
    frame.put("ab", row: 0, column: 0)
    frame.put("cd", row: 0, column: 2, role: .good)
    frame.put("ef", row: 0, column: 4, role: .good, attributes: .bold)
    let runs = RowEncoder(unicode: true).runs(of: frame, row: 0, changed: 0..<10, columns: 8)
    #expect(runs.map(\.column) == [0, 2, 4, 6])
    #expect(runs.map(\.text.count) == [2, 2, 2, 2])
    let part = RowEncoder(unicode: true).runs(of: frame, row: 0, changed: 3..<5, columns: 8)
    #expect(part.map(\.column) == [3, 4])
    #expect(part.map(\.text) == [[0x64], [0x65]])
    #expect(runs.map(\.role) == [.normal, .good, .good, .normal])
    #expect(RowEncoder(unicode: true).runs(of: frame, row: 1, changed: 0..<10, columns: 8).isEmpty)
  }
}

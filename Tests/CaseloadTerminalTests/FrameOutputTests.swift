import Glibc
import Testing

@testable import CaseloadTerminal

/// A socket that keeps writes apart shows in how many pieces a frame leaves.
struct FrameOutputTests {
  private struct Line {
    let near: Int32
    let far: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      try #require(
        socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0, &ends) == 0)
      (near, far) = (ends[0], ends[1])
    }

    func close() {
      Glibc.close(near)
      Glibc.close(far)
    }

    /// The pieces that came.
    var pieces: [String] {
      var pieces: [String] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = recv(far, &buffer, buffer.count, 0), count > 0 {
        pieces.append(String(decoding: buffer[..<count], as: UTF8.self))
      }
      return pieces
    }
  }

  private func draw(_ parts: [String], to descriptor: Int32) {
    for part in parts { TerminalDevice.write(Array(part.utf8)[...], to: descriptor) }
  }

  @Test(
    "A frame written in parts leaves in one piece, again and again, and what is written between is not held back"
  )
  func onePiece() throws {
    let line = try Line()
    defer { line.close() }
    let stream = dup(line.near)
    defer { close(stream) }
    let output = try #require(FrameOutput(stream: stream, terminal: line.near))
    output.collect { draw(["one", " two", " three"], to: stream) }
    #expect(line.pieces == ["one two three"])
    draw(["between"], to: stream)
    output.collect { draw(["a"], to: stream) }
    output.collect {}
    #expect(line.pieces == ["between", "a"])
    // The canary: without it each part is a piece.
    draw(["one", " two"], to: stream)
    #expect(line.pieces == ["one", " two"])
  }
}

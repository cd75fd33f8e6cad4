import CTerminalGuard
import Cells
import Glibc
import Testing

@testable import CaseloadTerminal

/// All that uses ncurses, which is one per process: one test at a time.
@Suite(.serialized) struct CursesTests {
  /// An ncurses screen that shows on /dev/null and reads from a pipe.
  final class Stage {
    let screen: CursesScreen
    let keys: KeyReader
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private let writeEnd: Int32

    init(
      width: Int = 80, height: Int = 24, unicode: Bool = true, term: String = "xterm-256color",
      scheme: Scheme = .standard
    ) throws {
      setenv("LINES", String(height), 1)
      setenv("COLUMNS", String(width), 1)
      setlocale(LC_CTYPE, "C.UTF-8")
      var ends: [Int32] = [-1, -1]
      try #require(caseload_pipe(&ends) == 0)
      writeEnd = ends[1]
      output = try #require(fopen("/dev/null", "w"))
      input = try #require(fdopen(ends[0], "r"))
      screen = try CursesScreen(
        term: term, output: output, input: input, scheme: scheme, unicode: unicode)
      keys = KeyReader(window: screen.window, descriptor: ends[0])
    }

    func type(_ text: String) -> [Event] {
      _ = Array(text.utf8).withUnsafeBytes { write(writeEnd, $0.baseAddress, $0.count) }
      return keys.drain()
    }

    deinit {
      screen.leave()
      screen.end()
      fclose(output)
      fclose(input)
      close(writeEnd)
    }
  }

  @Test func whatIsDrawnIsThere() throws {
    let stage = try Stage()
    var frame = Frame(width: 80, height: 24)
    frame.box(frame.bounds, title: "1 Caseload", note: "19 of 118", role: .focus)
    frame.put("Çelik, Aylin  ‼ ● ✗ ~ ✓ ▌", row: 3, column: 4, role: .overdue)
    stage.screen.draw(frame)
    for row in 0..<24 { #expect(stage.screen.readBack(row: row) == frame.line(row).padded(to: 80)) }
    frame.put("Nguyễn Thị Hoa", row: 3, column: 4)
    stage.screen.draw(frame)
    #expect(stage.screen.readBack(row: 3) == frame.line(3).padded(to: 80))
  }

  /// A screen with a border, signs, bars, letters of many languages and every role, as the dashboard draws them.
  private func crowded() -> Frame {
    var frame = Frame(width: 80, height: 24)
    frame.box(frame.bounds, title: "1 Caseload", note: "19 of 118", role: .focus)
    for (index, role) in Role.allCases.enumerated() {
      frame.put("‼ ? ● ✗ ~ ✓ ▌▸ Çelik, Aylin … — 4 m 12 d ▏█▌░ 日本", row: index + 1, column: 2, role: role)
    }
    frame.cursor = Position(row: 3, column: 2)
    return frame
  }

  @Test(
    "each terminal shows what was drawn, in every scheme, in UTF-8 and in ASCII",
    arguments: ["linux", "screen", "tmux-256color", "xterm-256color", "vt100"], Scheme.allCases)
  func terminals(term: String, scheme: Scheme) throws {
    let frame = crowded()
    let stage = try Stage(term: term, scheme: scheme)
    stage.screen.draw(frame)
    for row in 0..<24 { #expect(stage.screen.readBack(row: row).hasPrefix(frame.line(row))) }
    let plain = try Stage(unicode: false, term: term, scheme: scheme)
    plain.screen.draw(frame)
    for row in 0..<24 {
      let shown = plain.screen.readBack(row: row)
      #expect(shown.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(term): \(shown)")
      #expect(shown.utf8.first == (row == 0 || row == 23 ? UInt8(ascii: "+") : UInt8(ascii: "|")))
      #expect(shown.count == 80)
    }
    // The signs of states stay apart from each other.
    #expect(plain.screen.readBack(row: 1).contains("! ? * x ~ +"))
  }

  @Test func partsOfRowsAreDrawnInPlace() throws {
    var random = Seeded(state: 3)
    let stage = try Stage(width: 30, height: 4)
    let pieces = ["a", "日", "é", "e\u{301}", "한", " ", "─", "👍🏽", "❤️", "Łukasz"]
    var frame = Frame(width: 30, height: 4)
    for _ in 0..<400 {
      let text = (0..<3).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      frame.put(
        TerminalText(data: text), row: Int.random(in: 0..<4, using: &random),
        column: Int.random(in: 0..<30, using: &random))
      stage.screen.draw(frame)
      let partly = (0..<4).map { stage.screen.readBack(row: $0) }
      stage.screen.forgetShown()
      stage.screen.draw(frame)
      #expect(partly == (0..<4).map { stage.screen.readBack(row: $0) })
    }
  }

  @Test(arguments: [
    "日本語テキスト", "👨‍👩‍👧 x", "🇳🇱🇧🇪", "❤️!", "1️⃣", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}", "👍🏽", "नमस्ते",
    "สวัสดี", "\u{1112}\u{1161}\u{11AB}", "می\u{200C}خواهم", "\u{1F9FF}\u{1FAE8}", "\u{202E}\u{1B}[2J", "ﷺ",
    "⚠️⌚",
  ])
  func columnsStayAligned(text: String) throws {
    for unicode in [true, false] {
      let stage = try Stage(width: 100, height: 3, unicode: unicode)
      var frame = Frame(width: 100, height: 3)
      let width = frame.put(TerminalText(data: text), row: 1, column: 1)
      frame.put("|", row: 1, column: 0)
      frame.put("|end", row: 1, column: 1 + width)
      stage.screen.draw(frame)
      #expect(stage.screen.readBack(row: 1, column: 1 + width).hasPrefix("|end "))
      #expect(stage.screen.readBack(row: 1).unicodeScalars.first == "|")
      if !unicode { #expect(stage.screen.readBack(row: 1).utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }) }
    }
  }

  @Test func naughtyStringsStayInTheirColumns() throws {
    guard let strings = SharedData.naughtyStrings() else { return print("skipped: no shared/data here") }
    let stage = try Stage(width: 80, height: 24)
    for (index, text) in strings.enumerated() {
      var frame = Frame(width: 80, height: 24)
      let row = index % 24
      frame.put(TerminalText(data: text), row: row, column: 1, maxWidth: 60)
      frame.put("|", row: row, column: 0)
      frame.put("|end", row: row, column: 61)
      stage.screen.draw(frame)
      #expect(stage.screen.readBack(row: row, column: 61).hasPrefix("|end "), "string \(index)")
      let shown = stage.screen.readBack(row: row)
      #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "string \(index)")
    }
  }

  @Test func framesOfAnotherSizeDoNotHurt() throws {
    let stage = try Stage(width: 40, height: 10)
    for (width, height) in [(0, 0), (1, 1), (39, 9), (41, 11), (500, 200)] {
      var frame = Frame(width: width, height: height)
      frame.put(TerminalText.repeating("日", count: 250), row: 0, column: 0)
      frame.put(TerminalText.repeating("x", count: 500), row: height - 1, column: 0)
      stage.screen.draw(frame)
      #expect(stage.screen.readBack(row: 0).hasPrefix(height > 1 ? "日" : height == 1 ? "x" : " "))
    }
    #expect(stage.screen.readBack(row: 9) == String(repeating: " ", count: 40))
  }

  @Test func aWideCharacterDoesNotPassTheEdge() throws {
    let stage = try Stage(width: 5, height: 2)
    var frame = Frame(width: 7, height: 2)
    frame.put("日本語", row: 0, column: 0)
    stage.screen.draw(frame)
    #expect(stage.screen.readBack(row: 0) == "日本 ")
    #expect(stage.screen.readBack(row: 1) == "     ")
  }

  @Test func resizingKeepsThePicture() throws {
    let stage = try Stage(width: 40, height: 10)
    stage.screen.resize(width: 60, height: 12)
    #expect(stage.screen.size == (60, 12))
    var frame = Frame(width: 60, height: 12)
    frame.put("last", row: 11, column: 56)
    stage.screen.draw(frame)
    #expect(stage.screen.readBack(row: 11).hasSuffix("last"))
    stage.screen.resize(width: 0, height: -1)
    #expect(stage.screen.size == (1, 1))
  }

  @Test func aBadTermIsAnError() throws {
    let sink = try #require(fopen("/dev/null", "r+"))
    defer { fclose(sink) }
    #expect(throws: TerminalError.unknownTerm("no-such-terminal")) {
      try CursesScreen(
        term: "no-such-terminal", output: sink, input: sink, scheme: .standard, unicode: true)
    }
  }

  @Test func keysAreDecoded() throws {
    let stage = try Stage()
    let events = stage.type("jé日\r\n\t\u{7F}\u{8}\u{13}\u{1A}\u{1B}OA")
    let keys: [Key] = [
      "j", "é", "日", .enter, .enter, .tab, .backspace, .backspace, .control("s"), .control("z"), .up,
    ]
    #expect(events == keys.map(Event.key))
    #expect(
      stage.type("\u{1B}[Z\u{1B}[5~\u{1B}[6~\u{1B}[3~")
        == [.backTab, .pageUp, .pageDown, .delete].map(Event.key))
    #expect(stage.type("\u{1B}OP\u{1B}OH\u{1B}OF") == [.function(1), .home, .end].map(Event.key))
    #expect(stage.type("\u{1B}") == [.key(.escape)])
    #expect(stage.type("\u{0}\u{1C}").isEmpty)
  }

  @Test func aPasteIsOnePiece() throws {
    let stage = try Stage()
    let events = stage.type("a\u{1B}[200~one\rtwo é\u{1B}OAx\u{0}\u{1B}[201~b")
    // A key inside a paste is nobody's key press.
    #expect(events == [.key("a"), .paste("one\ntwo éx"), .key("b")])
    // A paste that never ends becomes what there is, after a silence.
    #expect(stage.type("\u{1B}[200~lost") == [.paste("lost")])
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

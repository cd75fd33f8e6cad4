import Cells
import Testing

/// Whatever is drawn, columns stay aligned.
@Suite struct FramePropertyTests {
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

    mutating func text() -> String {
      let pieces = [
        "a", " ", "é", "e\u{301}", "日", "😀", "👨‍👩‍👧", "🇳🇱", "🇳", "\u{200D}", "\u{200C}", "\u{1B}", "\u{202E}",
        "\n",
        "\u{301}", "❤️", "\u{FE0F}", "1️⃣", "👍🏽", "🏽", "한", "\u{1161}", "\u{1112}", "न", "\u{94D}", "\u{903}",
        "…", "─",
        "\u{1F3F4}\u{E0067}", "\u{3000}", "ﷺ", "=", "\u{0}", "\u{10FFFF}",
      ]
      let parts = Int.random(in: 0...12, using: &self)
      return (0..<parts).map { _ in
        if Int.random(in: 0..<8, using: &self) == 0 {
          return Unicode.Scalar(UInt32.random(in: 0...0x1FFFF, using: &self)).map { String(Character($0)) }
            ?? ""
        }
        return pieces[Int.random(in: 0..<pieces.count, using: &self)]
      }.joined()
    }
  }

  @Test func textIsStable() {
    var random = Seeded(state: 1)
    for _ in 0..<5_000 {
      let raw = random.text()
      let text = TerminalText(data: raw)
      #expect(TerminalText(data: text.string) == text, "escaping twice changes nothing")
      let width = Int.random(in: 0...20, using: &random)
      #expect(text.clip(to: width).width <= width)
      #expect(text.clipStart(to: width).width <= width)
      #expect(text.pad(to: width, alignment: .right).width == width)
      #expect(text.wrap(to: width).allSatisfy { $0.width <= width })
      #expect(text.ascii.width == text.width)
      #expect(text.ascii.string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      let other = TerminalText(data: random.text())
      #expect((text + other).string.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    }
  }

  /// Where no word is longer than a line, wrapping changes nothing but spaces into line ends, and no line could have
  /// taken the next word as well, unless that word holds on to the one behind it.
  @Test func wrappingLosesNothing() {
    var random = Seeded(state: 3)
    let words = ["a", "Ü.", "7", "12", "bc", "(D.", "naam", "Çelik", "日本", "lang-woord", "…"]
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...14, using: &random)
      let chosen = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      let text = TerminalText(data: chosen.joined(separator: " "))
      let width = Int.random(in: 10...24, using: &random)
      let lines = text.wrap(to: width)
      #expect(lines.map(\.string).joined(separator: " ") == text.string)
      #expect(lines.allSatisfy { $0.width <= width && $0 == TerminalText(data: $0.string) })
      for (line, next) in zip(lines, lines.dropFirst()) {
        let first = next.string.split(separator: " ").first.map { TerminalText(data: String($0)) } ?? ""
        let holdsOn = first.string.hasSuffix(".") || Int(first.string) != nil
        #expect(holdsOn || line.width + 1 + first.width > width, "\(lines)")
      }
    }
  }

  @Test func gridsStayWhole() {
    var random = Seeded(state: 2)
    for _ in 0..<300 {
      let width = Int.random(in: 0...30, using: &random)
      let height = Int.random(in: 0...6, using: &random)
      var frame = Frame(width: width, height: height)
      for _ in 0..<20 {
        let row = Int.random(in: -2...8, using: &random)
        let column = Int.random(in: -10...40, using: &random)
        let rect = Rect(
          row: row, column: column, width: Int.random(in: -1...12, using: &random),
          height: Int.random(in: -1...5, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: frame.fill(rect, role: .bar)
        case 1:
          frame.box(rect, title: TerminalText(data: random.text()), note: TerminalText(data: random.text()))
        case 2: frame.restyle(rect, role: .selected)
        case 3: frame.put(TerminalText(data: random.text()), in: rect, line: 1, alignment: .right)
        default: frame.put(TerminalText(data: random.text()), row: row, column: column, maxWidth: 9)
        }
      }
      for row in 0..<height {
        let cells = (0..<width).map { frame[row, $0] }
        #expect(cells.reduce(0) { $0 + $1.width } == width, "each row is as wide as the frame")
        for (column, cell) in cells.enumerated() {
          if cell.width == 2 { #expect(column + 1 < width && cells[column + 1].width == 0) }
          if cell.width == 0 { #expect(column > 0 && cells[column - 1].width == 2) }
          #expect(cell.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        }
      }
      #expect(frame == frame)
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (1, 40), (40, 1), (2, 2), (140, 40), (500, 200)])
  func everySizeCanBeDrawn(width: Int, height: Int) {
    var frame = Frame(width: width, height: height)
    frame.box(frame.bounds, title: "title", note: "note")
    frame.put("日本語 text", row: height - 1, column: width - 2)
    frame.put("x", row: .max, column: .min)
    frame.put("x", row: 0, column: .min)
    frame.put("x", row: 0, column: .max)
    frame.put("x", row: .min, column: 0, maxWidth: -5)
    frame.fill(Rect(row: .max, column: .max, width: .max, height: .max))
    frame.fill(Rect(row: -5, column: -5, width: 3, height: 3))
    frame.box(Rect(row: .min, column: .max, width: .max, height: .max), title: "t", note: "n")
    frame.restyle(frame.bounds, role: .dim)
    #expect(frame.lines.count == height)
    #expect(frame[-1, .max].text == " ")
  }

  @Test func sizesAreClamped() {
    #expect(Frame(width: -1, height: .min).lines.isEmpty)
    #expect(Frame(width: .max, height: 1).width == Frame.sideLimit)
  }

  @Test func naughtyStringsAreHarmless() {
    guard let strings = SharedData.naughtyStrings() else { return print("skipped: no shared/data here") }
    #expect(strings.count > 400)
    for string in strings {
      let text = TerminalText(data: string)
      #expect(!text.string.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(TerminalText(data: text.string) == text)
      var frame = Frame(width: 40, height: 1)
      frame.put(text, row: 0, column: 0, maxWidth: 30)
      frame.put("|", row: 0, column: 30)
      #expect(frame[0, 30].text == "|")
      #expect((0..<40).reduce(0) { $0 + frame[0, $1].width } == 40)
    }
  }
}

import Cells
import Testing

/// Hostile text becomes visible text.
@Suite struct EscapingTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a‹U+001B›[31mb"), ("a\nb\tc", "a‹U+000A›b‹U+0009›c"), ("\r\n", "‹U+000D›‹U+000A›"),
    ("\u{202E}abc", "‹U+202E›abc"), ("a\u{200B}b", "a‹U+200B›b"), ("\u{FEFF}a", "‹U+FEFF›a"),
    ("a\u{AD}b", "a‹U+00AD›b"), ("\u{85}", "‹U+0085›"), ("\u{9B}1m", "‹U+009B›1m"), ("\u{7F}", "‹U+007F›"),
    ("\u{0}", "‹U+0000›"), ("\u{2028}\u{2029}", "‹U+2028›‹U+2029›"), ("\u{E000}", "‹U+E000›"),
    ("\u{FFFE}", "‹U+FFFE›"), ("\u{10FFFF}", "‹U+10FFFF›"), ("\u{3164}", "‹U+3164›"),
    ("\u{2800}", "‹U+2800›"),
    ("\u{115F}\u{1160}", "‹U+115F›‹U+1160›"), ("\u{301}a", "‹U+0301›a"), ("a\u{200D}", "a‹U+200D›"),
    ("\u{200D}a", "‹U+200D›a"), ("1\u{200D}2", "1‹U+200D›2"), ("a\u{200C}\u{200C}b", "a‹U+200C›‹U+200C›b"),
    ("\u{1B}\u{301}[2J", "‹U+001B›‹U+0301›[2J"), ("=\u{301}cmd()", "=\u{301}cmd()"),
    ("\u{E0041}", "‹U+E0041›"),
  ])
  func shown(text: String, expected: String) {
    // Compared by scalars: String equality would let composed and decomposed pass for one another.
    #expect(Array(TerminalText(data: text).string.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func aCategoryIsNeverSent() {
    for value in UInt32(0)...0x10FFFF {
      // The planes that hold only unassigned and private scalars are sampled.
      if value > 0x3FFFF && value % 251 != 0 && !(0xE0000...0xE01FF).contains(value) { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        let shown = TerminalText(data: "0" + String(Character(scalar)) + "0").string
        if shown.unicodeScalars.contains(scalar) || !shown.utf8.elementsEqual(expected(scalar).utf8) {
          Issue.record("U+\(String(value, radix: 16)) is sent")
        }
      default: break
      }
    }
  }

  private func expected(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "0‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›0"
  }

  @Test func atMostEightMarksPileUp() {
    let text = TerminalText(data: "e" + String(repeating: "\u{301}", count: 10) + "f")
    #expect(text.string.unicodeScalars.filter { $0 == "\u{301}" }.count == 8)
    #expect(text.width == 1 + 2 * 8 + 1)
    let seam = TerminalText(data: "e" + String(repeating: "\u{301}", count: 8)) + TerminalText(data: "f")
    #expect(seam.width == 2)
  }

  @Test func notesSplitAtRealLineBreaks() {
    let lines = TerminalText.lines(data: "one\ntwo\r\nthree\rfour\n\u{2028}")
    #expect(lines.map(\.string) == ["one", "two", "three", "four", "‹U+2028›"])
    #expect(TerminalText.lines(data: "").map(\.string) == [""])
  }

  @Test func literalsAndInterpolations() {
    let name = "Bak\u{1B}ker"
    let text: TerminalText = "\(data: name) · \(34) · \(TerminalText(data: "x"))"
    #expect(text.string == "Bak‹U+001B›ker · 34 · x")
    #expect([TerminalText("a"), "b"].joined(separator: ", ").string == "a, b")
  }

  @Test func asciiTwinsAreAsWide() {
    let text: TerminalText = "‼ ? ● ✗ ~ ✓ ▌┌─┐│└┘ █▌▏ … — · Łukasz Öztürk Nguyễn"
    #expect(text.ascii.string == "! ? * x ~ + >+-+|++ #>: . - . Lukasz Ozturk Nguyen")
    #expect(TerminalText(data: "日本 😀 e\u{301}").ascii.string == "???? ?? e")
    #expect(TerminalText(data: "\u{202E}").ascii.string == "<U+202E>")
  }
}

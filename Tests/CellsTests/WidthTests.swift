import Cells
import Testing

/// Columns of text, by cluster.
@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("Çelik", 5), ("Łukasz", 6), ("Nguyễn Thị Hoa", 14), ("e\u{301}", 1), ("é", 1),
    ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👍🏽", 2),
    ("👨‍👩‍👧", 2), ("🇳🇱", 2), ("🇳🇱🇧🇪", 4), ("🇳", 1), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("x\u{308}\u{323}y", 2),
    ("┌─┐│█▏", 6), ("‼ ? ● ✗ ~ ✓", 11), ("—…·‹›€", 6), ("नमस्ते", 4), ("สวัสดี", 4), ("ﷺ", 1),
    ("می\u{200C}خواهم", 7), ("⚠", 1), ("⌚", 2), ("©®", 2), ("　", 2),
  ])
  func columns(text: String, width: Int) {
    #expect(TerminalText(data: text).width == width, "\(text)")
    #expect(TerminalText(data: text).string == text)
  }

  @Test func clippingKeepsClustersWhole() {
    let text: TerminalText = "日本語x"
    #expect(text.clip(to: 7).string == "日本語x")
    #expect(text.clip(to: 6).string == "日本…")
    #expect(text.clip(to: 4).string == "日…")
    #expect(text.clip(to: 2).string == "…")
    #expect(text.clip(to: 1).string == "…")
    #expect(text.clip(to: 0).string == "")
    #expect(text.clip(to: -3).string == "")
    #expect(TerminalText(data: "Bakker, Fatima").clip(to: 9).string == "Bakker, …")
  }

  @Test func clippingAtTheStartKeepsTheEnd() {
    #expect(TerminalText(data: "seen>3m missing:cv").clipStart(to: 11).string == "…missing:cv")
    #expect(TerminalText(data: "日本語").clipStart(to: 4).string == "…語")
    #expect(TerminalText(data: "abc").clipStart(to: 3).string == "abc")
    #expect(TerminalText(data: "abc").clipStart(to: 1).string == "…")
    #expect(TerminalText(data: "abc").clipStart(to: 0).string == "")
  }

  @Test func paddingIsExact() {
    #expect(TerminalText(data: "é").pad(to: 3).string == "é  ")
    #expect(TerminalText(data: "7").pad(to: 3, alignment: .right).string == "  7")
    #expect(TerminalText(data: "ab").pad(to: 5, alignment: .centre).string == " ab  ")
    #expect(TerminalText(data: "日本").pad(to: 3).width == 3)
    #expect(TerminalText(data: "long text").pad(to: 4, alignment: .right).string == "lon…")
  }

  @Test func wrappingBreaksAtSpaces() {
    let text: TerminalText = "Day of the latest conversation that was held."
    #expect(text.wrap(to: 16).map(\.string) == ["Day of the", "latest", "conversation", "that was held."])
    #expect(TerminalText(data: "abcdefgh").wrap(to: 3).map(\.string) == ["abc", "def", "gh"])
    #expect(TerminalText(data: "日本語").wrap(to: 1).map(\.string) == ["…", "…", "…"])
    #expect(TerminalText().wrap(to: 5).map(\.string) == [""])
    #expect(text.wrap(to: 0).isEmpty)
  }

  @Test("A number stays with its word and an initial with its name, as far as a line holds both")
  func knots() {
    func lines(_ text: String, _ width: Int) -> [String] {
      TerminalText(data: text).wrap(to: width).map(\.string)
    }
    #expect(lines("unconfirmed contact 26 Aug", 22) == ["unconfirmed contact", "26 Aug"])
    #expect(lines("in person (A. Degirmenci)", 15) == ["in person", "(A. Degirmenci)"])
    #expect(lines("room attendant 7 y 2 m", 16) == ["room attendant", "7 y 2 m"])
    #expect(lines("日本語 7 日", 8) == ["日本語", "7 日"], "wide ones too")
    #expect(lines("12 34 56 78", 5) == ["12 34", "56 78"], "a row of numbers is broken where it must be")
    #expect(lines("see A. Verylongname", 8) == ["see A.", "Verylong", "name"], "too long to stay together")
    #expect(lines("one  two", 9) == ["one two"])
  }

  @Test("What was cut ends without a comma")
  func lastMark() {
    #expect(TerminalText(data: "worker 3 y,").withoutLastMark.string == "worker 3 y")
    #expect(TerminalText(data: "a ·").withoutLastMark.string == "a")
    #expect(TerminalText(data: "a.").withoutLastMark.string == "a.")
  }

  @Test func barsNeverHideAFew() {
    #expect(TerminalText.bar(part: 0, whole: 10, width: 8).string == "")
    #expect(TerminalText.bar(part: 1, whole: 1000, width: 8).string == "▏")
    #expect(TerminalText.bar(part: 10, whole: 10, width: 3).string == "███")
    #expect(TerminalText.bar(part: 11, whole: 10, width: 3).string == "███")
    #expect(TerminalText.bar(part: 5, whole: 16, width: 8).string == "██▌")
  }
}

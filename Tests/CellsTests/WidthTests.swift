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

  @Test func barsNeverHideAFew() {
    #expect(TerminalText.bar(part: 0, whole: 10, width: 8).string == "")
    #expect(TerminalText.bar(part: 1, whole: 1000, width: 8).string == "▏")
    #expect(TerminalText.bar(part: 10, whole: 10, width: 3).string == "███")
    #expect(TerminalText.bar(part: 11, whole: 10, width: 3).string == "███")
    #expect(TerminalText.bar(part: 5, whole: 16, width: 8).string == "██▌")
  }
}

import CaseloadCore
import Testing

@testable import CaseloadExchange

@Suite struct ExactRowTests {
  @Test(arguments: ["", "a", "+31 6 12", "-5", "06-1", "é", "👩‍👩‍👧", "a=b", "'t Hof", "‘x", "\"x\"", "a;b"])
  func harmlessTextIsWrittenAsItIs(text: String) throws {
    #expect(ExactRow.isSafe(text))
    var bytes: [UInt8] = []
    ExactRow.append(["k", text, "z"], separator: UInt8(ascii: ";"), to: &bytes)
    #expect(
      try rows(String(decoding: bytes, as: UTF8.self), separator: ";").map(\.cells) == [["k", text, "z"]])
  }

  @Test(arguments: [
    "=1", "=\u{301}cmd()", "+cmd()", "+", "-", "+ ", "-2+3", "@x", " =1", "\u{200B}=1", "＝1", "\t1", "'=1",
    "+31-6",
    "+1\u{301}", "a\nb", "a\u{202E}b", "\u{1B}[31m", "\u{0}",
  ])
  func whatActsIsNotWritten(text: String) {
    #expect(!ExactRow.isSafe(text))
  }

  @Test func daysAreWrittenInEachWayAndReadBack() throws {
    let first = try #require(Day(iso: "2026-02-01"))
    let last = try #require(Day(iso: "2026-02-28"))
    let year = try #require(Day(iso: "2026-01-01"))...(try #require(Day(iso: "2026-12-31")))
    let expected: [(DateForm, String?, String?, String?)] = [
      (.iso, "2026-02-01", "2026-02", "2026-00-00"), (.dayFirst, "01-02-2026", "00-02-2026", "00-00-2026"),
      (.monthFirst, "02/01/2026", nil, nil), (.compact, "20260201", "20260200", "20260000"),
      (.compactMonth, nil, "202602", nil), (.year, nil, nil, "2026"), (.monthYear, nil, "02-2026", nil),
      (.serial, "46054", nil, nil), (.serial1904, "44592", nil, nil),
    ]
    #expect(expected.count == DateForm.allCases.count)
    for (form, day, month, whole) in expected {
      for (days, text) in [(first...first, day), (first...last, month), (year, whole)] {
        #expect(form.texts(days).first == text, "\(form)")
        if let text { #expect(DateForm.days(text, [form]) == days, "\(form) \(text)") }
      }
      #expect(form.texts(first...first.adding(days: 3)).isEmpty)
    }
    #expect(DateSpelling(of: "1.2.2026", DateForm.usual)?.text(first...first) == "01.02.2026")
    #expect(DateSpelling(of: "1-2-2026 10:00", DateForm.usual) == DateSpelling(form: .dayFirst, sign: "-"))
  }
}

import CaseloadCore
import Testing

@testable import CaseloadCommand

@Suite("Reports in each format")
struct ReportTests {
  private static let report = Report(
    columns: [.init(id: "number", title: "Number", isNumber: true), .init(id: "name", title: "Client")],
    rows: [
      [.number(7), .text("=cmd()")], [.number(12), .text("a\u{1B}[31mb\nc")], [.number(3), .none],
      [.number(4), .list(["B", "CE"])],
    ], notes: ["4 yes"])

  @Test("a table stands in columns, numbers to the right, and has its notes")
  func table() {
    let lines = Self.report.text(.table).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[0] == "Number  Client")
    #expect(lines[1] == "     7  =cmd()")
    #expect(lines[2].hasPrefix("    12  a‹ESC›[31mb") || lines[2].hasPrefix("    12  a‹U+001B›[31mb"))
    #expect(lines[4] == "     4  B, CE")
    #expect(lines[5] == "4 yes")
  }

  @Test("machines' formats have ids for columns and no notes")
  func machines() {
    let csv = Self.report.text(.csv).split(separator: "\n")
    #expect(csv[0] == "number,name")
    #expect(!csv[1].contains(",="))
    // A line break in a cell stays one, between quotes.
    #expect(csv.count == 6)
    #expect(Self.report.text(.tsv).split(separator: "\n").allSatisfy { $0.filter { $0 == "\t" }.count == 1 })
    let json = Self.report.text(.json)
    #expect(json.contains("{\"number\": 3, \"name\": null}"))
    #expect(json.contains("{\"number\": 4, \"name\": [\"B\", \"CE\"]}"))
    for text in [Self.report.text(.csv), Self.report.text(.tsv), json] {
      #expect(!text.contains("4 yes"))
      #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("a report without rows is empty, not broken")
  func empty() {
    var report = Self.report
    report.rows = []
    #expect(report.text(.table) == "4 yes\n")
    #expect(report.text(.json) == "[\n]\n")
    #expect(report.text(.csv) == "number,name\n")
  }
}

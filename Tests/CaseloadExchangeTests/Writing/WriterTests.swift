import CaseloadExchange
import Foundation
import Testing

@Suite struct WriterTests {
  @Test(arguments: [
    "=1+1", "+31612345678", "-5", "@SUM(A1)", "\tx", "\rx", "=\u{301}cmd()", " =1", "\u{A0}=1", "\u{FEFF}=1",
    "\u{200B}@x", "\n-1", "＝1", "＋1", "－1", "＠x", "'=1", "''=1",
  ])
  func formulasAreGuardedAndCanBeHadBack(_ text: String) {
    let safe = SpreadsheetSafe.cell(text)
    #expect(safe == "'" + text)
    #expect(SpreadsheetSafe.undo(safe) == text)
  }

  @Test(arguments: ["", "Jansen", "'t Hart", "'s-Gravenhage", "1-2", "a=b", "''", "'", "€ 5", "٣"])
  func plainTextIsLeftAlone(_ text: String) {
    #expect(SpreadsheetSafe.cell(text) == text)
    #expect(SpreadsheetSafe.undo(text) == text)
  }

  @Test func csvQuotesWhatItMust() {
    let writer = RowWriter(.csv)
    #expect(
      writer.row(["a", "b,c", "d\"e", "f\ng", " h", "=i", "", "j;k"])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",'=i,,j;k\n")
    #expect(writer.row([""]) == "\"\"\n")
    #expect(writer.row(["x\u{1B}[31m\u{202E}y"]) == "x‹U+001B›[31m‹U+202E›y\n")
    #expect(writer.row(["👩‍🔬"]) == "👩‍🔬\n")
  }

  @Test func tsvIsOneLineARow() {
    #expect(
      RowWriter(.tsv).row(["a\tb", "c\nd\re", "\\", "\u{1B}\u{7F}\u{E0001}", "é", "=x"])
        == "a\\tb\tc\\nd\\re\t\\\\\t\\u001B\\u007F\\U000E0001\té\t=x\n")
  }

  @Test func jsonEscapesWhatActs() throws {
    #expect(JSONText.string("a\"b\\\n\u{1B}\u{202E}é") == "\"a\\\"b\\\\\\n\\u001B\\u202Eé\"")
    #expect(JSONText.string("\u{E0001}") == "\"\\uDB40\\uDC01\"")
    #expect(
      JSONText.text(.object([("number", .int(7)), ("x", .array([.null, .bool(true), .string("y")]))]))
        == "{\"number\": 7, \"x\": [null, true, \"y\"]}")
  }

  @Test(.enabled(if: Shared.isThere, "shared/data is not there"))
  func naughtyStringsComeOutHarmlessAndWhole() throws {
    let file = try #require(Shared.url("hard-text/blns.json"))
    let strings = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String])
    #expect(strings.count > 500)
    for text in strings {
      for line in [
        RowWriter(.csv).row([text, "x"]), RowWriter(.tsv).row([text, "x"]), JSONText.string(text),
      ] {
        let harmful = line.unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control: scalar != "\n" && scalar != "\t" && scalar != "\r"
          case .format: scalar.value != 0x200D && scalar.value != 0x200C
          case .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
          default: false
          }
        }
        #expect(harmful.isEmpty)
      }
      #expect(RowWriter(.tsv).row([text, "x"]).unicodeScalars.filter { $0 == "\n" }.count == 1)
      let back = try JSONSerialization.jsonObject(
        with: Data(JSONText.string(text).utf8), options: .fragmentsAllowed)
      #expect((back as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }

  @Test(.enabled(if: Shared.isThere, "shared/data is not there"))
  func naughtyStringsGoThroughTheReader() throws {
    let file = try #require(Shared.url("hard-text/blns.json"))
    let strings = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String])
    let text = strings.map { "k,\"\($0.replacingScalar("\"", with: "\"\""))\"\n" }.joined()
    let found = try rows(text, chunk: 4096)
    #expect(found.count == strings.count)
    for (row, wanted) in zip(found, strings) {
      #expect(row.problem == nil)
      #expect(row.cells.last.map { Array($0.utf8) } == Array(wanted.utf8))
    }
  }
}

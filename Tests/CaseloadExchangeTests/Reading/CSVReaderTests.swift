import CaseloadExchange
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsPhysicalLines(_ end: String) throws {
    let text = ["a,b", "1,\"x", "y\"", "", ",", "2,z"].joined(separator: end)
    let found = try rows(text)
    #expect(found.map(\.line) == [1, 2, 6])
    #expect(found.map(\.cells) == [["a", "b"], ["1", "x\(end)y"], ["2", "z"]])
  }

  @Test func blankRowsAreCountedApart() throws {
    let reader = CSVReader(
      MemorySource(Array("a;b\n;\n\n  ; \n\"\";\"\"\n1;\n".utf8)),
      format: CSVFormat(separator: UInt8(ascii: ";")))
    var seen = 0
    while try reader.advance() { seen += 1 }
    #expect(seen == 2)
    #expect(reader.rows == 2)
    #expect(reader.blankRows == 4)
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func aTextMayBeCutAnywhere(_ chunk: Int) throws {
    let text = "naam,\"x\"\r\n\"a\"\"b\",\"c\r\nd\"\r\né,\"\"\"\"\r\n"
    let found = try rows(text, chunk: chunk)
    #expect(found.map(\.cells) == [["naam", "x"], ["a\"b", "c\r\nd"], ["é", "\""]])
    #expect(found.map(\.line) == [1, 2, 4])
  }

  @Test func aQuoteInsideABareCellIsText() throws {
    #expect(try rows("a 3\",b\"c\"\n").map(\.cells) == [["a 3\"", "b\"c\""]])
  }

  @Test func spacesAfterAClosingQuoteAreIgnored() throws {
    #expect(try rows("\"a\"  ,\"b\" \n") == [ReadRow(line: 1, cells: ["a", "b"])])
  }

  @Test func textAfterAClosingQuoteIsReported() throws {
    let found = try rows("a,b\n1,\"x\"y\n2,z\n")
    #expect(found[1] == ReadRow(line: 2, cells: ["1", "\"x\"y"], problem: .textAfterQuote(column: 2)))
    #expect(found[2] == ReadRow(line: 3, cells: ["2", "z"]))
  }

  @Test func anOpenQuoteCostsOnlyItsOwnLine() throws {
    let found = try rows("a,b\n1,x\n2,\"y\n3,z\n4,w\n", header: true)
    #expect(
      found == [
        ReadRow(line: 2, cells: ["1", "x"]),
        ReadRow(line: 3, cells: ["2", "\"y"], problem: .quoteNotClosed(line: 3)),
        ReadRow(line: 4, cells: ["3", "z"]),
        ReadRow(line: 5, cells: ["4", "w"]),
      ])
  }

  @Test func twoStrayQuotesDoNotSwallowWhatIsBetween() throws {
    let found = try rows("a,b\n1,\"x\n2,y\n3,\"z\n4,w\n", header: true)
    #expect(found.map(\.line) == [2, 3, 4, 5])
    #expect(found.map { $0.problem == nil } == [false, true, false, true])
  }

  @Test func aQuoteOpenBeyondTheLongestRowIsNotClosed() throws {
    let long = String(repeating: "x,y\n", count: 1000)
    let found = try rows(
      Array("1,\"a\n\(long)".utf8), limits: CSVLimits(rowBytes: 100))
    #expect(found.count == 1001)
    #expect(found[0].problem == .quoteNotClosed(line: 1))
    #expect(found.dropFirst().allSatisfy { $0.problem == nil && $0.cells == ["x", "y"] })
    #expect(found.last?.line == 1001)
  }

  @Test func aRowWithoutEndIsOneRefusal() throws {
    let endless = [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)
    let found = try rows(endless + Array("\n1,2\n".utf8), limits: CSVLimits(rowBytes: 1000))
    #expect(found.count == 2)
    #expect(found[0].problem == .rowTooLong(limit: 1000))
    #expect(found[1] == ReadRow(line: 2, cells: ["1", "2"]))
  }

  @Test func cellsTooFewOrTooManyAreReported() throws {
    let found = try rows("a;b\n1\n1;2;3\n1;2;\n1;2\n", separator: ";", header: true)
    #expect(
      found.map(\.problem) == [
        .cellCount(found: 1, expected: 2), .cellCount(found: 3, expected: 2), nil, nil,
      ])
    #expect(found[2].cells == ["1", "2"])
  }

  @Test func moreCellsThanExpectedRoom() throws {
    let wide = (0..<1000).map(String.init)
    #expect(try rows(wide.joined(separator: "\t"), separator: "\t").map(\.cells) == [wide])
  }

  @Test func nulIsRefusedWithItsColumn() throws {
    #expect(try rows(Array("a,b\n1,x\0y\n".utf8)).last?.problem == .nul(column: 2))
  }

  @Test func aLineThatTellsExcelTheSeparatorIsNoRow() throws {
    let found = try rows("sep=;\r\na;b\r\n1;2\r\n", separator: ";")
    #expect(found == [ReadRow(line: 2, cells: ["a", "b"]), ReadRow(line: 3, cells: ["1", "2"])])
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", ";;;", "\u{FEFF}"])
  func nothingIsNoHeader(_ text: String) throws {
    let reader = CSVReader(
      MemorySource(Array(text.utf8)), format: CSVFormat(separator: UInt8(ascii: ";")))
    #expect(throws: ExchangeError.empty) { try reader.readHeader() }
  }

  @Test func withoutQuotesAQuoteIsText() throws {
    let format = CSVFormat(quote: nil)
    #expect(try rows(Array("\"a\",b\n".utf8), format).map(\.cells) == [["\"a\"", "b"]])
  }

  @Test func reasonsHoldNoText() {
    let reasons: [RowProblem] = [
      .quoteNotClosed(line: 3), .nul(column: 1), .keyTwice(firstLine: 2, line: 9), .noKey,
    ]
    #expect(
      reasons.map(String.init(describing:)) == [
        "the quote opened in line 3 is not closed", "column 1: a NUL character",
        "the key of line 9 stands in line 2 already", "no register key",
      ])
  }
}

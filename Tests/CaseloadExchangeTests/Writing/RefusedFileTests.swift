import CaseloadExchange
import Foundation
import Testing

@Suite struct RefusedFileTests {
  private func refuse(_ bytes: [UInt8], at path: String) throws -> (path: String?, refused: Int) {
    let reader = CSVReader(MemorySource(bytes), format: CSVFormat(separator: UInt8(ascii: ";")))
    let header = try reader.readHeader()
    let file = RefusedFile(for: path, header: header, separator: reader.format.separator)
    while try reader.advance() {
      if let problem = reader.problem { try file.add(reader, reason: problem) }
    }
    return (try file.finish(), file.count)
  }

  @Test func nothingRefusedWritesNothing() throws {
    let folder = try ScratchFolder()
    #expect(try refuse(Array("a;b\n1;2\n".utf8), at: folder.path("x.csv")).path == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func refusedRowsStandWithLineAndReason() throws {
    let folder = try ScratchFolder()
    let result = try refuse(Array("a;b\n1;2\n\"x;y\";=2;3\n".utf8), at: folder.path("x.csv"))
    #expect(result.path == folder.path("x.csv.refused.csv"))
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("x.csv.refused.csv"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text
        == "\u{FEFF}caseload: line and reason;a;b\nline 3: 3 cells where the header has 2;\"x;y\";'=2;3\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["x.csv.refused.csv"])
  }

  @Test func onlyTheOwnerMayReadItWhateverStoodThere() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(Array("old".utf8), "x.csv.refused.csv")
    #expect(chmod(folder.path("x.csv.refused.csv"), 0o666) == 0)
    _ = try refuse(Array("a;b\n1\n".utf8), at: folder.path("x.csv"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("x.csv.refused.csv"))[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func rowsOfAnEarlierImportGetAnotherNameAndAreKept() throws {
    let folder = try ScratchFolder()
    let file = folder.path("x.csv")
    #expect(try RefusedFile.setAside(for: file) == nil)
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
    for number in 1...2 {
      _ = try refuse(Array("a;b\n\(number)\n".utf8), at: file)
      let text = try String(contentsOfFile: file + ".refused.csv", encoding: .utf8)
      let other = try #require(try RefusedFile.setAside(for: file))
      #expect(other == file + ".refused-earlier-\(number).csv")
      #expect(try String(contentsOfFile: other, encoding: .utf8) == text)
    }
    #expect(try names() == ["x.csv.refused-earlier-1.csv", "x.csv.refused-earlier-2.csv"])
  }

  @Test func whatIsNotOursIsNotTouched() throws {
    let folder = try ScratchFolder()
    let file = folder.path("x.csv")
    _ = try folder.write(Array("my own notes".utf8), "x.csv.refused.csv")
    #expect(try RefusedFile.setAside(for: file) == nil)
    let ours = try folder.write(
      [0xEF, 0xBB, 0xBF] + Array((RefusedFile.reasonColumn + ";a\n").utf8), "y")
    #expect(symlink(ours, folder.path("z.csv.refused.csv")) == 0)
    #expect(try RefusedFile.setAside(for: folder.path("z.csv")) == nil)
    #expect(try String(contentsOfFile: file + ".refused.csv", encoding: .utf8) == "my own notes")
  }

  @Test func aLinkInItsPlaceIsReplacedAndNotFollowed() throws {
    let folder = try ScratchFolder()
    let victim = try folder.write(Array("mine".utf8), "victim")
    #expect(symlink(victim, folder.path("x.csv.refused.csv")) == 0)
    _ = try refuse(Array("a;b\n1\n".utf8), at: folder.path("x.csv"))
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "mine")
    let type = try FileManager.default.attributesOfItem(atPath: folder.path("x.csv.refused.csv"))[.type]
    #expect(type as? FileAttributeType == .typeRegular)
  }

  @Test func anImportThatDoesNotEndLeavesNothing() throws {
    let folder = try ScratchFolder()
    do {
      let reader = CSVReader(MemorySource(Array("a\n".utf8)), format: CSVFormat())
      let file = RefusedFile(for: folder.path("x.csv"), header: ["a"], separator: 0x2C)
      #expect(try reader.advance())
      try file.add(reader, reason: .noKey)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func aFolderThatCannotBeWrittenIsSaid() throws {
    #expect(throws: ExchangeError.self) {
      try refuse(Array("a;b\n1\n".utf8), at: "/nowhere/at/all.csv")
    }
  }

  /// Refused, mended by nobody, read again: the same cells, formulas and quotes and bytes that are no text.
  @Test func whatWasRefusedReadsBackAsItWas() throws {
    let folder = try ScratchFolder()
    let original =
      Array("a;b\n=1;'=2;\n'x;\"q\"\"\n\";z\n".utf8) + [0x4A, 0xE9, 0x3B, 0x33, 0x3B, 0x0A]
      + Array("1;\"open;x\n".utf8)
    let refusedPath = try #require(
      try {
        let reader = CSVReader(MemorySource(original), format: CSVFormat(separator: 0x3B))
        let file = RefusedFile(for: folder.path("x.csv"), header: try reader.readHeader(), separator: 0x3B)
        while try reader.advance() { try file.add(reader, reason: reader.problem ?? .noKey) }
        return try file.finish()
      }())
    let again = [UInt8](try Data(contentsOf: URL(fileURLWithPath: refusedPath)))
    #expect(try Sniffed.sniff(MemorySource(again)).format == CSVFormat(separator: 0x3B))
    let reader = CSVReader(MemorySource(again), format: CSVFormat(separator: 0x3B))
    #expect(try reader.readHeader() == ["caseload: line and reason", "a", "b"])
    #expect(reader.readsRefusedFile)
    reader.expectedCells = nil
    var found: [[[UInt8]]] = []
    while try reader.advance() {
      found.append((1..<reader.cellCount).map { Array(reader.bytes($0)) })
    }
    #expect(
      found == [
        [Array("=1".utf8), Array("'=2".utf8)],
        [Array("'x".utf8), Array("q\"\n".utf8), Array("z".utf8)],
        [[0x4A, 0xE9], [0x33], []],
        [Array("1".utf8), Array("\"open".utf8), Array("x".utf8)],
      ])
  }
}

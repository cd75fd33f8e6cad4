import CaseloadExchange
import Foundation
import Testing

@Suite struct EncodingTests {
  static let text = "naam;plaats\nŞahin Öztürk;'s-Gravenhage\nZoë 🙂;€ 5\n"
  static let wanted = [["naam", "plaats"], ["Şahin Öztürk", "'s-Gravenhage"], ["Zoë 🙂", "€ 5"]]

  private func bytes(_ text: String, _ encoding: FileEncoding, mark: Bool) -> [UInt8] {
    let units = text.utf16
    switch encoding {
    case .utf8: return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LE:
      return (mark ? [0xFF, 0xFE] : []) + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BE:
      return (mark ? [0xFE, 0xFF] : []) + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252: return [UInt8](text.data(using: .windowsCP1252) ?? Data())
    }
  }

  @Test(arguments: [FileEncoding.utf8, .utf16LE, .utf16BE], [true, false])
  func unicodeIsFoundAndRead(_ encoding: FileEncoding, _ mark: Bool) throws {
    let file = bytes(Self.text, encoding, mark: mark)
    let sniffed = try Sniffed.sniff(MemorySource(file, chunkLimit: 5))
    #expect(sniffed.format == CSVFormat(encoding: encoding, separator: UInt8(ascii: ";")))
    #expect(sniffed.hadByteOrderMark == mark)
    #expect(sniffed.header == ["naam", "plaats"])
    for chunk in [1, 2, 3, 1000] {
      #expect(try rows(file, sniffed.format, chunk: chunk).map(\.cells) == Self.wanted)
    }
  }

  @Test func windowsTextIsFoundAndRead() throws {
    let text = "naam;bedrag\nZoë van ’t Hof;€ 12\nJosé;Œuvre Ž\n"
    let file = bytes(text, .windows1252, mark: false)
    let sniffed = try Sniffed.sniff(MemorySource(file))
    #expect(sniffed.format.encoding == .windows1252)
    #expect(
      try rows(file, sniffed.format).map(\.cells) == [
        ["naam", "bedrag"], ["Zoë van ’t Hof", "€ 12"], ["José", "Œuvre Ž"],
      ])
  }

  @Test func everyWindowsByteIsReadAsFoundationReadsItOrRefused() throws {
    for byte in UInt8(0x20)...0xFF where byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") {
      let row = try #require(try rows([0x78, byte, 0x78], CSVFormat(encoding: .windows1252)).first)
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        #expect(row.problem == .invalidText(column: 1, encoding: .windows1252))
      } else {
        let wanted = String(data: Data([0x78, byte, 0x78]), encoding: .windowsCP1252)
        #expect(row.cells.first == wanted)
        #expect(row.problem == nil)
      }
    }
  }

  @Test func aWindowsByteFarDownIsFound() throws {
    var file = Array(String(repeating: "Jan;Utrecht\n", count: 20_000).utf8)
    file += [0x4A, 0x6F, 0x73, 0xE9, 0x3B, 0x78, 0x0A]
    #expect(try Sniffed.sniff(MemorySource(file)).format.encoding == .windows1252)
  }

  @Test func aBadRowInUTF8IsRefusedNotReplaced() throws {
    let file =
      Array("naam;x\nZoë;1\nFrançois;2\n".utf8) + [0x4A, 0xE9, 0x3B, 0x33, 0x0A] + Array("Ada;4\n".utf8)
    let sniffed = try Sniffed.sniff(MemorySource(file))
    #expect(sniffed.format.encoding == .utf8)
    let found = try rows(file, sniffed.format)
    #expect(found.map(\.problem) == [nil, nil, nil, .invalidText(column: 1, encoding: .utf8), nil])
  }

  @Test(
    arguments: [
      [0x3D, 0xD8], [0x3D, 0xD8, 0x2C, 0x00], [0x42, 0xDE], [0x41, 0x00, 0x42],
    ] as [[UInt8]])
  func brokenUTF16IsRefused(_ file: [UInt8]) throws {
    let found = try rows(file, CSVFormat(encoding: .utf16LE))
    #expect(found.first?.problem == .invalidText(column: 1, encoding: .utf16LE))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func malformedUTF8IsRefused(_ file: [UInt8]) throws {
    #expect(try rows(file).first?.problem == .invalidText(column: 1, encoding: .utf8))
    #expect(throws: EntryText.Refusal.notText) {
      try file.withUnsafeBufferPointer { bytes throws(EntryText.Refusal) in try EntryText.text(of: bytes) }
    }
  }

  @Test func everyScalarPassesThroughEveryUnicodeEncoding() throws {
    var text = ""
    for value in stride(from: UInt32(0x21), through: 0x10FFFF, by: 0x3B) {
      if let scalar = UnicodeScalar(value), scalar != ",", scalar != "\"" {
        text.unicodeScalars.append(scalar)
      }
    }
    for encoding in [FileEncoding.utf8, .utf16LE, .utf16BE] {
      let found = try rows(bytes(text, encoding, mark: true), CSVFormat(encoding: encoding), chunk: 1001)
      #expect(found.count == 1)
      #expect(found.first?.cells.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }

  @Test func whatIsSaidIsNotGuessed() throws {
    let sniffed = try Sniffed.sniff(
      MemorySource(Array("a;b\n1;2\n".utf8)), encoding: .windows1252, separator: UInt8(ascii: ","))
    #expect(sniffed.format == CSVFormat(encoding: .windows1252, separator: UInt8(ascii: ",")))
    #expect(sniffed.header == ["a;b"])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func separatorsAreFound(_ separator: String) throws {
    let text =
      ["naam", "plaats", "opmerking"].joined(separator: separator) + "\n"
      + ["\"Berg, van den\"", "Delft", "\"a;b|c\td,e\""].joined(separator: separator) + "\n"
      + ["Jansen", "Oss", "kort"].joined(separator: separator) + "\n"
    let sniffed = try Sniffed.sniff(MemorySource(Array(text.utf8)))
    #expect(sniffed.format.separator == separator.utf8.first)
    #expect(sniffed.separatorCertainty == .certain)
    #expect(sniffed.headerLooksRight)
  }

  @Test func aFileOfOneColumnIsAGuess() throws {
    let sniffed = try Sniffed.sniff(MemorySource(Array("nummer\n1\n2\n".utf8)))
    #expect(sniffed.separatorCertainty == .guess)
    #expect(sniffed.summary(in: .english).contains("guess"))
  }

  @Test func aRowOfNumbersDoesNotLookLikeAHeader() throws {
    #expect(!(try Sniffed.sniff(MemorySource(Array("1;2\n3;4\n".utf8))).headerLooksRight))
  }
}

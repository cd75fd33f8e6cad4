import CaseloadExchange
import Foundation
import Testing

@Suite struct FileSourceTests {
  @Test func theObserverSeesEachByteOnceInOrder() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(1)
    let bytes = (0..<700_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) }
    let path = try folder.write(bytes)
    final class Seen { var bytes: [UInt8] = [] }
    let seen = Seen()
    let source = try FileSource(path: path) { seen.bytes.append(contentsOf: $0) }
    let reader = CSVReader(source, format: CSVFormat(quote: nil))
    while try reader.advance() {}
    #expect(seen.bytes == bytes)
    #expect(reader.progress.read == bytes.count)
    #expect(reader.progress.total == bytes.count)
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try ScratchFolder()
    #expect(throws: ExchangeError.notARegularFile(path: folder.url.path)) {
      try FileSource(path: folder.url.path)
    }
    #expect(throws: ExchangeError.file(path: folder.path("none"), doing: .open, code: ENOENT)) {
      try FileSource(path: folder.path("none"))
    }
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(throws: ExchangeError.notARegularFile(path: folder.path("pipe"))) {
      try FileSource(path: folder.path("pipe"))
    }
  }
}

/// A source's bytes as UTF-8, without a byte order mark: what the row reader sees.
final class UTF8Stream {
  private let source: any ByteSource
  private var transcoder: Transcoder
  private var raw: UnsafeMutableRawBufferPointer
  private var ended = false

  /// Bytes of the file that are transcoded at a time.
  private static let chunk = 1 << 16

  init(_ source: any ByteSource, encoding: FileEncoding) {
    self.source = source
    transcoder = Transcoder(encoding)
    raw = .allocate(byteCount: encoding == .utf8 ? 0 : Self.chunk, alignment: 16)
  }

  deinit { raw.deallocate() }

  /// The least room that `fill` can work with.
  static let leastRoom = Transcoder.room(for: 1024)

  /// Adds text at `output`, where `room` bytes are free; 0 means the end, for good.
  func fill(_ output: UnsafeMutablePointer<UInt8>, room: Int) throws(ExchangeError) -> Int {
    guard !ended else { return 0 }
    var written = 0
    while written == 0 {
      let count =
        transcoder.encoding == .utf8
        ? try source.read(into: UnsafeMutableRawBufferPointer(start: output, count: room))
        : try source.read(
          into: UnsafeMutableRawBufferPointer(rebasing: raw[..<min(raw.count, (room - 8) / 3)]))
      if count == 0 {
        ended = true
        return transcoder.finish(into: output)
      }
      written =
        transcoder.encoding == .utf8
        ? count : transcoder.transcode(UnsafeRawBufferPointer(rebasing: raw[..<count]), into: output)
    }
    return written
  }
}

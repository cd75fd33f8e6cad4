/// Turns a file's bytes into UTF-8, a chunk at a time, losing nothing silently.
///
/// What has no meaning in the file's encoding comes out as bytes that are not valid UTF-8 (a lone surrogate as
/// its three-byte form, an undefined Windows-1252 byte as itself), so that the one check for valid text, made
/// on every row, finds it and refuses that row. UTF-8 passes through as it is for the same reason.
struct Transcoder {
  let encoding: FileEncoding
  /// The first byte of a UTF-16 unit whose second byte is in the next chunk.
  private var half: UInt8?
  /// A high surrogate whose partner is in the next chunk.
  private var high: UInt16?

  init(_ encoding: FileEncoding) {
    self.encoding = encoding
  }

  /// The most bytes of UTF-8 that `count` more bytes of the file, and what is kept from before, can make.
  static func room(for count: Int) -> Int { count.multipliedReportingOverflow(by: 3).partialValue &+ 8 }

  /// Writes the UTF-8 of `input` to `output` (which has `room(for:)`) and returns how many bytes that are.
  mutating func transcode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var writer = UTF8Writer(output)
    switch encoding {
    case .utf8:
      for byte in input { writer.put(byte) }
    case .windows1252:
      for byte in input { writer.putWindows1252(byte) }
    case .utf16LE, .utf16BE:
      for byte in input {
        guard let first = half else {
          half = byte
          continue
        }
        half = nil
        let unit =
          encoding == .utf16LE
          ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
        put(unit, &writer)
      }
    }
    return writer.count
  }

  /// What is left when the file ends in the middle of a character; nothing when it does not.
  mutating func finish(into output: UnsafeMutablePointer<UInt8>) -> Int {
    var writer = UTF8Writer(output)
    if let high { writer.put(scalar: UInt32(high)) }
    if half != nil { writer.put(0xFF) }
    high = nil
    half = nil
    return writer.count
  }

  private mutating func put(_ unit: UInt16, _ writer: inout UTF8Writer) {
    let isLow = unit & 0xFC00 == 0xDC00
    if let first = high {
      high = nil
      if isLow {
        writer.put(scalar: 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
        return
      }
      writer.put(scalar: UInt32(first))
    }
    if unit & 0xFC00 == 0xD800 { high = unit } else { writer.put(scalar: UInt32(unit)) }
  }
}

/// Writes UTF-8 through a pointer.
private struct UTF8Writer {
  private let output: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(_ output: UnsafeMutablePointer<UInt8>) { self.output = output }

  mutating func put(_ byte: UInt8) {
    output[count] = byte
    count &+= 1
  }

  /// The UTF-8 form of a number up to 0x10FFFF; a surrogate gets its three bytes, which are not valid UTF-8.
  mutating func put(scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      put(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      put(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      put(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case 0x800..<0x10000:
      put(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      put(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      put(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      put(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18 & 7))
      put(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      put(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      put(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  mutating func putWindows1252(_ byte: UInt8) {
    switch byte {
    case 0x80...0x9F:
      let scalar = windows1252Middle[Int(byte &- 0x80)]
      // An undefined byte stays as it is: a continuation byte without a beginning, which no UTF-8 has.
      if scalar == 0 { put(byte) } else { put(scalar: UInt32(scalar)) }
    default:
      put(scalar: UInt32(byte))
    }
  }
}

/// Windows-1252 from 0x80 to 0x9F (Unicode's mapping table CP1252.TXT); 0 where nothing is defined.
private let windows1252Middle: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0, 0x017E, 0x0178,
]

/// Folding for search and for comparing headers and spellings: case and accents do not matter, so "lukasz"
/// finds Łukasz. Folded text is UTF-8 bytes, so that search runs over bytes.
public enum Folding {
  private static let first: UInt32 = 0xC0
  private static let last: UInt32 = 0x1EFF

  /// Plain letters by scalar, for the range that has letters with marks.
  private static let plain: [[UInt8]?] = {
    var table = [[UInt8]?](repeating: nil, count: Int(last - first) + 1)
    for (plain, letters) in FoldingTable.groups {
      let bytes = plain.withUTF8Buffer { Array($0) }
      for scalar in letters.unicodeScalars where (first...last).contains(scalar.value) {
        table[Int(scalar.value - first)] = bytes
      }
    }
    return table
  }()

  /// The folded bytes of a text: lower case, without combining marks, letters with marks made plain.
  public static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    append(text, to: &result)
    return result
  }

  /// Appends the folded bytes of a text.
  public static func append(_ text: some StringProtocol, to result: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x41...0x5A: result.append(UInt8(truncatingIfNeeded: value) + 32)
      case 0..<0x80: result.append(UInt8(truncatingIfNeeded: value))
      case 0x300...0x36F: continue
      default:
        if (first...last).contains(value), let letters = plain[Int(value - first)] {
          result.append(contentsOf: letters)
        } else {
          // The Ångström sign has a small letter that is itself a letter with a mark.
          for small in scalar.properties.lowercaseMapping.unicodeScalars {
            if (first...last).contains(small.value), let letters = plain[Int(small.value - first)] {
              result.append(contentsOf: letters)
            } else {
              result.append(contentsOf: String(small).utf8)
            }
          }
        }
      }
    }
  }

  /// Appends the folded bytes of a text's UTF-8.
  static func append(bytes: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]) {
    // Up to the first letter that is not plain nothing has to be decoded.
    var place = bytes.startIndex
    while place < bytes.endIndex, bytes[place] < 0x80 {
      let byte = bytes[place]
      result.append((0x41...0x5A).contains(byte) ? byte + 32 : byte)
      place += 1
    }
    if place < bytes.endIndex { append(String(decoding: bytes[place...], as: UTF8.self), to: &result) }
  }

  /// The folded text.
  public static func fold(_ text: some StringProtocol) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// A key for comparing headers and spellings: folded, and without anything but letters and digits, so that
  /// "Beschikbare uren/wk" and "beschikbare_uren_wk" are one.
  public static func key(_ text: some StringProtocol) -> String {
    String(
      decoding: bytes(text).filter { byte in
        (48...57).contains(byte) || (97...122).contains(byte) || byte >= 0x80
      }, as: UTF8.self)
  }
}

import Glibc

/// Search of bytes in bytes.
enum Search {
  /// Whether `text` holds `needle`; the empty needle is everywhere.
  static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { first($0[...], needle) != nil }
  }

  /// The first place of `needle` in `text`.
  static func first(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ needle: [UInt8]) -> Int? {
    guard let head = needle.first else { return text.startIndex }
    guard let base = text.base.baseAddress, text.count >= needle.count else { return nil }
    return needle.withUnsafeBytes { needle in
      guard let bytes = needle.baseAddress else { return nil }
      var place = text.startIndex
      let last = text.endIndex - needle.count
      while place <= last {
        guard let hit = memchr(base + place, Int32(head), last - place + 1) else { return nil }
        let found = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
        if memcmp(base + found, bytes, needle.count) == 0 { return found }
        place = found + 1
      }
      return nil
    }
  }
}

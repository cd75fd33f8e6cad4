import Foundation

/// The one door through which text enters the store: refuses NUL (GRDB and the C interface would cut there),
/// limits length, and composes letters and marks (NFC), for SQLite compares bytes. A Swift string is valid
/// Unicode by itself.
enum TextDoor {
  /// The longest text, in bytes of UTF-8: some 100 pages.
  static let longest = 262_144

  /// The text as it is kept.
  static func admit(_ text: String) throws(StoreError) -> String {
    var text = text
    let (hasNUL, isNormal) = text.withUTF8 { (contains(0, in: $0), isSurelyNormal($0)) }
    if hasNUL { throw .refused(.nul) }
    guard text.utf8.count <= longest else { throw .refused(.tooLong(limit: longest)) }
    return isNormal ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func contains(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.baseAddress.map { memchr($0, Int32(byte), text.count) != nil } ?? false
  }

  /// Whether text is in normalisation form C as its bytes show without a table: nothing below U+0300, which UTF-8
  /// begins with CC, changes in it, nor does the `…` of a list that is not complete. Of other text nothing is said.
  private static func isSurelyNormal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      if text[place] < 0xCC {
        place += 1
      } else {
        guard place + 2 < text.count, text[place] == 0xE2, text[place + 1] == 0x80, text[place + 2] == 0xA6
        else { return false }
        place += 3
      }
    }
    return true
  }

  /// The text as it is kept, or nil.
  static func admit(_ text: String?) throws(StoreError) -> String? {
    guard let text else { return nil }
    return try admit(text)
  }
}

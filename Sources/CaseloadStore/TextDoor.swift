import Foundation

/// The one door through which text enters the store: refuses NUL (GRDB and the C interface would cut there),
/// limits length, and composes letters and marks (NFC), for SQLite compares bytes. A Swift string is valid
/// Unicode by itself.
enum TextDoor {
  /// The longest text, in bytes of UTF-8: some 100 pages.
  static let longest = 262_144

  /// The text as it is kept.
  static func admit(_ text: String) throws(StoreError) -> String {
    var ascii = true
    for byte in text.utf8 {
      if byte == 0 { throw .refused(.nul) }
      if byte >= 0x80 { ascii = false }
    }
    guard text.utf8.count <= longest else { throw .refused(.tooLong(limit: longest)) }
    return ascii ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The text as it is kept, or nil.
  static func admit(_ text: String?) throws(StoreError) -> String? {
    guard let text else { return nil }
    return try admit(text)
  }
}

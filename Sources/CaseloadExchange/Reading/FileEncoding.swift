/// How a file's bytes are text.
public enum FileEncoding: String, CaseIterable, Sendable, Hashable {
  case utf8 = "utf-8"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  /// What Windows programs of western Europe write; ISO 8859-1 and 8859-15 are read as this.
  case windows1252 = "windows-1252"

  /// The encoding by its usual names ("utf8", "UTF-16LE", "cp1252", "latin1"), or nil.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16LE
    case "utf16be": self = .utf16BE
    case "windows1252", "cp1252", "win1252", "ansi", "latin1", "iso88591", "iso885915":
      self = .windows1252
    default: return nil
    }
  }

  /// The name that is said to people.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LE: "UTF-16 (little-endian)"
    case .utf16BE: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that stand before the text and are not part of it.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    case .windows1252: []
    }
  }
}

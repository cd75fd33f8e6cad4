/// A language the program speaks. English stands beside each declaration; the others are one embedded file each.
public enum Language: String, CaseIterable, Sendable, Codable {
  /// English.
  case english = "en"
  /// Dutch.
  case dutch = "nl"
}

/// A text of the program's own, in every language: the English words and the key under which the other
/// languages keep theirs (`nl.txt`). A test fails on a phrase without its translation.
public struct Phrase: Hashable, Sendable {
  /// The key in the files of the other languages, such as `field.education.label`.
  public let key: String
  /// The English text.
  public let english: String

  /// Declares a phrase.
  public init(_ key: String, _ english: String) {
    self.key = key
    self.english = english
  }

  /// The text in `language`; English where a translation is missing, so that a gap is readable.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .dutch: Translations.dutch[key] ?? english
    }
  }
}

/// The embedded files of the other languages, read once, on first use.
public enum Translations {
  /// Dutch texts by key.
  public static let dutch: [String: String] = parse(PackageResources.nl_txt)

  /// Reads `key = text` lines; blank lines and lines that begin with `#` are skipped.
  static func parse(_ bytes: [UInt8]) -> [String: String] {
    var texts: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let equals = line.firstIndex(of: UInt8(ascii: "=")) else {
        continue
      }
      texts[trimmed(line[..<equals])] = trimmed(line[line.index(after: equals)...])
    }
    return texts
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

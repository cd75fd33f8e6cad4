/// A text with places `{0}`, `{1}` … for what is filled in. It is read once, so that what is filled in is never
/// read as a place itself.
public struct Template: Sendable {
  /// A part of the text.
  public enum Piece: Hashable, Sendable {
    /// Words of the text itself.
    case words(String)
    /// The place of the part with this number.
    case place(Int)
  }

  /// The parts, in order.
  public let pieces: [Piece]

  /// Reads a text. A brace that is no place is a word like any other. By bytes: characters cost more than all the
  /// rest of a frame.
  public init(_ text: String) {
    var text = text
    pieces = text.withUTF8 { bytes in
      var pieces: [Piece] = []
      var start = 0
      var rest = bytes[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        if let place = Int(String(decoding: rest[(open + 1)..<close], as: UTF8.self)) {
          if open > start { pieces.append(.words(String(decoding: bytes[start..<open], as: UTF8.self))) }
          pieces.append(.place(place))
          start = close + 1
        }
        rest = bytes[(close + 1)...]
      }
      if start < bytes.count { pieces.append(.words(String(decoding: bytes[start...], as: UTF8.self))) }
      return pieces
    }
  }

  /// The text with its places filled; a place without a part stays empty.
  public func filled(_ parts: [String]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .place(let place): parts.indices.contains(place) ? parts[place] : ""
      }
    }.joined()
  }
}

extension Phrase {
  /// The text in `language` with its places filled.
  public func text(in language: Language, _ parts: [String]) -> String {
    Template(text(in: language)).filled(parts)
  }
}

/// A phrase with what is filled in, said later in whatever language the reader has: what an error carries.
public struct Sentence: Hashable, Sendable {
  /// The phrase.
  public let phrase: Phrase
  /// What stands at its places.
  public let parts: [String]

  /// A sentence.
  public init(_ phrase: Phrase, _ parts: String...) {
    self.phrase = phrase
    self.parts = parts
  }

  /// The sentence in `language`.
  public func text(in language: Language) -> String { phrase.text(in: language, parts) }
}

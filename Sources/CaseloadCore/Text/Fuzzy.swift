/// Finding by what is half remembered: "bkr" finds Bakker, "fat bak" Fatima Bakker, "onbek" onbekenden. Case and
/// accents do not matter; every word that was typed must be found.
public struct Fuzzy: Sendable, Hashable {
  /// The words that were typed, folded.
  let words: [[UInt8]]

  /// A search for a text; of an empty one everything is a match.
  public init(_ text: String) {
    words = text.split(separator: " ").map { Folding.bytes($0) }.filter { !$0.isEmpty }
  }

  /// Nothing is asked for.
  public var isEmpty: Bool { words.isEmpty }

  /// How well a text matches, 0 and higher; nil where it does not.
  public func score(_ text: some StringProtocol) -> Int? {
    Folding.bytes(text).withUnsafeBufferPointer { score(folded: $0[...]) }
  }

  /// Whether all that was typed stands in a text, each word whole: in sentences scattered letters are chance.
  public func isIn(_ text: String) -> Bool {
    let bytes = Folding.bytes(text)
    return words.allSatisfy { Search.contains(bytes, $0) }
  }

  /// How well folded bytes match.
  func score(folded text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var total = 0
    for word in words {
      guard let score = Self.score(word, text) else { return nil }
      total += score
    }
    return total
  }

  /// A word that is there whole comes before one that begins so, that before one that has it inside, and last come
  /// those that have only its letters, in their order and from the beginning of a word on.
  private static func score(_ word: [UInt8], _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var best: Int?
    var place = text.startIndex
    while let found = Search.first(text[place...], word) {
      let isStart = isBoundary(text, found)
      let isEnd = found + word.count >= text.endIndex || isBoundary(text, found + word.count)
      let score = (isStart ? (isEnd ? 1_000 : 800) : 500) - min(99, found - text.startIndex)
      best = max(best ?? 0, score)
      if isStart && isEnd { break }
      place = found + 1
    }
    return best ?? scattered(word, text)
  }

  /// The letters of a word with others between them. More letters between than a name's length is chance.
  private static func scattered(_ word: [UInt8], _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard word.count > 1 else { return nil }
    var best: Int?
    for start in text.indices where text[start] == word[0] && isBoundary(text, start) {
      var (place, gaps) = (start + 1, 0)
      var isThere = true
      for letter in word.dropFirst() {
        let from = place
        while place < text.endIndex, text[place] != letter { place += 1 }
        guard place < text.endIndex else {
          isThere = false
          break
        }
        // A jump to the beginning of another word is how initials are typed.
        gaps += isBoundary(text, place) ? min(1, place - from) : place - from
        place += 1
      }
      guard isThere, gaps <= 2 * word.count else { continue }
      best = max(best ?? 0, 300 - 10 * gaps - min(99, start - text.startIndex))
    }
    return best
  }

  /// Whether a word begins or has ended at a place: before it, or at it, stands no letter and no digit.
  private static func isBoundary(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ place: Int) -> Bool {
    if place <= text.startIndex || place >= text.endIndex { return true }
    return !isLetter(text[place - 1]) || !isLetter(text[place])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (97...122).contains(byte) || (48...57).contains(byte)
  }
}

/// The nearest word to one that was typed.
public enum Nearest {
  /// The word at the least edit distance, at most 2 and less than the word's length; the first of equals. A word
  /// that the typed one begins is nearest of all.
  public static func word(to typed: String, among words: [String]) -> String? {
    let typed = Array(Folding.bytes(typed).prefix(64))
    guard !typed.isEmpty else { return nil }
    var best: (distance: Int, word: String)?
    for word in words {
      let bytes = Folding.bytes(word)
      let distance = bytes.starts(with: typed) ? 0 : Self.distance(typed, bytes, limit: 2)
      guard distance <= 2, distance < max(typed.count, 1) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, word) }
    }
    return best?.word
  }

  /// Levenshtein's distance; anything above `limit` where it is more.
  public static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var row = Array(0...right.count)
    for (place, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (column, other) in right.enumerated() {
        let next = min(row[column + 1] + 1, row[column] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = row[column + 1]
        row[column + 1] = next
      }
    }
    return row[right.count]
  }
}

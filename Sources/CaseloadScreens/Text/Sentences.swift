import Cells

/// Sentences on one line: as many as fit, each whole.
enum Sentences {
  /// What fits in a width of some texts. Where not even the first sentence does, it ends at its last clause that
  /// fits, with `…`.
  static func fitting(_ texts: [TerminalText], width: Int) -> TerminalText {
    let sentences = texts.flatMap { split($0) }
    var shown: TerminalText = ""
    for sentence in sentences {
      let longer = shown.isEmpty ? sentence : "\(shown) \(sentence)"
      guard longer.width <= width else { break }
      shown = longer
    }
    if !shown.isEmpty { return shown }
    guard let first = sentences.first else { return "" }
    return clause(of: first, width: width)
  }

  /// A full stop ends a sentence before a capital, but not behind an initial.
  static func split(_ text: TerminalText) -> [TerminalText] {
    var sentences: [TerminalText] = []
    var words: [Substring] = []
    let all = text.string.split(separator: " ")
    for (index, word) in all.enumerated() {
      words.append(word)
      let isEnd = word.last == "." && word.count > 2
      let next = index + 1 < all.count ? all[index + 1].first : nil
      guard isEnd, next?.isUppercase ?? true else { continue }
      sentences.append(TerminalText(data: words.joined(separator: " ")))
      words = []
    }
    if !words.isEmpty { sentences.append(TerminalText(data: words.joined(separator: " "))) }
    return sentences
  }

  private static func clause(of sentence: TerminalText, width: Int) -> TerminalText {
    // What stands behind a colon explains what stands before it; a comma is the next best.
    for signs in [":;", ","] {
      var words: [Substring] = []
      var best: TerminalText?
      for word in sentence.string.split(separator: " ") {
        words.append(word)
        guard let last = word.last, signs.contains(last) else { continue }
        let text = words.joined(separator: " ")
        let clause = TerminalText(data: "\(text.dropLast()) …")
        if clause.width > width { break }
        best = clause
      }
      if let best, best.width * 3 >= width { return best }
    }
    return sentence.clipToWords(width)
  }
}

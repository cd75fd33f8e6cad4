import CaseloadCore

/// The spellings that say that nobody knows, such as "NNB": the usual ones, the mapping's and a column's own.
struct EmptySpellings: Sendable {
  private let spellings: Set<String>
  /// Whether a spelling begins with this byte, in lower case: most cells are told by their first one.
  private let starts: [Bool]

  init(_ mapping: Mapping, _ rule: ColumnRule? = nil) {
    self.init(Mapping.usualEmpty.union(mapping.empty).union(rule?.empty ?? []))
  }

  /// Only these, folded.
  init(_ spellings: Set<String>) {
    self.spellings = spellings
    var starts = [Bool](repeating: false, count: 128)
    for first in spellings.compactMap(\.utf8.first) where first < 128 { starts[Int(first)] = true }
    self.starts = starts
  }

  /// Whether a trimmed text is empty or one of them, case and accents aside.
  func contains(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    // A letter with a mark may fold to any other, so only plain ASCII is told by its first byte.
    let plain = (0x41...0x5A).contains(first) ? first + 0x20 : first
    guard first >= 0x80 || starts[Int(plain)] else { return false }
    return spellings.contains(Folding.fold(text))
  }
}

import CaseloadCore

/// Which fields a column might be whose name is not one of theirs.
struct FieldGuess {
  private let catalogue: Catalogue
  private let mapping: Mapping
  private let drawn: Day

  init(_ catalogue: Catalogue, _ mapping: Mapping, _ drawn: Day) {
    self.catalogue = catalogue
    self.mapping = mapping
    self.drawn = drawn
  }

  /// Shorter words are near to too many others.
  private static let shortest = 5

  /// The field it surely is, and those it might be. Sure is only what has nearly the name and also the values of
  /// a field: neither alone is enough.
  func fields(for column: ColumnProfile, except taken: Set<FieldID>) -> (sure: Field?, maybe: [FieldID]) {
    var near: [(field: Field, distance: Int, share: Double)] = []
    for field in catalogue.fields where field.owner != .derived && !taken.contains(field.id) {
      let share = self.share(column, field)
      if let distance = Self.distance(column.header, field), share > 0.5 || field.choices.isEmpty {
        near.append((field, distance, share))
      } else if !field.choices.isEmpty, field.choices.count > 2, share > 0.8, (column.different ?? 99) > 1 {
        near.append((field, 9, share))
      }
    }
    near.sort { ($0.distance, -$0.share) < ($1.distance, -$1.share) }
    guard let best = near.first else { return (nil, []) }
    let isAlone = near.count == 1 || near[1].distance > best.distance
    let isSure = best.distance <= 1 && best.share >= 0.9 && isAlone && Self.canTell(best.field)
    let rest = (isSure ? near.dropFirst() : near[...]).prefix(3).map(\.field.id)
    return (isSure ? best.field : nil, Array(rest))
  }

  /// Whether values of another kind would be seen: a text takes anything.
  private static func canTell(_ field: Field) -> Bool {
    switch field.kind {
    case .choice, .choices, .day, .number, .span: true
    case .text, .name, .words, .experience: false
    }
  }

  /// How far a header is from a field's names: 1 a slip or a word more, 2 two slips; nil: not near.
  private static func distance(_ header: String, _ field: Field) -> Int? {
    let key = Array(Folding.key(header).utf8)
    let words = Set(Folding.fold(header).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    var best: Int?
    for name in field.importSynonyms + [field.label.english, field.label.text(in: .dutch)] {
      let other = Array(Folding.key(name).utf8)
      guard other.count >= shortest else { continue }
      var found = Nearest.distance(key, other, limit: 2)
      if found > 2 || found == 2 && other.count < 8 { found = 9 }
      let its = Folding.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      if found > 1, its.allSatisfy({ words.contains($0) }) { found = 1 }
      if found <= 2 { best = min(best ?? found, found) }
    }
    return best
  }

  /// The share of a column's cells that a field understands.
  private func share(_ column: ColumnProfile, _ field: Field) -> Double {
    let reading = CellReading(field, .whole, ColumnRule(.field(field.id, .whole)), mapping, drawn: drawn)
    var (good, all) = (0, 0)
    for (text, count) in column.commonest.prefix(200) {
      all += count
      if case .content(_, rest: nil)? = reading.result(text) { good += count }
    }
    return all == 0 ? 0 : Double(good) / Double(all)
  }
}

extension CellReading {
  /// What a spelling comes to; nil where it is no text that may enter.
  func result(_ text: String) -> CellResult? {
    var copy = text
    return copy.withUTF8 { try? read($0) }
  }
}

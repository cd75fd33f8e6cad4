import CaseloadCore

/// Whether a client's value is what a bar stands for: one value against one bar, without asking the population.
enum BarFit {
  static func fits(_ filter: Filter, _ value: Value, _ field: Field) -> Bool {
    switch filter {
    case .and(let parts): return parts.allSatisfy { fits($0, value, field) }
    case .or(let parts): return parts.contains { fits($0, value, field) }
    case .not(let inner): return !fits(inner, value, field)
    case .test(field.id, let test): return value.content.map { fits(test, $0, field) } ?? false
    case .state(let test, field.id): return fits(test, value)
    default: return false
    }
  }

  private static func fits(_ test: StateTest, _ value: Value) -> Bool {
    switch test {
    case .empty, .missing: value.state == .empty && value.raw == nil
    case .unknown: value.state == .notKnown || value.raw != nil
    case .declined: value.state == .declined
    case .waived: value.state == .waived
    case .has: value.state == .recorded
    case .partial: BarFit.isPartial(value.content)
    }
  }

  /// What may be more than one thing. A value across two bands counts in the bar of the partly known.
  private static func isPartial(_ content: Content?) -> Bool {
    switch content {
    case .oneOf(let set)?: set.count > 1
    case .days(let days)?: days.lowerBound != days.upperBound
    case .number(let range)?: range.count > 1
    default: false
    }
  }

  private static func fits(_ test: FieldTest, _ content: Content, _ field: Field) -> Bool {
    switch (test, content) {
    case (.choices(let tests), .oneOf(let set)):
      return set.count == 1 && tests.contains { isIn($0, set, field) }
    case (.choices(let tests), .several(let set, _)):
      // Who has CE has B too, and counts in its bar.
      var all = set
      if case .choices(_, let implies) = field.kind {
        for place in set.places where implies.indices.contains(place) { all.formUnion(implies[place]) }
      }
      return tests.contains { isIn($0, all, field) }
    case (.numbers(let ranges), .number(let value)):
      return ranges.contains { $0.contains(value.lowerBound) && $0.contains(value.upperBound) }
    case (.numbers(let ranges), .span(let value)): return ranges.contains { $0.overlaps(value) }
    case (.exactly(let texts), .text(let text)):
      return texts.contains { Folding.fold($0) == Folding.fold(text) }
    case (.exactly(let texts), .words(let words, _)):
      return texts.contains { text in words.contains { Folding.fold($0) == Folding.fold(text) } }
    default: return false
    }
  }

  private static func isIn(_ test: ChoiceTest, _ set: ChoiceSet, _ field: Field) -> Bool {
    guard case .one(let code) = test, let place = field.place(of: code) else { return false }
    return set.contains(place: place)
  }
}

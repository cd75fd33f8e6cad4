import CaseloadCore

/// What the rows of one table that count come to for one client.
struct DetailRow {
  /// What became of a row that was added.
  enum Added {
    /// It stands, or says the same.
    case stands
    /// A later one stands already, and only the latest counts.
    case followed
    /// It is later than the one that stood, and only the latest counts.
    case follows
    /// It and another say different things; the line of the one that gave way, and of the one that stands.
    case differs(line: Int, stands: Int)
  }

  private(set) var values: [Value?]
  private var lines: [Int]
  private var rank: Day?
  /// Rows that count.
  private(set) var rows = 0
  /// Fields to which a row says yes, or to which one that has ended says no.
  var flags: [FieldID: Bool] = [:]
  var items: [Experience] = []

  init(_ count: Int) {
    values = Array(repeating: nil, count: count)
    lines = Array(repeating: 0, count: count)
  }

  /// Adds a row of values; of rows of the same rank the later line is the later.
  mutating func add(
    _ row: [Value], _ takes: [TakeRule], line: Int, rank: Day, isLatest: Bool
  ) -> Added {
    rows += 1
    let isLater = self.rank.map { rank >= $0 } ?? true
    let isFirst = self.rank == nil
    if isLatest, !isLater { return .followed }
    if isLater { self.rank = rank }
    if isLatest {
      values = row
      return isFirst ? .stands : .follows
    }
    var difference: Added?
    for (place, value) in row.enumerated() {
      guard let old = values[place], old.content != nil || old.raw != nil else {
        values[place] = value
        lines[place] = line
        continue
      }
      guard value.content != nil || value.raw != nil else { continue }
      if takes[place].take == .row {
        if !old.says(value) {
          difference = .differs(line: isLater ? lines[place] : line, stands: isLater ? line : lines[place])
        }
        if isLater { (values[place], lines[place]) = (value, line) }
      } else {
        values[place] = takes[place].joined(old, value)
      }
    }
    return difference ?? .stands
  }
}

/// How several values of one field come to one.
struct TakeRule {
  let take: TableMapping.Take
  private let kind: Kind

  init(_ take: TableMapping.Take, _ kind: Kind) {
    self.take = take
    self.kind = kind
  }

  func joined(_ first: Value, _ second: Value) -> Value {
    var value = first
    let raws = [first.raw, second.raw].compactMap { $0 }
    if take == .list { value.raw = raws.isEmpty ? nil : raws.joined(separator: ", ") }
    guard let old = first.content, let new = second.content else {
      value.content = first.content ?? second.content
      value.state = value.content == nil ? first.state : .recorded
      return value
    }
    value.content = content(old, new)
    return value
  }

  private func content(_ old: Content, _ new: Content) -> Content {
    switch (old, new) {
    case (.words(let a, let whole), .words(let b, let too)):
      .words(a + b.filter { !a.contains($0) }, complete: whole && too)
    case (.several(let a, let whole), .several(let b, let too)):
      .several(a.union(b), complete: whole && too)
    case (.experience(let a, let whole), .experience(let b, let too)):
      .experience(a + b.filter { !a.contains($0) }, complete: whole && too)
    default: isBetter(new, old) ? new : old
    }
  }

  private func isBetter(_ new: Content, _ old: Content) -> Bool {
    switch (take, old, new) {
    case (.earliest, .days(let a), .days(let b)): b.lowerBound < a.lowerBound
    case (.latest, .days(let a), .days(let b)): b.upperBound > a.upperBound
    case (.lowest, .number(let a), .number(let b)), (.lowest, .span(let a), .span(let b)):
      b.lowerBound < a.lowerBound
    case (.highest, .number(let a), .number(let b)), (.highest, .span(let a), .span(let b)):
      b.upperBound > a.upperBound
    case (.lowest, .oneOf(let a), .oneOf(let b)): height(b) < height(a)
    case (.highest, .oneOf(let a), .oneOf(let b)): height(b) > height(a)
    default: false
    }
  }

  /// How high the lowest that it may be stands: by how many choices are below it, then by its place.
  private func height(_ set: ChoiceSet) -> Int {
    guard case .choice(let choices, let order) = kind else { return 0 }
    return set.places.map { place -> Int in
      if case .partial(let below) = order, below.indices.contains(place) {
        return below[place].count * choices.count + place
      }
      return place
    }.min() ?? 0
  }
}

/// What became of one client in a sweep.
public enum SweepOutcome: Hashable, Sendable, Codable {
  /// A conversation was held.
  case reached
  /// An appointment was made, on its day where that is known.
  case dated(Day?)
  /// An attempt failed: she stays in the sweep, and comes back on the next working day.
  case tried
  /// Parked until she returns by herself.
  case parked(until: Day?)
  /// It does not go on with her: she works, or the record was closed.
  case gone(Reason)
  /// What she was on the list for is done: a gap was repaired, a date of a document entered.
  case repaired
  /// Somebody else's change took her from the list; she counts, and nobody calls her twice.
  case elsewhere

  /// Why it does not go on.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    case working, closed
  }

  /// The part of the tally in which she counts.
  public var part: SweepTally.Part {
    switch self {
    case .reached: .reached
    case .dated: .dated
    case .tried: .tried
    case .parked: .parked
    case .gone: .gone
    case .repaired: .repaired
    case .elsewhere: .elsewhere
    }
  }

  /// What a registration makes of her; nil where she stays as she was: a message is no contact.
  public init?(_ registration: Registration, on today: Day) {
    switch registration.kind(on: today) {
    case .conversation: self = .reached
    case .appointment: self = .dated(registration.contact.held)
    case .attempt: self = .tried
    default: return nil
    }
  }

  /// What the edits of a status make of her; nil where they are of something else, or make her active again. Another
  /// return day alone is a pause that was made longer.
  public init?(_ edits: [Edit], catalogue: Catalogue = .standard) {
    func new(_ field: FieldID) -> Content? {
      edits.last { $0.record.kind == .client && $0.field == field }?.new?.content
    }
    if new("status") == nil, case .days(let days)? = new("return") {
      self = .parked(until: days.lowerBound)
      return
    }
    guard case .oneOf(let set)? = new("status"), let place = set.places.first,
      let field = catalogue["status"],
      field.choices.indices.contains(place),
      let status = StatusChange.Status(rawValue: field.choices[place].code)
    else { return nil }
    switch status {
    case .active: return nil
    case .working: self = .gone(.working)
    case .closed: self = .gone(.closed)
    case .paused:
      guard case .days(let days)? = new("return") else {
        self = .parked(until: nil)
        return
      }
      self = .parked(until: days.lowerBound)
    }
  }
}

/// How many clients of a sweep came to what. Each client of its list is in exactly one part.
public struct SweepTally: Hashable, Sendable {
  /// A part of it.
  public enum Part: String, CaseIterable, Sendable {
    case reached, dated, tried, parked, gone, repaired, elsewhere, left

    /// What is said of it.
    public var label: Phrase {
      switch self {
      case .reached: Phrase("sweep.tally.reached", "reached")
      case .dated: Phrase("sweep.tally.dated", "with a date")
      case .tried: Phrase("sweep.tally.tried", "tried")
      case .parked: Phrase("sweep.tally.parked", "parked")
      case .gone: Phrase("sweep.tally.gone", "gone")
      case .repaired: Phrase("sweep.tally.repaired", "repaired")
      case .elsewhere: Phrase("sweep.tally.elsewhere", "by others")
      case .left: Phrase("sweep.tally.left", "left")
      }
    }
  }

  private var counts: [Part: Int] = [:]

  init(_ entries: [Sweep.Entry]) {
    for entry in entries { counts[entry.outcome?.part ?? .left, default: 0] += 1 }
  }

  /// How many are in a part.
  public func count(_ part: Part) -> Int { counts[part] ?? 0 }

  /// How many clients the list has.
  public var all: Int { counts.values.reduce(0, +) }

  /// "5 reached, 1 parked, 17 left": the parts that hold somebody.
  public func text(in language: Language) -> String {
    Part.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.label.text(in: language))" }
      .joined(separator: ", ")
  }
}

/// With how many clients somebody talked in the last weeks, by how far they are from work: the steps of the
/// participation ladder. It is for the coach alone, who sees whether those far away are left aside; it compares nobody
/// with anybody (product.md, "Words").
public struct Attention: Hashable, Sendable {
  /// The clients of one step.
  public struct Line: Hashable, Sendable {
    /// The step's place among the choices of the field; nil for those of whom none is recorded, or not one.
    public let choice: Int?
    /// How many clients are on it.
    public internal(set) var clients = 0
    /// With how many of them there was a conversation.
    public internal(set) var talked = 0
    /// With how many it is not known whether there was.
    public internal(set) var unknown = 0
  }

  /// The field by whose choices they stand apart.
  public static let field: FieldID = "ladder"
  /// The first day that counts.
  public let first: Day
  /// The steps that somebody is on, from the one farthest from work; last those on none.
  public let lines: [Line]

  init(first: Day, _ lines: [Line]) {
    self.first = first
    self.lines = lines
  }
}

extension Population {
  /// The attention that some clients had, those left out who are closed, in the time that the setting says.
  public func attention(to clients: Selection, _ context: Context) -> Attention {
    // As a filter would say it: seen not longer ago than that.
    let last = DayTest.older(context.settings.attentionSpan.value, context.today)
    let first = Day(number: Int32(clamping: last)).adding(days: 1)
    var lines: [Int?: Attention.Line] = [:]
    clients.forEach { row in
      let facts = contactability(at: row, context)
      if facts.isClosed { return }
      var choice: Int?
      if case .oneOf(let set)? = value(Attention.field, at: row, context).content, set.count == 1 {
        choice = set.places.first
      }
      var line = lines[choice] ?? Attention.Line(choice: choice)
      line.clients += 1
      if facts.lastSeen.known.map({ $0 >= first }) == true {
        line.talked += 1
      } else if facts.lastSeen.mayBeUntil.map({ $0 >= first }) == true {
        line.unknown += 1
      }
      lines[choice] = line
    }
    return Attention(
      first: first, lines.values.sorted { ($0.choice ?? .max) < ($1.choice ?? .max) })
  }
}

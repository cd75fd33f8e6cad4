/// Why there is a plan of action (Participatiewet art. 44a makes it a duty for some groups; elsewhere the department's
/// policy does).
public enum PlanGround: String, CaseIterable, Sendable, Codable {
  /// The law asks for it.
  case law
  /// The department's policy asks for it.
  case policy
  /// Client and coach wanted one.
  case own

  /// Its name.
  public var label: Phrase {
    switch self {
    case .law: Phrase("plan.ground.law", "legal duty")
    case .policy: Phrase("plan.ground.policy", "policy")
    case .own: Phrase("plan.ground.own", "client's wish")
    }
  }
}

/// A plan of action, in one of its versions: a new version ends the one before, which stays readable.
public struct Plan: Hashable, Sendable, Codable {
  /// The fields that follow from a plan, and are entered with it.
  public static let fields: [FieldID] = ["plan", "plan-review"]

  /// Its id in the store; 0 before it is stored.
  public var id: Int64
  /// The client.
  public var client: ClientNumber
  /// The day on which it was made.
  public var made: Day?
  /// Why there is one; nil where that is not recorded.
  public var ground: PlanGround?
  /// Where it leads.
  public var goal: String
  /// The steps, a line each, with who and when in the words of who wrote them.
  public var steps: String
  /// The day on which it is looked at again.
  public var review: Day?
  /// The day on which the client agreed to it; nil where that is not recorded.
  public var agreed: Day?
  /// The day on which it ended, or gave way to the next version; nil while it is in force.
  public var ended: Day?

  /// A plan.
  public init(
    id: Int64 = 0, client: ClientNumber, made: Day?, ground: PlanGround? = nil, goal: String = "",
    steps: String = "", review: Day? = nil, agreed: Day? = nil, ended: Day? = nil
  ) {
    self.id = id
    self.client = client
    self.made = made
    self.ground = ground
    self.goal = goal
    self.steps = steps
    self.review = review
    self.agreed = agreed
    self.ended = ended
  }
}

extension ClientRecord {
  /// The plan in force; nil where there is none.
  public var plan: Plan? { plans.first { $0.ended == nil } }

  /// The edits that make a plan: a version of its own, the day of it among the client's fields, and the end of the
  /// version before. `Store.keep` gives the new version its id.
  public func edits(making plan: Plan, on today: Day) -> [Edit] {
    var edits = RecordFields.adding(plan, id: RecordRef.new, day: today)
    let ended = Value.recorded(.day(plan.made ?? today), source: .coach, day: today)
    edits += plans.filter { $0.ended == nil }.map {
      Edit(RecordRef(.plan, $0.id), "ended", old: nil, new: ended)
    }
    func set(_ field: FieldID, _ day: Day?) {
      let old = values[field]
      let new = day.map { Value.recorded(.day($0), source: .coach, day: today) }
      if !says(old, new) { edits.append(Edit(.client(number), field, old: old, new: new)) }
    }
    set("plan", plan.made ?? today)
    set("plan-review", plan.review)
    return edits
  }
}

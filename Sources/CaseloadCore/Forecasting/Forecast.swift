/// Who will be out of sight by when, if the coach has so many conversations a week with those who are due (product.md,
/// "What counts as seen"). It says what a number of conversations can carry; it is no promise about anybody.
///
/// The model: the coach works Monday to Friday when she is not away, and has her conversations spread evenly over these
/// five days; what she did not use is there on the next days of that week, not in the next one. Appointments that stand
/// are kept on their day where she or a stand-in is there, and come out of her conversations of that week first, also
/// those of its last day. Then comes who is due
/// and has no appointment: last seen more than the weeks agreed ago, the longest overdue first, of one day by number.
/// Nobody is talked with before that. Days on which the coach is away are lost, not made up for.
public struct Forecast: Hashable, Sendable {
  /// What is taken for given.
  public struct Assumptions: Hashable, Sendable {
    /// Conversations in a week of five working days.
    public var conversations: Int
    /// How many weeks ahead; the first is the rest of the week of today.
    public var weeks: Int
    /// Who is not seen for longer than this is out of sight: the setting, or another one to compare with.
    public var forgottenAfter: Period
    /// Weeks between conversations for everybody, instead of those agreed with each; nil for those.
    public var frequency: Int?

    /// Assumptions. Conversations are moved into 0...10,000, weeks into 1...1,000.
    public init(conversations: Int, weeks: Int, forgottenAfter: Period, frequency: Int? = nil) {
      self.conversations = min(max(conversations, 0), 10_000)
      self.weeks = min(max(weeks, 1), 1_000)
      self.forgottenAfter = forgottenAfter
      self.frequency = frequency.map { min(max($0, 1), 10_000) }
    }
  }

  /// One week of it.
  public struct Week: Hashable, Sendable {
    /// Its first day: a Monday, or today.
    public let first: Day
    /// Its Sunday.
    public let last: Day
    /// How many are out of sight at its end.
    public let outOfSight: Int
    /// How many conversations are held in it.
    public let conversations: Int
  }

  /// A client who goes out of sight.
  public struct Lost: Hashable, Sendable {
    /// Who.
    public let client: ClientNumber
    /// The first day on which she is out of sight as that day begins; today where she is so already.
    public let day: Day
  }

  /// The weeks, in their order.
  public let weeks: [Week]
  /// Who is out of sight on some day of them, by the first such day, then by number.
  public let outOfSight: [Lost]
  /// How many clients the forecast is of.
  public let counted: Int
  /// Of whom it is not known when she was last seen, when she returns or how many weeks were agreed: counted apart.
  public let unknown: [ClientNumber]
  /// The conversations a week that the weeks agreed ask for, everybody back from a pause.
  public let needed: ConversationsNeeded

  /// The forecast for clients, those who are closed left out. `frequency` of the assumptions replaces what was agreed, but
  /// makes nobody known: both sides of a comparison are about the same clients.
  public init(_ clients: [Client], _ assumptions: Assumptions, _ days: CoachDays, from today: Day) {
    let open = clients.filter { !$0.facts.isClosed }
    var run = ForecastRun(open, assumptions, from: today)
    weeks = run.weeks(days)
    outOfSight = run.lost.sorted { ($0.day, $0.client) < ($1.day, $1.client) }
    counted = run.known.count
    unknown = run.unknown.sorted()
    needed = ConversationsNeeded(every: run.known.map(\.weeks))
  }

  /// The first day on which a client is out of sight; nil where she never is in these weeks, or it is not known.
  public func day(of client: ClientNumber) -> Day? { outOfSight.first { $0.client == client }?.day }
}

/// How many conversations a week it takes to talk with everybody in time: the sum of one divided by each client's weeks,
/// kept exactly and rounded only where it is shown.
public struct ConversationsNeeded: Hashable, Sendable {
  /// The tenths of a conversation a week, rounded half up; nil where the weeks have no common measure that a number
  /// holds.
  public let tenths: Int?

  /// The sum for clients with so many weeks between conversations each.
  public init(every weeks: [Int]) {
    var (top, bottom): (Int128, Int128) = (0, 1)
    for (weeks, clients) in Dictionary(grouping: weeks, by: \.self).mapValues(\.count) where weeks > 0 {
      let common = Self.common(bottom, Int128(weeks))
      let (whole, first) = (bottom / common).multipliedReportingOverflow(by: Int128(weeks))
      let (old, second) = top.multipliedReportingOverflow(by: Int128(weeks) / common)
      let (new, third) = Int128(clients).multipliedReportingOverflow(by: bottom / common)
      let (sum, fourth) = old.addingReportingOverflow(new)
      if first || second || third || fourth {
        tenths = nil
        return
      }
      (top, bottom) = (sum, whole)
    }
    let (twenty, isTooLarge) = top.multipliedReportingOverflow(by: 20)
    let (double, isTooFine) = bottom.multipliedReportingOverflow(by: 2)
    let (rounded, isTooMuch) = twenty.addingReportingOverflow(bottom)
    tenths = isTooLarge || isTooFine || isTooMuch ? nil : Int(exactly: rounded / double)
  }

  private static func common(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

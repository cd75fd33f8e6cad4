import CaseloadCore

/// What of a client's life several of her fields depend on, drawn once, so that they agree with each other.
struct Life: Sendable {
  var culture: Culture
  var isWoman: Bool
  /// Where the register says neither woman nor man.
  var isOther: Bool
  var birth: Day
  /// Whole years on the day drawn.
  var age: Int
  var hasPartner: Bool
  var children: Int
  var youngest: Day?
  var track: Track
  /// First day of the benefit, the intake, and the day on which she came to her coach.
  var benefit: Day
  var intake: Day
  var assigned: Day
  var status: Status
  /// How well she speaks Dutch: a place of the field `speaks`, 0 for none.
  var speaks: Int
  /// What she did before, the longest first.
  var works: [InventedWork]
  var work: InventedWork
  var pace: Pace

  enum Status: Int, Sendable { case active, paused, working, closed }

  /// How contact with a client goes.
  enum Pace: Sendable {
    /// About as often as agreed.
    case regular
    /// It was so, until it stopped; the months since the last conversation.
    case drifted(months: Int)
    /// She came, and nobody has talked with her yet.
    case never
    /// A while ago the register noted something that may have been a conversation.
    case unconfirmed
  }

  init(seed: UInt64, place: Int, today: Day) {
    var draw = Draw(seed, place, 1)
    culture = Culture.all[draw.weighed(Culture.weights)]
    isOther = draw.below(1_000) < 8
    isWoman = draw.percent(51)
    age =
      draw.percent(12) ? draw.within(18...26) : draw.percent(25) ? draw.within(50...65) : draw.within(24...58)
    birth = today.adding(months: -12 * age).adding(days: -1 - draw.below(364))
    hasPartner = draw.percent(age < 25 ? 10 : 34)
    children = age > 20 && draw.percent(hasPartner ? 62 : isWoman ? 38 : 11) ? 1 + draw.low(0...3) : 0
    if children > 0 {
      let years = min(17, age - 19)
      youngest = today.adding(days: -draw.within(60...max(90, years * 365)))
    }
    track = [.work, .development, .participation, .care][draw.weighed([32, 34, 23, 11])]
    let isNew = draw.percent(6)
    benefit = today.adding(days: -(isNew ? draw.within(20...70) : 90 + draw.low(0...4_200)))
    intake = min(today, benefit.adding(days: draw.low(0...60)))
    let here = max(1, today.days(since: intake))
    assigned = draw.percent(45) ? intake : today.adding(days: -draw.within(1...max(1, min(here, 1_300))))
    status = Status(rawValue: draw.weighed([880, 45, 40, 35])) ?? .active
    speaks =
      culture.learnsDutch
      ? min(6, draw.weighed([4, 16, 28, 26, 16, 6, 4])) : 6 - (draw.percent(12) ? 1 : 0)
    work = draw.one(InventedWork.all)
    works = age < 21 || draw.percent(14) ? [] : [work]
    if !works.isEmpty, draw.percent(45) { works.append(draw.one(InventedWork.all)) }
    if works.count > 1, draw.percent(30) { works.append(draw.one(InventedWork.all)) }
    pace = Self.pace(isNew: isNew, status, &draw)
  }

  /// About one in six has drifted out of sight, as in the departments this is drawn after.
  private static func pace(isNew: Bool, _ status: Status, _ draw: inout Draw) -> Pace {
    if isNew { return draw.percent(25) ? .never : .regular }
    switch draw.below(100) {
    case 0..<16: return .drifted(months: 3 + draw.low(0...9))
    case 16..<18: return .never
    case 18..<22: return .unconfirmed
    default: return .regular
    }
  }

  /// The weeks between conversations that her track gives.
  func weeks(_ settings: Settings) -> Int { settings.trackFrequency.value[track] ?? 8 }
}

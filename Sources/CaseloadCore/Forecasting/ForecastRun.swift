/// The days of a forecast, one after another. Who may be called stands in a queue by the day on which she was due; a
/// client is looked at again only when somebody talks with her.
struct ForecastRun {
  /// A client as the days go by.
  struct Standing {
    let number: ClientNumber
    let weeks: Int
    /// The return day of who is paused.
    let floor: Day?
    /// From which day the time out of sight counts.
    var from: Day
    /// The first day on which she was out of sight.
    var lost: Day?
  }

  private struct Turn: Comparable {
    let due: Day
    let number: ClientNumber
    let place: Int
    static func < (left: Turn, right: Turn) -> Bool {
      (left.due, left.number) < (right.due, right.number)
    }
  }

  private(set) var known: [Standing] = []
  private(set) var unknown: [ClientNumber] = []
  private let assumptions: Forecast.Assumptions
  private let today: Day
  /// By day, whose appointments there are: places in `known`, nil for who is not known.
  private var appointments: [Day: [Int?]] = [:]
  /// By day, who may be called from then on, since no appointment stands any more.
  private var joins: [Day: [Int]] = [:]
  private var queue: [Turn] = []

  init(_ clients: [Forecast.Client], _ assumptions: Forecast.Assumptions, from today: Day) {
    self.assumptions = assumptions
    self.today = today
    for client in clients {
      var place: Int?
      if let from = client.facts.countsFrom, let weeks = client.weeks {
        place = known.count
        known.append(
          Standing(
            number: client.number, weeks: assumptions.frequency ?? weeks,
            floor: client.facts.isPaused ? client.facts.returns : nil, from: from))
      } else {
        unknown.append(client.number)
      }
      let days = client.appointments.filter { $0 >= today }
      for day in days { appointments[day, default: []].append(place) }
      if let place { joins[days.max()?.adding(days: 1) ?? today, default: []].append(place) }
    }
  }

  /// Who was out of sight on some day.
  var lost: [Forecast.Lost] {
    known.compactMap { standing in standing.lost.map { Forecast.Lost(client: standing.number, day: $0) } }
  }

  /// Goes through the days.
  mutating func weeks(_ days: Forecast.CoachDays) -> [Forecast.Week] {
    var weeks: [Forecast.Week] = []
    var first = today
    for _ in 0..<assumptions.weeks {
      let last = first.adding(days: 7 - first.weekday)
      var room = Room(left: left(of: first...last, days))
      var held = 0
      for number in first.number...last.number {
        held += live(Day(number: number), days, &room)
      }
      weeks.append(
        Forecast.Week(
          first: first, last: last, outOfSight: known.count { isLost($0, on: last) }, conversations: held))
      first = last.adding(days: 1)
    }
    for place in known.indices { note(place, until: first.adding(days: -1)) }
    return weeks
  }

  /// What conversations there are room for.
  private struct Room {
    /// In the week, beside its appointments.
    var left: Int
    /// Of what the days so far have brought.
    var soFar = 0
    var isThere: Bool { left > 0 && soFar > 0 }
  }

  /// The conversations of some days of a week that no appointment takes.
  private func left(of week: ClosedRange<Day>, _ days: Forecast.CoachDays) -> Int {
    (week.lowerBound.number...week.upperBound.number).map { Day(number: $0) }.filter(days.works)
      .reduce(0) { $0 + share(of: $1.weekday) - (appointments[$1]?.count ?? 0) }
  }

  /// One day; how many conversations are held on it.
  private mutating func live(_ day: Day, _ days: Forecast.CoachDays, _ room: inout Room) -> Int {
    for place in joins[day] ?? [] { enqueue(place) }
    let works = days.works(on: day)
    if works { room.soFar += share(of: day.weekday) }
    var held = 0
    if let kept = appointments[day], days.isAttended(day) {
      for place in kept {
        if let place { talk(with: place, on: day) }
        if works { room.soFar -= 1 }
        held += 1
      }
    }
    while works, room.isThere, let turn = queue.first, turn.due < day {
      queue.removeFirst()
      talk(with: turn.place, on: day)
      enqueue(turn.place)
      room.soFar -= 1
      room.left -= 1
      held += 1
    }
    return held
  }

  /// The conversations of one of the five days: whole ones, which add up to the week's.
  private func share(of weekday: Int) -> Int {
    assumptions.conversations * weekday / 5 - assumptions.conversations * (weekday - 1) / 5
  }

  private mutating func talk(with place: Int, on day: Day) {
    note(place, until: day)
    known[place].from = max(known[place].from, day, known[place].floor ?? day)
  }

  private mutating func enqueue(_ place: Int) {
    let standing = known[place]
    guard let weeks = Contactability.weeks(standing.weeks) else { return }
    let turn = Turn(due: standing.from.adding(weeks), number: standing.number, place: place)
    var (low, high) = (0, queue.count)
    while low < high {
      let middle = (low + high) / 2
      if queue[middle] < turn { low = middle + 1 } else { high = middle }
    }
    queue.insert(turn, at: low)
  }

  /// Notes that she went out of sight by a day, if she did and had not before.
  private mutating func note(_ place: Int, until day: Day) {
    guard known[place].lost == nil,
      let lost = Contactability.forgottenFrom(known[place].from, after: assumptions.forgottenAfter),
      lost <= day
    else { return }
    known[place].lost = max(lost, today)
  }

  private func isLost(_ standing: Standing, on day: Day) -> Bool {
    Contactability.forgottenFrom(standing.from, after: assumptions.forgottenAfter).map { $0 <= day } ?? false
  }
}

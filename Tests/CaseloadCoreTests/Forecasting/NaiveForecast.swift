import CaseloadCore

/// The same model told a second time, day by day and client by client, from the rules' words and not from the program's
/// code: nothing is kept in order, nothing skipped, each day everybody is looked at anew.
struct NaiveForecast {
  struct Person {
    var number: Int32
    /// Nil: it is not known when.
    var seen: Day?
    var isPaused = false
    var returns: Day?
    var weeks: Int?
    var dates: [Day] = []
  }

  var people: [Person]
  var conversations: Int
  var months: Int
  var away: [ClosedRange<Day>]
  /// For what part of `away` somebody stands in.
  var hasStandIn = false
  /// What is wrong on purpose, for the canary.
  var callsEarly = false

  /// By number, the first day out of sight.
  private(set) var first: [Int32: Day] = [:]
  /// By week, who is out of sight at its end, and the conversations.
  private(set) var counts: [[Int]] = []

  init(
    _ people: [Person], conversations: Int, months: Int, away: [ClosedRange<Day>], hasStandIn: Bool = false
  ) {
    self.people = people
    self.conversations = conversations
    self.months = months
    self.away = away
    self.hasStandIn = hasStandIn
  }

  private func isKnown(_ person: Person) -> Bool {
    person.seen != nil && person.weeks != nil && (!person.isPaused || person.returns != nil)
  }

  /// Not seen for longer than the months, and back for longer than them.
  private func isOut(_ person: Person, _ day: Day) -> Bool {
    guard let seen = person.seen else { return false }
    if person.isPaused, let returns = person.returns, !(returns.adding(months: months) < day) { return false }
    return seen.adding(months: months) < day
  }

  private func dueDay(_ person: Person) -> Int {
    let days = (person.weeks ?? 0) * 7
    let seen = Int(person.seen?.number ?? 0) + days
    guard person.isPaused, let returns = person.returns else { return seen }
    return max(seen, Int(returns.number) + days)
  }

  private func isAway(_ day: Day) -> Bool { away.contains { $0.contains(day) } }

  /// How many conversations a day allows by itself.
  private func allowed(_ day: Day) -> Int {
    if isAway(day) || day.weekday > 5 { return 0 }
    return (0..<conversations).count { (5 * $0 + 4) / conversations + 1 == day.weekday }
  }

  /// What the days behind this one still allow in its week, and how many dates take of that.
  private func later(_ day: Day) -> (allowed: Int, dated: Int) {
    var (allowed, dated) = (0, 0)
    for distance in 1...7 where day.weekday + distance <= 7 {
      let other = day.adding(days: distance)
      allowed += self.allowed(other)
      if isAway(other) || other.weekday > 5 { continue }
      dated += people.reduce(0) { $0 + $1.dates.count { $0 == other } }
    }
    return (allowed, dated)
  }

  mutating func run(from today: Day, weeks: Int) {
    var day = today
    var (used, worked, held) = (0, 0, 0)
    while counts.count < weeks {
      let works = !isAway(day) && day.weekday < 6
      for person in people where isKnown(person) && isOut(person, day) && first[person.number] == nil {
        first[person.number] = day
      }
      // What the days that were worked have allowed so far in this week.
      worked += allowed(day)
      let later = later(day)
      // Behind an absence that nobody covers, a weekend belongs to it.
      var last = day
      while last.weekday > 5, !away.contains(where: { $0.contains(last) }) { last = last.adding(days: -1) }
      let nobody = away.contains { $0.contains(last) } && !hasStandIn
      for place in people.indices where !nobody {
        for _ in people[place].dates.filter({ $0 == day }) {
          if isKnown(people[place]) { people[place].seen = max(people[place].seen ?? day, day) }
          held += 1
          if works { used += 1 }
        }
      }
      while works, used < worked, used + later.dated < worked + later.allowed {
        let due = people.indices.filter { place in
          let person = people[place]
          let isDue = dueDay(person) < Int(day.number) + (callsEarly ? 7 : 0)
          return isKnown(person) && isDue && person.dates.allSatisfy { $0 < day }
        }
        let next = due.min { left, right in
          (dueDay(people[left]), people[left].number) < (dueDay(people[right]), people[right].number)
        }
        guard let next else { break }
        people[next].seen = day
        used += 1
        held += 1
      }
      if day.weekday == 7 {
        counts.append([people.filter { isKnown($0) && isOut($0, day) }.count, held])
        (used, worked, held) = (0, 0, 0)
      }
      day = day.adding(days: 1)
    }
  }
}

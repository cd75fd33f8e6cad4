import CaseloadCore
import Cells

/// What others do while a list is walked, and the time that goes by.
extension ScreenState {
  /// The list of the sweep in hand as things are now; what the desk is to keep of it.
  mutating func followedSweep() -> [Effect] {
    let before = sweep
    followSweep()
    return sweep == before ? [] : keepSweep()
  }

  /// What other people's changes, or another day, did to the list.
  mutating func followSweep() {
    guard var sweep else { return }
    let outcome: Outcome
    if sweep.isOfMarks {
      outcome = Outcome(yes: population.alive, unknown: Selection(rows: population.rows))
    } else {
      // A filter of another version of the program is not followed; the list is walked as it was made.
      guard
        let filter = try? FilterParser.parse(
          sweep.filter, worklists: links.worklists, language: .english, catalogue: population.catalogue)
      else { return }
      outcome = population.evaluate(filter, context, links)
    }
    func numbers(_ selection: Selection) -> Set<ClientNumber> {
      var numbers: Set<ClientNumber> = []
      selection.forEach { numbers.insert(population.number(at: $0)) }
      return numbers
    }
    let surely = numbers(outcome.yes)
    let news = sweep.follow(
      still: surely.union(numbers(outcome.unknown)), surely: sweep.isOfMarks ? [] : surely,
      mine: walking.touched, on: context.today)
    walking.touched = []
    self.sweep = sweep
    walking.arrivals = news.arrived
    var said: [TerminalText] = []
    if isLookedAt, !news.left.isEmpty {
      said.append(speech(SweepWords.elsewhereCount, news.left.count))
    } else if !news.left.isEmpty {
      let names = news.left.prefix(3).map { TerminalText(data: name(of: $0)) }.joined(separator: "; ")
      let more: TerminalText =
        news.left.count > 3 ? " \(speech(SweepWords.andMore, TerminalText(news.left.count - 3)))" : ""
      said.append(speech(SweepWords.elsewhere, "\(names)\(more)"))
    }
    if !news.arrived.isEmpty { said.append(speech(SweepWords.arrived, news.arrived.count)) }
    if !said.isEmpty { message = Said(said.joined(separator: " "), .attention) }
  }

  /// Time goes on.
  public mutating func tick(_ now: Moment) { context.now = now }

  /// A key was pressed, or a text pasted: as long as these follow each other, the time between them is spent on the sweep.
  /// What the store or a colleague does wakes the screen too, and is nobody's work here.
  mutating func spendTime() {
    defer { walking.lastKey = context.now }
    guard let last = walking.lastKey else { return }
    let (gap, overflow) = context.now.seconds.subtractingReportingOverflow(last.seconds)
    if !overflow, (1...Self.longestPause).contains(gap) { sweep?.spend(seconds: Int(gap)) }
  }

  /// Seconds after which nobody is thought to be at work on it any more.
  private static let longestPause: Int64 = 600
}

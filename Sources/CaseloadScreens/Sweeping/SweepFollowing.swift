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
      mine: sweepTouched, on: context.today)
    sweepTouched = []
    self.sweep = sweep
    sweepArrivals = news.arrived
    var said: [TerminalText] = []
    if !news.left.isEmpty {
      let names = news.left.prefix(3).map { TerminalText(data: name(of: $0)) }.joined(separator: "; ")
      said.append(speech(SweepWords.elsewhere, news.left.count > 3 ? "\(names); …" : names))
    }
    if !news.arrived.isEmpty { said.append(speech(SweepWords.arrived, news.arrived.count)) }
    if !said.isEmpty { message = Said(said.joined(separator: " "), .attention) }
  }

  /// Time goes on: as long as keys follow each other, it is spent on the sweep.
  public mutating func tick(_ now: Moment) {
    let (gap, overflow) = now.seconds.subtractingReportingOverflow(context.now.seconds)
    if !overflow, (1...Self.longestPause).contains(gap) { sweep?.spend(seconds: Int(gap)) }
    context.now = now
  }

  /// Seconds after which nobody is thought to be at work on it any more.
  private static let longestPause: Int64 = 600
}

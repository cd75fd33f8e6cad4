import CaseloadCore
import Cells

/// One client in one sentence, for who listens: what the list's row says, in words instead of columns and signs.
struct PlainClient {
  private let state: ScreenState
  private let row: Int
  private let speech: Speech

  init(_ state: ScreenState, _ row: Int) {
    self.state = state
    self.row = row
    speech = state.speech
  }

  /// "Bakker, Fatima, 34, last seen 4 months ago, forgotten".
  var words: TerminalText {
    let facts = state.population.contactability(at: row, state.context)
    var parts = [name]
    if let age { parts.append(age) }
    parts.append(seen(facts.lastSeen))
    let after = state.context.settings.forgottenAfter.value
    switch Contactability.forgotten(facts, after: after, on: state.context.today) {
    case .yes: parts.append(speech(PlainWords.forgotten))
    case .unknown: parts.append(speech(PlainWords.maybeForgotten))
    case .no:
      if Contactability.overdue(facts, on: state.context.today) == .yes {
        parts.append(speech(PlainWords.overdue))
      }
    }
    if let day = facts.appointment { parts.append(speech(PlainWords.appointment, speech.day(day))) }
    if state.outcome.unknown.contains(row) { parts.append(speech(PlainWords.fitsUnknown)) }
    if state.marks[state.population.number(at: row)] != nil { parts.append(speech(PlainWords.marked)) }
    return parts.joined(separator: ", ")
  }

  private var name: TerminalText {
    let name = state.population.name(at: row).listed
    let number = TerminalText(Int(state.population.number(at: row).number))
    return name.isEmpty ? speech(PlainWords.noName, number) : TerminalText(data: name)
  }

  private var age: TerminalText? {
    guard case .number(let years)? = state.population.value("age", at: row, state.context).content else {
      return nil
    }
    return years.count == 1 ? TerminalText(years.lowerBound) : "\(years.lowerBound)–\(years.upperBound)"
  }

  private func seen(_ seen: LastSeen) -> TerminalText {
    if seen.unconfirmed != nil { return speech(PlainWords.unconfirmed) }
    guard let known = seen.known else {
      return speech(seen.isNever ? PlainWords.neverSeen : PlainWords.seenUnknown)
    }
    let (months, days) = DayText.parts(from: known, to: state.context.today)
    if months == 0, days == 0 { return speech(PlainWords.seenToday) }
    // Whole months are near enough to listen to; the record has the day.
    let period = months > 0 ? Period(months: months) : Period(days: days)
    return speech(PlainWords.seenAgo, speech.period(period))
  }
}

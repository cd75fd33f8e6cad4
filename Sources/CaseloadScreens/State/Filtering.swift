import CaseloadCore
import Cells

extension ScreenState {
  /// Counts everyone on each worklist. Kept until data or day change: it is not on a key's path.
  mutating func countWorklists() {
    counts = [:]
    let appointed = population.evaluate(.test("next", .days([.today(.greaterOrEqual)])), context, links).yes
    for worklist in links.worklists where worklist.problem == nil {
      let outcome = population.evaluate(.worklist(worklist.id), context, links)
      counts[worklist.id] = WorklistCount(
        yes: outcome.yes.count, unknown: outcome.unknown.count,
        withAppointment: outcome.yes.countInCommon(with: appointed))
    }
  }

  /// Reads a filter text as it is typed and shows what its finished part comes to: what stands before the
  /// unfinished last term, or before the place of an error.
  mutating func read(_ text: String) {
    let typing = FilterParser.parseTyping(
      text, worklists: links.worklists, language: context.language, catalogue: population.catalogue)
    filterError = typing.error
    let settled = population.settled(typing, context, links)
    isStale = settled.unfinished || typing.error != nil || settled.filter == nil
    guard let filter = typing.error.map({ finished(text, before: $0) }) ?? settled.filter else { return }
    self.filter = filter
    leaving = nil
    evaluate()
  }

  /// The filter of what stands before an error; nil where that cannot be read by itself.
  private func finished(_ text: String, before error: FilterError) -> Filter? {
    let part = String(String.UnicodeScalarView(text.unicodeScalars.prefix(error.range.lowerBound)))
    do throws(FilterError) {
      return try FilterParser.parse(
        part, worklists: links.worklists, language: context.language, catalogue: population.catalogue)
    } catch {
      // The error before this one keeps the last result; its words are shown already.
      return nil
    }
  }

  /// Evaluates the filter in force: what every pane shows.
  mutating func evaluate() {
    outcome = population.evaluate(filter, context, links)
    showOutcome()
  }

  /// Takes yes, and unknown where they are shown, into the list.
  mutating func showOutcome() {
    shown = showsUnknown ? outcome.yes.union(outcome.unknown) : outcome.yes
    shownCount = shown.count
    if let row = leavingRow, shown.contains(row) { leaving = nil }
    findFewPlaces()
  }

  /// How many pass, may pass and do not.
  var filterCounts: (yes: Int, unknown: Int, no: Int, all: Int) {
    let yes = outcome.yes.count
    let unknown = outcome.unknown.count
    return (yes, unknown, max(0, population.count - yes - unknown), population.count)
  }

  /// Puts a filter text in force and keeps the one before for going back to.
  mutating func setFilter(_ text: String) throws(FilterError) {
    let filter = try FilterParser.parse(
      text, worklists: links.worklists, language: context.language, catalogue: population.catalogue)
    remember(filterText)
    filterText = text
    // Nobody's filter, or another worklist, is no change of the one before.
    if text.isEmpty { baseWorklist = nil }
    if case .worklist(let id) = filter, id != baseWorklist { baseWorklist = nil }
    remember(text)
    self.filter = filter
    filterError = nil
    isStale = false
    leaving = nil
    evaluate()
  }

  /// As above, for a text of the program's own; should it not be readable, nothing changes and the error says so.
  mutating func show(filter text: String) {
    do throws(FilterError) {
      try setFilter(text)
    } catch {
      message = Said(TerminalText(data: error.message), .error)
    }
  }

  /// Keeps a text for `/` and the arrow up.
  mutating func remember(_ text: String) {
    guard !text.isEmpty else { return }
    history.removeAll { $0 == text }
    history.append(text)
    if history.count > 100 { history.removeFirst(history.count - 100) }
  }

  /// Puts another condition behind the filter in force.
  mutating func narrow(by filter: Filter) {
    let term = filter.printed(population.catalogue)
    guard !term.isEmpty else { return }
    // The same condition twice says nothing more, and would go into a worklist so.
    if conditions(of: filter).isSubset(of: conditions(of: self.filter)) {
      message = Said(speech(ListWords.narrowedAlready, TerminalText(data: term)))
      return
    }
    let text =
      filterText.isEmpty ? term : needsParentheses ? "(\(filterText)) \(term)" : "\(filterText) \(term)"
    show(filter: text)
  }

  /// The conditions that all have to be met, each as the filter language says it.
  private func conditions(of filter: Filter) -> Set<String> {
    if case .and(let parts) = filter { return parts.reduce(into: []) { $0.formUnion(conditions(of: $1)) } }
    return filter == .all ? [] : [filter.printed(population.catalogue)]
  }

  /// "a or b" with a third condition behind it would mean "a or (b and c)".
  private var needsParentheses: Bool {
    if case .or = filter { return true }
    return false
  }

  /// The worklist in force: the one the filter is, or asks for among other conditions.
  var worklistInForce: Worklist? {
    let names = filter.worklistNames
    return links.worklists.first { names.contains($0.id) }
  }
}

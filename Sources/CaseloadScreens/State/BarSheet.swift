import CaseloadCore
import Cells

/// What the characteristics pane works out for one frame or one move, each thing once: where its fields stand, the
/// lines of the client's values, the bars.
struct BarSheet {
  /// How the pane's fields stand; nil where it is not shown.
  let layout: BarLayout?
  /// The columns that a value has beside its field's name.
  private let room: Int
  private var facets: [FieldID: Facet] = [:]
  /// The fields whose values have one line only, so that there is room for bars.
  private(set) var tight: Set<FieldID> = []
  private var lines: [FieldID: [TerminalText]] = [:]

  /// The sheet of a state, with nothing worked out yet.
  init(_ state: ScreenState) {
    let rect = state.layout.rect(of: .characteristics)
    let layout = rect.map { BarLayout($0) }
    self.layout = layout
    let width = rect.flatMap { rect in layout?.rect(of: 0, in: rect.inset()).width } ?? 0
    room = width - CharacteristicsPane.labelWidth(width)
  }

  /// A field's bars over the list against the caseload.
  mutating func facet(_ field: FieldID, _ state: ScreenState) -> Facet {
    if let facet = facets[field] { return facet }
    let facet = state.facet(field)
    facets[field] = facet
    return facet
  }

  /// The bars shown of a field, and how many values are not: nobody in the caseload, or too many values for the pane,
  /// in which a field's bars stand together. What is not known is always shown.
  func shown(_ facet: Facet) -> (bars: [Facet.Bar], rest: Int) {
    let count = shownCount(facet)
    var bars: [Facet.Bar] = []
    bars.reserveCapacity(count.values + count.states)
    for isState in [false, true] {
      for index in facet.bars.indices
      where facet.bars[index].isState == isState && facet.bars[index].inAll > 0 {
        if !isState, bars.count == count.values { break }
        bars.append(facet.bars[index])
      }
    }
    return (bars, count.rest)
  }

  /// The same in numbers: values, states, and the values not shown.
  private func shownCount(_ facet: Facet) -> (values: Int, states: Int, rest: Int) {
    var (values, states) = (0, 0)
    for index in facet.bars.indices where facet.bars[index].inAll > 0 {
      if facet.bars[index].isState { states += 1 } else { values += 1 }
    }
    let room = max(1, (layout?.height ?? ScreenState.mostValues) - states - 4)
    let most = min(ScreenState.mostValues, room)
    return (min(values, most), states, max(0, values - most))
  }

  /// What stands beside a field's name, over two lines where it needs them, three for a register's text that was not
  /// understood: that is no use when it is cut.
  mutating func valueLines(of field: Field, _ state: ScreenState) -> [TerminalText] {
    guard state.bars != .list, let client = state.cursorRow, layout != nil else { return [""] }
    if let lines = lines[field.id] { return lines }
    let value = state.population.value(field.id, at: client, state.context)
    let most = value.raw != nil ? 3 : tight.contains(field.id) ? 1 : 2
    let made = wrapped(CharacteristicsPane.said(field, client, state).text, most: most)
    lines[field.id] = made
    return made
  }

  private func wrapped(_ text: TerminalText, most: Int) -> [TerminalText] {
    guard text.width > room else { return [text] }
    let lines = text.wrap(to: max(1, room))
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: " ")]
  }

  /// How many lines a field takes: its own, its bars, and one for the values that are not shown.
  mutating func lineCount(of field: Field, open: Set<FieldID>, _ state: ScreenState) -> Int {
    let lines = valueLines(of: field, state).count
    guard open.contains(field.id), field.isCounted else { return lines }
    return lines + barLines(facet(field.id, state)).count
  }

  /// The lines of a field's bars, and whether one of them is a value's.
  private func barLines(_ facet: Facet) -> (count: Int, hasValue: Bool) {
    let (values, states, rest) = shownCount(facet)
    return (values + states + (rest > 0 ? 1 : 0), values > 0)
  }

  /// The fields whose bars are shown: in the list mode all; with the client's values those that leave all of her
  /// values in sight, and the one the cursor is in; all, too, where her values are more than there is room for, so that
  /// one scrolls anyhow.
  mutating func openFields(_ state: ScreenState) -> Set<FieldID> {
    switch state.bars {
    case .client: return []
    case .list: return Set(state.barFields.map(\.id))
    case .both:
      var open = fitting(state)
      if open.isEmpty, tight.isEmpty {
        // Long values that leave no room for a single bar are cut; the record has them whole.
        (tight, lines) = (Set(state.barFields.map(\.id)), [:])
        open = fitting(state)
        if open.isEmpty { (tight, lines) = ([], [:]) } else { loosen(state, open) }
      }
      if state.focus == .characteristics, let place = state.barPlace { open.insert(place.field) }
      return open
    }
  }

  /// Gives the lines that bars left over back to the values that were cut for them, from the top.
  private mutating func loosen(_ state: ScreenState, _ open: Set<FieldID>) {
    guard let layout else { return }
    let fields = state.barFields
    var counts = fields.map { lineCount(of: $0, open: open, state) }
    for (index, field) in fields.enumerated() {
      let (cut, was) = (lines[field.id], counts[index])
      tight.remove(field.id)
      lines[field.id] = nil
      counts[index] = lineCount(of: field, open: open, state)
      if layout.places(counts).isWhole { continue }
      tight.insert(field.id)
      (lines[field.id], counts[index]) = (cut, was)
    }
  }

  /// The fields whose bars fit beside all of the client's values.
  private mutating func fitting(_ state: ScreenState) -> Set<FieldID> {
    guard let layout else { return [] }
    var open: Set<FieldID> = []
    let fields = state.barFields
    var counts = fields.map { valueLines(of: $0, state).count }
    guard layout.places(counts).isWhole else { return Set(fields.filter(\.isCounted).map(\.id)) }
    var free = layout.height * layout.columns - counts.reduce(0, +)
    for (index, field) in fields.enumerated() where field.isCounted && free > 0 {
      let lines = barLines(facet(field.id, state))
      // That nobody was asked needs no bars as long as there is a line of the client's own.
      guard lines.hasValue, lines.count <= free else { continue }
      counts[index] += lines.count
      if layout.places(counts).isWhole {
        open.insert(field.id)
        free -= lines.count
      } else {
        counts[index] -= lines.count
      }
    }
    return open
  }
}

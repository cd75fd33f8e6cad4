import CaseloadCore
import Cells

extension ScreenState {
  /// The fields of the characteristics pane, those that the catalogue has.
  static let characteristics: [FieldID] = [
    "age", "gender", "education", "licence", "experience", "hours", "irregular", "heavy", "speaks", "writes",
    "wants", "sector", "skills", "transport", "travel", "available", "household", "children", "language",
    "district", "interpreter", "support", "job-ready", "ladder",
  ]

  /// Days that have bars here where there is room: of the client the monitoring pane says them.
  static let days: [FieldID] = ["seen", "next", "cv", "plan"]

  /// The most values shown of one field; the rest are counted in a line of their own.
  static let mostValues = 12

  /// The bars shown of a field, and how many values are not: nobody in the caseload, or too many values for the pane,
  /// in which a field's bars stand together. What is not known is always shown.
  func shownBars(_ facet: Facet) -> (bars: [Facet.Bar], rest: Int) {
    let values = facet.bars.filter { !$0.isState && $0.inAll > 0 }
    let states = facet.bars.filter { $0.isState && $0.inAll > 0 }
    let room = max(1, (barLayout?.height ?? Self.mostValues) - states.count - 4)
    let most = min(Self.mostValues, room)
    return (values.prefix(most) + states, max(0, values.count - most))
  }

  /// The fields of the characteristics pane in this mode: without the client's values only what is counted.
  var barFields: [Field] {
    let hasRoom = bars == .list || bars == .both && (barLayout?.columns ?? 1) > 1
    return (Self.characteristics + (hasRoom ? Self.days : [])).compactMap { population.catalogue[$0] }
      .filter { bars != .list || $0.isCounted }
  }

  /// A field's bars over the list against the caseload.
  func facet(_ field: FieldID) -> Facet { population.facet(field, of: shown, context) }

  /// The fields whose bars are shown: in the list mode all; with the client's values those that leave all of her
  /// values in sight, and the one the cursor is in; all, too, where her values are more than there is room for, so that
  /// one scrolls anyhow. Bars that had to be counted for it are left in `facets`.
  func openFields(facets: inout [FieldID: Facet]) -> Set<FieldID> {
    switch bars {
    case .client: return []
    case .list: return Set(barFields.map(\.id))
    case .both:
      guard let layout = barLayout else { return [] }
      var open: Set<FieldID> = []
      let fields = barFields
      var counts = fields.map { valueLines(of: $0).count }
      guard layout.places(counts).isWhole else { return Set(fields.filter(\.isCounted).map(\.id)) }
      for (index, field) in fields.enumerated() where field.isCounted {
        let (bars, rest) = shownBars(facet(field.id, &facets))
        // That nobody was asked needs no bars as long as there is a line of the client's own.
        guard bars.contains(where: { !$0.isState }) else { continue }
        var wider = counts
        wider[index] += bars.count + (rest > 0 ? 1 : 0)
        guard layout.places(wider).isWhole else { continue }
        open.insert(field.id)
        counts = wider
      }
      if focus == .characteristics, let place = barPlace { open.insert(place.field) }
      return open
    }
  }

  /// A field's bars, counted once for a whole move or frame.
  func facet(_ field: FieldID, _ facets: inout [FieldID: Facet]) -> Facet {
    if let facet = facets[field] { return facet }
    let facet = facet(field)
    facets[field] = facet
    return facet
  }

  /// How the pane's fields stand; nil where it is not shown.
  var barLayout: BarLayout? { layout.rect(of: .characteristics).map { BarLayout($0) } }

  /// What stands beside a field's name, over two lines where it needs them, three for a register's text that was not
  /// understood: that is no use when it is cut.
  func valueLines(of field: Field) -> [TerminalText] {
    guard bars != .list, let client = cursorRow, let rect = layout.rect(of: .characteristics) else {
      return [""]
    }
    let value = population.value(field.id, at: client, context)
    let text = speech.value(value, of: field).text
    let width = BarLayout(rect).rect(of: 0, in: rect.inset()).width
    let room = width - CharacteristicsPane.labelWidth(width)
    guard text.width > room else { return [text] }
    let lines = text.wrap(to: max(1, room))
    let most = value.raw == nil ? 2 : 3
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: " ")]
  }

  /// The bar under the cursor of the characteristics; nil on a field's own line.
  var barUnderCursor: Facet.Bar? {
    // A bar that is not drawn has no keys.
    guard bars != .client, let place = barPlace, let code = place.code else { return nil }
    return facet(place.field).bars.first { $0.code == code }
  }

  /// Gives the cursor a place when it has none, or its field is not shown.
  mutating func settleBars() {
    let fields = barFields
    if let place = barPlace, fields.contains(where: { $0.id == place.field }) {
      if bars == .client { barPlace?.code = nil }
      return
    }
    barPlace = fields.first.map { BarPlace(field: $0.id, code: nil) }
    barTop = 0
  }

  /// The places of a field in this mode: its own line and its bars.
  private func places(of field: Field, open: Set<FieldID>, _ facets: inout [FieldID: Facet]) -> [BarPlace] {
    let line = BarPlace(field: field.id, code: nil)
    guard open.contains(field.id), field.isCounted else { return [line] }
    let bars = shownBars(facet(field.id, &facets)).bars
    return [line] + bars.map { BarPlace(field: field.id, code: $0.code) }
  }

  /// How many lines a field takes: its own, its bars, and one for the values that are not shown.
  func lineCount(of field: Field, open: Set<FieldID>, _ facets: inout [FieldID: Facet]) -> Int {
    let lines = valueLines(of: field).count
    guard open.contains(field.id), field.isCounted else { return lines }
    let (bars, rest) = shownBars(facet(field.id, &facets))
    return lines + bars.count + (rest > 0 ? 1 : 0)
  }

  /// Moves the cursor of the characteristics by lines.
  mutating func moveBar(by lines: Int) {
    settleBars()
    var facets: [FieldID: Facet] = [:]
    for _ in 0..<min(abs(lines), 500) { stepBar(lines < 0 ? -1 : 1, &facets) }
    scrollBars(&facets)
  }

  mutating func moveBar(toEnd isEnd: Bool) {
    let fields = barFields
    guard let field = isEnd ? fields.last : fields.first else { return }
    barPlace = BarPlace(field: field.id, code: nil)
    var facets: [FieldID: Facet] = [:]
    scrollBars(&facets)
  }

  private mutating func stepBar(_ step: Int, _ facets: inout [FieldID: Facet]) {
    let fields = barFields
    guard let place = barPlace, let index = fields.firstIndex(where: { $0.id == place.field }) else { return }
    let open = openFields(facets: &facets)
    let places = places(of: fields[index], open: open, &facets)
    // A bar may have gone with the filter; then the field's own line is where we are.
    let current = places.firstIndex(of: place) ?? 0
    if places.indices.contains(current + step) {
      barPlace = places[current + step]
    } else if fields.indices.contains(index + step) {
      barPlace =
        step > 0
        ? BarPlace(field: fields[index + step].id, code: nil)
        : self.places(of: fields[index + step], open: open, &facets).last
    }
  }

  /// Brings the cursor into sight: the pane scrolls by whole fields.
  private mutating func scrollBars(_ facets: inout [FieldID: Facet]) {
    let fields = barFields
    guard let layout = barLayout, let place = barPlace,
      let index = fields.firstIndex(where: { $0.id == place.field })
    else { return }
    barTop = min(barTop, index)
    let open = openFields(facets: &facets)
    let counts = fields.map { lineCount(of: $0, open: open, &facets) }
    while barTop < index, !layout.places(Array(counts[barTop...index])).isWhole { barTop += 1 }
  }
}

import CaseloadCore

extension ScreenState {
  /// The fields of the characteristics pane, those that the catalogue has.
  static let characteristics: [FieldID] = [
    "age", "gender", "education", "licence", "experience", "hours", "irregular", "heavy", "speaks", "writes",
    "wants", "sector", "skills", "transport", "travel", "available", "household", "children", "language",
    "district", "interpreter", "support", "job-ready", "ladder",
  ]

  /// The most values shown of one field; the rest are counted in a line of their own.
  static let mostValues = 12

  /// The bars shown of a field, and how many values are not: nobody in the caseload, or too many values. What is
  /// not known is always shown.
  static func shownBars(_ facet: Facet) -> (bars: [Facet.Bar], rest: Int) {
    let values = facet.bars.filter { !$0.isState && $0.inAll > 0 }
    let states = facet.bars.filter { $0.isState && $0.inAll > 0 }
    return (values.prefix(mostValues) + states, max(0, values.count - mostValues))
  }

  /// The fields of the characteristics pane in this mode: only facets have bars.
  var barFields: [Field] {
    Self.characteristics.compactMap { population.catalogue[$0] }
      .filter { bars != .list || $0.uses.contains(.facet) }
  }

  /// A field's bars over the list against the caseload.
  func facet(_ field: FieldID) -> Facet { population.facet(field, of: shown, context) }

  /// The fields whose bars are shown: in the list mode all; with the client's values those for which there is
  /// room, and the one the cursor is in. Bars that had to be counted for it are left in `facets`.
  func openFields(height: Int, facets: inout [FieldID: Facet]) -> Set<FieldID> {
    switch bars {
    case .client: return []
    case .list: return Set(barFields.map(\.id))
    case .both:
      var open: Set<FieldID> = []
      let fields = barFields
      var room = height - fields.count
      for field in fields where field.uses.contains(.facet) && room > 1 {
        let facet = facet(field.id)
        facets[field.id] = facet
        let (bars, rest) = Self.shownBars(facet)
        let count = bars.count + (rest > 0 ? 1 : 0)
        if count > room { break }
        open.insert(field.id)
        room -= count
      }
      if focus == .characteristics, let place = barPlace { open.insert(place.field) }
      return open
    }
  }

  /// As above, where the bars themselves are not drawn.
  private func openFields(height: Int) -> Set<FieldID> {
    var facets: [FieldID: Facet] = [:]
    return openFields(height: height, facets: &facets)
  }

  /// The bar under the cursor of the characteristics; nil on a field's own line.
  var barUnderCursor: Facet.Bar? {
    guard let place = barPlace, let code = place.code else { return nil }
    return facet(place.field).bars.first { $0.code == code }
  }

  /// Gives the cursor a place when it has none, or its field is not shown.
  mutating func settleBars() {
    let fields = barFields
    if let place = barPlace, fields.contains(where: { $0.id == place.field }) { return }
    barPlace = fields.first.map { BarPlace(field: $0.id, code: nil) }
    barTop = 0
  }

  /// The places of a field in this mode: its own line and its bars.
  private func places(of field: Field, open: Set<FieldID>) -> [BarPlace] {
    let line = BarPlace(field: field.id, code: nil)
    guard open.contains(field.id), field.uses.contains(.facet) else { return [line] }
    let bars = Self.shownBars(facet(field.id)).bars
    return [line] + bars.map { BarPlace(field: field.id, code: $0.code) }
  }

  /// How many lines a field takes: its own, its bars, and one for the values that are not shown.
  private func lineCount(of field: Field, open: Set<FieldID>) -> Int {
    guard open.contains(field.id), field.uses.contains(.facet) else { return 1 }
    let (bars, rest) = Self.shownBars(facet(field.id))
    return 1 + bars.count + (rest > 0 ? 1 : 0)
  }

  /// Moves the cursor of the characteristics by lines.
  mutating func moveBar(by lines: Int) {
    settleBars()
    for _ in 0..<min(abs(lines), 500) { stepBar(lines < 0 ? -1 : 1) }
    scrollBars()
  }

  mutating func moveBar(toEnd isEnd: Bool) {
    let fields = barFields
    guard let field = isEnd ? fields.last : fields.first else { return }
    barPlace = BarPlace(field: field.id, code: nil)
    scrollBars()
  }

  private mutating func stepBar(_ step: Int) {
    let fields = barFields
    guard let place = barPlace, let index = fields.firstIndex(where: { $0.id == place.field }) else { return }
    let open = openFields(height: barHeight)
    let places = places(of: fields[index], open: open)
    // A bar may have gone with the filter; then the field's own line is where we are.
    let current = places.firstIndex(of: place) ?? 0
    if places.indices.contains(current + step) {
      barPlace = places[current + step]
    } else if fields.indices.contains(index + step) {
      barPlace =
        step > 0
        ? BarPlace(field: fields[index + step].id, code: nil)
        : self.places(of: fields[index + step], open: open).last
    }
  }

  /// Rows inside the pane's border.
  private var barHeight: Int { max(1, (layout.rect(of: .characteristics)?.height ?? 3) - 3) }

  /// Brings the cursor into sight: the pane scrolls by whole fields.
  private mutating func scrollBars() {
    let fields = barFields
    guard let place = barPlace, let index = fields.firstIndex(where: { $0.id == place.field }) else { return }
    barTop = min(barTop, index)
    let height = barHeight
    while barTop < index {
      let open = openFields(height: height)
      let above = fields[barTop..<index].reduce(0) { $0 + lineCount(of: $1, open: open) }
      if above + lineCount(of: fields[index], open: open) <= height { break }
      barTop += 1
    }
  }
}

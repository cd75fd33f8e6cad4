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

  /// The fields of the characteristics pane in this mode: without the client's values only what is counted.
  var barFields: [Field] {
    let hasRoom = bars == .list || bars == .both && (barLayout?.columns ?? 1) > 1
    return (Self.characteristics + (hasRoom ? Self.days : [])).compactMap { population.catalogue[$0] }
      .filter { bars != .list || $0.isCounted }
  }

  /// A field's bars over the list against the caseload.
  func facet(_ field: FieldID) -> Facet { population.facet(field, of: shown, context) }

  /// How the pane's fields stand; nil where it is not shown.
  var barLayout: BarLayout? { layout.rect(of: .characteristics).map { BarLayout($0) } }

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
  private func places(of field: Field, open: Set<FieldID>, _ sheet: inout BarSheet) -> [BarPlace] {
    let line = BarPlace(field: field.id, code: nil)
    guard open.contains(field.id), field.isCounted else { return [line] }
    let bars = sheet.shown(sheet.facet(field.id, self)).bars
    return [line] + bars.map { BarPlace(field: field.id, code: $0.code) }
  }

  /// Moves the cursor of the characteristics by lines.
  mutating func moveBar(by lines: Int) {
    settleBars()
    var sheet = BarSheet(self)
    for _ in 0..<min(abs(lines), 500) { stepBar(lines < 0 ? -1 : 1, &sheet) }
    scrollBars(&sheet)
  }

  mutating func moveBar(toEnd isEnd: Bool) {
    let fields = barFields
    guard let field = isEnd ? fields.last : fields.first else { return }
    barPlace = BarPlace(field: field.id, code: nil)
    var sheet = BarSheet(self)
    scrollBars(&sheet)
  }

  private mutating func stepBar(_ step: Int, _ sheet: inout BarSheet) {
    let fields = barFields
    guard let place = barPlace, let index = fields.firstIndex(where: { $0.id == place.field }) else { return }
    let open = sheet.openFields(self)
    let places = places(of: fields[index], open: open, &sheet)
    // A bar may have gone with the filter; then the field's own line is where we are.
    let current = places.firstIndex(of: place) ?? 0
    if places.indices.contains(current + step) {
      barPlace = places[current + step]
    } else if fields.indices.contains(index + step) {
      barPlace =
        step > 0
        ? BarPlace(field: fields[index + step].id, code: nil)
        : self.places(of: fields[index + step], open: open, &sheet).last
    }
  }

  /// Brings the cursor into sight: the pane scrolls by whole fields.
  private mutating func scrollBars(_ sheet: inout BarSheet) {
    let fields = barFields
    guard let layout = sheet.layout, let place = barPlace,
      let index = fields.firstIndex(where: { $0.id == place.field })
    else { return }
    barTop = min(barTop, index)
    let open = sheet.openFields(self)
    let counts = fields.map { sheet.lineCount(of: $0, open: open, self) }
    while barTop < index, !layout.places(Array(counts[barTop...index])).isWhole { barTop += 1 }
  }
}

import CaseloadCore
import Cells

/// The table of one field, or of two crossed, over the whole window: rows that act like bars.
enum TableScreen {
  static func draw(_ state: ScreenState, _ view: TableView, in rect: Rect, _ frame: inout Frame) {
    let content = TableContent(state, view)
    let speech = state.speech
    var title = name(view.rows.field, state)
    if let columns = view.columns { title = "\(title) × \(name(columns.field, state))" }
    frame.box(
      rect, title: title,
      note: speech(
        Words.listOfCaseload, TerminalText(content.rowFacet.ofList), TerminalText(content.rowFacet.ofAll)),
      role: .focus)
    var inner = rect.inset()
    guard inner.height > 2 else { return }
    let notes = notes(content, state)
    for note in notes.reversed() where inner.height > 5 {
      let (line, rest) = inner.splitBottom(1)
      frame.put(note.text, in: line.inset(rows: 0, columns: 2), role: note.role)
      inner = rest
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    guard !content.rows.isEmpty else {
      frame.put(speech(TableWords.nothing), in: inner.inset(rows: 0, columns: 2), line: 1, role: .dim)
      return
    }
    if content.isCrossed {
      CrossRows(state, content, inner).draw(&frame)
    } else {
      PlainRows(state, content, inner).draw(&frame)
    }
    let shown = max(0, inner.height - 2)
    ScrollNote.draw(
      top: top(content, shown), shown: shown, of: content.rows.count, state, rect, &frame)
  }

  static func name(_ id: FieldID, _ state: ScreenState) -> TerminalText {
    state.population.catalogue[id].map { state.speech($0.label) } ?? ""
  }

  /// The first row in sight: the cursor stays in the middle as long as there are rows on both sides.
  static func top(_ content: TableContent, _ shown: Int) -> Int {
    max(0, min((content.rowIndex ?? 0) - shown / 2, content.rows.count - shown))
  }

  /// What the rows do not say themselves: that a client may be in several, and who is in none.
  private static func notes(_ content: TableContent, _ state: ScreenState) -> [Said] {
    let speech = state.speech
    var notes: [Said] = []
    for facet in [content.rowFacet, content.columnFacet].compactMap({ $0 }) where facet.inNoBar > 0 {
      let words = content.isCrossed ? TableWords.inNoneOf : TableWords.inNone
      notes.append(Said(speech(words, TerminalText(facet.inNoBar), name(facet.field, state)), .unknown))
    }
    if content.rowFacet.isMultiple || content.columnFacet?.isMultiple == true {
      notes.append(Said(speech(content.isCrossed ? TableWords.overlapCells : TableWords.overlap), .dim))
    }
    return notes
  }
}

/// The words of the tables.
enum TableWords {
  static let total = Phrase("screens.table.total", "all clients")
  static let all = Phrase("screens.table.all", "all")
  static let list = Phrase("screens.table.list", "list")
  static let share = Phrase("screens.table.share", "share")
  static let caseload = Phrase("screens.table.caseload", "caseload")
  static let nothing = Phrase("screens.table.nothing", "There is nothing to count.")
  static let overlap = Phrase(
    "screens.table.overlap", "One client can stand in more than one row; totals are of clients.")
  static let overlapCells = Phrase(
    "screens.table.overlap-cells", "One client can stand in more than one cell; totals are of clients.")
  static let inNone = Phrase("screens.table.in-none", "{0} of the list are in no row.")
  static let inNoneOf = Phrase("screens.table.in-none-of", "{0} of the list are nowhere under {1}.")
  static let fieldOfRows = Phrase("screens.table.choose", "Count")
  static let fieldOfColumns = Phrase("screens.table.choose-second", "Cross with")
  static let barLegend = Phrase(
    "screens.table.bar", "{0} of the list's {1} ({2}), {3} of the caseload's {4} ({5}).")
  static let cellLegend = Phrase(
    "screens.table.cell",
    "{0} of the list's {1} ({2}), {3} of the row, {4} of the column; {5} in the caseload.")
  static let totalLegend = Phrase("screens.table.total-legend", "The list itself: {0} of {1} clients.")
}

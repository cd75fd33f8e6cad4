import CaseloadCore
import Cells

/// One column of the list.
struct ListColumn: Equatable {
  /// What it shows: a field, or the sign that says ‼.
  enum Content: Equatable { case name, age, seen, sign, next, field(FieldID) }
  var content: Content
  var width: Int

  /// What shows a field.
  static func showing(_ field: FieldID) -> Content {
    switch field {
    case "name": .name
    case "age": .age
    case "seen": .seen
    case "next": .next
    default: .field(field)
    }
  }

  /// The field it is sorted by; nil for the sign.
  var field: FieldID? {
    switch content {
    case .name: "name"
    case .age: "age"
    case .seen: "seen"
    case .next: "next"
    case .field(let id): id
    case .sign: nil
    }
  }

  var alignment: Alignment { content == .age ? .right : .left }

  /// The plain columns, and those that are added where there is room, in their order.
  static let plain: [FieldID] = ["name", "age", "seen", "next"]
  static let added: [FieldID] = ["track", "ladder", "cv", "plan", "waiting", "gaps", "district"]

  /// What stands over it.
  func head(_ speech: Speech, _ catalogue: Catalogue) -> TerminalText {
    switch content {
    case .name: speech(Words.client)
    case .age: speech(Words.age)
    case .seen: speech(Words.lastSeen)
    case .next: speech(Words.next)
    case .sign: ""
    case .field(let id): catalogue[id].map { speech($0.short) } ?? ""
    }
  }

  /// The width that a field's values need.
  static func width(of field: FieldID) -> Int {
    switch field {
    case "age": 3
    case "next", "gaps", "errands", "children", "number": 6
    case "track": 14
    default: 11
    }
  }
}

/// Lays the list's columns out in its width.
struct ListColumns {
  private static let gutter = 2
  private static let shortestName = 18
  /// Names beside columns that were asked for, by choosing them or by sorting by them.
  private static let cutName = 10
  /// Names that have all the room they need.
  private static let roomyName = 28
  /// The longest names are hardly longer.
  private static let longestName = 36
  /// Where a text of one field is hardly cut any more.
  private static let widestText = 26

  let state: ScreenState
  let width: Int

  private var speech: Speech { state.speech }
  private var widths: ListWidths? { state.size.width < Layout.fourPanes ? nil : state.listWidths }
  /// What the names need, no more than that is there for anybody.
  private var needed: Int { widths.map { min(Self.longestName, $0.name) } ?? Self.longestName }
  private var catalogue: Catalogue { state.population.catalogue }

  /// A head, with its sign where the list is sorted by it, is never cut; unless its width was chosen.
  private func column(_ field: FieldID, width: Int? = nil) -> ListColumn {
    var column = ListColumn(
      content: ListColumn.showing(field), width: width ?? ListColumn.width(of: field))
    if width == nil {
      // What nobody here needs goes to the names, where all panes stand beside each other.
      if let widths, field == "seen" { column.width = widths.seen }
      if let widths, field == "next" { column.width = widths.next }
      let head = min(20, column.head(speech, catalogue).width) + state.sortSign(field).width
      column.width = max(column.width, head)
    }
    return column
  }

  private func used(_ columns: [ListColumn]) -> Int { columns.reduce(Self.gutter) { $0 + $1.width + 1 } }

  /// The columns: those that were chosen, else those there is room for.
  var fitting: [ListColumn] {
    let rest = state.chosenColumns.map { chosen($0) } ?? grown(automatic)
    return [ListColumn(content: .name, width: max(1, width - used(rest)))] + rest
  }

  /// The chosen ones as far as they fit beside names, before them what the list is sorted by; the sign
  /// goes with last seen, or stands first.
  private func chosen(_ columns: [ListView.Column]) -> [ListColumn] {
    let sign = ListColumn(content: .sign, width: 1)
    let sorted = state.sort.field
    var columns = columns
    // One sees why a client stands where she stands.
    if sorted != "name", !columns.contains(where: { $0.field == sorted }) {
      columns.insert(ListView.Column(field: sorted, width: nil), at: 0)
    }
    var fitting = columns.contains { $0.field == "seen" } ? [] : [sign]
    for column in columns {
      var parts = [self.column(column.field, width: column.width)]
      if column.field == "seen" { parts.append(sign) }
      if width - used(fitting + parts) < Self.cutName { break }
      fitting += parts
    }
    return fitting
  }

  /// What the longest names leave over goes to the texts that are cut.
  private func grown(_ columns: [ListColumn]) -> [ListColumn] {
    var columns = columns
    var spare = width - used(columns) - needed
    for index in columns.indices where spare > 0 {
      guard case .field = columns[index].content else { continue }
      let more = min(spare, max(0, Self.widestText - columns[index].width))
      columns[index].width += more
      spare -= more
    }
    return columns
  }

  /// Last seen and its sign are always there, and the column that the list is sorted by first, so that one sees why a
  /// client stands where she stands; then as many as there is room for.
  private var automatic: [ListColumn] {
    let sorted = state.sort.field
    var rest = [column("seen"), ListColumn(content: .sign, width: 1)]
    if !ListColumn.plain.contains(sorted) {
      // It is always there, at the cost of long names.
      var why = column(sorted)
      why.width = min(why.width, max(6, width - used(rest) - 1 - 12))
      rest.append(why)
    }
    var extras = [column("age"), column("next")]
    if sorted == "next" { extras.swapAt(0, 1) }
    let also = state.sorts.dropFirst().map(\.field).filter { $0 != "name" && $0 != "seen" }
    extras.removeAll { $0.field.map(also.contains) ?? false }
    extras.insert(contentsOf: also.map { column($0) }, at: 0)
    for id in ListColumn.added where id != sorted && !also.contains(id) && catalogue[id] != nil {
      extras.append(column(id))
    }
    for extra in extras {
      // The columns beyond the plain ones come only where names have all the room they need.
      let isSorted = extra.field.map(also.contains) ?? false
      let isPlain = extra.content == .age || extra.content == .next
      let roomy = widths.map { max(Self.shortestName, min(Self.longestName, $0.name)) } ?? Self.roomyName
      let least = isSorted ? Self.cutName : isPlain ? Self.shortestName : roomy
      if width - used(rest + [extra]) < least { break }
      if extra.content == .age { rest.insert(extra, at: 0) } else { rest.append(extra) }
    }
    return rest
  }
}

extension ScreenState {
  /// The columns of the list in the width that it has now.
  var listColumns: [ListColumn] {
    let width = layout.rect(of: .list).map { $0.width - 2 } ?? Layout.twoPanes
    return ListColumns(state: self, width: width).fitting
  }
}

/// How wide the columns of the list have to be for everybody in the caseload, so that nothing moves while one scrolls or
/// filters.
struct ListWidths: Sendable {
  /// The longest name, with the sign of a private note behind it.
  var name = 0
  /// The longest text of when somebody was seen.
  var seen = 0
  /// The longest appointment.
  var next = 0
}

extension ScreenState {
  /// Measures what the columns have to be; of a whole town nobody does.
  mutating func measureList() {
    guard population.count <= Self.mostMeasured else { return listWidths = nil }
    var widths = ListWidths()
    let speech = speech
    population.alive.forEach { row in
      let said = ListRow(self, row, speech).plain(self)
      let note = notes[population.number(at: row)] == nil ? 0 : 2
      widths.name = max(widths.name, said.name.text.width + note)
      widths.seen = max(widths.seen, said.seen.text.width)
      widths.next = max(widths.next, said.next.text.width)
    }
    listWidths = widths
  }

  /// More than several coaches have together.
  private static let mostMeasured = 1_000
}

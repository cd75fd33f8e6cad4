import CaseloadCore
import Cells

/// The full-screen table of a field, or of two fields crossed: what it counts, and where its cursor stands.
public struct TableView: Hashable, Sendable {
  /// The field whose values stand under each other.
  public internal(set) var rows: Facet.Axis
  /// The field whose values stand beside each other; nil for a table of one field.
  public internal(set) var columns: Facet.Axis?
  /// Rows by how many they count, else in the field's own order.
  var isByCount = false
  /// The row and the column under the cursor by their bars' codes, so that the cursor stays on its bar when counts
  /// change; `total` on the totals, nil as long as it was not moved.
  var row: String?
  var column: String?

  /// No bar has this code.
  static let total = ""
}

/// Choosing a field for a table.
public struct FieldMenu: Hashable, Sendable {
  /// The place in the list of fields.
  var index: Int
  /// For the columns, else for the rows.
  var isForColumns: Bool
  /// The table that the field is for, which Esc goes back to.
  var table: TableView
}

/// What a table shows: its bars in their order, and the counts.
struct TableContent {
  let view: TableView
  let rowFacet: Facet
  let columnFacet: Facet?
  /// The rows, values first, then what is not known.
  let rows: [Facet.Bar]
  let columns: [Facet.Bar]
  /// For each row, for each column: how many of the list, and of all.
  let inList: [[Int]]
  let inAll: [[Int]]

  init(_ state: ScreenState, _ view: TableView) {
    self.view = view
    let population = state.population
    guard let axis = view.columns else {
      let facet = population.table(view.rows, of: state.shown, state.context)
      let order = Self.order(facet, population.catalogue, byCount: view.isByCount)
      (rowFacet, columnFacet) = (facet, nil)
      rows = order.map { facet.bars[$0] }
      (columns, inList, inAll) = ([], [], [])
      return
    }
    let cross = population.cross(view.rows, axis, of: state.shown, state.context)
    let order = Self.order(cross.rows, population.catalogue, byCount: view.isByCount)
    let across = Self.order(cross.columns, population.catalogue, byCount: false)
    (rowFacet, columnFacet) = (cross.rows, cross.columns)
    rows = order.map { cross.rows.bars[$0] }
    columns = across.map { cross.columns.bars[$0] }
    inList = order.map { row in across.map { cross.inList[row][$0] } }
    inAll = order.map { row in across.map { cross.inAll[row][$0] } }
  }

  /// The places of the bars that are shown, in their order. Values that nobody has are left out, but not days on
  /// which nothing was: a gap in a row of months says something.
  private static func order(_ facet: Facet, _ catalogue: Catalogue, byCount: Bool) -> [Int] {
    let isDay = catalogue[facet.field]?.kind == .day
    let shown = facet.bars.indices.filter { isDay || facet.bars[$0].inAll > 0 }
    let states = shown.filter { facet.bars[$0].isState }
    var values = shown.filter { !facet.bars[$0].isState }
    if byCount {
      values.sort { left, right in
        let (first, second) = (facet.bars[left].inList, facet.bars[right].inList)
        return first != second ? first > second : left < right
      }
    }
    return values + states
  }

  var isCrossed: Bool { columnFacet != nil }

  /// The row under the cursor; -1 on the totals of a crossed table, nil where there is no row.
  var rowIndex: Int? { index(of: view.row, in: rows) }
  /// The column under the cursor; -1 on the totals, nil in a table of one field.
  var columnIndex: Int? { isCrossed ? index(of: view.column, in: columns) : nil }

  private func index(of code: String?, in bars: [Facet.Bar]) -> Int? {
    if isCrossed, code == TableView.total || bars.isEmpty { return -1 }
    return bars.firstIndex { $0.code == code } ?? (bars.isEmpty ? nil : 0)
  }

  /// The bar of the row and that of the column under the cursor; nil for totals.
  var row: Facet.Bar? { rowIndex.flatMap { rows.indices.contains($0) ? rows[$0] : nil } }
  var column: Facet.Bar? { columnIndex.flatMap { columns.indices.contains($0) ? columns[$0] : nil } }

  /// How many are under the cursor: of the list, and of all.
  var counts: (inList: Int, inAll: Int) {
    switch (rowIndex, columnIndex) {
    case (let row?, let column?) where rows.indices.contains(row) && columns.indices.contains(column):
      (inList[row][column], inAll[row][column])
    default:
      (row ?? column).map { ($0.inList, $0.inAll) } ?? (rowFacet.ofList, rowFacet.ofAll)
    }
  }

  /// What the cell under the cursor narrows to; nil on the totals of both, which are the list itself.
  var filter: Filter? {
    switch (row?.filter, column?.filter) {
    case (let row?, let column?): row.and(column)
    case (let row?, nil): row
    case (nil, let column?): column
    case (nil, nil): nil
    }
  }

  /// What a mark that is made here remembers.
  var origin: MarkOrigin? {
    switch (row, column) {
    case (let row?, let column?):
      .cell(
        row: BarPlace(field: view.rows.field, code: row.code),
        column: BarPlace(field: columnFacet?.field ?? view.rows.field, code: column.code))
    case (let row?, nil): .bar(view.rows.field, code: row.code)
    case (nil, let column?): columnFacet.map { .bar($0.field, code: column.code) }
    case (nil, nil): nil
    }
  }
}

extension ScreenState {
  /// The table on the screen; nil where there is none.
  var tableView: TableView? {
    if case .table(let view) = mode { view } else { nil }
  }

  /// The field that has the focus: of the characteristics and the monitoring pane the one under their cursor, of the
  /// list the one it is sorted by; by its names it is sorted for looking up, and then it is last seen.
  var focusedField: FieldID {
    switch focus {
    case .characteristics: return barPlace?.field ?? "seen"
    case .monitoring: return MonitoringPane.field(self) ?? "seen"
    case .list, .legend: return sort.field == "name" ? "seen" : sort.field
    }
  }

  /// The fields that a table can count, those of the characteristics first.
  var tableFields: [FieldID] {
    let counted = population.catalogue.fields.filter(\.isCounted).map(\.id)
    let first = Self.characteristics.filter { counted.contains($0) }
    return first + counted.filter { !first.contains($0) }
  }

  mutating func openTable(of field: FieldID) {
    var view = TableView(rows: Facet.Axis(field))
    if focus == .characteristics, let place = barPlace, place.field == field { view.row = place.code }
    mode = .table(view)
  }

  /// Moves the table's cursor; it stops at the ends. In a crossed table the totals come before the first.
  mutating func moveTable(rows: Int, columns: Int) {
    guard var view = tableView else { return }
    let content = TableContent(self, view)
    view.row = Self.moved(content.rowIndex, by: rows, in: content.rows, hasTotal: content.isCrossed)
    if content.isCrossed {
      view.column = Self.moved(content.columnIndex, by: columns, in: content.columns, hasTotal: true)
    }
    mode = .table(view)
  }

  private static func moved(_ index: Int?, by step: Int, in bars: [Facet.Bar], hasTotal: Bool) -> String? {
    guard let index, !bars.isEmpty else { return nil }
    let place = min(max(hasTotal ? -1 : 0, index + step), bars.count - 1)
    return place < 0 ? TableView.total : bars[place].code
  }

  /// Days by the next longer stretch, and after years by weeks again.
  mutating func turnUnit() {
    guard var view = tableView else { return }
    func turn(_ axis: inout Facet.Axis) {
      let units = DayUnit.allCases
      guard population.catalogue[axis.field]?.kind == .day else { return }
      let index = units.firstIndex(of: axis.unit ?? Facet.unit(of: axis.field)) ?? 0
      axis.unit = units[(index + 1) % units.count]
    }
    turn(&view.rows)
    if var columns = view.columns {
      turn(&columns)
      view.columns = columns
    }
    mode = .table(view)
  }

  /// Whether a table counts days.
  func countsDays(_ view: TableView) -> Bool {
    [view.rows.field, view.columns?.field].compactMap { $0 }.contains {
      population.catalogue[$0]?.kind == .day
    }
  }

  /// Opens the menu of fields, on the field that is there now.
  mutating func chooseField(forColumns isForColumns: Bool) {
    guard let view = tableView else { return }
    var menu = FieldMenu(index: 0, isForColumns: isForColumns, table: view)
    let now = isForColumns ? view.columns?.field : view.rows.field
    menu.index = fields(of: menu).firstIndex { $0 == now } ?? 0
    mode = .tableField(menu)
  }

  /// The fields of a menu: a field is not crossed with itself.
  func fields(of menu: FieldMenu) -> [FieldID] {
    menu.isForColumns ? tableFields.filter { $0 != menu.table.rows.field } : tableFields
  }

  /// Takes the field under the menu's cursor into the table.
  mutating func keepField(_ menu: FieldMenu) {
    var view = menu.table
    let fields = fields(of: menu)
    if fields.indices.contains(menu.index) {
      let axis = Facet.Axis(fields[menu.index])
      if menu.isForColumns {
        view.columns = axis
        view.column = nil
      } else {
        view.rows = axis
        view.row = nil
        if view.columns?.field == axis.field { view.columns = nil }
      }
    }
    mode = .table(view)
  }

  /// Enter in a table: the list narrowed to what is under the cursor.
  mutating func narrowToTable() {
    guard let view = tableView, let filter = TableContent(self, view).filter else { return }
    mode = .browse
    isZoomed = false
    focus(on: .list)
    narrow(by: filter)
  }

  /// Marks the clients of the list who pass a filter, each with what marked her; when all of them are marked already,
  /// takes those marks away.
  mutating func mark(_ filter: Filter, _ origin: MarkOrigin) {
    let rows = population.evaluate(filter, context, links).yes.intersection(shown)
    var numbers: [ClientNumber] = []
    rows.forEach { numbers.append(population.number(at: $0)) }
    if numbers.allSatisfy({ marks[$0] != nil }) {
      for number in numbers { marks[number] = nil }
    } else {
      for number in numbers where marks[number] == nil { marks[number] = origin }
    }
    sayMarks()
  }
}

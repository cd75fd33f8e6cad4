import CaseloadCore

/// Choosing the columns of the list. The fields keep their lines while columns are turned on and off; only moving one
/// changes their order, which is that of the columns.
public struct ColumnMenu: Hashable, Sendable {
  /// The field under the cursor.
  var index: Int
  /// The fields, the columns that are on among them.
  var order: [FieldID]
}

extension ScreenState {
  /// The columns as they stand now: those chosen, or those that the program put there.
  var columnsNow: [ListView.Column] {
    chosenColumns
      ?? listColumns.compactMap { column in
        column.field.flatMap { $0 == "name" ? nil : ListView.Column(field: $0, width: nil) }
      }
  }

  /// Opens the menu: the columns first, then all other fields.
  mutating func openColumns() {
    let columns = columnsNow.map(\.field)
    let rest = sortFields.filter { $0 != "name" && !columns.contains($0) }
    mode = .columns(ColumnMenu(index: 0, order: columns + rest))
  }

  var columnMenu: ColumnMenu? { if case .columns(let menu) = mode { menu } else { nil } }

  /// The field under the menu's cursor.
  var columnField: FieldID? {
    columnMenu.flatMap { $0.order.indices.contains($0.index) ? $0.order[$0.index] : nil }
  }

  /// The column under the menu's cursor, where it is on.
  var columnUnderCursor: ListView.Column? {
    columnField.flatMap { field in columnsNow.first { $0.field == field } }
  }

  /// Turns the column under the cursor on or off.
  mutating func toggleColumn() {
    guard let menu = columnMenu, let field = columnField else { return }
    var columns = columnsNow
    if columns.contains(where: { $0.field == field }) {
      columns.removeAll { $0.field == field }
    } else {
      columns.append(ListView.Column(field: field, width: nil))
    }
    keep(columns, in: menu)
  }

  /// Moves the field under the cursor in the order of the columns; the cursor goes with it.
  mutating func moveColumn(by step: Int) {
    guard var menu = columnMenu else { return }
    let target = menu.index + step
    guard menu.order.indices.contains(menu.index), menu.order.indices.contains(target) else { return }
    menu.order.swapAt(menu.index, target)
    menu.index = target
    mode = .columns(menu)
    keep(columnsNow, in: menu)
  }

  /// Makes the column under the cursor wider or narrower.
  mutating func widenColumn(by step: Int) {
    guard let menu = columnMenu, let field = columnField else { return }
    let now = listColumns.first { $0.field == field }?.width ?? ListColumn.width(of: field)
    var columns = columnsNow
    guard let place = columns.firstIndex(where: { $0.field == field }) else { return }
    let width = (columns[place].width ?? now) + step
    columns[place].width = min(max(ListView.widths.lowerBound, width), ListView.widths.upperBound)
    keep(columns, in: menu)
  }

  /// Keeps columns in the order of the menu.
  private mutating func keep(_ columns: [ListView.Column], in menu: ColumnMenu) {
    changeView { view in
      view.columns = menu.order.compactMap { field in columns.first { $0.field == field } }
    }
  }
}

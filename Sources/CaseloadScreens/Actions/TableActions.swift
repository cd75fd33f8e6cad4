import CaseloadCore
import Cells

private let notCounted = Phrase(
  "action.reason.not-counted", "This is different for everybody; there is nothing to count.")
private let onTotals = Phrase("action.reason.on-totals", "This is the whole list; go to a row first.")
private let noDays = Phrase("action.reason.no-days", "No days are counted here.")

private func nothingUnderCursor(_ state: ScreenState) -> Phrase? {
  state.tableView.flatMap { TableContent(state, $0).filter } == nil ? onTotals : nil
}

/// The full-screen table of a field, and of two fields crossed.
let tableActions: [Action] = [
  Action(
    "table", keys: ["F"], in: .panes, short: "table",
    long:
      "Count the field that has the focus in a table that fills the window; there {key:cross} crosses it with another.",
    footer: .shown,
    unavailable: { state in
      state.population.catalogue[state.focusedField]?.isCounted == true ? nil : notCounted
    }
  ) { state in
    state.openTable(of: state.focusedField)
    return []
  },
  Action(
    "narrow-table", keys: [.enter], in: .table, short: "narrow",
    long: "Narrow the list to the row or the cell under the cursor, and go to it.", footer: .shown,
    unavailable: nothingUnderCursor
  ) { state in
    state.narrowToTable()
    return []
  },
  Action(
    "mark-table", keys: [.character(" ")], in: .table, short: "mark",
    long: "Mark the clients of the list who are in the row or the cell, or take those marks away.",
    footer: .shown, unavailable: nothingUnderCursor
  ) { state in
    if let content = state.tableView.map({ TableContent(state, $0) }), let filter = content.filter,
      let origin = content.origin
    {
      state.mark(filter, origin)
    }
    return []
  },
  Action(
    "cross", keys: ["x"], in: .table, short: "cross",
    long:
      "Cross the field with another: its values stand beside each other. {key:back} takes them away again.",
    footer: .shown
  ) { state in
    state.chooseField(forColumns: true)
    return []
  },
  Action(
    "table-field", keys: ["F"], in: .table, short: "field",
    long: "Count another field.", footer: .shown
  ) { state in
    state.chooseField(forColumns: false)
    return []
  },
  Action(
    "table-order", keys: ["s"], in: .table, short: "order",
    long: "Order the rows by how many they count, or in the field's own order again.", footer: .shown
  ) { state in
    if var view = state.tableView {
      view.isByCount.toggle()
      state.mode = .table(view)
    }
    return []
  },
  Action(
    "table-unit", keys: ["d"], in: .table, short: "weeks, months",
    long: "Count days by weeks, by months or by years.", footer: .shown,
    unavailable: { state in state.tableView.map { state.countsDays($0) } == true ? nil : noDays }
  ) { state in
    state.turnUnit()
    return []
  },
]

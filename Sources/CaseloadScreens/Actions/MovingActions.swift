import CaseloadCore
import Cells

private let lastPane = Phrase("action.reason.last-pane", "This is the last pane.")
private let firstPane = Phrase("action.reason.first-pane", "This is the first pane.")

/// Arrows, and h j k l for the same: no other action uses those letters.
let movingActions: [Action] = [
  Action(
    "down", keys: [.down, "j"], in: [.scrolling, .pickers, .alone], short: "down",
    long: "One client, line or bar down."
  ) {
    $0.move(lines: 1)
    return []
  },
  Action(
    "up", keys: [.up, "k"], in: [.scrolling, .pickers, .alone], short: "up",
    long: "One client, line or bar up."
  ) {
    $0.move(lines: -1)
    return []
  },
  Action(
    "right", keys: [.right, "l"], in: [.panes, .table], short: "right",
    long: "Go to the pane at the right; in a crossed table to the column.",
    unavailable: { $0.tableView == nil && $0.focus == .legend ? lastPane : nil }
  ) {
    $0.moveSideways(by: 1)
    return []
  },
  Action(
    "left", keys: [.left, "h"], in: [.panes, .table], short: "left",
    long: "Go to the pane at the left; in a crossed table to the column.",
    unavailable: { $0.tableView == nil && $0.focus == .list ? firstPane : nil }
  ) {
    $0.moveSideways(by: -1)
    return []
  },
  Action(
    "page-down", keys: [.pageDown, .control("f")], in: [.scrolling, .pickers, .alone], short: "page",
    long: "A page down."
  ) {
    $0.move(lines: max(1, $0.pageLines - 1))
    return []
  },
  Action(
    "page-up", keys: [.pageUp, .control("b")], in: [.scrolling, .pickers, .alone], short: "page back",
    long: "A page up."
  ) {
    $0.move(lines: -max(1, $0.pageLines - 1))
    return []
  },
  Action(
    "first", keys: [.home], in: [.scrolling, .alone], short: "first", long: "To the first client or line."
  ) {
    $0.move(toEnd: false)
    return []
  },
  Action("last", keys: [.end], in: [.scrolling, .alone], short: "last", long: "To the last client or line.") {
    $0.move(toEnd: true)
    return []
  },
]

extension ScreenState {
  /// How many lines a page is where the keys go.
  var pageLines: Int {
    switch mode {
    case .browse where focus == .list: layout.listRows
    case .browse: max(1, (layout.rect(of: focus)?.height ?? 3) - 2)
    default: max(1, layout.body.height - 2)
    }
  }

  /// Goes to the pane beside, or in a table to the column beside; stops at the ends.
  mutating func moveSideways(by step: Int) {
    if tableView != nil { return moveTable(rows: 0, columns: step) }
    if focus != (step < 0 ? .list : .legend) { focusPane(by: step) }
  }

  /// The cursor of a list that became shorter goes to one that is there.
  mutating func settlePick() {
    switch mode {
    case .transfers, .absences, .sweeps: move(lines: 0)
    case .errands, .contacts, .offers: if record != nil { move(lines: 0) }
    default: return
    }
  }

  /// The first line shown of the sweep's page: of another client it is read from the top.
  var sweepTop: Int { walking.topOf == sweep?.current ? walking.top : 0 }

  /// Moves what has the keys by lines; stops at the ends.
  mutating func move(lines: Int) {
    switch mode {
    case .worklists(let index): mode = .worklists(Self.clamp(index + lines, links.worklists.count))
    case .sort(let index): mode = .sort(Self.clamp(index + lines, sortFields.count))
    case .record, .visit, .alone:
      let wanted = max(0, (recordTop ?? 0) + lines)
      recordTop = Self.clamp(wanted, lastTop(RecordScreen.count(self, upTo: wanted + RecordScreen.reach)))
    case .find(var entry, let beneath):
      if lines < 0, recallSearch() { return }
      entry.index = Self.clamp(entry.index + lines, entry.found.count)
      entry.isMoved = true
      mode = .find(entry, over: beneath)
    case .actions: moveChoice(by: lines)
    case .table: moveTable(rows: lines, columns: 0)
    case .tableField(var menu):
      menu.index = Self.clamp(menu.index + lines, fields(of: menu).count)
      mode = .tableField(menu)
    case .columns(var menu):
      menu.index = Self.clamp(menu.index + lines, menu.order.count)
      mode = .columns(menu)
    case .fields(let client, let index, let beneath):
      mode = .fields(client, Self.clamp(index + lines, editableFields.count), over: beneath)
    case .errands(let client, let index, let beneath):
      mode = .errands(client, Self.clamp(index + lines, record?.errands.count ?? 0), over: beneath)
    case .contacts(let client, let index, let beneath):
      mode = .contacts(client, Self.clamp(index + lines, record?.contacts.count ?? 0), over: beneath)
    case .offers(let client, let index, let beneath):
      mode = .offers(client, Self.clamp(index + lines, record?.offers.count ?? 0), over: beneath)
    case .sweeps(let index): mode = .sweeps(Self.clamp(index + lines, newSweeps.count + sweeps.count))
    case .stops(let client, let index, let beneath):
      mode = .stops(client, Self.clamp(index + lines, Stop.allCases.count), over: beneath)
    case .transfers(let index, let beneath):
      mode = .transfers(Self.clamp(index + lines, ownTransfers.count), over: beneath)
    case .absences(let index, let beneath):
      mode = .absences(Self.clamp(index + lines, listedAbsences.count), over: beneath)
    case .filter, .name, .question, .page, .form: return
    case .sweep:
      let count = SweepScreen.lines(self, width: layout.body.width - 4).count
      walking.top = Self.clamp(sweepTop + lines, lastTop(count))
      walking.topOf = sweep?.current
    case .ahead(let top, let beneath):
      let count = AheadScreen.lines(self, width: layout.body.width - 4).count
      mode = .ahead(Self.clamp(top + lines, lastTop(count)), over: beneath)
    case .conflict(let conflict, let top, let beneath):
      let count = ConflictScreen.lines(self, conflict, width: layout.body.width - 4).count
      mode = .conflict(conflict, Self.clamp(top + lines, lastTop(count)), over: beneath)
    case .importing:
      importing.top = Self.clamp(importing.top + lines, lastTop(ImportScreen.lines(self).count + 3))
    case .browse:
      switch focus {
      case .list: moveCursor(by: lines)
      case .characteristics: moveBar(by: lines)
      case .monitoring:
        monitoringLine = Self.clamp(monitoringLine + lines, MonitoringPane.lines(self).count)
      case .legend: legendTop = Self.clamp(legendTop + lines, lastTop(LegendPane.lines(self).count))
      }
    }
  }

  mutating func move(toEnd isEnd: Bool) {
    if mode == .browse, focus == .list {
      moveCursor(toEnd: isEnd)
    } else if mode == .browse, focus == .characteristics {
      moveBar(toEnd: isEnd)
    } else {
      move(lines: isEnd ? 100_000 : -100_000)
    }
  }

  /// How many tops there are so that the last page is full.
  private func lastTop(_ lines: Int) -> Int { max(1, lines - pageLines + 1) }

  private static func clamp(_ index: Int, _ count: Int) -> Int { min(max(0, index), max(0, count - 1)) }
}

import CaseloadCore
import Cells

/// Draws the dashboard. Pure: the same state gives the same frame.
public func render(_ state: ScreenState) -> Frame {
  var frame = Frame(width: state.size.width, height: state.size.height)
  let layout = state.layout
  guard layout.fits else {
    drawTooSmall(state, &frame)
    return frame
  }
  if case .alone(_, let top, _) = state.mode {
    AloneScreen.draw(state, top: top, layout, &frame)
    return frame
  }
  if state.isLookedAt {
    // Neither whose caseload it is, nor by what it was filtered, is the client's to read.
    frame.fill(layout.title, role: .header)
    frame.put(" caseload", in: layout.title, role: .header, attributes: .bold)
    switch state.mode {
    case .find, .actions: TopLines.drawFilter(state, in: layout.filter, &frame)
    default: break
    }
  } else {
    TopLines.drawTitle(state, in: layout.title, &frame)
    TopLines.drawFilter(state, in: layout.filter, &frame)
    StripLine.draw(state, in: layout.strip, &frame)
  }
  let typed = frame.cursor
  drawBody(state, layout, &frame)
  LegendPane.drawLine(state, in: layout.legendLine, &frame)
  FooterLine.draw(state, in: layout.footer, &frame)
  // Where text is typed the hardware cursor is there.
  if let typed { frame.cursor = typed }
  return frame
}

private func drawBody(_ state: ScreenState, _ layout: Layout, _ frame: inout Frame) {
  switch state.mode {
  case .record(let top), .visit(_, let top, _):
    return RecordScreen.draw(state, top: top, in: layout.body, &frame)
  case .actions(let pick, _):
    return pick.style == .palette
      ? PaletteScreen.draw(state, in: layout.body, &frame) : HelpScreen.draw(state, in: layout.body, &frame)
  case .find: return FindScreen.draw(state, in: layout.body, &frame)
  case .page(let id, _): return PageScreen.draw(id, state, in: layout.body, &frame)
  case .ahead(let top, _): return AheadScreen.draw(state, top: top, in: layout.body, &frame)
  case .conflict(let conflict, let top, _):
    return ConflictScreen.draw(state, conflict, top: top, in: layout.body, &frame)
  case .name(_, let beneath), .question(_, let beneath):
    // They are asked over what they are about.
    var behind = state
    behind.mode = beneath
    return drawBody(behind, layout, &frame)
  case .table(let view): return TableScreen.draw(state, view, in: layout.body, &frame)
  case .importing: return ImportScreen.draw(state, in: layout.body, &frame)
  case .form(let form, _):
    if let legend = layout.rect(of: .legend), layout.form.width < layout.body.width {
      LegendPane.draw(state, in: legend, isFocused: false, &frame)
    }
    return FormScreen.draw(state, form, in: layout.form, &frame)
  case .sweep: return SweepScreen.draw(state, in: layout.body, &frame)
  case .errands, .offers, .contacts, .transfers, .absences, .sweeps, .stops:
    return PickScreen.draw(state, in: layout.body, &frame)
  case .browse, .filter, .worklists, .sort, .alone, .tableField, .columns, .fields: break
  }
  let isMenu = !state.place.isDisjoint(with: .menus)
  for (index, (pane, rect)) in layout.panes.enumerated() {
    let isFocused = state.focus == pane && !isMenu && state.columnMenu == nil
    if let menu = state.columnMenu, index == ColumnsScreen.place(layout) {
      ColumnsScreen.draw(state, menu, in: rect, &frame)
      continue
    }
    if isMenu, index == 0 {
      MenuScreen.draw(state, in: rect, &frame)
      continue
    }
    switch pane {
    case .list: ListPane.draw(state, in: rect, isFocused: isFocused, &frame)
    case .characteristics: CharacteristicsPane.draw(state, in: rect, isFocused: isFocused, &frame)
    case .monitoring: MonitoringPane.draw(state, in: rect, isFocused: isFocused, &frame)
    case .legend: LegendPane.draw(state, in: rect, isFocused: isFocused, &frame)
    }
  }
}

/// One line that says how large the window must be.
private func drawTooSmall(_ state: ScreenState, _ frame: inout Frame) {
  let text = state.speech(
    Words.tooSmall, TerminalText(state.size.width), TerminalText(state.size.height))
  // The need comes first where not even this line fits.
  let short = state.speech(Words.tooSmallShort)
  frame.put(
    text.width <= frame.width ? text : short, row: 0, column: 0, role: .attention, maxWidth: frame.width)
}

import CaseloadCore
import Cells

/// The client's values, and for the same fields how the list is distributed against the whole caseload. Bars
/// are worked out only for the fields in sight.
enum CharacteristicsPane {
  /// The width of the names before values and bars.
  static func labelWidth(_ width: Int) -> Int { min(20, max(8, (width * 15 + 31) / 32)) }

  /// The width of the names before bars: what nobody asked is said whole where that leaves a bar its length.
  private static func barLabelWidth(_ width: Int, _ countWidth: Int, _ speech: Speech) -> Int {
    let usual = labelWidth(width)
    let whole = speech(StateTest.empty.label).width + 3
    return width - whole - countWidth - 1 >= shortestBar ? max(usual, whole) : usual
  }

  /// A bar that still tells a tenth from a fifth.
  private static let shortestBar = 4

  static func draw(_ state: ScreenState, in rect: Rect, isFocused: Bool, _ frame: inout Frame) {
    let speech = state.speech
    frame.box(rect, title: "2 \(speech(Words.characteristics))", role: isFocused ? .focus : .border)
    let (head, body) = rect.inset().splitTop(1)
    drawMode(state, in: head, &frame)
    guard body.height > 0 else { return }
    var sheet = BarSheet(state)
    let open = sheet.openFields(state)
    let fields = state.barFields.dropFirst(state.barTop)
    let missing = state.cursorRow.map { Set(state.population.missing(at: $0, state.context)) } ?? []
    let layout = BarLayout(rect)
    var counts: [Int] = []
    // Bars are counted for what is in sight only.
    for field in fields {
      counts.append(sheet.lineCount(of: field, open: open, state))
      if !layout.places(counts).isWhole { break }
    }
    for (field, place) in zip(fields, layout.places(counts).places) {
      let column = layout.rect(of: place.column, in: body)
      let lines = drawField(
        state, &sheet, field, isMissing: missing.contains(field.id), column, place.line, isFocused, &frame)
      guard open.contains(field.id), field.isCounted else { continue }
      let facet = sheet.facet(field.id, state)
      drawBars(state, facet, sheet.shown(facet), field, column, place.line + lines, isFocused, &frame)
    }
  }

  /// Which of the two is shown, and what the numbers are of.
  private static func drawMode(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let counts = (TerminalText(state.shownCount), TerminalText(state.population.count))
    var list = speech(Words.listOfCaseload, counts.0, counts.1)
    let client = speech(Words.modeClient)
    if client.width + 3 + list.width > rect.width { list = speech(Words.listOfAll, counts.0, counts.1) }
    let width = client.width + 3 + list.width
    var column = rect.column + max(0, (rect.width - width) / 2)
    let room = { rect.endColumn - column }
    column += frame.put(
      client, row: rect.row, column: column, role: state.bars == .list ? .dim : .header, maxWidth: room())
    column += frame.put(" · ", row: rect.row, column: column, role: .dim, maxWidth: max(0, room()))
    frame.put(
      list, row: rect.row, column: column, role: state.bars == .client ? .dim : .header,
      maxWidth: max(0, room()))
  }

  private static func drawField(
    _ state: ScreenState, _ sheet: inout BarSheet, _ field: Field, isMissing: Bool, _ body: Rect, _ line: Int,
    _ isFocused: Bool,
    _ frame: inout Frame
  ) -> Int {
    let speech = state.speech
    let row = body.row + line
    let label = labelWidth(body.width)
    var lines = 1
    frame.put(
      speech(field.short), row: row, column: body.column, role: .normal, maxWidth: max(0, label - 1))
    if state.bars != .list, let client = state.cursorRow {
      let said = Self.said(field, client, state, isMissing: isMissing)
      let room = max(0, body.width - label)
      let texts = sheet.valueLines(of: field, state)
      lines = texts.count
      // Its sign knows of what is missing, which the lines' count does not need.
      for (index, text) in (lines == 1 ? [said.text] : texts).enumerated() where line + index < body.height {
        frame.put(
          text.clipToWords(room), row: row + index, column: body.column + label, role: said.role,
          maxWidth: room)
      }
    }
    select(state, BarPlace(field: field.id, code: nil), body, line, isFocused, &frame)
    return lines
  }

  /// What stands of a client in a field; of a secret address marked.
  static func said(_ field: Field, _ row: Int, _ state: ScreenState, isMissing: Bool = false) -> Said {
    let value = state.population.value(field.id, at: row, state.context)
    let isThere = value.state != .empty || value.raw != nil
    let isSecret = isThere && state.population.isSecret(field.id, at: row, state.context)
    return state.speech.marked(
      state.speech.value(value, of: field, isMissing: isMissing), isSecret: isSecret)
  }

  private static func drawBars(
    _ state: ScreenState, _ facet: Facet, _ shown: (bars: [Facet.Bar], rest: Int), _ field: Field,
    _ body: Rect, _ line: Int, _ isFocused: Bool,
    _ frame: inout Frame
  ) {
    let speech = state.speech
    let digits = TerminalText(facet.ofAll).width
    let countWidth = speech(Words.barCount, "", "").width + 2 * digits
    let label = barLabelWidth(body.width, countWidth, speech)
    var barWidth = max(0, body.width - label - countWidth - 1)
    // The share of the list, where it leaves the bar its length.
    let shareWidth = barWidth >= 20 ? 6 : 0
    barWidth -= shareWidth
    var line = line
    for bar in shown.bars {
      guard line < body.height else { return }
      let row = body.row + line
      let isOwn = state.cursorRow.map { bar.rows.contains($0) } ?? false
      if isOwn { frame.put("▸", row: row, column: body.column, role: .focus) }
      let name = TerminalText(data: bar.label.text(in: state.context.language))
      frame.put(
        name, row: row, column: body.column + 2, role: bar.isState ? .unknown : isOwn ? .normal : .dim,
        maxWidth: max(0, label - 3))
      frame.put(
        .bar(part: bar.inList, whole: facet.ofList, width: barWidth), row: row, column: body.column + label,
        role: state.isStale ? .dim : .bar)
      let count = speech(
        Words.barCount, TerminalText(bar.inList).pad(to: digits, alignment: .right),
        TerminalText(bar.inAll).pad(to: digits, alignment: .right))
      frame.put(
        count, row: row, column: body.endColumn - count.width, role: bar.inList == 0 ? .dim : .normal)
      if shareWidth > 0 {
        let share = speech.share(bar.inList, of: facet.ofList)
        frame.put(
          share.pad(to: shareWidth - 1, alignment: .right), row: row,
          column: body.endColumn - countWidth - shareWidth, role: .dim)
      }
      select(state, BarPlace(field: field.id, code: bar.code), body, line, isFocused, &frame)
      line += 1
    }
    if shown.rest > 0, line < body.height {
      frame.put(
        speech(Words.andMore, TerminalText(shown.rest)), row: body.row + line, column: body.column + 2,
        role: .dim)
    }
  }

  private static func select(
    _ state: ScreenState, _ place: BarPlace, _ body: Rect, _ line: Int, _ isFocused: Bool,
    _ frame: inout Frame
  ) {
    guard isFocused, state.barPlace == place else { return }
    frame.restyle(
      Rect(row: body.row + line, column: body.column, width: body.width, height: 1), role: .selected)
    frame.cursor = Position(row: body.row + line, column: body.column)
  }
}

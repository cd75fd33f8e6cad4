import CaseloadCore
import Cells

/// The words of the import screen.
enum ImportWords {
  static let title = Phrase("import.title", "Import")
  static let file = Phrase("import.file", "File")
  static let fileHint = Phrase(
    "import.file-hint", "the register's export: CSV or XLSX, such as ~/Downloads/export.csv")
  static let drawn = Phrase("import.drawn", "Drawn on")
  static let drawnHint = Phrase(
    "import.drawn-hint",
    "the day on which it was made, as 2026-11-20. The file's own day is proposed: mend it if it is another.")
  static let noPath = Phrase("import.no-path", "Type where the file is.")
  static let noDay = Phrase("import.no-day", "That is no day. Write it as 2026-11-20.")
  static let dayToCome = Phrase(
    "import-screen.day-to-come", "That day is still to come: no export was drawn on it.")
  static let nothingToTake = Phrase("import.nothing", "There is nothing to take: every row is refused.")
  static let isBeingTaken = Phrase(
    "import.being-taken", "It is being stored; that cannot be stopped halfway.")
  static let looking = Phrase("import.looking", "looking…")
  static let reading = Phrase("import.reading", "reading")
  static let merging = Phrase("import.merging", "comparing with what is here")
  static let storing = Phrase("import.storing", "storing")
  static let counts = Phrase(
    "import.counts", "{0} rows = {1} new + {2} changed + {3} unchanged + {4} refused")
  static let absent = Phrase(
    "import.absent", "{0} clients who are here are not in the file: they stay, on a worklist of their own")
  static let question = Phrase("import.question", "Nothing is stored yet. Enter stores this; Esc goes back.")
  static let firstClients = Phrase("import.first", "The first {0} clients")
  static let columns = Phrase("import.columns", "Columns: {0} of {1} are read")
  static let notRead = Phrase("import.not-read", "not read")
}

/// The import: a file, a day, and what would happen, before anything is stored.
enum ImportScreen {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let entry = state.importing
    frame.box(rect, title: speech(ImportWords.title), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard inner.height > 2 else { return }
    let labelWidth = max(speech(ImportWords.file).width, speech(ImportWords.drawn).width) + 2
    drawField(
      entry.path, speech(ImportWords.file), hint: speech(ImportWords.fileHint), isHere: entry.step == .path,
      row: inner.row,
      labelWidth, inner, &frame)
    if entry.step != .path {
      drawField(
        entry.day, speech(ImportWords.drawn), hint: speech(ImportWords.drawnHint), isHere: entry.step == .day,
        row: inner.row + 1, labelWidth, inner, &frame)
    }
    // Under a field that is typed stands its hint.
    let above = entry.isTyping ? 4 : 3
    let rest = Rect(
      row: inner.row + above, column: inner.column, width: inner.width, height: max(0, inner.height - above))
    let lines = lines(state)
    let top = entry.step == .preview ? min(entry.top, max(0, lines.count - rest.height)) : 0
    for (index, line) in lines.dropFirst(top).prefix(rest.height).enumerated() {
      line.draw(rest, line: index, labelWidth: columnWidth, &frame)
    }
    if !entry.isTyping { frame.cursor = Position(row: rest.row, column: rest.column) }
    if entry.step == .preview || entry.step == .path {
      ScrollNote.draw(top: top, shown: rest.height, of: lines.count, state, rect, &frame)
    }
  }

  /// The columns of a header before what is said of it.
  private static let columnWidth = 26

  private static func drawField(
    _ field: TextField, _ label: TerminalText, hint: TerminalText, isHere: Bool, row: Int, _ labelWidth: Int,
    _ rect: Rect, _ frame: inout Frame
  ) {
    frame.put(label, row: row, column: rect.column, role: isHere ? .key : .normal, maxWidth: labelWidth)
    let column = rect.column + labelWidth
    let room = max(0, rect.width - labelWidth)
    guard isHere else {
      frame.put(TerminalText(data: field.text), row: row, column: column, maxWidth: room)
      return
    }
    EntryView.draw(field, row: row, column: column, room: room, &frame)
    if field.isEmpty {
      frame.put(hint, row: row, column: column + 1, role: .dim, maxWidth: max(0, room - 1))
    } else {
      for (index, line) in hint.wrap(to: max(1, room)).prefix(2).enumerated() {
        frame.put(line, row: row + 1 + index, column: column, role: .dim, maxWidth: room)
      }
    }
  }

  /// What stands under the two fields.
  static func lines(_ state: ScreenState) -> [PaneLine] {
    let speech = state.speech
    let entry = state.importing
    let width = max(1, state.layout.body.width - 6)
    if let problem = entry.problem {
      return PaneLine.wrapped("‼ \(data: problem)", width: width, role: .error, indent: 2)
    }
    switch entry.step {
    case .path:
      return entry.candidates.map {
        PaneLine(text: TerminalText(data: $0.text), role: $0.isFolder ? .dim : .normal)
      }
    case .day: return []
    case .looking, .taking: return [progress(entry, speech, width: width)]
    case .preview: return entry.preview.map { preview($0, speech, width: width) } ?? []
    }
  }

  private static func progress(_ entry: ImportEntry, _ speech: Speech, width: Int) -> PaneLine {
    guard let progress = entry.progress else {
      return PaneLine(text: speech(ImportWords.looking), role: .dim)
    }
    let what: TerminalText
    switch (progress.stage, entry.step) {
    case (.reading, _): what = speech(ImportWords.reading)
    case (.merging, .taking): what = speech(ImportWords.storing)
    case (.merging, _): what = speech(ImportWords.merging)
    }
    let room = max(4, min(40, width - what.width - 8))
    let full = room * progress.percent / 100
    let bar = TerminalText.repeating("#", count: full) + TerminalText.repeating(".", count: room - full)
    return PaneLine(text: "\(what) \(bar) \(progress.percent) %")
  }

  private static func preview(_ preview: ImportPreview, _ speech: Speech, width: Int) -> [PaneLine] {
    let number = { (count: Int) in TerminalText(count) }
    var lines = PaneLine.wrapped(
      speech(
        ImportWords.counts, number(preview.read), number(preview.new), number(preview.changed),
        number(preview.unchanged), number(preview.refused)), width: width,
      role: preview.refused > 0 ? .attention : .good, indent: 2)
    lines += PaneLine.wrapped(speech(ImportWords.question), width: width, role: .attention)
    if preview.absent > 0 {
      lines += PaneLine.wrapped(
        speech(ImportWords.absent, number(preview.absent)), width: width, role: .attention, indent: 2)
    }
    for note in preview.notes {
      lines += PaneLine.wrapped(TerminalText(data: note), width: width, role: .attention, indent: 2)
    }
    lines += PaneLine.wrapped(
      "\(data: preview.format) · \(data: preview.mapping)", width: width, role: .dim, indent: 2)
    lines.append(PaneLine())
    lines += clients(preview, speech, width: width)
    lines.append(PaneLine())
    let isRead = preview.columns.count { $0.place != nil }
    lines.append(.heading(speech(ImportWords.columns, number(isRead), number(preview.columns.count))))
    for column in preview.columns {
      let place = column.place.map { TerminalText(data: $0) } ?? speech(ImportWords.notRead)
      let text: TerminalText = column.note.isEmpty ? place : "\(place) · \(data: column.note)"
      lines += PaneLine.field(
        nil, TerminalText(data: column.header),
        Said(text, column.hasTrouble ? .attention : column.place == nil ? .dim : .normal),
        labelWidth: columnWidth,
        width: width)
    }
    return lines
  }

  /// The first clients in columns, as wide as their widest and as many as fit.
  private static func clients(_ preview: ImportPreview, _ speech: Speech, width: Int) -> [PaneLine] {
    var rows = [TerminalText](repeating: "", count: preview.clients.count)
    var head: TerminalText = ""
    var used = 0
    for index in preview.heads.indices {
      let cells = preview.clients.map { TerminalText(data: $0.indices.contains(index) ? $0[index] : "") }
      let title = TerminalText(data: preview.heads[index])
      let wide = min(28, max(title.width, cells.map(\.width).max() ?? 0))
      guard used + wide <= width else { break }
      head = head + title.clip(to: wide).pad(to: wide + 2)
      for row in rows.indices { rows[row] = rows[row] + cells[row].clip(to: wide).pad(to: wide + 2) }
      used += wide + 2
    }
    return [
      .heading(speech(ImportWords.firstClients, TerminalText(preview.clients.count))),
      PaneLine(text: head, role: .dim),
    ]
      + rows.map { PaneLine(text: $0) }
  }
}

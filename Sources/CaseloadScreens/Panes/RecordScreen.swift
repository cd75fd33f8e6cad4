import CaseloadCore
import Cells

/// The whole record of one client: every field by group with its state, source and day, and the timeline; beside
/// each other where there is room, else under each other.
enum RecordScreen {
  /// Room for two columns from this inner width.
  private static let twoColumns = 100
  /// So many lines behind the top are made, and no more: of somebody with hundreds of contacts all of them would take
  /// longer than everything else.
  static let reach = 300

  static func draw(_ state: ScreenState, top: Int, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    var title = speech(Words.record)
    var note: TerminalText = ""
    if let row = state.cursorRow {
      let number = state.population.number(at: row)
      title = TerminalText(data: state.population.name(at: row).listed)
      note = speech(LegendWords.numberIs, TerminalText(Int(number.number)))
      if state.marks[number] != nil { note = "● \(note)" }
    }
    frame.box(rect, title: title, note: note, role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    let limit = top + reach
    let columns = columns(state, width: inner.width, upTo: limit)
    let count = columns.map(\.lines.count).max() ?? 0
    let top = min(top, max(0, count - inner.height))
    var column = inner.column
    for part in columns {
      let place = Rect(row: inner.row, column: column, width: part.width, height: inner.height)
      for (index, line) in part.lines.dropFirst(top).prefix(inner.height).enumerated() {
        line.draw(place, line: index, labelWidth: labelWidth(part.width), &frame)
      }
      column += part.width + 2
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    ScrollNote.draw(
      top: top, shown: inner.height, of: count, isWhole: count < limit, state, rect, &frame)
  }

  static func labelWidth(_ width: Int) -> Int { min(22, max(10, width / 3)) }

  /// How many lines there are to scroll through; no more than `limit` are counted.
  static func count(_ state: ScreenState, upTo limit: Int) -> Int {
    columns(state, width: state.layout.body.width - 4, upTo: limit).map(\.lines.count).max() ?? 0
  }

  /// All lines under each other, for who listens to them.
  static func lines(_ state: ScreenState, width: Int, upTo limit: Int = .max) -> [PaneLine] {
    let fields = fields(state, width: width)
    return fields + timeline(state, width: width, upTo: limit - min(limit, fields.count))
  }

  /// The line at which the timeline begins, or the last from which the page is full; nil where it stands beside
  /// the fields or all is in sight.
  static func timelineTop(_ state: ScreenState) -> Int? {
    let width = state.layout.body.width - 4
    guard width < twoColumns else { return nil }
    let fields = fields(state, width: width).count
    let height = state.layout.body.height - 2
    let last = lines(state, width: width, upTo: fields + height).count - height
    return last > 0 ? min(fields, last) : nil
  }

  private static func columns(
    _ state: ScreenState, width: Int, upTo limit: Int
  ) -> [(lines: [PaneLine], width: Int)] {
    if width < twoColumns { return [(lines(state, width: width, upTo: limit), width)] }
    let left = (width - 2) * 9 / 16
    let right = width - 2 - left
    return [(fields(state, width: left), left), (timeline(state, width: right, upTo: limit), right)]
  }

  private static func timeline(_ state: ScreenState, width: Int, upTo limit: Int) -> [PaneLine] {
    guard state.cursorRow != nil else { return [] }
    guard let record = state.record else {
      return PaneLine.wrapped(state.speech(Words.loading), width: width, role: .dim)
    }
    return Timeline(state, record).lines(width: width, upTo: limit)
  }

  /// The fields by group. Those of which nothing is recorded and nothing is due share one line, so that what is
  /// known and what is missing stands out.
  private static func fields(_ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let row = state.cursorRow else {
      return PaneLine.wrapped(speech(Words.nobody), width: width, role: .dim)
    }
    let missing = Set(state.population.missing(at: row, state.context))
    var lines = note(state, row, width: width)
    for group in FieldGroup.allCases {
      lines.append(.heading(speech(group.label)))
      var empty: [TerminalText] = []
      for field in state.population.catalogue.fields where field.group == group {
        let said = said(field, state, row, isMissing: missing.contains(field.id))
        if said == .empty {
          empty.append(speech(field.label))
        } else {
          lines += PaneLine.field(
            field.id, speech(field.label), said, labelWidth: labelWidth(width), width: width)
        }
      }
      if !empty.isEmpty {
        let said = Said("— \(empty.joined(separator: ", "))", .dim)
        lines += PaneLine.field(
          nil, speech(LegendWords.nothingRecorded), said, labelWidth: labelWidth(width), width: width)
      }
      lines.append(PaneLine())
    }
    return lines
  }

  /// The reader's own note, whole; it is no part of the record, and not there while the client looks along.
  private static func note(_ state: ScreenState, _ row: Int, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let note = state.note(about: state.population.number(at: row)) else { return [] }
    let sign = NoteLine.sign(note)
    let until = speech(NoteWords.goes, speech.day(note.until))
    let tags = TerminalText(data: note.tags.joined(separator: " "))
    let head = [speech(NoteWords.title), until].joined(separator: " · ")
    var lines: [PaneLine] = [.heading(head)]
    let first = note.tags.isEmpty ? note.colour.map { speech($0.label) } ?? "" : tags
    lines += PaneLine.wrapped("\(sign.text) \(first)", width: width, role: sign.role)
    for line in TerminalText.lines(data: note.text) where !line.isEmpty {
      lines += PaneLine.wrapped(line, width: width)
    }
    return lines + [PaneLine()]
  }

  /// A field's value with where it comes from and of which day it is.
  private static func said(_ field: Field, _ state: ScreenState, _ row: Int, isMissing: Bool) -> Said {
    let speech = state.speech
    let stored = state.record?.values[field.id]
    let value = stored ?? state.population.value(field.id, at: row, state.context)
    if field.id == "seen" { return ListRow.seenInWords(state, row) }
    var said = speech.value(value, of: field, isMissing: isMissing)
    if let content = value.content {
      let implied = ValueText.implied(content, of: field, state.context.language)
      if !implied.isEmpty {
        said.text = "\(data: ValueText.text(content, of: field, state.context)) (\(data: implied))"
      }
    }
    guard value.state != .empty || value.raw != nil else { return said }
    if state.record?.isSecret(field.id) == true {
      said = Said("‼ \(said.text) · \(speech(FindWords.secret))", .attention)
    }
    var origin: [TerminalText] = []
    if field.owner == .derived {
      origin.append(speech(LegendWords.sourceDerived))
    } else if stored != nil {
      origin.append(speech(value.source.label))
      if let day = value.day { origin.append(speech.day(day)) }
    }
    if !origin.isEmpty { said.text += " · \(origin.joined(separator: ", "))" }
    return said
  }
}

extension ListRow {
  /// Last seen with its day: "9 Jul (4 m 12 d)".
  static func seenInWords(_ state: ScreenState, _ row: Int) -> Said {
    let speech = state.speech
    let seen = state.population.lastSeen(at: row, on: state.context.today)
    let short = lastSeen(seen, speech)
    guard let known = seen.known else { return Said(short.text, seen.isNever ? .normal : .unknown) }
    let words = TerminalText(data: LastSeenText.short(seen, state.context))
    return Said("\(speech.day(known)) (\(words))", seen.mayBeUntil == nil ? .normal : .unknown)
  }
}

/// Says on the lower border how much more there is.
enum ScrollNote {
  static func draw(
    top: Int, shown: Int, of count: Int, isWhole: Bool = true, _ state: ScreenState, _ rect: Rect,
    _ frame: inout Frame
  ) {
    guard count > shown, rect.width > 24 else { return }
    let (first, last) = (TerminalText(top + 1), TerminalText(min(count, top + shown)))
    let text =
      isWhole
      ? state.speech(Words.linesOf, first, last, TerminalText(count))
      : state.speech(Words.linesAndMore, first, last)
    frame.put(" \(text) ", row: rect.endRow - 1, column: rect.endColumn - text.width - 4, role: .focus)
  }
}

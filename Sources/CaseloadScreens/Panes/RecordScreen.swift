import CaseloadCore
import Cells

/// The whole record of one client: every field by group with its state, source and day, then the timeline.
enum RecordScreen {
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
    let lines = lines(state, width: inner.width)
    let top = min(top, max(0, lines.count - inner.height))
    for (index, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: labelWidth(inner.width), &frame)
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
  }

  static func labelWidth(_ width: Int) -> Int { min(24, max(10, width / 4)) }

  static func lines(_ state: ScreenState) -> [PaneLine] {
    lines(state, width: state.layout.body.width - 6)
  }

  static func lines(_ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let row = state.cursorRow else {
      return PaneLine.wrapped(speech(Words.nobody), width: width, role: .dim)
    }
    var lines: [PaneLine] = []
    for group in FieldGroup.allCases {
      lines.append(.heading(speech(group.label)))
      for field in state.population.catalogue.fields where field.group == group {
        let said = said(field, state, row)
        lines += PaneLine.field(
          field.id, speech(field.label), said, labelWidth: labelWidth(width), width: width)
      }
      lines.append(PaneLine())
    }
    guard let record = state.record else {
      return lines + PaneLine.wrapped(speech(Words.loading), width: width, role: .dim)
    }
    return lines + Timeline(state, record).lines(width: width)
  }

  /// A field's value with where it comes from and of which day it is.
  private static func said(_ field: Field, _ state: ScreenState, _ row: Int) -> Said {
    let speech = state.speech
    let stored = state.record?.values[field.id]
    let isMissing = state.population.missing(at: row, state.context).contains(field.id)
    let value = stored ?? state.population.value(field.id, at: row, state.context)
    var said =
      field.id == "seen"
      ? ListRow.seenInWords(state, row) : speech.value(value, of: field, isMissing: isMissing)
    if let content = value.content {
      let implied = ValueText.implied(content, of: field, state.context.language)
      if !implied.isEmpty {
        said.text =
          "\(TerminalText(data: ValueText.text(content, of: field, state.context))) (\(data: implied))"
      }
    }
    guard value.state != .empty || value.raw != nil else { return said }
    var origin: [TerminalText] = []
    if field.owner == .derived {
      origin.append(speech(LegendWords.sourceDerived))
    } else if stored != nil {
      switch value.source {
      case .register: origin.append(speech(LegendWords.source))
      case .questionnaire: origin.append(speech(LegendWords.sourceQuestionnaire))
      case .coach: origin.append(speech(LegendWords.sourceCoach))
      }
      if let day = value.day { origin.append(speech.day(day)) }
    }
    if !origin.isEmpty { said.text += "   · \(origin.joined(separator: ", "))" }
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
    top: Int, shown: Int, of count: Int, _ state: ScreenState, _ rect: Rect, _ frame: inout Frame
  ) {
    guard count > shown, rect.width > 24 else { return }
    let text = state.speech(
      Words.linesOf, TerminalText(top + 1), TerminalText(min(count, top + shown)), TerminalText(count))
    frame.put(" \(text) ", row: rect.endRow - 1, column: rect.endColumn - text.width - 4, role: .focus)
  }
}

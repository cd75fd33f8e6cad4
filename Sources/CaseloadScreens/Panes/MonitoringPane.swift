import CaseloadCore
import Cells

/// What is going on with the client under the cursor, and what was said last.
enum MonitoringPane {
  static func labelWidth(_ width: Int) -> Int { min(16, max(width >= 26 ? 11 : 8, width * 11 / 32)) }

  static func draw(_ state: ScreenState, in rect: Rect, isFocused: Bool, _ frame: inout Frame) {
    let speech = state.speech
    frame.box(rect, title: "3 \(speech(Words.monitoring))", role: isFocused ? .focus : .border)
    let inner = rect.inset()
    guard inner.height > 0 else { return }
    let lines = lines(state, width: inner.width)
    let cursor = min(state.monitoringLine, max(0, lines.count - 1))
    let top = max(0, min(cursor - inner.height + 1, lines.count - inner.height))
    for (index, line) in lines.dropFirst(isFocused ? top : 0).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: labelWidth(inner.width), &frame)
      guard isFocused, index + top == cursor else { continue }
      frame.restyle(
        Rect(row: inner.row + index, column: inner.column, width: inner.width, height: 1), role: .selected)
      frame.cursor = Position(row: inner.row + index, column: inner.column)
    }
  }

  /// The lines as wide as the pane is now.
  static func lines(_ state: ScreenState) -> [PaneLine] {
    lines(state, width: (state.layout.rect(of: .monitoring)?.width ?? 34) - 2)
  }

  /// The field of the line under the cursor; nil where the line is of none.
  static func field(_ state: ScreenState) -> FieldID? {
    let lines = lines(state)
    let line = min(state.monitoringLine, max(0, lines.count - 1))
    return lines.prefix(line + 1).last { $0.field != nil }?.field
  }

  static func lines(_ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let row = state.cursorRow else {
      return PaneLine.wrapped(speech(Words.nobody), width: width, role: .dim)
    }
    let label = labelWidth(width)
    let facts = MonitoringFacts(state, row)
    var lines: [PaneLine] = []
    for (field, name, saids) in facts.all {
      for (index, said) in saids.enumerated() {
        lines += PaneLine.field(
          field, index == 0 ? name : "", said, labelWidth: label, width: width, hangsSign: index > 0)
      }
    }
    if let note = state.note(about: state.population.number(at: row)) {
      lines += PaneLine.field(
        NoteSheet.field, speech(NoteWords.short), NoteLine.said(note, speech), labelWidth: label, width: width
      )
    }
    lines.append(PaneLine())
    lines += story(state, width: width)
    return lines
  }

  /// The latest conversation: when, by what road, what was said, what was agreed.
  static func story(_ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let record = state.record else {
      return PaneLine.wrapped(speech(Words.loading), width: width, role: .dim)
    }
    var lines: [PaneLine] = []
    if let contact = record.contacts.first(where: { $0.kind == .conversation && $0.held != nil }),
      let held = contact.held
    {
      let head = speech.held(held, contact.channel, by: contact.colleague)
      lines += PaneLine.wrapped(head, width: width, role: .header)
      let parts = TerminalText.lines(data: contact.story).filter { !$0.isEmpty }
      if parts.isEmpty { lines += PaneLine.wrapped(speech(Words.noStory), width: width, role: .dim) }
      for part in parts { lines += PaneLine.wrapped(part, width: width) }
      let after = ContactLines(contact, speech)
      for said in [after.said, after.agreed, after.heard].compactMap({ $0 }) {
        lines += PaneLine.wrapped(said.text, width: width, role: said.role, indent: 2)
      }
    } else {
      lines += PaneLine.wrapped(speech(Words.noConversation), width: width, role: .dim)
    }
    if !record.offers.isEmpty {
      lines.append(PaneLine())
      lines += PaneLine.wrapped(
        speech(Words.secondSource, TerminalText(record.offers.count)), width: width, role: .attention)
    }
    return lines
  }
}

extension Speech {
  /// "9 Jul, telephone (you)": when a talk was held, by what road and by whom, as far as that is known.
  func held(_ day: Day, _ channel: Channel?, by colleague: String) -> TerminalText {
    var text = self.day(day)
    if let channel, channel != .unknown { text += ", \(self(channel.label))" }
    if !colleague.isEmpty { text += " (\(who(colleague)))" }
    return text
  }

  /// A colleague's name; "you" for who is at the keyboard, whose store it is: her login may be spelled otherwise.
  func who(_ name: String) -> TerminalText {
    let owner = context.settings.owner.value
    let isReader = name == context.actor.name || !owner.isEmpty && name == owner
    return isReader ? self(Words.you) : TerminalText(data: name)
  }
}

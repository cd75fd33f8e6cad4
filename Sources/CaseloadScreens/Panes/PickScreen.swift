import CaseloadCore
import Cells

/// Lists in which the cursor stands on one: what belongs to one client, hand-overs, absences, sweeps, reasons.
enum PickScreen {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let (title, items, index, nothing) = content(state, width: rect.width - 4)
    frame.box(rect, title: title, role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard !items.isEmpty else {
      for (line, text) in speech(nothing).wrap(to: inner.width).enumerated() where line < inner.height {
        frame.put(text, row: inner.row + line, column: inner.column, role: .dim)
      }
      frame.cursor = Position(row: inner.row, column: inner.column)
      return
    }
    // The one under the cursor is whole in sight.
    let ends = items.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    let place = min(index, items.count - 1)
    let top = max(0, min(ends[place], ends[place + 1] - inner.height))
    for (line, part) in items.joined().dropFirst(top).prefix(inner.height).enumerated() {
      part.draw(inner, line: line, labelWidth: RecordScreen.labelWidth(inner.width), &frame)
    }
    let first = max(0, ends[place] - top)
    let height = min(items[place].count, inner.height - first)
    frame.restyle(
      Rect(row: inner.row + first, column: inner.column, width: inner.width, height: height), role: .selected)
    frame.cursor = Position(row: inner.row + first, column: inner.column)
  }

  /// The same in lines, for who listens.
  static func lines(_ state: ScreenState, width: Int) -> [TerminalText] {
    let (title, items, index, nothing) = content(state, width: width)
    if items.isEmpty { return [title, state.speech(nothing)] }
    return [title]
      + items.enumerated().map { place, lines in
        let text = lines.map(\.plain).joined(separator: ". ")
        return place == index
          ? "\(place + 1) (\(state.speech(PlainWords.here))): \(text)" : "\(place + 1): \(text)"
      }
  }

  private static func content(
    _ state: ScreenState, width: Int
  ) -> (title: TerminalText, items: [[PaneLine]], index: Int, nothing: Phrase) {
    let speech = state.speech
    switch state.mode {
    case .errands(let client, let index, _):
      let errands = state.record?.number == client ? state.record?.errands ?? [] : []
      let items = errands.map { errand in
        let said = ErrandLine.said(errand, speech)
        return PaneLine.wrapped(said.text, width: width, role: said.role, indent: 2)
      }
      let title: TerminalText = "\(speech(ErrandWords.list)) · \(data: state.name(of: client))"
      return (title, items, index, state.record == nil ? Words.loading : ErrandWords.none)
    case .contacts(let client, let index, _):
      let record = state.record?.number == client ? state.record : nil
      let items = record.map { record in
        record.contacts.map { Timeline(state, record).contact($0, width) }
      }
      let title: TerminalText = "\(speech(Words.timeline)) · \(data: state.name(of: client))"
      return (title, items ?? [], index, record == nil ? Words.loading : LegendWords.noContacts)
    case .offers(let client, let index, _):
      let record = state.record?.number == client ? state.record : nil
      let items = record.map { record in record.offers.map { offer($0, record, state, width) } } ?? []
      let title: TerminalText = "\(speech(OfferWords.title)) · \(data: state.name(of: client))"
      return (title, items, index, state.record == nil ? Words.loading : OfferWords.none)
    case .sweeps(let index):
      return (speech(SweepWords.menuTitle), sweeps(state, width), index, SweepWords.nobodyLeft)
    case .stops(let client, let index, _):
      let items = ScreenState.Stop.allCases.map { PaneLine.wrapped(speech($0.words), width: width) }
      return (
        "\(speech(SweepWords.stopTitle)) · \(data: state.name(of: client))", items, index,
        SweepWords.stopTitle
      )
    case .transfers(let index, _):
      let items = state.ownTransfers.map { transfer($0, state, width) }
      return (speech(TransferWords.list), items, index, TransferWords.none)
    case .absences(let index, _):
      let items = state.listedAbsences.map { absence($0, state, width) }
      return (speech(AbsenceWords.list), items, index, AbsenceWords.none)
    default: return ("", [], 0, OfferWords.none)
    }
  }

  /// What can be begun, then the sweeps that rest, each with how old its list is and how far it got.
  private static func sweeps(_ state: ScreenState, _ width: Int) -> [[PaneLine]] {
    let speech = state.speech
    let new = state.newSweeps.map { choice in
      speech(choice.isOfMarks ? SweepWords.newMarks : SweepWords.newList, choice.count)
    }
    let resting = state.sweeps.map { sweep in
      let tally = TerminalText(data: sweep.tally.text(in: speech.context.language))
      let made = speech(SweepWords.ofDay, speech.day(sweep.made))
      return speech(SweepWords.goOn, SweepScreen.list(sweep, speech), made, tally)
    }
    return (new + resting).map { PaneLine.wrapped($0, width: width, indent: 2) }
  }

  /// As much of a note as leaves room for other clients.
  private static let noteLines = 6

  /// The client, who offers to whom since when, and the note under it.
  private static func transfer(_ waiting: WaitingTransfer, _ state: ScreenState, _ width: Int) -> [PaneLine] {
    let said = TransferLine.said(waiting.transfer, state.me, state.speech)
    let name = TerminalText(data: state.name(of: waiting.transfer.client))
    var lines = PaneLine.wrapped("\(name) · \(said.text)", width: width, role: said.role, indent: 2)
    let note = TerminalText.lines(data: waiting.transfer.note).filter { !$0.isEmpty }
      .flatMap { $0.wrap(to: max(1, width - 4)) }
    // The form and the record show all of it.
    lines += note.prefix(noteLines).map { PaneLine(text: "    \($0)") }
    if note.count > noteLines { lines.append(PaneLine(text: "    …", role: .dim)) }
    return lines
  }

  /// Who is away, in which days, and who stands in.
  private static func absence(_ absence: Absence, _ state: ScreenState, _ width: Int) -> [PaneLine] {
    let speech = state.speech
    var parts: [TerminalText] = [
      speech.name(absence.colleague, state.me), TerminalText(data: AbsenceText.days(absence, state.context)),
    ]
    if absence.contains(state.context.today) { parts.append(speech(AbsenceWords.now)) }
    parts.append(AbsenceLine.standIn(absence, state.me, speech))
    return PaneLine.wrapped(
      parts.joined(separator: " · "), width: width,
      role: absence.contains(state.context.today) ? .normal : .dim, indent: 2)
  }

  private static func offer(
    _ offer: Offer, _ record: ClientRecord, _ state: ScreenState, _ width: Int
  ) -> [PaneLine] {
    let speech = state.speech
    guard let field = state.population.catalogue[offer.field] else { return [] }
    let label = RecordScreen.labelWidth(width)
    func line(_ name: TerminalText, _ value: Value, _ word: Phrase) -> [PaneLine] {
      var said = speech.value(value, of: field)
      said.text = "\(speech(word)): \(said.text) · \(speech(value.source.label))"
      if let day = value.day { said.text += ", \(speech.day(day))" }
      return PaneLine.field(field.id, name, said, labelWidth: label, width: width)
    }
    return line(speech(field.label), record.values[offer.field] ?? .empty, OfferWords.stands)
      + line("", offer.value, OfferWords.says)
  }
}

/// The words of what other sources say.
enum OfferWords {
  static let title = Phrase("offers.title", "What another source says")
  static let none = Phrase("offers.none", "Nothing waits to be decided.")
  static let stands = Phrase("offers.stands", "stands")
  static let says = Phrase("offers.says", "says")
}

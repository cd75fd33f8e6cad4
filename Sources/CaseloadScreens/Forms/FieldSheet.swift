import CaseloadCore
import Cells

extension EntryID {
  static let state: EntryID = "state"
  static let value: EntryID = "value"
  static let whole: EntryID = "whole"
  static let why: EntryID = "why"
  static let until: EntryID = "until"
  static let beside: EntryID = "beside"
}

/// One field of the catalogue: its value, or why there is none (product.md, "Value of a field: five states").
struct FieldSheet: FormSheet {
  let field: Field
  /// A text that is entered with it: a CV is of no use to a colleague who cannot find it.
  let beside: Field?

  init(field: Field, _ catalogue: Catalogue) {
    self.field = field
    beside = field.id == "cv" ? catalogue["cv-place"] : nil
  }

  func title(_ speech: Speech) -> TerminalText { speech(field.label) }

  func lines(_ form: Form) -> [[FormEntry]] {
    var lines = [[FormWords.entry(.state, .choice(states))]]
    switch State(rawValue: form.code(.state)) {
    case .recorded?:
      lines.append([valueEntry(form)])
      if let beside {
        lines.append([FormEntry(id: .beside, name: beside.short, about: beside.definition, input: .line)])
      }
      if ValueEntry.isList(field) { lines.append([FormWords.entry(.whole, .choice(FormChoice.yesNo))]) }
    case .waived?:
      lines += [[FormWords.entry(.why, .line)], [FormWords.entry(.until, .line, .future)]]
    default: break
    }
    return lines
  }

  private var states: [FormChoice] {
    var states: [(State, Phrase)] = [
      (.recorded, FormWords.recorded), (.notKnown, StateTest.unknown.label),
      (.declined, StateTest.declined.label), (.waived, StateTest.waived.label),
      (.empty, StateTest.empty.label),
    ]
    // What the law asks for helps every client it is asked of.
    if field.legalGround != nil { states.removeAll { $0.0 == .waived } }
    return states.map { FormChoice($0.0.rawValue, $0.1) }
  }

  private func valueEntry(_ form: Form) -> FormEntry {
    var input = FormEntry.Input.line
    var day: Day.Nearest?
    switch field.kind {
    case .choice(let choices, _):
      var all = choices.map { FormChoice($0.code, $0.label) }
      let now = form.code(.value)
      // Before anything is chosen nothing is; a value that may be several things stands as it is.
      if !all.contains(where: { $0.code == now }) {
        let labels = now.split(separator: "|").compactMap { code in
          choices.first { $0.code == code }?.label
        }
        all.insert(FormChoice(now, labels: labels.isEmpty ? [FormWords.choose] : labels), at: 0)
      }
      input = .choice(all)
    case .experience: input = .long
    case .day: day = ValueEntry.nearest(field.id)
    default: break
    }
    return FormEntry(
      id: .value, name: field.short, about: field.definition, input: input, day: day,
      offered: (field.kind == .experience ? Catalogue.standard["sector"]?.choices ?? [] : field.choices)
        .map(\.label))
  }

  func open(_ form: inout Form, _ context: Context) {
    form.codes = [.state: State.recorded.rawValue]
    if ValueEntry.isList(field) { form.codes[.whole] = "yes" }
    if case .choice = field.kind {
      form.codes[.value] = ""
    } else {
      form.set(.value, "", isLong: field.kind == .experience)
    }
    form.set(.why, "")
    form.set(.until, "")
    if beside != nil { form.set(.beside, "") }
    form.focus = .value
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {
    if let beside, let content = record.values[beside.id]?.content {
      form.set(.beside, ValueEntry.text(content, of: beside))
      form.usual.insert(.beside)
    }
    guard let value = record.values[field.id] else { return }
    // An empty field is opened to be filled.
    if value.state != .empty, form.code(.state) == State.recorded.rawValue {
      form.codes[.state] = value.state.rawValue
    }
    if let content = value.content {
      if case .choice = field.kind {
        form.codes[.value] = ContentText.text(content, kind: field.kind) ?? ""
      } else {
        form.set(.value, ValueEntry.text(content, of: field), isLong: field.kind == .experience)
        // What is typed over a list goes behind it; over anything else it takes its place.
        // So does what is typed over a list that says that there is nothing.
        if !ValueEntry.isList(field) || saysNone(content) { form.usual.insert(.value) }
      }
      switch content {
      case .several(_, let whole), .words(_, let whole), .experience(_, let whole):
        form.codes[.whole] = whole ? "yes" : "no"
      default: break
      }
    }
    form.set(.why, value.reason ?? "")
    form.set(.until, value.until.map { DayText.entered($0, .future, context) } ?? "")
    if form.code(.state) != State.recorded.rawValue, form.focus == .value { form.focus = .state }
  }

  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? {
    entry == .until ? form.seen?.values[field.id]?.until : nil
  }

  /// A list in which nothing stands, or that there is nothing.
  private func saysNone(_ content: Content) -> Bool {
    switch content {
    case .several(let set, _):
      set.places.allSatisfy { field.choices.indices.contains($0) && field.choices[$0].isNone }
    case .words(let words, _): words.isEmpty
    case .experience(let items, _): items.isEmpty
    default: false
    }
  }

  /// What stands now, where it comes from, and what another source says.
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    var lines: [HeadLine] = []
    let value = record.values[field.id] ?? .empty
    var said = speech.value(value, of: field)
    if value.state != .empty || value.raw != nil {
      said.text += " · \(speech(value.source.label))"
      if let day = value.day { said.text += ", \(speech.day(day))" }
    }
    lines.append(HeadLine(name: FormWords.now, said: said))
    for offer in record.offers where offer.field == field.id {
      var said = speech.value(offer.value, of: field)
      said.text += " · \(speech(offer.value.source.label))"
      if let day = offer.value.day { said.text += ", \(speech.day(day))" }
      lines.append(HeadLine(name: FormWords.offered, said: Said(said.text, .attention)))
    }
    if let ground = field.legalGround { lines.append(HeadLine(said: Said(speech(ground), .dim))) }
    if field.owner == .register {
      lines.append(HeadLine(said: Said(speech(FormWords.registerKeeps), .dim)))
    }
    return lines
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(form.focus, FormWords.stillReading) }
    var new: [(FieldID, Value)] = [(field.id, try value(form, context))]
    if let beside, form.code(.state) == State.recorded.rawValue {
      new.append((beside.id, text(form, beside, context)))
    }
    let edits = new.compactMap { id, value in
      says(record.values[id], value)
        ? nil : Edit(.client(form.client), id, old: record.values[id], new: value)
    }
    guard !edits.isEmpty else { throw FormProblem(form.focus, FormWords.sameAlready) }
    return .edits(edits, ChangeName(edits))
  }

  /// The text beside it; none is nobody asked.
  private func text(_ form: Form, _ field: Field, _ context: Context) -> Value {
    guard case .success(let content) = ValueEntry.content(form.text(.beside), of: field, context) else {
      return .empty
    }
    return .recorded(content, source: .coach, day: context.today)
  }

  /// What is entered.
  func value(_ form: Form, _ context: Context) throws(FormProblem) -> Value {
    let state = State(rawValue: form.code(.state)) ?? .recorded
    var value = Value(state: state, source: .coach, day: context.today)
    switch state {
    case .recorded:
      let text: String
      if case .choice = field.kind { text = form.code(.value) } else { text = form.text(.value) }
      switch ValueEntry.content(text, of: field, isWhole: form.code(.whole) != "no", context) {
      case .success(let content): value.content = content
      case .failure(let refusal): throw FormProblem(.value, refusal)
      }
    case .waived:
      let reason = form.text(.why)
      guard !reason.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
        throw FormProblem(.why, FormWords.needsWhy)
      }
      guard let until = try form.day(.until, .future, context, stands: stands(.until, form, context))
      else {
        throw FormProblem(.until, FormWords.needsUntil)
      }
      guard until > context.today else { throw FormProblem(.until, FormWords.untilIsPast) }
      (value.reason, value.until) = (reason, until)
    case .notKnown, .declined, .empty: break
    }
    return value
  }

  /// What is read of a list or a time, so that one sees what was understood.
  func note(_ form: Form, _ speech: Speech) -> Said? {
    guard form.code(.state) == State.recorded.rawValue, !form.text(.value).isEmpty else { return nil }
    switch field.kind {
    case .choices, .words, .experience, .span, .number:
      let read = ValueEntry.content(
        form.text(.value), of: field, isWhole: form.code(.whole) != "no", speech.context)
      switch read {
      case .success(let content):
        let text = ValueText.text(content, of: field, speech.context)
        let implied = ValueText.implied(content, of: field, speech.context.language)
        let all = TerminalText(data: implied.isEmpty ? text : "\(text) (\(implied))")
        return Said("✓ \(all)", .good)
      case .failure(let refusal):
        return Said("? \(speech(refusal))", .unknown)
      }
    default: return nil
    }
  }
}

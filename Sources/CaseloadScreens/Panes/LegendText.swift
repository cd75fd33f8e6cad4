import CaseloadCore
import Cells

/// What the legend says of what has the focus: a name first, then sentences.
struct LegendText {
  private let state: ScreenState
  private let speech: Speech

  init(_ state: ScreenState) {
    self.state = state
    speech = state.speech
  }

  /// The name and the sentences.
  var lines: [Said] {
    switch state.mode {
    case .worklists(let index) where state.links.worklists.indices.contains(index):
      return worklist(state.links.worklists[index])
    case .sort(let index) where state.sortFields.indices.contains(index):
      return field(state.sortFields[index])
    case .filter(let entry): return typed(entry) ?? ofList
    case .form(let form, _): return entry(form)
    case .fields(_, let index, _):
      let fields = state.editableFields
      return fields.indices.contains(index) ? field(fields[index]) : ofList
    case .table(let view): return table(TableContent(state, view))
    case .tableField(let menu):
      let fields = state.fields(of: menu)
      return fields.indices.contains(menu.index) ? field(fields[menu.index]) : ofList
    case .columns: return state.columnField.map { field($0) } ?? ofList
    default: break
    }
    switch state.focus {
    case .characteristics: return bar ?? state.barPlace.map { field($0.field) } ?? ofList
    case .monitoring:
      return MonitoringPane.field(state).map { field($0) } ?? ofList
    case .list, .legend: return ofList
    }
  }

  /// The entry of a form that has the keys: what it means, and what can be chosen.
  private func entry(_ form: Form) -> [Said] {
    guard let entry = state.focused(form) else { return [] }
    var lines = [Said(speech(entry.name)), Said(speech(entry.about))]
    let topics = state.context.settings.topics.value
    if entry.id == .story, !topics.isEmpty {
      lines.append(Said(speech(ContactWords.topics, TerminalText(data: topics)), .dim))
    }
    let choices = entry.isTyped ? entry.offered.map { speech($0) } : entry.choices.map { speech.name(of: $0) }
    if !choices.isEmpty { lines.append(Said(choices.joined(separator: " · "), .dim)) }
    return lines
  }

  /// Of the list: the worklist it is, else the field it is filtered by, else the one it is sorted by.
  private var ofList: [Said] {
    if let worklist = state.worklistInForce { return self.worklist(worklist) }
    if let id = firstField(state.filter) { return field(id) }
    return field(state.sort.field == "name" ? "seen" : state.sort.field)
  }

  private func firstField(_ filter: Filter) -> FieldID? {
    switch filter {
    case .test(let id, _), .state(_, let id): id
    case .not(let inner): firstField(inner)
    case .and(let parts), .or(let parts): parts.lazy.compactMap { firstField($0) }.first
    default: nil
    }
  }

  /// The word being typed: the first completion's field or worklist with its definition.
  private func typed(_ entry: FilterEntry) -> [Said]? {
    let candidates = state.completions.prefix(8)
    guard let first = candidates.first, !first.replaces.isEmpty else { return nil }
    // A word that is whole already is the filter; its own legend says more.
    let typed = EntryView.text(entry.field, from: first.replaces.lowerBound, to: entry.field.caret)
    if typed == first.text { return nil }
    var lines = [Said(TerminalText(data: first.label))]
    if !first.definition.isEmpty { lines.append(Said(TerminalText(data: first.definition))) }
    lines.append(
      Said(
        speech(
          LegendWords.tab, candidates.map { TerminalText(data: $0.text) }.joined(separator: "  ")), .dim))
    return lines
  }

  private var bar: [Said]? {
    guard let bar = state.barUnderCursor, let place = state.barPlace,
      let field = state.population.catalogue[place.field]
    else { return nil }
    let name = TerminalText(data: bar.label.text(in: state.context.language))
    let count = speech(
      Words.barLegend, TerminalText(bar.inList), speech.share(bar.inList, of: state.shownCount),
      TerminalText(bar.inAll), speech.share(bar.inAll, of: state.population.count))
    return [Said("\(speech(field.label)): \(name)"), Said(count)] + self.field(field.id).dropFirst()
  }

  /// What is under the cursor of a table: its bars, the counts with their shares, and what the field means.
  private func table(_ content: TableContent) -> [Said] {
    let language = state.context.language
    func name(_ facet: Facet?, _ bar: Facet.Bar?) -> TerminalText? {
      guard let facet, let bar else { return nil }
      let label = TerminalText(data: bar.label.text(in: language))
      // Of two fields the title has the names.
      return content.isCrossed ? label : "\(TableScreen.name(facet.field, state)): \(label)"
    }
    let names = [name(content.rowFacet, content.row), name(content.columnFacet, content.column)]
      .compactMap { $0 }
    let (ofList, ofAll) = (content.rowFacet.ofList, content.rowFacet.ofAll)
    let counts = content.counts
    let count: TerminalText
    if let row = content.row, let column = content.column {
      count = speech(
        TableWords.cellLegend, TerminalText(counts.inList), TerminalText(ofList),
        speech.share(counts.inList, of: ofList), speech.share(counts.inList, of: row.inList),
        speech.share(counts.inList, of: column.inList), TerminalText(counts.inAll))
    } else if names.isEmpty {
      count = speech(TableWords.totalLegend, TerminalText(ofList), TerminalText(ofAll))
    } else {
      count = speech(
        TableWords.barLegend, TerminalText(counts.inList), TerminalText(ofList),
        speech.share(counts.inList, of: ofList), TerminalText(counts.inAll), TerminalText(ofAll),
        speech.share(counts.inAll, of: ofAll))
    }
    let title =
      names.isEmpty ? TableScreen.name(content.rowFacet.field, state) : names.joined(separator: " × ")
    return [Said(title), Said(count)] + field(content.rowFacet.field).dropFirst()
  }

  private func field(_ id: FieldID) -> [Said] {
    if id == NoteSheet.field {
      let note = NoteWords.entry(.note, .long)
      return [Said(speech(NoteWords.title)), Said(speech(note.about))]
    }
    guard let field = state.population.catalogue[id] else { return [] }
    var lines = [Said(speech(field.label)), Said(speech(field.definition))]
    lines += SettingText(speech).lines(of: id)
    switch field.due {
    case .intake: lines.append(Said(speech(LegendWords.dueIntake), .dim))
    case .phase:
      let phase = speech.period(state.context.settings.phase.value)
      lines.append(Said(speech(LegendWords.duePhase, phase), .dim))
    case .never: break
    }
    if field.isProtected { lines.append(Said(speech(LegendWords.protected), .attention)) }
    let owner =
      switch field.owner {
      case .register: LegendWords.ownerRegister
      case .coach: LegendWords.ownerCoach
      case .derived: LegendWords.ownerDerived
      }
    lines.append(Said(speech(owner), .dim))
    if field.uses.contains(.filter) {
      lines.append(Said(speech(LegendWords.filterWord, TerminalText(data: id.text)), .dim))
    }
    return lines
  }

  private func worklist(_ worklist: Worklist) -> [Said] {
    var lines = [
      Said(speech.fullName(of: worklist)), Said(TerminalText(data: worklist.definition(state.context))),
    ]
    if !worklist.isBuiltIn {
      lines.insert(Said(speech(ListWords.own, TerminalText(data: worklist.label.english)), .dim), at: 1)
    }
    if let problem = worklist.problem {
      lines.append(Said(speech(ListWords.unreadableShort, TerminalText(data: problem.message)), .bad))
    }
    if let count = state.counts[worklist.id] {
      lines.append(
        Said(
          speech(
            LegendWords.counts, TerminalText(count.yes), TerminalText(count.unknown),
            TerminalText(state.population.count))))
      if worklist.rule == .builtIn(.forgotten), count.yes > 0 {
        lines.append(
          Said(
            speech(
              LegendWords.appointments, TerminalText(count.yes),
              TerminalText(count.yes - count.withAppointment), TerminalText(count.withAppointment))))
      }
      if count.unknown > 0 { lines.append(Said(speech(LegendWords.whyUnknown), .unknown)) }
    }
    return lines + SettingText(speech).lines(of: worklist)
  }
}

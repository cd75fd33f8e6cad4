import CaseloadCore
import Cells

/// A client's contacts, errands, second sources and changes, as the record shows them.
struct Timeline {
  private let record: ClientRecord
  private let speech: Speech
  private let catalogue: Catalogue
  private let me: String

  init(_ state: ScreenState, _ record: ClientRecord) {
    me = state.me
    self.record = record
    speech = state.speech
    catalogue = state.population.catalogue
  }

  /// Its lines; it stops once there are `limit` of them or more.
  func lines(width: Int, upTo limit: Int = .max) -> [PaneLine] {
    var lines: [PaneLine] = []
    if !record.offers.isEmpty {
      lines.append(.heading(speech(Words.offers)))
      for offer in record.offers { lines += self.offer(offer, width) }
      lines.append(PaneLine())
    }
    if !record.errands.isEmpty {
      lines.append(.heading(speech(Words.errands)))
      for errand in record.errands { lines += self.errand(errand, width) }
      lines.append(PaneLine())
    }
    if !record.plans.isEmpty {
      lines.append(.heading(speech(PlanWords.title)))
      for plan in record.plans { lines += self.plan(plan, width) }
      lines.append(PaneLine())
    }
    if !record.transfers.isEmpty {
      lines.append(.heading(speech(TransferWords.list)))
      for transfer in record.transfers { lines += self.transfer(transfer, width) }
      lines.append(PaneLine())
    }
    lines.append(.heading("\(speech(Words.timeline)) · \(since)"))
    if record.contacts.isEmpty {
      lines += PaneLine.wrapped(speech(LegendWords.noContacts), width: width, role: .dim)
    }
    for contact in record.contacts {
      if lines.count >= limit { return lines }
      lines += self.contact(contact, width)
    }
    if !record.history.isEmpty {
      lines.append(PaneLine())
      lines.append(.heading(speech(Words.history)))
      for line in record.history {
        if lines.count >= limit { return lines }
        let text = TerminalText.oneLine(data: line.text(speech.context))
        lines += PaneLine.wrapped(text, width: width, role: line.isUndone ? .dim : .normal, indent: 2)
      }
      if record.olderHistory > 0 {
        lines += PaneLine.wrapped(
          speech(Words.olderHistory, record.olderHistory), width: width, role: .dim, indent: 2)
      }
    }
    return lines
  }

  private var since: TerminalText {
    record.summary.historySince.map { speech(LegendWords.historySince, speech.day($0)) }
      ?? speech(LegendWords.noHistory)
  }

  /// A hand-over, its note under it.
  private func transfer(_ transfer: Transfer, _ width: Int) -> [PaneLine] {
    let said = TransferLine.said(transfer, me, speech)
    var lines = PaneLine.wrapped(said.text, width: width, role: said.role, indent: 2)
    for line in TerminalText.lines(data: transfer.note) where !line.isEmpty {
      lines += PaneLine.wrapped(line, width: width - 4, role: said.role).map { indented($0, 4) }
    }
    return lines
  }

  private func offer(_ offer: Offer, _ width: Int) -> [PaneLine] {
    guard let field = catalogue[offer.field] else { return [] }
    let label = RecordScreen.labelWidth(width)
    var said = speech.value(offer.value, of: field)
    var origin = [speech(offer.value.source.label)]
    if let day = offer.value.day { origin.append(speech.day(day)) }
    said.text += " · \(origin.joined(separator: ", "))"
    return PaneLine.field(field.id, speech(field.label), said, labelWidth: label, width: width)
  }

  private func errand(_ errand: Errand, _ width: Int) -> [PaneLine] {
    let said = ErrandLine.said(errand, speech)
    return PaneLine.wrapped(said.text, width: width, role: said.role, indent: 2)
  }

  /// A version of the plan, its steps under it.
  private func plan(_ plan: Plan, _ width: Int) -> [PaneLine] {
    let head = PlanLine.text(plan, plan.made, speech)
    let role: Role = plan.ended == nil ? .normal : .dim
    var lines = PaneLine.wrapped(head, width: width, role: role, indent: 2)
    for line in TerminalText.lines(data: plan.steps) where !line.isEmpty {
      lines += PaneLine.wrapped(line, width: width - 4, role: role).map { indented($0, 4) }
    }
    return lines
  }

  /// One contact: day, what it was, by what road, by whom; the story under it.
  func contact(_ contact: Contact, _ width: Int) -> [PaneLine] {
    var parts: [TerminalText] = [contact.held.map { speech.day($0) } ?? speech(LegendWords.noDay)]
    parts.append(speech(contact.kind.label))
    if let failure = contact.failure { parts.append(speech(failure.label)) }
    if contact.channel != .unknown { parts.append(speech(contact.channel.label)) }
    if !contact.colleague.isEmpty { parts.append(speech.who(contact.colleague)) }
    switch contact.initiative {
    case .us: parts.append(speech(LegendWords.initiativeUs))
    case .client: parts.append(speech(LegendWords.initiativeClient))
    case .unknown: break
    }
    if contact.kind == .messageIn {
      parts.append(
        contact.answered.map { speech(LegendWords.answered, speech.day($0)) }
          ?? speech(LegendWords.notAnswered))
    }
    if let logged = contact.logged, logged != contact.held {
      parts.append(speech(LegendWords.logged, speech.day(logged)))
    }
    if let minutes = contact.minutes { parts.append(speech(LegendWords.minutes, TerminalText(minutes))) }
    let counts = contact.kind == .conversation
    var lines = PaneLine.wrapped(
      parts.joined(separator: " · "), width: width,
      role: counts ? .normal : contact.kind == .unconfirmed ? .unknown : .dim)
    for line in TerminalText.lines(data: contact.story) where !line.isEmpty {
      lines += PaneLine.wrapped(line, width: width - 4).map { indented($0, 4) }
    }
    let after = ContactLines(contact, speech)
    for said in [after.said, after.agreed, after.heard].compactMap({ $0 }) {
      lines += PaneLine.wrapped(said.text, width: width - 4, role: said.role).map { indented($0, 4) }
    }
    return lines
  }

  private func indented(_ line: PaneLine, _ count: Int) -> PaneLine {
    var line = line
    line.text = "\(TerminalText.repeating(" ", count: count))\(line.text)"
    return line
  }
}

import CaseloadCore
import Cells

/// A client's record as a page for people: fields by group, then what happened, newest first. No borders, so
/// that it reads well through a screen reader or a pipe.
struct RecordPage {
  let record: ClientRecord
  let population: Population
  let context: Context

  private static let nothing = Phrase("show.nothing-recorded", "nothing recorded")
  private static let client = Phrase("show.client", "client")
  private static let timeline = Phrase("show.timeline", "Contacts")
  private static let known = Phrase("show.known-from", "known from")
  private static let errands = Phrase("show.errands", "Errands")
  static let secret = Phrase("show.secret", "secret: never say it")
  private static let plan = Phrase("show.plan", "Plan of action")
  private static let transfers = Phrase("transfer-form.list", "Hand-overs")
  private static let agreed = Phrase("show.agreed", "agreed")
  private static let heard = Phrase("show.heard", "felt heard")
  private static let missing = Phrase("show.missing", "missing")

  private func words(_ phrase: Phrase) -> TerminalText {
    TerminalText(data: phrase.text(in: context.language))
  }

  /// The lines of the page.
  var lines: [TerminalText] {
    let name = TerminalText(data: population.name(at: 0).listed)
    var lines: [TerminalText] = ["\(name) · \(words(Self.client)) \(Int(record.number.number))"]
    for group in FieldGroup.allCases { lines += section(group) }
    return lines + transfers + plans + contacts + errands
  }

  private func section(_ group: FieldGroup) -> [TerminalText] {
    let fields = population.catalogue.fields.filter {
      $0.group == group && $0.id != "number" && $0.id != "name"
    }
    let labels = fields.map { TerminalText(data: $0.label.text(in: context.language)) }
    let width = labels.map(\.width).max() ?? 0
    let missing = Set(population.missing(at: 0, context))
    var lines: [TerminalText] = ["", words(group.label)]
    var nothing: [TerminalText] = []
    for (field, label) in zip(fields, labels) {
      guard let said = said(field, isMissing: missing.contains(field.id)) else {
        nothing.append(label)
        continue
      }
      lines.append("  \(label.pad(to: width))  \(said)")
    }
    if !nothing.isEmpty {
      lines.append("  \(words(Self.nothing)): \(nothing.joined(separator: ", "))")
    }
    return lines
  }

  /// What a field says, with source and day; nil where nobody recorded anything and nothing is due.
  private func said(_ field: Field, isMissing: Bool) -> TerminalText? {
    if field.id == "seen" {
      let seen = population.lastSeen(at: 0, on: context.today)
      let ago = TerminalText(data: LastSeenText.short(seen, context))
      return seen.known.map { "\(data: DayText.short($0, context)) (\(ago))" } ?? ago
    }
    if field.id == "seen-channel", record.summary.lastConversation != nil {
      return words(record.summary.lastChannel.label)
    }
    let isDerived = field.owner == .derived
    let value = isDerived ? population.value(field.id, at: 0, context) : record.values[field.id] ?? .empty
    if value.state == .empty, value.raw == nil { return isMissing ? words(Self.missing) : nil }
    var text = TerminalText(data: ValueText.text(value, of: field, context))
    let note = FieldNote.text(value, field, record, context)
    if !note.isEmpty { text += " (\(data: note))" }
    if record.isSecret(field.id) { text = "‼ \(text) (\(words(Self.secret)))" }
    if isDerived { return text }
    let day = value.day.map { ", " + DayText.short($0, context) } ?? ""
    return text + " · \(data: value.source.label.text(in: context.language) + day)"
  }

  /// Hand-overs, each with its note.
  private var transfers: [TerminalText] {
    guard !record.transfers.isEmpty else { return [] }
    return ["", words(Self.transfers)]
      + record.transfers.flatMap { transfer -> [TerminalText] in
        let text = TransferText.text(transfer, to: "", context)
        return ["  \(TerminalText.oneLine(data: text))"]
          + TerminalText.lines(data: transfer.note).filter { !$0.isEmpty }.map { "      \($0)" }
      }
  }

  /// Every version of the plan, with its steps.
  private var plans: [TerminalText] {
    guard !record.plans.isEmpty else { return [] }
    var lines: [TerminalText] = ["", words(Self.plan)]
    for plan in record.plans {
      let days = [plan.made, plan.ended].compactMap { $0 }.map { DayText.short($0, context) }
      let ground = plan.ground?.label.text(in: context.language) ?? ""
      let parts = [days.joined(separator: " – "), ground, plan.goal].filter { !$0.isEmpty }
      lines.append("  \(TerminalText.oneLine(data: parts.joined(separator: " · ")))")
      for line in TerminalText.lines(data: plan.steps) where !line.isEmpty { lines.append("      \(line)") }
    }
    return lines
  }

  private var contacts: [TerminalText] {
    guard !record.contacts.isEmpty else { return [] }
    var title = words(Self.timeline)
    if let since = record.summary.historySince {
      title += " (\(words(Self.known)) \(data: DayText.short(since, context)))"
    }
    var lines: [TerminalText] = ["", title]
    for contact in record.contacts {
      let day = (contact.held ?? contact.logged).map { DayText.short($0, context) } ?? "?"
      let kind = contact.kind.label.text(in: context.language)
      let channel = contact.channel == .unknown ? "" : contact.channel.label.text(in: context.language)
      let failure = contact.failure?.label.text(in: context.language) ?? ""
      let parts = [day, kind, failure, channel, contact.colleague]
      lines.append("  \(data: parts.filter { !$0.isEmpty }.joined(separator: " · "))")
      for line in TerminalText.lines(data: contact.story) where !line.isEmpty {
        lines.append("      \(line)")
      }
      for line in TerminalText.lines(data: contact.said) where !line.isEmpty {
        lines.append("      “\(line)”")
      }
      for line in TerminalText.lines(data: contact.agreed) where !line.isEmpty {
        let by = contact.agreedBy.map { " (\(words($0.label)))" as TerminalText } ?? ""
        lines.append("      \(words(Self.agreed)): \(line)\(by)")
      }
      if let heard = contact.heard, heard != .notAsked {
        lines.append("      \(words(Self.heard)): \(words(heard.label))")
      }
    }
    return lines
  }

  private var errands: [TerminalText] {
    guard !record.errands.isEmpty else { return [] }
    return ["", words(Self.errands)]
      + record.errands.map { errand in
        let due = errand.due.map { DayText.short($0, context) + " · " } ?? ""
        return
          "  \(data: due + errand.text) · \(words(errand.done == nil ? ReportWords.open : ReportWords.done))"
      }
  }
}

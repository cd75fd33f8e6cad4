import CaseloadCore
import Cells

extension EntryID {
  static let deed: EntryID = "deed"
  static let track: EntryID = "track"
  static let weeks: EntryID = "weeks"
  static let path: EntryID = "path"
  static let columns: EntryID = "columns"
}

/// One thing for all marked clients: first how many and who is left out why, then, saved once more, one change.
struct BulkSheet: FormSheet {
  /// Of the marked clients what the deeds read, in the order of their names.
  let clients: [MarkedClient]
  let colleagues: ColleagueEntry
  /// The reader's private notes.
  let notes: [ClientNumber: PrivateNote]
  /// The columns that the list shows.
  let columns: [FieldID]

  /// What can be done.
  enum Deed: String, CaseIterable {
    case errand, track, frequency, pause, transfer, tag, export

    var label: Phrase {
      switch self {
      case .errand: Phrase("bulk-form.errand", "an errand")
      case .track: Phrase("bulk-form.track", "another track")
      case .frequency: Phrase("bulk-form.frequency", "another frequency")
      case .pause: Phrase("bulk-form.pause", "a pause")
      case .tag: Phrase("bulk-form.tag", "a tag of your own")
      case .export: Phrase("bulk-form.export", "a line in a file")
      case .transfer: Phrase("bulk-form.transfer", "an offer to another coach")
      }
    }
  }

  func title(_ speech: Speech) -> TerminalText { speech(BulkWords.title, clients.count) }

  func deed(_ form: Form) -> Deed { Deed(rawValue: form.code(.deed)) ?? .errand }

  func lines(_ form: Form) -> [[FormEntry]] {
    var lines = [[BulkWords.entry(.deed, .choice(FormChoice.all(Deed.allCases) { $0.label }))]]
    switch deed(form) {
    case .errand:
      lines += [
        [ErrandWords.entry(.what, .line)],
        [
          ErrandWords.entry(.due, .line, .future),
          ErrandWords.entry(.waiting, .choice(FormChoice.all(WaitingOn.allCases) { $0.label })),
        ],
      ]
    case .track:
      let tracks = Catalogue.standard["track"]?.choices.map { FormChoice($0.code, $0.label) } ?? []
      lines += [[BulkWords.entry(.track, .choice(tracks))], [BulkWords.entry(.why, .line)]]
    case .frequency: lines += [[BulkWords.entry(.weeks, .line)], [BulkWords.entry(.why, .line)]]
    case .transfer: lines += [[TransferWords.entry(.to, .line)], [TransferWords.entry(.note, .long)]]
    case .pause:
      lines += [[StatusWords.entry(.why, .line)], [StatusWords.entry(.returns, .line, .future)]]
    case .tag: lines.append([BulkWords.entry(.tags, .line)])
    case .export: lines += [[BulkWords.entry(.path, .line)], [BulkWords.entry(.columns, .line)]]
    }
    return lines
  }

  func open(_ form: inout Form, _ context: Context) {
    for entry in [EntryID.what, .due, .weeks, .why, .returns, .to, .tags, .path] { form.set(entry, "") }
    form.set(.note, "", isLong: true)
    form.set(.columns, columns.map(\.text).joined(separator: " "))
    form.codes = [
      .deed: Deed.errand.rawValue, .waiting: WaitingOn.us.rawValue, .track: Track.work.rawValue,
    ]
    form.focus = .deed
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] { [] }

  private func bulk(_ form: Form, _ context: Context) throws(FormProblem) -> (deed: BulkDeed, reason: String)
  {
    func filled(_ entry: EntryID, _ refusal: Phrase) throws(FormProblem) -> String {
      let text = form.text(entry)
      guard !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
        throw FormProblem(entry, refusal)
      }
      return text
    }
    switch deed(form) {
    case .errand:
      let text = try filled(.what, ErrandWords.needsText)
      return (
        .errand(
          text, due: try form.day(.due, .future, context),
          WaitingOn(rawValue: form.code(.waiting)) ?? .us), ""
      )
    case .track: return (.track(form.code(.track)), try filled(.why, BulkWords.needsWhy))
    case .frequency:
      guard let field = Catalogue.standard["frequency"] else { throw FormProblem(.weeks, FormWords.noField) }
      let weeks: Int
      switch ValueEntry.content(form.text(.weeks), of: field, context) {
      case .success(.number(let range)) where range.count == 1: weeks = range.lowerBound
      case .success: throw FormProblem(.weeks, BulkWords.oneNumber)
      case .failure(let refusal): throw FormProblem(.weeks, refusal)
      }
      return (.frequency(weeks), try filled(.why, BulkWords.needsWhy))
    case .transfer:
      let name = try colleagues.name(.to, form)
      if name.isEmpty { throw FormProblem(.to, TransferRefusal.nobody.phrase) }
      return (.transfer(to: name, note: form.text(.note)), "")
    case .pause:
      let change = StatusChange(
        .paused, since: context.today, reason: form.text(.why),
        returns: try form.day(.returns, .future, context))
      if let refusal = change.refusal(context) {
        let longest = context.settings.longestPause.value.words(in: context.language)
        throw FormProblem(refusal == .noReason ? .why : .returns, EntryRefusal(refusal.phrase, [longest]))
      }
      return (.pause(change), "")
    // They do not change the record.
    case .tag, .export: throw FormProblem(.deed, BulkWords.nobody)
    }
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    switch deed(form) {
    case .tag:
      let changes = try tagging(form, context)
      guard !changes.isEmpty else { throw FormProblem(.tags, BulkWords.nobody) }
      return .notes(changes)
    case .export: return .export(try export(form, context))
    case .errand, .track, .frequency, .pause, .transfer: break
    }
    let (deed, reason) = try bulk(form, context)
    let (done, _) = split(deed, context)
    guard !done.isEmpty else { throw FormProblem(.deed, BulkWords.nobody) }
    return .bulk(deed, done, reason: reason)
  }

  /// Whom it is done for, and who is left out.
  private func split(
    _ deed: BulkDeed, _ context: Context
  ) -> (done: [ClientNumber], left: [(name: String, why: BulkDeed.Refusal)]) {
    var done: [ClientNumber] = []
    var left: [(name: String, why: BulkDeed.Refusal)] = []
    for client in clients {
      switch deed.edits(client.record, id: RecordRef.new, context) {
      case .success: done.append(client.record.number)
      case .failure(let refusal): left.append((client.name, refusal))
      }
    }
    return (done, left)
  }

  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    form.step == .asking(.bulk) ? nil : .bulk
  }

  /// How many, and who is left out why.
  func note(_ form: Form, _ speech: Speech) -> Said? {
    if deed(form) == .transfer, form.step != .asking(.bulk) { return colleagues.said(form.text(.to), speech) }
    guard case .asking(.bulk) = form.step else { return nil }
    if let text = preview(form, speech) {
      return Said("\(speech(FormWords.goOn)) \(text)", .attention)
    }
    guard let (bulk, _) = try? bulk(form, speech.context) else { return nil }
    let (done, left) = split(bulk, speech.context)
    var text = speech(BulkWords.preview, TerminalText(done.count), TerminalText(clients.count))
    if !left.isEmpty {
      let names = left.prefix(3).map { client -> TerminalText in
        let why = speech(client.why.phrase, parts: client.why.parts.map { TerminalText(data: $0) })
        return "\(data: client.name) \(why)"
      }
      let more = left.count > 3 ? " …" as TerminalText : ""
      text += " \(speech(BulkWords.left, left.count)): \(names.joined(separator: "; "))\(more)."
    }
    if deed(form) == .transfer, colleagues.isStranger(form.text(.to)) {
      let name = TerminalText(data: form.text(.to))
      text = "\(speech(ColleagueWords.stranger, name)) \(text)"
    }
    return Said("\(speech(FormWords.goOn)) \(text)", .attention)
  }
}

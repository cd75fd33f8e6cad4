import CaseloadCore
import Cells

extension EntryID {
  static let to: EntryID = "to"
}

/// Moving a contact that was written down with another client.
struct MoveSheet: FormSheet {
  /// The contact.
  let id: Int64
  /// Who is meant by what is typed, the best first, with her name.
  let found: [(number: ClientNumber, name: String)]

  func title(_ speech: Speech) -> TerminalText { speech(MoveWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    [[FormEntry(id: .to, name: MoveWords.to, about: MoveWords.aboutTo, input: .line)]]
  }

  func open(_ form: inout Form, _ context: Context) {
    form.set(.to, "")
    form.focus = .to
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}

  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    guard let contact = record.contacts.first(where: { $0.id == id }) else { return [] }
    let day = (contact.held ?? contact.logged).map { speech.day($0) } ?? speech(LegendWords.noDay)
    let text: TerminalText =
      "\(speech(contact.kind.label)), \(day): \(TerminalText.oneLine(data: contact.story))"
    return [HeadLine(name: MoveWords.what, said: Said(text, .dim), most: 3)]
  }

  /// Who it would go to.
  func note(_ form: Form, _ speech: Speech) -> Said? {
    guard let first = found.first else {
      return form.text(.to).isEmpty ? nil : Said("? \(speech(MoveWords.nobody))", .unknown)
    }
    let names = found.prefix(4).map { "\(data: $0.name) (\(Int($0.number.number)))" as TerminalText }
    return found.count == 1
      ? Said("✓ \(data: first.name) (\(Int(first.number.number)))", .good)
      : Said("? \(speech(MoveWords.several, names.joined(separator: "; ")))", .unknown)
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(.to, FormWords.stillReading) }
    guard let contact = record.contacts.first(where: { $0.id == id }) else {
      throw FormProblem(.to, MoveWords.gone)
    }
    guard found.count == 1, let to = found.first?.number else { throw FormProblem(.to, MoveWords.needsOne) }
    guard to != form.client else { throw FormProblem(.to, FormWords.sameAlready) }
    let edits = record.edits(moving: contact, to: to, on: context.today)
    return .edits(edits, ChangeName(edits, contacts: record.contacts))
  }
}

/// The words of moving a contact.
enum MoveWords {
  static let title = Phrase("move-form.title", "Move this contact")
  static let to = Phrase("move-form.to", "To whom")
  static let aboutTo = Phrase(
    "move-form.about.to",
    "The client with whom it really was: a part of the name, the number, or the birth date. What was told moves along; both histories say so."
  )
  static let what = Phrase("move-form.what", "Contact")
  static let several = Phrase("move-form.several", "several: {0}; type more, or the number")
  static let needsOne = Phrase("move-form.needs-one", "Type so much that one client is left, or the number.")
  static let nobody = Phrase("move-form.nobody", "Nobody here fits this.")
  static let gone = Phrase("move-form.gone", "Somebody took this contact away meanwhile.")
}

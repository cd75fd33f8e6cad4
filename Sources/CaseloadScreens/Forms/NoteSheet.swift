import CaseloadCore
import Cells

extension EntryID {
  static let tags: EntryID = "tags"
  static let colour: EntryID = "colour"
}

/// A private note about a client: words, tags, a colour, and the day on which it goes. It is kept on the reader's own
/// desk and never in the record.
struct NoteSheet: FormSheet {
  /// What stands on the desk.
  let known: PrivateNote?

  /// What stands for the note where a field of the catalogue may be: it is none.
  static let field: FieldID = "private-note"

  private static let none = "none"

  func title(_ speech: Speech) -> TerminalText { speech(NoteWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    [
      [NoteWords.entry(.note, .long)], [NoteWords.entry(.tags, .line)],
      [NoteWords.entry(.colour, .choice(Self.colours)), NoteWords.entry(.until, .line, .future)],
    ]
  }

  private static let colours =
    [FormChoice(none, NoteWords.noColour)] + FormChoice.all(NoteColour.allCases) { $0.label }

  /// All of it stands on the desk, so nothing waits for the record.
  func open(_ form: inout Form, _ context: Context) {
    form.set(.note, known?.text ?? "", isLong: true)
    form.set(.tags, known?.tags.joined(separator: " ") ?? "")
    let until = known?.until ?? context.today.adding(context.settings.privateNoteLife.value)
    form.set(.until, DayText.entered(until, .future, context))
    form.codes = [.colour: known?.colour?.rawValue ?? Self.none]
    form.usual = [.until]
    form.focus = .note
  }

  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? {
    entry == .until ? known?.until : nil
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] { [] }

  /// An empty one is taken away.
  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    let until = try form.day(.until, .future, context, stands: known?.until)
    let note = PrivateNote(
      text: form.text(.note), tags: PrivateNote.tags(in: form.text(.tags)),
      colour: NoteColour(rawValue: form.code(.colour)), until: until ?? .earliest)
    if !note.isEmpty {
      guard let until else { throw FormProblem(.until, NoteWords.needsDay) }
      guard until >= context.today else { throw FormProblem(.until, NoteWords.dayIsPast) }
    }
    let change = NoteChange(form.client, old: known, new: note)
    guard change.new != known else { throw FormProblem(form.focus, FormWords.sameAlready) }
    return .notes([change])
  }
}

/// A private note in one line.
enum NoteLine {
  static func said(_ note: PrivateNote, _ speech: Speech) -> Said {
    var parts: [TerminalText] = []
    if !note.tags.isEmpty { parts.append(TerminalText(data: note.tags.joined(separator: " "))) }
    if !note.text.isEmpty { parts.append(.oneLine(data: note.text)) }
    if parts.isEmpty, let colour = note.colour { parts.append(speech(colour.label)) }
    parts.append(speech(NoteWords.goes, speech.day(note.until)))
    let mark = sign(note)
    return Said("\(mark.text) \(parts.joined(separator: " · "))", mark.role)
  }

  /// The sign of its colour, in that colour; of one without a colour, that there is one.
  static func sign(_ note: PrivateNote) -> Said {
    guard let colour = note.colour else { return Said("¶", .dim) }
    let role: Role =
      switch colour {
      case .red: .overdue
      case .yellow: .attention
      case .green: .good
      case .blue: .focus
      }
    return Said(TerminalText(data: colour.sign), role)
  }
}

/// The words of private notes.
enum NoteWords {
  static let title = Phrase("private-note.title", "For yourself")
  static let short = Phrase("private-note.short", "Own note")
  static let noColour = Phrase("private-note.no-colour", "none")
  static let goes = Phrase("private-note.goes", "until {0}")
  static let kept = Phrase(
    "private-note.kept", "On your desk: {0}. Nobody else sees it. {key:undo} undoes it")
  static let gone = Phrase("private-note.gone", "Your note is gone: {0}. {key:undo} brings it back")
  static let several = Plural(
    "private-note.several", one: "{0} of your notes is changed. {key:undo} undoes it",
    many: "{0} of your notes are changed. {key:undo} undoes it")
  static let undone = Phrase("private-note.undone", "Your note is as it was: {0}. {key:redo} does it again")
  static let severalUndone = Plural(
    "private-note.several-undone", one: "{0} of your notes is as it was. {key:redo} does it again",
    many: "{0} of your notes are as they were. {key:redo} does it again")
  static let expired = Plural(
    "private-note.expired", one: "{0} private note reached its day and is deleted.",
    many: "{0} private notes reached their day and are deleted.")
  static let needsDay = Phrase(
    "private-note.needs-day", "A private note has a day on which it goes: +3m, 28/11.")
  static let dayIsPast = Phrase("private-note.day-past", "The day on which it goes is a day to come.")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .note:
        (
          Phrase("private-note.entry.note", "Note"),
          Phrase(
            "private-note.about.note",
            "An aid to your own memory. It lies on your desk, not in the record: no colleague, no export and no report has it. What concerns the case belongs into the record, where the client can read it."
          )
        )
      case .tags:
        (
          Phrase("private-note.entry.tags", "Tags"),
          Phrase(
            "private-note.about.tags",
            "Words of your own, with blanks between them. The filter tag:word finds them; they are never a requirement of a vacancy."
          )
        )
      case .colour:
        (
          Phrase("private-note.entry.colour", "Colour"),
          Phrase(
            "private-note.about.colour",
            "A colour by which you know the client again, with a sign of its own beside the name: ◆ red, ▲ yellow, ■ green, ▼ blue."
          )
        )
      default:
        (
          Phrase("private-note.entry.until", "Deleted on"),
          Phrase(
            "private-note.about.until",
            "The last day on which it is there; then it is deleted. An aid to memory is not kept for ever.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input, day: day)
  }
}

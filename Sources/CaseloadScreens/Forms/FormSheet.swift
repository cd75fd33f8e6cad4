import CaseloadCore
import Cells

/// What cannot be kept, and the entry where it is mended.
struct FormProblem: Error, Hashable {
  var entry: EntryID
  var refusal: EntryRefusal

  init(_ entry: EntryID, _ refusal: EntryRefusal) {
    self.entry = entry
    self.refusal = refusal
  }

  init(_ entry: EntryID, _ phrase: Phrase) { self.init(entry, EntryRefusal(phrase)) }
}

/// What the store is asked to keep.
public enum Keeping: Hashable, Sendable {
  /// A contact and what follows from it. The text is that of the errand to try again.
  case contact(Registration, errand: String)
  /// Edits, and what they are called.
  case edits([Edit], ChangeName)
  /// One thing for several clients, in one change.
  case bulk(BulkDeed, [ClientNumber], reason: String)
  /// Private notes, on the reader's own desk.
  case notes([NoteChange])
  /// Clients, into a file.
  case export(ExportWish)
}

/// One kind of form: its entries, what they open with, and what is made of them. It is pure: a form and the record it
/// shows give the same each time.
protocol FormSheet {
  /// What stands over it, beside the client's name.
  func title(_ speech: Speech) -> TerminalText
  /// The entries that it has now, in lines; a line's entries stand beside each other.
  func lines(_ form: Form) -> [[FormEntry]]
  /// Puts in what it opens with before the record is there.
  func open(_ form: inout Form, _ context: Context)
  /// Puts in what the record says is usual, where nobody has entered anything yet.
  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context)
  /// What a choice that was made entails.
  func chosen(_ entry: EntryID, _ form: inout Form)
  /// What stands above the entries.
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine]
  /// What stands there of a form that is about no client, or of several.
  func preview(_ form: Form, _ speech: Speech) -> [HeadLine]
  /// What is to be kept, or what cannot.
  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping
  /// What is asked once before it is kept.
  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt?
  /// What must be known of what is entered, under the entries.
  func note(_ form: Form, _ speech: Speech) -> Said?
  /// The day that is kept and with which an entry opened; nil where there is none.
  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day?
}

extension FormSheet {
  func chosen(_ entry: EntryID, _ form: inout Form) {}
  func preview(_ form: Form, _ speech: Speech) -> [HeadLine] { [] }
  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? { nil }
  func note(_ form: Form, _ speech: Speech) -> Said? { nil }
  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? { nil }

  /// An entry by its id, as it is now.
  func entry(_ id: EntryID, _ form: Form) -> FormEntry? {
    lines(form).joined().first { $0.id == id }
  }
}

/// A line above the entries: what is known already.
struct HeadLine {
  var name: Phrase?
  var said: Said
  /// How many lines it takes at most.
  var most = 2
}

extension ScreenState {
  /// What a form is, by its subject.
  func sheet(_ form: Form) -> any FormSheet {
    let catalogue = population.catalogue
    switch form.subject {
    case .contact: return ContactSheet()
    case .correction(_, let id): return ContactSheet(correcting: id)
    case .move(_, let id): return MoveSheet(id: id, found: meant(form.text(.to)))
    case .transfer: return TransferSheet(me: me, colleagues: ColleagueEntry(known: colleagues))
    case .answer(_, let id): return AnswerSheet(id: id, me: me, colleagues: ColleagueEntry(known: colleagues))
    case .absence(let id):
      let (population, context) = (population, context)
      return AbsenceSheet(
        id: id, me: me, colleagues: ColleagueEntry(known: colleagues),
        due: { population.due(during: $0, context) },
        name: { number in population.row(of: number).map { population.name(at: $0).listed } ?? "" })
    case .marked:
      return BulkSheet(
        clients: marked ?? markedClients, colleagues: ColleagueEntry(known: colleagues), notes: notes,
        columns: exportedColumns)
    case .newClient:
      return NewClientSheet(alike: alike(form.text(.name)), coach: me, team: scope.team)
    case .field(_, let id):
      guard let field = catalogue[id] else { return NoSheet() }
      return FieldSheet(field: field, catalogue)
    case .errand(_, let id): return ErrandSheet(id: id)
    case .plan: return PlanSheet()
    case .status: return StatusSheet()
    case .note(let client): return NoteSheet(known: notes[client])
    }
  }
}

extension ScreenState {
  /// The clients that a text means, with their names; one alone where her number is typed.
  private func meant(_ text: String) -> [(number: ClientNumber, name: String)] {
    let query = ClientQuery(text)
    guard !query.isEmpty else { return [] }
    let found = population.find(query, phones: []).0.map(\.number)
    let exact = found.filter { $0.description == text.filter { $0 != " " } }
    return (exact.count == 1 ? exact : found).map { ($0, name(of: $0)) }
  }

  /// The clients whose family name is like what is typed of a name.
  private func alike(_ text: String) -> [(number: ClientNumber, name: String)] {
    let family = text.split(separator: ",").first.map(String.init) ?? ""
    return family.unicodeScalars.count < 2 ? [] : meant(family)
  }

  /// What a file of clients holds unless something else is said: number and name, then the list's own columns. How many
  /// of them there is room for is not asked: the room depends on the form.
  private var exportedColumns: [FieldID] {
    let first: [FieldID] = ["number", "name"]
    let own = chosenColumns.map { $0.map(\.field) } ?? ListColumn.plain + ListColumn.added
    return first + own.filter { !first.contains($0) }
  }
}

extension Form {
  /// The day that is typed at an entry; nil where nothing is. A text that was not touched is the day that stands,
  /// whatever other day it would mean by now.
  func day(
    _ entry: EntryID, _ nearest: Day.Nearest, _ context: Context, stands: Day? = nil
  ) throws(FormProblem) -> Day? {
    let text = self.text(entry)
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return nil }
    if let stands,
      [DayText.short(stands, context), DayText.entered(stands, nearest, context)].contains(text)
    {
      return stands
    }
    guard let day = Day(said: text, on: context.today, nearest) else {
      throw FormProblem(entry, FormWords.noDay)
    }
    return day
  }
}

/// The form of a field that another version of the program had: there is nothing to enter.
private struct NoSheet: FormSheet {
  func title(_ speech: Speech) -> TerminalText { "" }
  func lines(_ form: Form) -> [[FormEntry]] { [] }
  func open(_ form: inout Form, _ context: Context) {}
  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] { [] }
  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    throw FormProblem(form.focus, FormWords.noField)
  }
}

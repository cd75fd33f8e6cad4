import CaseloadCore
import Cells

extension EntryID {
  static let name: EntryID = "name"
  static let birth: EntryID = "birth"
  static let phone: EntryID = "phone"
  static let intake: EntryID = "intake"
}

/// A client who is not in the register yet: one searches while one types her name, and adds her where she is not there.
struct NewClientSheet: FormSheet {
  /// Whose names are like what is typed.
  let alike: [(number: ClientNumber, name: String)]
  /// Whose caseload she comes into.
  let coach: String
  let team: String?

  func title(_ speech: Speech) -> TerminalText { speech(NewClientWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    [
      [NewClientWords.entry(.name)],
      [NewClientWords.entry(.birth, .past), NewClientWords.entry(.phone)],
      [NewClientWords.entry(.intake, .past)],
    ]
  }

  func open(_ form: inout Form, _ context: Context) {
    for entry in [EntryID.name, .birth, .phone] { form.set(entry, "") }
    form.set(.intake, Words.today.text(in: context.language))
    form.usual = [.intake]
    form.focus = .name
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] { [] }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    var values: [(FieldID, Content)] = []
    for entry in [EntryID.name, .birth, .phone, .intake] {
      guard let field = Catalogue.standard[FieldID(entry.text)] else { continue }
      let isEmpty = form.text(entry).unicodeScalars.allSatisfy(\.properties.isWhitespace)
      if isEmpty, entry != .name { continue }
      switch ValueEntry.content(form.text(entry), of: field, context) {
      case .success(let content): values.append((field.id, content))
      case .failure(let refusal): throw FormProblem(entry, refusal)
      }
    }
    if !coach.isEmpty { values.append(("coach", .text(coach))) }
    if let team { values.append(("team", .text(team))) }
    if let place = Catalogue.standard["status"]?.place(of: StatusChange.Status.active.rawValue) {
      values.append(("status", .oneOf(ChoiceSet(place: place))))
    }
    let edits = Creation.edits(values, on: context.today)
    return .edits(edits, ChangeName(edits))
  }

  /// Somebody of this name may be her.
  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    alike.isEmpty || form.step == .asking(.alike) ? nil : .alike
  }

  func note(_ form: Form, _ speech: Speech) -> Said? {
    guard !alike.isEmpty else { return nil }
    let names = alike.prefix(4).map { "\(data: $0.name) (\(Int($0.number.number)))" as TerminalText }
    let text = speech(NewClientWords.alike, names.joined(separator: "; "))
    let asked = form.step == .asking(.alike) ? "\(speech(FormWords.onceMore)) " : "" as TerminalText
    return Said("\(asked)\(text)", .attention)
  }
}

/// The words of adding a client.
enum NewClientWords {
  static let title = Phrase("new-client.title", "New client")
  static let alike = Phrase("new-client.alike", "Is it one of these? {0}.")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .name:
        (
          Phrase("new-client.entry.name", "Name"),
          Phrase(
            "new-client.about.name",
            "Family name, given name, prefix: Berg, Jan, van den. Who is there already and has such a name stands below."
          )
        )
      case .birth:
        (
          Phrase("new-client.entry.birth", "Born"),
          Phrase(
            "new-client.about.birth", "The birth date, or as much of it as is known: 12-3-1990, 3-1990, 1990."
          )
        )
      case .phone:
        (
          Phrase("new-client.entry.phone", "Phone"),
          Phrase("new-client.about.phone", "The number on which the client is reached. Empty: not yet asked.")
        )
      default:
        (
          Phrase("new-client.entry.intake", "Intake"),
          Phrase("new-client.about.intake", "The day of the intake: today, fri, 28/11.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: .line, day: day)
  }
}

import CaseloadCore
import Cells

/// A colleague's name that is typed: a part of it that one name alone has, or a whole name that nobody has yet.
struct ColleagueEntry {
  /// The colleagues whom the store knows; nil while they are being read.
  let known: [Colleague]?

  /// What a text means.
  enum Meant {
    /// Nothing was typed.
    case nobody
    /// They are still being read.
    case reading
    /// This colleague.
    case colleague(Colleague)
    /// Several have it.
    case several([Colleague])
    /// Nobody here is called so: a colleague without clients yet, or a slip of the pen.
    case stranger(String)
  }

  func meant(by text: String) -> Meant {
    let name = Self.trimmed(text)
    if name.isEmpty { return .nobody }
    guard let known else { return .reading }
    let found = Colleague.meant(by: name, among: known)
    if found.isEmpty { return .stranger(name) }
    return found.count == 1 ? .colleague(found[0]) : .several(found)
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The name that is kept; empty where nothing was typed.
  func name(_ entry: EntryID, _ form: Form) throws(FormProblem) -> String {
    switch meant(by: form.text(entry)) {
    case .nobody: return ""
    case .reading: throw FormProblem(entry, FormWords.stillReading)
    case .colleague(let colleague): return colleague.name
    case .several(let some): throw FormProblem(entry, EntryRefusal(ColleagueWords.several, [Self.list(some)]))
    case .stranger(let name): return name
    }
  }

  private static func list(_ some: [Colleague]) -> String {
    some.prefix(4).map(\.name).joined(separator: "; ") + (some.count > 4 ? " …" : "")
  }

  /// Whether a text is a name that nobody here has.
  func isStranger(_ text: String) -> Bool { if case .stranger = meant(by: text) { true } else { false } }

  /// Who is meant, in words.
  func said(_ text: String, _ speech: Speech) -> Said? {
    switch meant(by: text) {
    case .nobody: return nil
    case .reading: return Said(speech(Words.loading), .dim)
    case .colleague(let colleague):
      let team = colleague.team.map { " · \(data: $0)" as TerminalText } ?? ""
      return Said("✓ \(data: colleague.name)\(team)", .good)
    case .several(let some):
      return Said("? \(speech(ColleagueWords.several, TerminalText(data: Self.list(some))))", .unknown)
    case .stranger(let name):
      return Said("? \(speech(ColleagueWords.stranger, TerminalText(data: name)))", .unknown)
    }
  }
}

extension ScreenState {
  /// Who is at the keyboard, as clients have it.
  var me: String { scope.person(context) }

  /// The hand-overs that wait for who is at the keyboard.
  var ownTransfers: [WaitingTransfer] { WaitingTransfer.of(me, among: transfers, context) }

  /// How many clients are offered to who is at the keyboard.
  var offeredCount: Int {
    transfers.reduce(0) { $0 + ($1.transfer.isOffered(to: me) ? 1 : 0) }
  }

  /// Whether a form asks for colleagues, or is about to.
  var needsColleagues: Bool {
    if case .transfers = mode { return true }
    switch form?.subject {
    case .transfer, .answer, .absence, .marked: return true
    default: return false
    }
  }

  /// Takes in what the store knows of colleagues; who is offered clients now hears of it.
  mutating func take(_ team: TeamNews) {
    let before = offeredCount
    transfers = team.transfers
    marked = nil
    // What was just said of her own doing stays; the top line has the count.
    if offeredCount > before, message == nil { sayOffered() }
    // Whoever has answered the last one goes back to where she was.
    if case .transfers(_, let beneath) = mode, ownTransfers.isEmpty { mode = beneath }
    guard context.calendar != team.calendar else { return }
    context.calendar = team.calendar
    refresh()
  }

  /// Says how many clients are offered to who is at the keyboard.
  mutating func sayOffered() {
    guard offeredCount > 0 else { return }
    message = Said(speech(TransferWords.offered, offeredCount), .attention)
  }
}

/// Colleagues for whom the coach whose caseload is shown stands in, with how many of their clients are in it.
struct StandingIn: Hashable, Sendable {
  var absence: Absence
  var count: Int
}

extension ScreenState {
  /// Works out for whom the coach stands in today.
  mutating func findStandIns() {
    standingIn = []
    guard let coach = scope.coach, !context.calendar.isEmpty else { return }
    standingIn = context.calendar.colleagues(coveredBy: coach, on: context.today).compactMap { name in
      context.calendar.covered(name, on: context.today).map {
        StandingIn(absence: $0, count: population.clients(ofCoach: name).count)
      }
    }.filter { $0.count > 0 }
  }

  /// Whether the client of a row is a colleague's for whom the coach stands in.
  func isOfColleague(_ row: Int) -> Bool {
    !standingIn.isEmpty && standingIn.contains { $0.absence.colleague == population.coach(at: row) }
  }

  /// How many clients are the coach's own.
  var ownCount: Int { population.count - standingIn.reduce(0) { $0 + $1.count } }
}

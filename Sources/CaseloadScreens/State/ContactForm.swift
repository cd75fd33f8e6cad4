import CaseloadCore

/// The form of a contact, as it is filled in.
public struct ContactForm: Hashable, Sendable {
  /// One thing that is entered.
  public enum Entry: String, CaseIterable, Sendable, Hashable {
    case kind, day, channel, failure, story, said, agreed
    case agreedBy = "agreed-by"
    case heard, next
    case tryAgain = "try-again"
    case answers, initiative, minutes, colleague
  }

  /// How far saving is.
  public enum Step: Hashable, Sendable {
    case filling
    /// The store was asked to keep it and has not answered yet.
    case saving
    /// It reads like one that is kept already; saving once more keeps it beside that one.
    case doubtful
    /// Nothing is told in it; saving once more keeps it all the same.
    case bare
    /// It is about to be thrown away; the same key once more does it.
    case leaving
  }

  /// The client.
  public let client: ClientNumber
  /// What the keys go to.
  var focus = Entry.story
  /// What is typed.
  var texts: [Entry: TextField] = [:]
  var kind = ContactKind.conversation
  var channel = Channel.phone
  /// The roads chosen for talks and for messages, each kept while the other kind is looked at.
  var talkedBy = Channel.phone
  var wroteBy = Channel.mail
  var failure = AttemptFailure.noAnswer
  var agreedBy = WaitingOn.client
  var heard = Heard.notAsked
  var initiative = Initiative.us
  var answers = true
  var step = Step.filling
  /// What is wrong, in the entry that it is said of.
  var refusal: Phrase?
  /// It came back from the desk.
  var isDraft = false
  /// Entries in which stands what is usual: the first letter typed there takes its place.
  var usual: Set<Entry> = []

  /// An empty form.
  init(_ client: ClientNumber) { self.client = client }

  /// The text of an entry that is typed.
  func text(_ entry: Entry) -> String { texts[entry]?.text ?? "" }

  /// Puts a text in place of that of an entry.
  mutating func set(_ entry: Entry, _ text: String) {
    texts[entry] = TextField(text, isLong: entry == .story)
  }

  /// Entries that are typed, not chosen.
  static let typed: Set<Entry> = [.day, .story, .said, .agreed, .next, .tryAgain, .minutes, .colleague]

  /// The entries that this kind of contact has, in lines; a line's entries stand beside each other.
  func lines(hasUnanswered: Bool) -> [[Entry]] {
    var lines: [[Entry]] = [[.kind, .day], kind == .attempt ? [.channel, .failure] : [.channel]]
    lines.append([.story])
    switch kind {
    case .attempt: lines.append([.tryAgain])
    case .messageOut, .messageIn: lines.append([.agreed, .agreedBy])
    default: lines += [[.said], [.agreed, .agreedBy], [.heard, .next]]
    }
    if hasUnanswered, kind == .conversation || kind == .messageOut { lines.append([.answers]) }
    lines += kind == .conversation ? [[.initiative, .minutes], [.colleague]] : [[.colleague]]
    return lines
  }
}

extension ContactForm {
  /// What is registered; the refusal says of which entry it cannot be read.
  func registration(_ record: ClientRecord?, _ context: Context) -> Result<Registration, Problem> {
    let today = context.today
    func day(_ entry: Entry, _ nearest: Day.Nearest) -> Result<Day?, Problem> {
      let text = self.text(entry)
      if text.allSatisfy({ $0 == " " }) { return .success(nil) }
      return Day(said: text, on: today, nearest).map { .success($0) }
        ?? .failure(Problem(entry: entry, text: ContactWords.noDay))
    }
    do {
      guard let held = try day(.day, .any).get() else {
        throw Problem(entry: .day, text: ContactWords.needsDay)
      }
      var contact = Contact(client: client, kind: kind, held: held, logged: today, channel: channel)
      contact.initiative =
        kind == .attempt || kind == .messageOut ? .us : kind == .messageIn ? .client : initiative
      contact.colleague = text(.colleague)
      contact.story = text(.story)
      if kind == .conversation {
        contact.said = text(.said)
        contact.heard = heard
      }
      if kind == .attempt { contact.failure = failure }
      if kind != .attempt, !text(.agreed).isEmpty {
        contact.agreed = text(.agreed)
        contact.agreedBy = agreedBy
      }
      let minutes = text(.minutes).filter { $0 != " " }
      if kind != .attempt, !minutes.isEmpty {
        guard let number = Int(minutes), (1...1_440).contains(number) else {
          throw Problem(entry: .minutes, text: ContactWords.noMinutes)
        }
        contact.minutes = number
      }
      let registration = Registration(
        contact, next: kind == .conversation ? try day(.next, .future).get() : nil,
        tryAgain: kind == .attempt ? try day(.tryAgain, .future).get() : nil,
        answers: answers && record?.unanswered.isEmpty == false)
      if let refusal = registration.refusal(on: today) { throw Problem(refusal) }
      return .success(registration)
    } catch let problem as Problem {
      return .failure(problem)
    } catch {
      return .failure(Problem(entry: .day, text: ContactWords.noDay))
    }
  }

  /// What cannot be kept, and the entry where it is mended.
  struct Problem: Error, Hashable {
    var entry: Entry
    var text: Phrase

    init(entry: Entry, text: Phrase) {
      self.entry = entry
      self.text = text
    }

    init(_ refusal: RegistrationRefusal) {
      switch refusal {
      case .noDay: self.init(entry: .day, text: ContactWords.needsDay)
      case .notYet: self.init(entry: .day, text: ContactWords.notYet)
      case .nextIsPast: self.init(entry: .next, text: ContactWords.nextIsPast)
      case .tryAgainIsPast: self.init(entry: .tryAgain, text: ContactWords.tryAgainIsPast)
      case .minutes: self.init(entry: .minutes, text: ContactWords.noMinutes)
      case .channel: self.init(entry: .channel, text: ContactWords.noChannel)
      }
    }
  }
}

import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells
import Foundation

/// `caseload contact`: registers a contact by the code of the form. Text is read from files or standard input: what
/// stands on a command line is seen by others and kept in the shell's history.
struct ContactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "contact", abstract: HelpWords.contact.spoken,
      discussion: HelpText.text(
        [
          "caseload contact 12 --story -", "caseload contact 12 --kind attempt --failure no-answer",
          "caseload contact 12 --on yesterday --channel home-visit --story talk.txt --agreed step.txt --next +2w",
        ], HelpWords.contactMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.number.help)
  var number: Int32
  @Option(help: ContactOptionWords.kind.help)
  var kind = ContactKind.conversation
  @Option(help: ContactOptionWords.on.help)
  var on = "today"
  @Option(help: ContactOptionWords.channel.help)
  var channel: Channel?
  @Option(help: ContactOptionWords.failure.help)
  var failure: AttemptFailure?
  @Option(help: ContactOptionWords.story.help)
  var story: String?
  @Option(help: ContactOptionWords.said.help)
  var said: String?
  @Option(help: ContactOptionWords.agreed.help)
  var agreed: String?
  @Option(help: ContactOptionWords.agreedBy.help)
  var agreedBy: WaitingOn?
  @Option(help: ContactOptionWords.heard.help)
  var heard: Heard?
  @Option(help: ContactOptionWords.initiative.help)
  var initiative: Initiative?
  @Option(help: ContactOptionWords.minutes.help)
  var minutes: Int?
  @Option(help: ContactOptionWords.next.help)
  var next: String?
  @Flag(help: ContactOptionWords.answers.help)
  var answers = false
  @Flag(help: ContactOptionWords.withoutStory.help)
  var withoutStory = false
  @Flag(help: ContactOptionWords.again.help)
  var again = false

  func run() throws {
    let open = try OpenRecord(options, number)
    let (store, context, record) = (open.store, open.context, open.record)
    let registration = try registration(record, context)
    let kind = registration.kind(on: context.today)
    if kind == .conversation, registration.isBare, !withoutStory {
      throw Failure(.usage, CaseloadCommand.said(ContactOptionWords.bare))
    }
    if !again, let double = record.doubles(of: registration, on: context.today).first {
      throw Failure(
        .dataRefused,
        CaseloadCommand.said(
          ContactOptionWords.double, TerminalText(data: double.kind.label.spoken),
          TerminalText(data: double.held?.iso ?? "")))
    }
    let errand = record.tryErrand(context.settings, after: failure, in: context.language)
    let outcome = try StoreOpening.saying { () throws(StoreError) in
      try store.register(registration, .random(), reason: "", errand: errand, context)
    }
    if case .conflict = outcome { throw Failure(.store, CaseloadCommand.said(FailureWords.changedMeanwhile)) }
    try Console.say(
      CaseloadCommand.said(
        ContactOptionWords.saved, TerminalText(data: kind.label.spoken),
        TerminalText(data: registration.contact.held?.iso ?? ""), TerminalText(Int(number))))
  }

  private func registration(_ record: ClientRecord, _ context: Context) throws -> Registration {
    guard Registration.kinds.contains(kind) else {
      throw Failure(
        .usage, CaseloadCommand.said(ContactOptionWords.noKind, TerminalText(data: kind.rawValue)))
    }
    if failure != nil, kind != .attempt {
      throw Failure(.usage, CaseloadCommand.said(ContactOptionWords.noAttempt))
    }
    // Two texts cannot both be what comes in.
    guard [story, said, agreed].count(where: { $0 == "-" }) <= 1 else {
      throw Failure(.usage, CaseloadCommand.said(ContactOptionWords.oneInput))
    }
    var contact = Contact(
      client: ClientNumber(number), kind: kind, held: try OpenRecord.day(on, .any, context),
      logged: context.today,
      channel: channel ?? usual(record))
    let owner = context.settings.owner.value
    contact.colleague = owner.isEmpty ? context.actor.name : owner
    contact.initiative = initiative ?? (kind == .messageIn ? .client : .us)
    contact.story = try TypedText.read(story)
    contact.said = try TypedText.read(said)
    contact.agreed = try TypedText.read(agreed)
    contact.agreedBy = contact.agreed.isEmpty ? nil : agreedBy
    contact.heard = kind == .conversation ? heard ?? .notAsked : nil
    contact.failure = kind == .attempt ? failure : nil
    contact.minutes = minutes
    let registration = Registration(
      contact, next: try next.map { try OpenRecord.day($0, .future, context) },
      tryAgain: kind == .attempt
        ? record.dayToTryAgain(after: context.today, context, failure: failure) : nil,
      answers: answers)
    if let refusal = registration.refusal(on: context.today) {
      throw Failure(.usage, CaseloadCommand.said(refusal.phrase))
    }
    return registration
  }

  /// The road where none is given: that of the last talk for a talk, the telephone for an attempt.
  private func usual(_ record: ClientRecord) -> Channel {
    switch kind {
    case .messageOut, .messageIn: .mail
    case .attempt: .phone
    default: record.usualChannel ?? .phone
    }
  }
}

extension ContactKind: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
extension AttemptFailure: ExpressibleByArgument {}
extension WaitingOn: ExpressibleByArgument {}
extension Heard: ExpressibleByArgument {}
extension Initiative: ExpressibleByArgument {}

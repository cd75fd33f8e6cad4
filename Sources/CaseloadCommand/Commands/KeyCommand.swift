import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells
import Glibc

/// `caseload key`: the register's key of a client who was added by hand, so that the register's next export finds the
/// record.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key", abstract: HelpWords.key.spoken,
      discussion: HelpText.text(["caseload key 121", "caseload key 121 --forget"], HelpWords.keyMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: RecordOptionWords.byHand.help)
  var number: Int32
  @Option(name: .long, help: OptionWords.exportRegister.help)
  var register: String?
  @Flag(help: KeyWords.forget.help)
  var forget = false

  func run() throws {
    let open = try OpenRecord(options, number)
    let (store, context, client) = (open.store, open.context, open.record.number)
    let register = try Self.register(register, store)
    let created = try StoreOpening.saying { () throws(StoreError) in try store.created(client) }
    if forget {
      let isGone = try StoreOpening.saying { () throws(StoreError) in
        try store.forgetKey(of: client, register: register, .random(), context)
      }
      guard isGone else { throw Failure(.dataRefused, said(KeyWords.noneToForget)) }
      return try Console.say(said(KeyWords.forgotten, TerminalText(Int(number))))
    }
    guard created != nil else { throw Failure(.dataRefused, said(RecordOptionWords.ofRegister)) }
    let forms = try StoreOpening.saying { () throws(StoreError) in try store.keyForms(of: register) }
    guard let typed = TypedKey.read(try Self.typed(), beside: forms) else {
      throw Failure(.dataRefused, said(KeyWords.noKey))
    }
    let outcome = try StoreOpening.saying { () throws(StoreError) in
      try store.keep(typed.key, of: client, register: register, .random(), context)
    }
    switch outcome {
    case .kept:
      try Console.say(said(KeyWords.kept, TerminalText(Int(number))))
      if typed.isDoubtful { Console.warn(said(KeyWords.doubtful, TerminalText(Int(number)))) }
    case .hasOne: throw Failure(.dataRefused, said(KeyWords.hasOne))
    case .taken(let other):
      // Both are the same person: what was entered by hand goes to the register's record.
      try Console.say(said(KeyWords.isThere, TerminalText(Int(other.number))))
      guard let created else { return }
      try JoinCommand.join(open, with: other, created: created)
    }
  }

  /// The register that is meant. Of one that nobody here knows no export will ever come: its name is a slip of the pen,
  /// unless no register has any keys here yet.
  private static func register(_ asked: String?, _ store: Store) throws -> String {
    let register = try StoreOpening.register(asked, store)
    let known = try StoreOpening.saying { () throws(StoreError) in try store.registers() }
    guard known.isEmpty || known.contains(register) else {
      throw Failure(
        .usage, said(KeyWords.noRegister, TerminalText(data: register), FailureWords.list(known)))
    }
    return register
  }

  /// A line of standard input; what is typed on a terminal is not shown, and where it cannot be hidden nothing is read.
  private static func typed() throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    let typed = HiddenTyping.hidden(on: STDIN_FILENO) {
      Console.warn(said(KeyWords.ask))
      return readLine() ?? ""
    }
    guard let typed else { throw Failure(.usage, said(KeyWords.notHidden)) }
    return typed
  }
}

/// The words of `caseload key`.
enum KeyWords {
  static let ask = Phrase("key-option.ask", "The register's key; it is not shown while you type:")
  static let forget = Phrase(
    "key-option.forget", "Take the key away again, while the register has said nothing.")
  static let noRegister = Phrase(
    "key-option.no-register", "there are no keys of a register {0} here; there are of: {1}")
  static let notHidden = Phrase(
    "key-option.not-hidden",
    "what you type here would be seen; give the key on standard input")
  static let doubtful = Phrase(
    "key-option.doubtful",
    "the key fails the eleven-test and was taken all the same; caseload key {0} --forget takes it away again")
  static let noKey = Phrase("key-option.no-key", "that is no key; nothing was kept")
  static let kept = Phrase(
    "key-option.kept", "client {0} has the register's key: its next export is about this record")
  static let hasOne = Phrase("key-option.has-one", "this client has a key of this register already")
  static let isThere = Phrase("key-option.is-there", "the register has this person already, as client {0}")
  static let noneToForget = Phrase(
    "key-option.none", "there is no key to take away, or the register has spoken of this client already")
  static let forgotten = Phrase("key-option.forgotten", "client {0} has no key of the register any more")
}

import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload set`: a field of one client, by the code of the form. The value comes from a file or standard input.
struct SetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set", abstract: HelpWords.set.spoken,
      discussion: HelpText.text(
        [
          "caseload set 12 licence --from licence.txt", "caseload set 12 cv --from -",
          "caseload set 12 heavy --state declined",
        ], HelpWords.setMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.number.help)
  var number: Int32
  @Argument(help: RecordOptionWords.field.help, completion: ShellCompletion.columns)
  var field: String
  @Option(help: RecordOptionWords.from.help)
  var from: String?
  @Option(help: RecordOptionWords.state.help)
  var state: State = .recorded
  @Flag(help: RecordOptionWords.open.help)
  var open = false

  func run() throws {
    let record = try OpenRecord(options, number)
    let field = try Self.entered(field, record.store)
    try Self.checkIsEnteredAlone(field)
    var value = Value(state: state, source: .coach, day: record.context.today)
    switch state {
    case .recorded:
      guard from != nil else { throw Failure(.usage, said(RecordOptionWords.needsFrom)) }
      let typed = try TypedText.read(from)
      switch ValueEntry.content(typed, of: field, isWhole: !open, record.context) {
      case .success(let content): value.content = content
      case .failure(let refusal):
        throw Failure(.dataRefused, TerminalText(data: refusal.text(in: record.context.language)))
      }
    case .waived: throw Failure(.usage, said(RecordOptionWords.useWaive))
    case .notKnown, .declined, .empty: break
    }
    let old = record.record.values[field.id]
    guard !says(old, value) else { return try Console.say(said(RecordOptionWords.same)) }
    try record.keep([Edit(.client(record.record.number), field.id, old: old, new: value)])
  }

  /// A field that is entered, by its id.
  static func entered(_ name: String, _ store: Store) throws -> Field {
    guard let field = store.catalogue[FieldID(name.lowercased())] else {
      throw Failure(.usage, said(FailureWords.noField, TerminalText(data: name)))
    }
    guard field.uses.contains(.form), field.owner != .derived else {
      throw Failure(.usage, said(FailureWords.notUsable, TerminalText(data: name)))
    }
    return field
  }

  /// Says where a field is entered that is not entered, or waived, by itself.
  static func checkIsEnteredAlone(_ field: Field) throws {
    guard !field.isEnteredAlone else { return }
    throw Failure(.usage, said(RecordOptionWords.together, TerminalText(data: field.id.text)))
  }
}

/// `caseload waive`: a field that does not help this client.
struct WaiveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "waive", abstract: HelpWords.waive.spoken,
      discussion: HelpText.text(["caseload waive 12 cv --until +6m --reason -"], HelpWords.waiveMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.number.help)
  var number: Int32
  @Argument(help: RecordOptionWords.field.help, completion: ShellCompletion.columns)
  var field: String
  @Option(help: RecordOptionWords.until.help)
  var until: String
  @Option(help: RecordOptionWords.reason.help)
  var reason: String

  func run() throws {
    let record = try OpenRecord(options, number)
    let field = try SetCommand.entered(field, record.store)
    if let ground = field.legalGround { throw Failure(.dataRefused, said(ground)) }
    try SetCommand.checkIsEnteredAlone(field)
    let context = record.context
    let until = try OpenRecord.day(until, .future, context)
    guard until > context.today else { throw Failure(.usage, said(RecordOptionWords.untilPast)) }
    let why = try TypedText.read(reason)
    guard !why.isEmpty else { throw Failure(.usage, said(RecordOptionWords.needsReason)) }
    let value = Value(state: .waived, source: .coach, day: context.today, reason: why, until: until)
    let old = record.record.values[field.id]
    guard !says(old, value) else { return try Console.say(said(RecordOptionWords.same)) }
    try record.keep([Edit(.client(record.record.number), field.id, old: old, new: value)])
  }
}

extension State: ExpressibleByArgument {}

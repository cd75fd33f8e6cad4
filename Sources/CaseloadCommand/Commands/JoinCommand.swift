import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload join`: a client who was added by hand, and the register's record of the same person.
struct JoinCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "join", abstract: HelpWords.join.spoken,
      discussion: HelpText.text(["caseload join 121 12"], HelpWords.joinMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: RecordOptionWords.byHand.help)
  var number: Int32
  @Argument(help: RecordOptionWords.into.help)
  var into: Int32

  func run() throws {
    guard number != into else { throw Failure(.usage, said(RecordOptionWords.sameTwice)) }
    let own = try OpenRecord(options, number)
    let created = try StoreOpening.saying { () throws(StoreError) in
      try own.store.created(ClientNumber(number))
    }
    guard let created else { throw Failure(.dataRefused, said(RecordOptionWords.ofRegister)) }
    try Self.join(own, with: ClientNumber(into), created: created)
  }

  /// Joins a client who was added by hand with the register's record of the same person.
  static func join(_ own: OpenRecord, with into: ClientNumber, created: Value) throws {
    guard
      let stored = try StoreOpening.saying({ () throws(StoreError) in
        try own.store.record(of: into)
      })
    else {
      Console.warn(said(FailureWords.noClient, TerminalText(Int(into.number))))
      throw Ending.nothingFound
    }
    let context = own.context
    let other = ClientRecord(stored, context)
    switch own.record.edits(joining: other, created: created, on: context.today) {
    case .success(let edits): try OpenRecord.keep(edits, of: own.record, own.store, context)
    case .failure(let difference):
      let names = difference.fields.compactMap { own.store.catalogue[$0]?.label.spoken }
      throw Failure(
        .dataRefused,
        said(RecordOptionWords.differs, TerminalText(data: names.joined(separator: ", "))))
    }
  }
}

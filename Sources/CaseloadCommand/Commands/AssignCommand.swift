import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells

/// `caseload assign`: hands clients over to a colleague, and answers what is offered. All clients of one line are one
/// change.
struct AssignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assign", abstract: TeamOptionWords.assign.spoken,
      discussion: HelpText.text(
        [
          "caseload assign", "caseload assign 12 17 --to bos --note -", "caseload assign 12 --accept",
          "caseload assign 12 --decline --reason -", "caseload assign 12 --withdraw",
        ], TeamOptionWords.assignMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: TeamOptionWords.numbers.help)
  var numbers: [Int32] = []
  @Option(help: TeamOptionWords.to.help)
  var to: String?
  @Option(help: TeamOptionWords.note.help)
  var note: String?
  @Flag(help: TeamOptionWords.newName.help)
  var newName = false
  @Flag(help: TeamOptionWords.accept.help)
  var accept = false
  @Flag(help: TeamOptionWords.decline.help)
  var decline = false
  @Option(help: TeamOptionWords.reason.help)
  var reason: String?
  @Flag(help: TeamOptionWords.withdraw.help)
  var withdraw = false

  func run() throws {
    let deeds = [to != nil, accept, decline, withdraw].count { $0 }
    guard deeds == (numbers.isEmpty ? 0 : 1) else {
      throw Failure(.usage, said(TeamOptionWords.oneDeed))
    }
    // What is written for the new coach is not why somebody says no.
    guard note == nil || to != nil, reason == nil || decline else {
      throw Failure(.usage, said(TeamOptionWords.ownText))
    }
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    if numbers.isEmpty { return try list(store, context) }
    let colleagues = try StoreOpening.saying { () throws(StoreError) in try store.colleagues() }
    let text = try TypedText.read(to == nil ? reason : note)
    let me = try options.person(store, context)
    let name = try to.map { try NamedColleague.find($0, among: colleagues, isNew: newName).name }
    var edits: [Edit] = []
    var records: [ClientRecord] = []
    // A number that is given twice is one client.
    let clients = Set(numbers).sorted()
    for (place, number) in clients.enumerated() {
      let record = try OpenRecord.record(of: number, store, context)
      records.append(record)
      let id = RecordRef.new - Int64(place)
      let made =
        try name.map { record.edits(offeringTo: $0, note: text, id: id, on: context.today) }
        ?? answer(record, as: me, text, colleagues, context)
      switch made {
      case .success(let more): edits += more
      case .failure(let refusal): throw refused(record.number, refusal)
      }
    }
    try OpenRecord.keep(edits, of: records.count == 1 ? records.first : nil, store, context)
  }

  private func answer(
    _ record: ClientRecord, as me: String, _ text: String, _ colleagues: [Colleague], _ context: Context
  ) throws -> Result<[Edit], TransferRefusal> {
    let number = TerminalText(Int(record.number.number))
    let mine = record.transfers.first { withdraw ? $0.isTheirs(me, context) : $0.isOffered(to: me) }
    guard let mine else {
      let words = withdraw ? TeamOptionWords.notOffered : TeamOptionWords.notYours
      throw Failure(.nothingFound, said(words, number, TerminalText(data: me)))
    }
    if withdraw { return record.edits(withdrawing: mine, on: context.today) }
    if decline { return record.edits(declining: mine, reason: text, on: context.today) }
    let team = colleagues.first { $0.name == mine.to }?.team
    return record.edits(accepting: mine, team: team, on: context.today)
  }

  private func refused(_ client: ClientNumber, _ refusal: TransferRefusal) -> Failure {
    let number = TerminalText(Int(client.number))
    let why = Speech.say(
      refusal.phrase, refusal.parts.map { TerminalText(data: $0) }, in: Spoken.language)
    switch refusal {
    case .closed, .already, .offered: return Failure(.dataRefused, said(TeamOptionWords.refused, number, why))
    // What is not said on the line is a mistake of the line, not of the data.
    case .noReason, .nobody: return Failure(.usage, said(TeamOptionWords.refusedText, number, why))
    case .answered, .movedOn: return Failure(.dataRefused, said(TeamOptionWords.refusedText, number, why))
    }
  }

  private func list(_ store: Store, _ context: Context) throws {
    let all = try StoreOpening.saying { () throws(StoreError) in try store.waitingTransfers() }
    let isTable = output.format == .table
    let waiting = WaitingTransfer.of(try options.person(store, context), among: all, context)
    let rows: [[ReportCell]] = waiting.map { waiting in
      let transfer = waiting.transfer
      let state = transfer.answer.map { isTable ? $0.label.spoken : $0.rawValue }
      return [
        .number(Int(transfer.client.number)), .text(waiting.name.listed), .text(transfer.from),
        .text(transfer.to),
        transfer.proposed.map { .text(isTable ? DayText.short($0, context) : $0.iso) } ?? .none,
        .text(state ?? (isTable ? TeamOptionWords.open.spoken : "open")),
        .text(transfer.answer == .declined ? transfer.reason : transfer.note),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "number", title: RecordOptionWords.numberTitle.spoken, isNumber: true),
        .init(id: "name", title: RecordOptionWords.clientTitle.spoken),
        .init(id: "from", title: TeamOptionWords.fromTitle.spoken),
        .init(id: "to", title: TeamOptionWords.toTitle.spoken),
        .init(id: "since", title: TeamOptionWords.sinceTitle.spoken),
        .init(id: "state", title: TeamOptionWords.stateTitle.spoken),
        .init(id: "note", title: TeamOptionWords.noteTitle.spoken),
      ], rows: rows)
    try Console.print(report, output.format)
    if rows.isEmpty { throw Ending.nothingFound }
  }
}

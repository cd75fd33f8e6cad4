import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload errand`: the errands of a client or of nobody in particular; making, ending and putting off one.
struct ErrandCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "errand", abstract: HelpWords.errand.spoken,
      discussion: HelpText.text(
        [
          "caseload errand 12", "caseload errand 12 --text - --due fri",
          "caseload errand --text free.txt --due +1w", "caseload errand 12 --done 7",
          "caseload errand 12 --snooze 7 --until +2w --reason -",
        ], HelpWords.errandMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: RecordOptionWords.errandNumber.help)
  var number: Int32?
  @Option(help: RecordOptionWords.text.help)
  var text: String?
  @Option(help: RecordOptionWords.due.help)
  var due: String?
  @Option(help: RecordOptionWords.waitsOn.help)
  var on = WaitingOn.us
  @Option(help: RecordOptionWords.done.help)
  var done: Int64?
  @Option(help: RecordOptionWords.snooze.help)
  var snooze: Int64?
  @Option(help: RecordOptionWords.snoozeUntil.help)
  var until: String?
  @Option(help: RecordOptionWords.snoozeReason.help)
  var reason: String?

  func run() throws {
    guard [text != nil, done != nil, snooze != nil].count(where: { $0 }) <= 1 else {
      throw Failure(.usage, said(RecordOptionWords.oneDeed))
    }
    let (store, context, record) = try opened()
    let errands =
      try record?.errands ?? StoreOpening.saying { () throws(StoreError) in try store.freeErrands() }
    if text == nil, done == nil, snooze == nil { return try list(errands, context) }
    let edits = try edits(errands, record, context)
    guard !edits.isEmpty else { return try Console.say(said(RecordOptionWords.same)) }
    try OpenRecord.keep(edits, of: record, store, context)
  }

  private func opened() throws -> (Store, Context, ClientRecord?) {
    if let number {
      let open = try OpenRecord(options, number)
      return (open.store, open.context, open.record)
    }
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    return (store, try StoreOpening.context(store, options, surroundings), nil)
  }

  private func edits(_ errands: [Errand], _ record: ClientRecord?, _ context: Context) throws -> [Edit] {
    let today = context.today
    if text != nil {
      let words = try TypedText.read(text)
      guard !words.isEmpty else { throw Failure(.usage, said(RecordOptionWords.needsText)) }
      let errand = Errand(
        client: record?.number, text: words, due: try due.map { try OpenRecord.day($0, .future, context) },
        waitingOn: on)
      return RecordFields.adding(errand, id: RecordRef.new, day: today)
    }
    let id = done ?? snooze
    guard let old = errands.first(where: { $0.id == id }) else {
      throw Failure(.nothingFound, said(RecordOptionWords.noErrand))
    }
    var errand = old
    if done != nil {
      errand.done = old.done ?? today
    } else {
      guard let until, let reason else { throw Failure(.usage, said(RecordOptionWords.needsUntil)) }
      errand.snoozed = try OpenRecord.day(until, .future, context)
      errand.snoozeReason = try TypedText.read(reason)
      guard errand.snoozed ?? today > today, !errand.snoozeReason.isEmpty else {
        throw Failure(.usage, said(RecordOptionWords.needsUntil))
      }
    }
    return RecordFields.changing(old, to: errand, day: today)
  }

  private func list(_ errands: [Errand], _ context: Context) throws {
    let open = errands.filter { $0.done == nil }
    let report = Report(
      columns: [
        .init(id: "id", title: RecordOptionWords.idTitle.spoken, isNumber: true),
        .init(id: "errand", title: RecordOptionWords.errandTitle.spoken),
        .init(id: "due", title: RecordOptionWords.dueTitle.spoken),
        .init(id: "waiting", title: RecordOptionWords.waitingTitle.spoken),
        .init(id: "returns", title: RecordOptionWords.returnsTitle.spoken),
        .init(id: "because", title: RecordOptionWords.reasonTitle.spoken),
      ],
      rows: open.map { errand in
        [
          .number(Int(errand.id)), .text(errand.text), cell(errand.due, context),
          .text(output.format == .table ? errand.waitingOn.label.spoken : errand.waitingOn.rawValue),
          cell(errand.snoozed, context), .text(errand.snoozeReason),
        ]
      })
    try Console.print(report, output.format)
    if open.isEmpty { throw Ending.nothingFound }
  }

  private func cell(_ day: Day?, _ context: Context) -> ReportCell {
    day.map { .text(output.format == .table ? DayText.short($0, context) : $0.iso) } ?? .none
  }
}

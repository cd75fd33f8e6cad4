import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Cells

/// `caseload absence`: who is away until when, and who stands in. There is no option for why: it is never kept.
struct AbsenceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "absence", abstract: TeamOptionWords.absence.spoken,
      discussion: HelpText.text(
        [
          "caseload absence", "caseload absence --from mon --until 4/12 --stand-in bos",
          "caseload absence --colleague vries --from today", "caseload absence --end 3",
        ], TeamOptionWords.absenceMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(help: TeamOptionWords.from.help)
  var from: String?
  @Option(help: TeamOptionWords.until.help)
  var until: String?
  @Option(help: TeamOptionWords.colleague.help)
  var colleague: String?
  @Option(help: TeamOptionWords.standIn.help)
  var standIn: String?
  @Flag(help: TeamOptionWords.newName.help)
  var newName = false
  @Flag(help: TeamOptionWords.anyway.help)
  var anyway = false
  @Option(help: TeamOptionWords.end.help)
  var end: Int64?

  func run() throws {
    let isAdding = from != nil
    guard !isAdding || end == nil, isAdding || [until, colleague, standIn].allSatisfy({ $0 == nil }) else {
      throw Failure(.usage, said(TeamOptionWords.needsFrom))
    }
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    let edits: [Edit]
    if let from {
      edits = RecordFields.adding(
        try absence(from, store, context), id: RecordRef.new, day: context.today)
    } else if let end {
      edits = try ending(end, context)
    } else {
      return try list(context)
    }
    guard !edits.isEmpty else { return try Console.say(said(RecordOptionWords.same)) }
    try OpenRecord.keep(edits, of: nil, store, context)
  }

  private func absence(_ from: String, _ store: Store, _ context: Context) throws -> Absence {
    let known = try StoreOpening.saying { () throws(StoreError) in try store.colleagues() }
    func name(_ text: String?) throws -> String? {
      try text.map { try NamedColleague.find($0, among: known, isNew: newName).name }
    }
    let absence = Absence(
      colleague: try name(colleague) ?? me(store, context, among: known),
      first: try OpenRecord.day(from, .future, context),
      last: try until.map { try OpenRecord.day($0, .future, context) }, standIn: try name(standIn) ?? "")
    let all = context.calendar.absences
    if let refusal = absence.refusal(among: all) {
      let parts = refusal.parts(context).map { TerminalText(data: $0) }
      throw Failure(refusal.ending, Speech.say(refusal.phrase, parts, in: context.language))
    }
    let clash = all.first { $0.colleague == absence.standIn && $0.days.overlaps(absence.days) }
    if let clash, !anyway {
      throw Failure(
        .dataRefused,
        said(
          TeamOptionWords.standInAway, TerminalText(data: absence.standIn),
          TerminalText(data: AbsenceText.days(clash, context))))
    }
    return absence
  }

  /// Who is at the keyboard. An absence of a name that no client has covers nobody: a login is no coach's name until it
  /// is said to be one.
  private func me(_ store: Store, _ context: Context, among known: [Colleague]) throws -> String {
    let me = try options.person(store, context)
    guard !newName, !known.contains(where: { $0.name == me }) else { return me }
    let words = options.coach == nil ? TeamOptionWords.strangerToAll : TeamOptionWords.stranger
    throw Failure(.usage, said(words, TerminalText(data: me)))
  }

  private func ending(_ id: Int64, _ context: Context) throws -> [Edit] {
    guard let absence = context.calendar.notOver(on: context.today).first(where: { $0.id == id }) else {
      throw Failure(.nothingFound, said(TeamOptionWords.noAbsence))
    }
    let ended = absence.ended(backOn: context.today)
    return RecordFields.changing(absence, to: ended, day: context.today)
  }

  private func list(_ context: Context) throws {
    let absences = context.calendar.notOver(on: context.today)
    func cell(_ day: Day?) -> ReportCell {
      day.map { .text(output.format == .table ? DayText.short($0, context) : $0.iso) } ?? .none
    }
    let report = Report(
      columns: [
        .init(id: "id", title: RecordOptionWords.idTitle.spoken, isNumber: true),
        .init(id: "colleague", title: TeamOptionWords.awayTitle.spoken),
        .init(id: "first", title: TeamOptionWords.firstTitle.spoken),
        .init(id: "last", title: TeamOptionWords.lastTitle.spoken),
        .init(id: "stand-in", title: TeamOptionWords.standInTitle.spoken),
      ],
      rows: absences.map {
        [.number(Int($0.id)), .text($0.colleague), cell($0.first), cell($0.last), .text($0.standIn)]
      })
    try Console.print(report, output.format)
    if absences.isEmpty { throw Ending.nothingFound }
  }
}

extension Absence.Refusal {
  /// How a command ends with it: what the line itself says wrongly, or what stands against it in the store.
  fileprivate var ending: Ending {
    switch self {
    case .nobody, .endsBefore, .oneself: .usage
    case .overlaps: .dataRefused
    }
  }
}

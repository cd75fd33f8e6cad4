import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload private`: one's own notes, tags and colours about clients, on one's own desk.
struct PrivateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "private", abstract: HelpWords.privateNotes.spoken,
      discussion: HelpText.text(
        [
          "caseload private", "caseload private 12 --tag forklift --colour yellow",
          "caseload private 12 --note - --until +6w", "caseload private 12 --delete",
        ], HelpWords.privateMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: OptionWords.number.help)
  var number: Int32?
  @Option(help: PrivateWords.note.help)
  var note: String?
  @Option(help: PrivateWords.tag.help)
  var tag: [String] = []
  @Option(help: PrivateWords.untag.help)
  var untag: [String] = []
  @Option(help: PrivateWords.colour.help, completion: .list(NoteColour.allCases.map(\.rawValue) + ["none"]))
  var colour: String?
  @Option(help: PrivateWords.until.help)
  var until: String?
  @Flag(help: PrivateWords.delete.help)
  var delete = false

  private var sets: Bool { note != nil || !tag.isEmpty || !untag.isEmpty || colour != nil || until != nil }

  func validate() throws {
    if delete, sets { throw ValidationError(PrivateWords.oneDeed.spoken) }
    if number == nil, delete || sets { throw ValidationError(PrivateWords.needsNumber.spoken) }
    if let colour, colour != "none", NoteColour(rawValue: colour) == nil {
      throw ValidationError(PrivateWords.colour.spoken)
    }
  }

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    let place = OwnDesk.place(of: store.path)
    // Who only looks makes no desk.
    let desk = try StoreOpening.saying { () throws(StoreError) in
      try Desk.isThere(surroundings.deskPath) ? try Desk.open(surroundings.deskPath) : nil
    }
    let notes = try StoreOpening.saying { () throws(StoreError) -> [ClientNumber: PrivateNote] in
      guard let desk else { return [:] }
      return try OwnDesk.notes(on: desk, of: place, context.today)
    }
    guard let number else { return try list(notes, store, context) }
    let client = ClientNumber(number)
    let old = notes[client]
    // What is kept about a client who is gone from the store can still be read, and let go.
    if sets || old == nil { _ = try OpenRecord.record(of: number, store, context) }
    guard sets || delete, !delete || old != nil else { return try show(old, context) }
    let new = delete ? nil : try changed(old, context)
    guard delete || new?.isEmpty == false || old != nil else {
      throw Failure(.usage, said(PrivateWords.nothingToKeep))
    }
    let kept = try StoreOpening.saying { () throws(StoreError) in
      let desk = if let desk { desk } else { try Desk.open(surroundings.deskPath) }
      return try desk.keep([NoteChange(client, old: old, new: new)], of: place)
    }
    let isGone = kept.first?.new == nil
    try Console.say(said(isGone ? PrivateWords.gone : PrivateWords.saved, TerminalText(Int(number))))
  }

  private func changed(_ old: PrivateNote?, _ context: Context) throws -> PrivateNote {
    let usual = context.today.adding(context.settings.privateNoteLife.value)
    var new = old ?? PrivateNote(until: usual)
    if let note { new.text = try TypedText.read(note) }
    new = new.tagged(
      adding: tag.flatMap { PrivateNote.tags(in: $0) }, removing: untag.flatMap { PrivateNote.tags(in: $0) })
    if let colour { new.colour = NoteColour(rawValue: colour) }
    if let until {
      new.until = try OpenRecord.day(until, .future, context)
      guard new.until >= context.today else { throw Failure(.usage, said(PrivateWords.untilPast)) }
    }
    return new
  }

  private func show(_ note: PrivateNote?, _ context: Context) throws {
    guard let note, let number else {
      Console.warn(said(PrivateWords.none))
      throw Ending.nothingFound
    }
    try Console.print(report([(Int(number), "", note)], context, hasName: false), output.format)
  }

  /// All of them by name, whosever the clients are, and closed or not; last those of clients who are gone from the store.
  private func list(_ notes: [ClientNumber: PrivateNote], _ store: Store, _ context: Context) throws {
    var population = Population(catalogue: store.catalogue)
    let found = try StoreOpening.saying { () throws(StoreError) in
      try store.facts(of: notes.keys.sorted(), closedToo: true)
    }
    for facts in found { population.put(facts) }
    let known = population.order([SortKey("name")], context).map { population.number(at: Int($0)) }
    let gone = notes.keys.filter { population.row(of: $0) == nil }.sorted()
    let rows = (known + gone).compactMap { client in
      notes[client].map { note in
        let name = population.row(of: client).map { population.name(at: $0).listed } ?? ""
        return (Int(client.number), name, note)
      }
    }
    try Console.print(report(rows, context, hasName: true), output.format)
    if rows.isEmpty { throw Ending.nothingFound }
  }

  private func report(
    _ notes: [(number: Int, name: String, note: PrivateNote)], _ context: Context, hasName: Bool
  ) -> Report {
    let isTable = output.format == .table
    var columns: [Report.Column] = [
      .init(id: "number", title: RecordOptionWords.numberTitle.spoken, isNumber: true),
      .init(id: "name", title: RecordOptionWords.clientTitle.spoken),
      .init(id: "tags", title: PrivateWords.tagsTitle.spoken),
      .init(id: "colour", title: PrivateWords.colourTitle.spoken),
      .init(id: "until", title: PrivateWords.untilTitle.spoken),
      .init(id: "note", title: PrivateWords.noteTitle.spoken),
    ]
    var rows = notes.map { number, name, note -> [ReportCell] in
      [
        .number(number), .text(name), .list(note.tags),
        note.colour.map { .text(isTable ? $0.label.spoken : $0.rawValue) } ?? .none,
        .text(isTable ? DayText.short(note.until, context) : note.until.iso), .text(note.text),
      ]
    }
    if !hasName {
      columns.remove(at: 1)
      for place in rows.indices { rows[place].remove(at: 1) }
    }
    return Report(columns: columns, rows: rows)
  }
}

/// The words of `caseload private`.
enum PrivateWords {
  static let note = Phrase(
    "private-option.note", "A file with the note; - reads standard input. An empty one takes it away.")
  static let tag = Phrase("private-option.tag", "A tag of your own to add; may be said again.")
  static let untag = Phrase("private-option.untag", "A tag to take away; may be said again.")
  static let colour = Phrase("private-option.colour", "red, yellow, green, blue or none.")
  static let until = Phrase("private-option.until", "The last day on which it is there: +3m, 28/11.")
  static let delete = Phrase("private-option.delete", "Note, tags and colour are taken away.")
  static let untilPast = Phrase("private-option.until-past", "--until is a day to come")
  static let oneDeed = Phrase("private-option.one-deed", "--delete goes with nothing else")
  static let needsNumber = Phrase("private-option.needs-number", "give the client's number")
  static let none = Phrase("private-option.no-note", "you keep nothing about this client")
  static let nothingToKeep = Phrase(
    "private-option.nothing-to-keep", "there is nothing to keep: give --note, --tag or --colour")
  static let saved = Phrase("private-option.saved", "on your desk: client {0}")
  static let gone = Phrase(
    "private-option.gone",
    "gone from your desk: client {0}; caseload undo is for the record and does not bring it back")
  static let tagsTitle = Phrase("private-option.title.tags", "Tags")
  static let colourTitle = Phrase("private-option.title.colour", "Colour")
  static let untilTitle = Phrase("private-option.title.until", "Until")
  static let noteTitle = Phrase("private-option.title.note", "Note")
}

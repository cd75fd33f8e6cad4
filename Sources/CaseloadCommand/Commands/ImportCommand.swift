import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells
import Foundation

/// `caseload import`: a register's export, or a file of contacts, into the store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a register's export, and contacts.",
    discussion: """
      caseload import export.csv --drawn 2026-11-20
      caseload import export.csv --drawn 2026-11-20 --mapping department.toml --dry-run
      caseload import --contacts contacts.csv --drawn 2026-11-20 --since 2026-01-01

      Separator and encoding are found out and said. Importing the same file again changes nothing. Rows that
      cannot be taken stand in FILE.refused.csv with the reason; mend them there and import that file. It ends
      with 3 when rows were refused.
      """)

  @OptionGroup var options: StoreOptions

  @Argument(help: "The register's export (CSV).")
  var file: String?

  @Option(name: .long, help: "A file of contacts (CSV); its clients must be in the store, or in FILE.")
  var contacts: String?

  @Option(name: .long, help: "The day on which the export was drawn (yyyy-mm-dd). It is never guessed.")
  var drawn: Day?

  @Option(
    name: .long, help: "The contacts are complete from this day. Default: the earliest day in the file.")
  var since: Day?

  @Option(name: .long, help: "A mapping (TOML): what columns and values mean.")
  var mapping: String?

  @Flag(name: .long, help: "Say what would happen, and change nothing.")
  var dryRun = false

  @Flag(name: .long, help: "The file is only a part: who is not in it is not absent from the register.")
  var partial = false

  @Flag(name: .long, help: "Take in an export that was drawn before the last one.")
  var force = false

  @Option(name: .long, help: "The register's name, where keys of several registers are kept.")
  var register: String = "register"

  @Option(name: .long, help: "utf-8, utf-16, utf-16be or windows-1252. Default: found out.")
  var encoding: String?

  @Option(name: .long, help: "The separator: , ; | or tab. Default: found out.")
  var separator: String?

  func validate() throws {
    if file == nil, contacts == nil {
      throw ValidationError(ImportWords.name.spoken)
    }
    if dryRun, file != nil, contacts != nil {
      throw ValidationError(ImportWords.oneAtATime.spoken)
    }
    if since != nil, contacts == nil { throw ValidationError(ImportWords.sinceGoesWith.spoken) }
    if let encoding, FileEncoding(name: encoding) == nil {
      throw ValidationError(ImportWords.noEncoding.spoken)
    }
    if separator != nil, separatorByte == nil { throw ValidationError(ImportWords.separatorIs.spoken) }
  }

  private var separatorByte: UInt8? {
    switch separator {
    case "tab", "\t": UInt8(ascii: "\t")
    case ",", ";", "|": separator?.utf8.first
    default: nil
    }
  }

  func run() throws {
    let surroundings = options.surroundings()
    let context = surroundings.context(language: Spoken.language)
    let plan = ImportPlan(
      drawn: try drawnDay(context), mapping: try readMapping(), register: register, isPartial: partial,
      isDryRun: dryRun, isForced: force, encoding: encoding.flatMap { FileEncoding(name: $0) },
      separator: separatorByte)
    let scratch = dryRun ? try ScratchStore(insteadOf: options.store ?? surroundings.storePath) : nil
    defer { scratch?.remove() }
    let store = try StoreOpening.made(options, surroundings, at: scratch?.path)
    var refused = 0
    do {
      if file == nil, try store.clientCount() == 0 {
        throw Failure(.dataRefused, said(ImportWords.storeEmpty))
      }
      if let file {
        refused += try ClientsImporting(store: store, plan: plan, context: context).run(file)
      }
      if let contacts {
        refused += try ContactsImporting(store: store, plan: plan, context: context).run(
          contacts, since: since)
      }
      try sayWhose(store)
      try store.close()
    } catch let error as StoreError {
      var failure = Failure(error)
      if case .drawnEarlier = error { failure.text = said(ImportWords.undoOrForce, failure.text) }
      throw failure
    } catch let error as ExchangeError {
      throw Failure(.dataRefused, error)
    }
    if refused > 0 { throw Ending.dataRefused }
  }

  /// Says how one coach's caseload is opened, where the store holds those of several.
  private func sayWhose(_ store: Store) throws {
    let coaches = try store.coaches()
    guard !dryRun, coaches.count > 1, try store.settings().owner.value.isEmpty else { return }
    let first = TerminalText(data: coaches.first ?? "")
    try Console.say(said(ImportWords.severalCoaches, TerminalText(coaches.count), first))
  }

  /// The day drawn: said, or asked for on a terminal with the file's own day proposed; never guessed.
  private func drawnDay(_ context: Context) throws -> Day {
    if let drawn {
      guard drawn <= context.today else {
        throw Failure(.usage, said(ImportWords.dayToCome, TerminalText(data: drawn.iso)))
      }
      return drawn
    }
    let path = file ?? contacts ?? ""
    var status = stat()
    let changed = stat(path, &status) == 0 ? Surroundings.localDay(at: status.st_mtim.tv_sec) : nil
    guard Console.canAsk else {
      throw Failure(.usage, said(ImportWords.sayDay))
    }
    while true {
      try Console.say(
        changed.map { said(ImportWords.askDayProposed, TerminalText(data: $0.iso)) }
          ?? said(ImportWords.askDay))
      guard let answer = readLine() else { throw Failure(.usage, said(ImportWords.noDayGiven)) }
      if answer.isEmpty, let changed { return changed }
      if let day = Day(iso: answer.trimmingCharacters(in: .whitespaces)) {
        if day <= context.today { return day }
        try Console.say(said(ImportWords.thatIsToCome))
      } else {
        try Console.say(said(ImportWords.thatIsNoDay))
      }
    }
  }

  private func readMapping() throws -> Mapping? {
    guard let mapping else { return nil }
    do {
      let text = try String(contentsOfFile: mapping, encoding: .utf8)
      return try MappingFile.read(text)
    } catch let error as ExchangeError {
      throw Failure(.usage, error)
    } catch {
      throw Failure(.usage, said(ImportWords.mappingUnreadable, TerminalText(data: mapping)))
    }
  }
}

extension Failure {
  /// What reading or writing a file says.
  init(_ ending: Ending, _ error: ExchangeError) {
    self.init(ending, TerminalText(data: error.message(in: Spoken.language)))
  }
}

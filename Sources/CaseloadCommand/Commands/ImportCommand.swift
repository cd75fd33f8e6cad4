import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells
import Foundation

/// `caseload import`: a register's export, or a file of contacts, into the store.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: HelpWords.importing.spoken,
      discussion: HelpText.text(
        [
          "caseload import export.csv --drawn 2026-11-20",
          "caseload import export.csv --drawn 2026-11-20 --mapping department.toml --dry-run",
          "caseload import --contacts contacts.csv --drawn 2026-11-20 --since 2026-01-01",
          "caseload import --suggest-mapping export.csv --output department.toml",
          "caseload import FOLDER --drawn 2026-11-20 --mapping tables.toml",
          "caseload import --profiles profiles.json --drawn 2026-11-20",
          "caseload import --questionnaire answers.csv --dry-run",
        ], HelpWords.importMore))
  }

  @OptionGroup var options: StoreOptions

  @Argument(help: OptionWords.file.help, completion: .file())
  var file: String?

  @Option(name: .long, help: OptionWords.contacts.help, completion: .file())
  var contacts: String?

  @Option(name: .long, help: OptionWords.profiles.help)
  var profiles: String?

  @Option(name: .long, help: OptionWords.questionnaire.help, completion: .file())
  var questionnaire: String?

  @Option(name: .long, help: OptionWords.drawn.help)
  var drawn: Day?

  @Option(
    name: .long, help: OptionWords.since.help)
  var since: Day?

  @Option(name: .long, help: OptionWords.mapping.help, completion: .file(extensions: ["toml"]))
  var mapping: String?

  @Flag(name: .long, help: OptionWords.dryRun.help)
  var dryRun = false

  @Flag(name: .long, help: OptionWords.partial.help)
  var partial = false

  @Flag(name: .long, help: OptionWords.changesOnly.help)
  var changesOnly = false

  @Flag(name: .long, help: OptionWords.force.help)
  var force = false

  @Option(name: .long, help: OptionWords.register.help)
  var register: String?

  @Option(name: .long, help: OptionWords.refused.help, completion: .directory)
  var refused: String?

  @Option(
    name: .long, help: OptionWords.encoding.help,
    completion: .list(["utf-8", "utf-16", "utf-16be", "windows-1252"]))
  var encoding: String?

  @Option(name: .long, help: OptionWords.separator.help, completion: .list(["tab"]))
  var separator: String?

  @Option(name: .long, help: OptionWords.sheet.help)
  var sheet: String?

  @Option(name: .long, help: OptionWords.contactsSheet.help)
  var contactsSheet: String?

  @Flag(
    name: .long,
    help: OptionWords.suggestMapping.help)
  var suggestMapping = false

  @Option(name: .long, help: OptionWords.output.help)
  var output: String?

  func validate() throws {
    if suggestMapping, file != nil, contacts != nil {
      throw ValidationError(ImportWords.suggestOneAtATime.spoken)
    }
    if output != nil, !suggestMapping { throw ValidationError(ImportWords.outputGoesWith.spoken) }
    if sheet != nil, file == nil, questionnaire == nil {
      throw ValidationError(ImportWords.sheetGoesWith.spoken)
    }
    if contactsSheet != nil, contacts == nil {
      throw ValidationError(ImportWords.contactsSheetGoesWith.spoken)
    }
    if questionnaire != nil, file != nil || contacts != nil || profiles != nil || suggestMapping {
      throw ValidationError(ImportWords.questionnaireAlone.spoken)
    }
    if file == nil, contacts == nil, profiles == nil, questionnaire == nil {
      throw ValidationError(ImportWords.name.spoken)
    }
    if profiles != nil, file != nil || contacts != nil {
      throw ValidationError(ImportWords.profilesAlone.spoken)
    }
    if changesOnly, file == nil || isFolder { throw ValidationError(ImportWords.changesGoWith.spoken) }
    if dryRun, file != nil, contacts != nil {
      throw ValidationError(ImportWords.oneAtATime.spoken)
    }
    if since != nil, contacts == nil, !isFolder {
      throw ValidationError(ImportWords.sinceGoesWith.spoken)
    }
    if let encoding, FileEncoding(name: encoding) == nil {
      throw ValidationError(ImportWords.noEncoding.spoken)
    }
    if separator != nil, separatorByte == nil { throw ValidationError(ImportWords.separatorIs.spoken) }
  }

  private var isFolder: Bool { file.map { TableFolder.isFolder($0) } ?? false }

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
    if suggestMapping { return try suggest(context) }
    if let file, profiles == nil, file.utf8.count > 5, Array(file.utf8.suffix(5)) == Array(".json".utf8) {
      throw Failure(.usage, said(ImportWords.jsonIsProfiles, ShellText.quoted(file)))
    }
    let plan = ImportPlan(
      drawn: try questionnaire != nil && drawn == nil ? context.today : drawnDay(context),
      mapping: isFolder ? nil : try MappingOption.read(mapping),
      register: register ?? (profiles == nil ? StoreOpening.usualRegister : ProfilesImporting.register),
      isPartial: partial, isDryRun: dryRun, isForced: force,
      encoding: encoding.flatMap { FileEncoding(name: $0) }, separator: separatorByte,
      sheet: sheet, contactsSheet: contactsSheet, changesOnly: changesOnly, refusedFolder: refused,
      storeWords: ShellText.store(options))
    if let since, since > plan.drawn {
      throw Failure(.usage, said(ImportWords.sinceAfterDrawn, TerminalText(data: since.iso)))
    }
    let scratch = dryRun ? try ScratchStore(insteadOf: options.store ?? surroundings.storePath) : nil
    defer { scratch?.remove() }
    let store = try StoreOpening.made(options, surroundings, at: scratch?.path)
    var refusedRows = 0
    do {
      if let profiles {
        refusedRows += try ProfilesImporting(store: store, plan: plan, context: context).run(profiles)
      } else if file == nil, try store.clientCount() == 0 {
        throw Failure(.dataRefused, said(ImportWords.storeEmpty))
      }
      if let file, isFolder {
        let folder = try MappingOption.folder(file, mapping)
        refusedRows += try FolderImporting(store: store, plan: plan, context: context).run(
          folder, since: since)
      } else if let file {
        refusedRows += try ClientsImporting(store: store, plan: plan, context: context).run(file)
      }
      if let questionnaire {
        var plan = plan
        plan.register = try StoreOpening.register(register, store)
        refusedRows += try AnswersImporting(store: store, plan: plan, context: context, day: drawn).run(
          questionnaire)
      }
      if let contacts {
        refusedRows += try ContactsImporting(store: store, plan: plan, context: context).run(
          contacts, since: since)
      }
      try sayWhose(store)
      try store.close()
    } catch let error as StoreError {
      var failure = Failure(error)
      if case .drawnEarlier = error { failure.text = said(ImportWords.undoOrForce, failure.text) }
      throw failure
    } catch let error as ExchangeError {
      throw Failure(error.ending, error)
    }
    if refusedRows > 0 { throw Ending.dataRefused }
  }

  /// Proposes a mapping; the day drawn matters to nothing in it but ages, so it is not asked for.
  private func suggest(_ context: Context) throws {
    guard !isFolder else {
      throw Failure(.usage, said(ImportWords.suggestOneFile))
    }
    do {
      try SuggestMapping(
        context: context, drawn: drawn ?? context.today,
        encoding: encoding.flatMap { FileEncoding(name: $0) },
        separator: separatorByte, sheet: file == nil ? contactsSheet : sheet
      ).run(file ?? contacts ?? "", contacts: file == nil, output: output)
    } catch let error as ExchangeError {
      throw Failure(error.ending, error)
    }
  }

  /// Says how one coach's caseload is opened, where the store holds those of several.
  private func sayWhose(_ store: Store) throws {
    let coaches = try store.coaches()
    guard !dryRun, coaches.count > 1, try store.settings().owner.value.isEmpty else { return }
    let first = TerminalText(data: coaches.first ?? "")
    try Console.say(
      said(ImportWords.severalCoaches, TerminalText(coaches.count), first) + ShellText.store(options))
  }

  /// The day drawn: said, or asked for on a terminal with the file's own day proposed; never guessed.
  private func drawnDay(_ context: Context) throws -> Day {
    if let drawn {
      guard drawn <= context.today else {
        throw Failure(.usage, said(ImportWords.dayToCome, TerminalText(data: drawn.iso)))
      }
      return drawn
    }
    let path = file ?? contacts ?? profiles ?? ""
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
      if let day = Day(typed: answer) {
        if day <= context.today { return day }
        try Console.say(said(ImportWords.thatIsToCome))
      } else {
        try Console.say(said(ImportWords.thatIsNoDay))
      }
    }
  }
}

extension Failure {
  /// What reading or writing a file says.
  init(_ ending: Ending, _ error: ExchangeError) {
    let text = TerminalText(data: error.message(in: Spoken.language))
    if case .file(let path, .create, _) = error,
      path.utf8.reversed().starts(with: ".refused.csv".utf8.reversed())
    {
      self.init(ending, said(FailureWords.refusedElsewhere, text))
    } else {
      self.init(ending, text)
    }
  }
}

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
      caseload import --suggest-mapping export.csv --output department.toml
      caseload import FOLDER --drawn 2026-11-20 --mapping tables.toml
      caseload import --profiles profiles.json --drawn 2026-11-20

      Separator and encoding are found out and said. Importing the same file again changes nothing. Rows that
      cannot be taken stand in FILE.refused.csv with the reason; mend them there and import that file. It ends
      with 3 when rows were refused.
      """)

  @OptionGroup var options: StoreOptions

  @Argument(
    help: "The register's export (CSV, or a spreadsheet as XLSX), or a folder of its tables.",
    completion: .file())
  var file: String?

  @Option(
    name: .long, help: "A file of contacts (CSV or XLSX); its clients must be in the store, or in FILE.",
    completion: .file())
  var contacts: String?

  @Option(name: .long, help: "Jobseekers' profiles of the Dutch exchange format (JSON), one or a list.")
  var profiles: String?

  @Option(name: .long, help: "The day on which the export was drawn (yyyy-mm-dd). It is never guessed.")
  var drawn: Day?

  @Option(
    name: .long, help: "The contacts are complete from this day. Default: the earliest day in the file.")
  var since: Day?

  @Option(
    name: .long, help: "A mapping (TOML): what columns and values mean.",
    completion: .file(extensions: ["toml"]))
  var mapping: String?

  @Flag(name: .long, help: "Say what would happen, and change nothing.")
  var dryRun = false

  @Flag(name: .long, help: "The file is only a part: who is not in it is not absent from the register.")
  var partial = false

  @Flag(name: .long, help: "Take in an export that was drawn before the last one.")
  var force = false

  @Option(name: .long, help: "The register's name, where keys of several registers are kept.")
  var register: String?

  @Option(
    name: .long, help: "A folder for the refused rows. Default: beside each file.", completion: .directory)
  var refused: String?

  @Option(
    name: .long, help: "utf-8, utf-16, utf-16be or windows-1252. Default: found out.",
    completion: .list(["utf-8", "utf-16", "utf-16be", "windows-1252"]))
  var encoding: String?

  @Option(
    name: .long, help: "The separator: , ; | or tab. Default: found out.", completion: .list(["tab"]))
  var separator: String?

  @Option(name: .long, help: "The sheet of a spreadsheet. Default: the first that holds a table.")
  var sheet: String?

  @Option(name: .long, help: "The sheet of a spreadsheet with contacts.")
  var contactsSheet: String?

  @Flag(
    name: .long,
    help: "Propose a mapping for FILE, or for --contacts, with what could not be placed; nothing is stored.")
  var suggestMapping = false

  @Option(name: .long, help: "Write the proposed mapping into this new file instead of on the screen.")
  var output: String?

  func validate() throws {
    if suggestMapping, file != nil, contacts != nil {
      throw ValidationError("--suggest-mapping looks at one file at a time")
    }
    if output != nil, !suggestMapping { throw ValidationError("--output goes with --suggest-mapping") }
    if sheet != nil, file == nil { throw ValidationError("--sheet goes with FILE; see --contacts-sheet") }
    if contactsSheet != nil, contacts == nil {
      throw ValidationError("--contacts-sheet goes with --contacts")
    }
    if file == nil, contacts == nil, profiles == nil {
      throw ValidationError("name the register's export, or --contacts FILE, or --profiles FILE")
    }
    if profiles != nil, file != nil || contacts != nil {
      throw ValidationError("--profiles goes alone: its clients have other keys than a register's")
    }
    if dryRun, file != nil, contacts != nil {
      throw ValidationError(
        "--dry-run looks at one file at a time: the contacts of clients who are not in the store would look refused"
      )
    }
    if since != nil, contacts == nil, !isFolder { throw ValidationError("--since goes with --contacts") }
    if let encoding, FileEncoding(name: encoding) == nil {
      throw ValidationError("no encoding of that name: utf-8, utf-16, utf-16be or windows-1252")
    }
    if separator != nil, separatorByte == nil { throw ValidationError("the separator is , ; | or tab") }
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
    let context = surroundings.context(language: surroundings.language(asked: options.language))
    if suggestMapping { return try suggest(context) }
    let plan = ImportPlan(
      drawn: try drawnDay(context), mapping: isFolder ? nil : try readMapping(),
      register: register ?? (profiles == nil ? "register" : ProfilesImporting.register),
      isPartial: partial, isDryRun: dryRun, isForced: force,
      encoding: encoding.flatMap { FileEncoding(name: $0) }, separator: separatorByte,
      sheet: sheet, contactsSheet: contactsSheet, refusedFolder: refused)
    let scratch = dryRun ? try ScratchStore(insteadOf: options.store ?? surroundings.storePath) : nil
    defer { scratch?.remove() }
    let store = try StoreOpening.made(options, surroundings, at: scratch?.path)
    var refusedRows = 0
    do {
      if let profiles {
        refusedRows += try ProfilesImporting(store: store, plan: plan, context: context).run(profiles)
      } else if file == nil, try store.clientCount() == 0 {
        throw Failure(.dataRefused, "there is no client in the store yet: import the register's export first")
      }
      if let file, isFolder {
        let folder = try tableFolder(file)
        refusedRows += try FolderImporting(store: store, plan: plan, context: context).run(
          folder, since: since)
      } else if let file {
        refusedRows += try ClientsImporting(store: store, plan: plan, context: context).run(file)
      }
      if let contacts {
        refusedRows += try ContactsImporting(store: store, plan: plan, context: context).run(
          contacts, since: since)
      }
      try sayWhose(store)
      try store.close()
    } catch let error as StoreError {
      var text = TerminalText(data: error.message(in: context.language))
      if case .drawnEarlier = error {
        text +=
          ". Take the later one back with caseload undo-import, or give --force to take this one in all the same"
      }
      throw Failure(error.ending, text)
    } catch let error as ExchangeError {
      throw Failure(error.ending, error.text(in: context.language))
    }
    if refusedRows > 0 { throw Ending.dataRefused }
  }

  /// Proposes a mapping; the day drawn matters to nothing in it but ages, so it is not asked for.
  private func suggest(_ context: Context) throws {
    guard !isFolder else {
      throw Failure(.usage, "a mapping is proposed for one file; name a table of the folder")
    }
    do {
      try SuggestMapping(
        context: context, drawn: drawn ?? context.today,
        encoding: encoding.flatMap { FileEncoding(name: $0) },
        separator: separatorByte, sheet: file == nil ? contactsSheet : sheet
      ).run(file ?? contacts ?? "", contacts: file == nil, output: output)
    } catch let error as ExchangeError {
      throw Failure(error.ending, error.text(in: context.language))
    }
  }

  /// Says how one coach's caseload is opened, where the store holds those of several.
  private func sayWhose(_ store: Store) throws {
    let coaches = try store.coaches()
    guard !dryRun, coaches.count > 1, try store.settings().owner.value.isEmpty else { return }
    let first = TerminalText(data: coaches.first ?? "")
    try Console.say(
      "the store holds the caseloads of \(coaches.count) coaches; to open on one of them: caseload settings owner \"\(first)\""
    )
  }

  /// The day drawn: said, or asked for on a terminal with the file's own day proposed; never guessed.
  private func drawnDay(_ context: Context) throws -> Day {
    if let drawn {
      guard drawn <= context.today else {
        throw Failure(.usage, "the day \(data: drawn.iso) is still to come: no export was drawn on it")
      }
      return drawn
    }
    let path = file ?? contacts ?? profiles ?? ""
    var status = stat()
    let changed = stat(path, &status) == 0 ? Surroundings.localDay(at: status.st_mtim.tv_sec) : nil
    guard Console.canAsk else {
      throw Failure(.usage, "say on which day the export was drawn: --drawn yyyy-mm-dd")
    }
    while true {
      let proposal = changed.map { " (the file is of \($0.iso); Enter takes that)" } ?? ""
      try Console.say("On which day was the export drawn? yyyy-mm-dd\(data: proposal)")
      guard let answer = readLine() else { throw Failure(.usage, "no day was given; nothing was imported") }
      if answer.isEmpty, let changed { return changed }
      if let day = Day(iso: answer.trimmingCharacters(in: .whitespaces)) {
        if day <= context.today { return day }
        try Console.say("That day is still to come.")
      } else {
        try Console.say("That is no day. Write it as 2026-11-20.")
      }
    }
  }

  private func readMapping() throws -> Mapping? {
    try mapping.map { path in
      try saying(path) { text throws(ExchangeError) in
        if try FolderMappingFile.isForFolder(text) {
          throw .mapping(line: nil, reason: "it is for a folder of tables; give the folder")
        }
        return try MappingFile.read(text)
      }
    }
  }

  /// The folder with the mapping that was given, or with the one that knows it.
  private func tableFolder(_ path: String) throws -> TableFolder {
    if let mapping {
      return try TableFolder(
        path: path,
        mapping: saying(mapping) { text throws(ExchangeError) in
          try FolderMappingFile.read(text)
        })
    }
    guard let folder = try TableFolder.recognised(path) else {
      throw Failure(
        .dataRefused,
        "no register that the program knows has these tables; say with --mapping what they are (docs/mapping.md)"
      )
    }
    return folder
  }

  /// Reads a mapping's file.
  private func saying<Mapping>(
    _ path: String, _ read: (String) throws(ExchangeError) -> Mapping
  ) throws -> Mapping {
    do {
      return try read(try String(contentsOfFile: path, encoding: .utf8))
    } catch let error as ExchangeError {
      throw Failure(.usage, TerminalText(data: error.description))
    } catch {
      throw Failure(.usage, "the mapping \(data: path) cannot be read as UTF-8 text")
    }
  }
}

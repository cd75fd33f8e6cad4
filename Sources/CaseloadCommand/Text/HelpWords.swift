import ArgumentParser
import CaseloadCore

/// What each command is for. Examples are the same in every language; `HelpText` puts them before the words.
enum HelpWords {
  static let root = Phrase(
    "help.root", "The caseload manager at the terminal: see your clients, forget nobody.")
  static let rootBegin = Phrase(
    "help.root-begin", "Without a command it opens the dashboard. Begin with your register's export:")
  static let rootCodes = Phrase(
    "help.root-codes",
    "Exit codes: 0 found or done, 1 nothing found, 2 not understood, 3 data refused, 4 store.")
  static let dashboard = Phrase("help.dashboard", "Open the dashboard (the default).")
  static let dashboardKeys = Phrase(
    "help.dashboard-keys",
    "In it ? shows the keys, / takes a filter, and q leaves; the next start begins where you were.")
  static let dashboardMore = Phrase(
    "help.dashboard-more",
    "--plain reads commands line by line and says what changed; ? lists them. It needs no terminal.")
  static let list = Phrase("help.list", "Who passes a filter.")
  static let listMore = Phrase(
    "help.list-more",
    "It ends with 1 when nobody passes. Clients of whom the answer is not known are counted, and listed with "
      + "--unknown; a spreadsheet or a program can tell them by the column \"answer\".")
  static let show = Phrase("help.show", "One client's record, by the number in this store.")
  static let showMore = Phrase(
    "help.show-more",
    "With each value stand its state, its source and its day; a licence says what it gives besides.")
  static let contact = Phrase("help.contact", "Register a contact with one client.")
  static let contactMore = Phrase(
    "help.contact-more",
    "Texts come from files or standard input, never from the command line, which others see. A failed attempt makes an errand to try again on the next working day, once."
  )
  static let set = Phrase("help.set", "Enter a field of one client.")
  static let setMore = Phrase(
    "help.set-more",
    "The value is typed as in the dashboard and read from a file or standard input: what stands on a command line is seen by others. It ends with 3 where it cannot be read, or where somebody else changed it meanwhile."
  )
  static let waive = Phrase("help.waive", "Say that a field does not help one client, and until when.")
  static let waiveMore = Phrase("help.waive-more", "What the law asks for cannot be waived.")
  static let errand = Phrase("help.errand", "The errands of a client: list, make, end, put off.")
  static let errandMore = Phrase(
    "help.errand-more",
    "Without a number they are those of nobody in particular. It ends with 1 where none is open.")
  static let privateNotes = Phrase(
    "help.private", "Your own notes, tags and colours about clients: on your desk, never in the record.")
  static let privateMore = Phrase(
    "help.private.more",
    "Without a number all of them are listed. The filter tag:word finds them, in caseload list and in the dashboard."
  )
  static let today = Phrase("help.today", "What today asks for, by client.")
  static let todayMore = Phrase(
    "help.today-more",
    "Appointments, errands that are due or have returned, returns from a pause, messages that wait, and new clients nobody has talked with. It ends with 1 where there is nothing."
  )
  static let week = Phrase("help.week", "A page for Monday: what this week asks of your caseload.")
  static let weekMore = Phrase(
    "help.week-more",
    "From today to Sunday: what is due, what comes, what waits on us, and who is out of sight by Sunday if nobody talks with them. Only one coach's caseload. It ends with 1 where there is nothing."
  )
  static let attention = Phrase(
    "help.attention", "With how many of your clients you talked lately, by how far they are from work.")
  static let attentionMore = Phrase(
    "help.attention-more",
    "By the steps of the participation ladder, over the weeks that the setting attention-span says, whoever had the conversation. Only one coach's caseload, for that coach: it compares nobody with anybody."
  )
  static let forecast = Phrase(
    "help.forecast", "Who will be out of sight by when, with so many conversations a week.")
  static let forecastMore = Phrase(
    "help.forecast-more",
    "It counts on your working days, without the days you are away. Appointments are kept; then comes who is due, the longest overdue first. --frequency and --forgotten set beside it what would be. Who is not known is counted apart. It ends with 1 where nobody goes out of sight."
  )
  static let join = Phrase("help.join", "Join a client who was added by hand with the register's record.")
  static let joinMore = Phrase(
    "help.join-more",
    "Contacts, errands and plans go to the record that stays, and so does every value of which it says nothing. Where both say something else nothing is changed, and it ends with 3. caseload undo takes it back."
  )
  static let key = Phrase("help.key", "The register's key of a client who was added by hand.")
  static let keyMore = Phrase(
    "help.key-more",
    "It is read from standard input, or typed unseen, and never shown again. The register's next export is then about this record; where the register has the person already, the two are joined. It ends with 3 where that cannot be."
  )
  static let sweep = Phrase("help.sweep", "A list as a sheet to call from.")
  static let sweepMore = Phrase(
    "help.sweep-more",
    "Of each client the telephone number, when last seen, what was said and agreed then, failed attempts since, and what is missing. Of people out of sight those come first who are longest, as with S in the dashboard; any other list is by name. It holds personal data: do not leave it lying. In the dashboard S walks the list. It ends with 1 where nobody fits."
  )
  static let sweepPlain = Phrase(
    "help.sweep-plain",
    "Walk the list line by line, and keep what becomes of each; a sweep that rests goes on.")
  static let plainHasNoFormat = Phrase("help.plain-no-format", "--plain walks the list; --format prints it")
  static let undoChange = Phrase("help.undo-change", "Undo what you registered last.")
  static let undoChangeMore = Phrase(
    "help.undo-change-more",
    "With a number, the last with that client. It says what was undone; once more goes one step further back, past "
      + "today too. It ends with 1 where there is nothing of yours, and with 3 where somebody else changed it since: "
      + "then nothing is changed, and it says field by field what you wrote, what stands there now, and who wrote "
      + "that. An import is taken back with caseload undo-import.")
  static let redo = Phrase("help.redo", "Do again what you undid last.")
  static let redoMore = Phrase(
    "help.redo-more",
    "With a number, the last with that client. What you register anew ends what could be done again before it. It "
      + "ends as caseload undo does.")
  static let facets = Phrase("help.facets", "How a list is made up, against the whole caseload.")
  static let worklists = Phrase(
    "help.worklists", "The worklists: their counts now, and what each means.")
  static let worklistsMore = Phrase(
    "help.worklists-more",
    "Your own stand last. --share prints one of your own as text, to send to a colleague; --add takes in what a "
      + "colleague sent, and - reads the standard input.")
  static let fields = Phrase("help.fields", "The fields of the record: ids, choices, definitions.")
  static let fieldsMore = Phrase(
    "help.fields-more", "The ids are what filters, --columns and mappings use.")
  static let settings = Phrase(
    "help.settings", "The numbers that definitions depend on; change one with its reason.")
  static let settingsMore = Phrase(
    "help.settings-more",
    "The legend shows which value is in force, since when, and whose definition it is. What was before stays "
      + "in the store as its history.")
  static let importing = Phrase("help.import", "Take in a register's export, contacts, clients' own answers.")
  static let importMore = Phrase(
    "help.import-more",
    "Separator and encoding are found out and said. Importing the same file again changes nothing. Rows that "
      + "cannot be taken stand in FILE.refused.csv with the reason; mend them there and import that file. It "
      + "ends with 3 when rows were refused. Answers of a questionnaire fill what is empty or not known; where "
      + "they differ from what is recorded, they stand beside it, and nothing is overwritten.")
  static let export = Phrase("help.export", "Write clients for another system.")
  static let exportMore = Phrase(
    "help.export-more",
    "Profiles are of the Dutch exchange format for jobseekers. Who came in as a profile goes out with all that "
      + "came, and what has changed since in its place. Of the others only those go who consent to it "
      + "(consent:yes), under a number that means nothing elsewhere. What is protected never goes but as it "
      + "came. It ends with 1 when nobody is left to write.")
  static let exportChanges = Phrase(
    "help.export-changes",
    "Changes go back to the register by --changes-since: a row for each client with the register's key, and a cell for "
      + "each field that says other than the register does; an empty cell says nothing. What was handed over is not "
      + "given again. What the register's columns cannot say is counted by field, never left out in silence. The "
      + "file holds the register's keys: give it to nobody else. To take such a file in: caseload import FILE "
      + "--changes-only.")
  static let undo = Phrase("help.undo", "Take an import back: what nobody has touched since.")
  static let undoMore = Phrase("help.undo-more", "Without a number it lists the imports.")
  static let check = Phrase("help.check", "Whether the store is whole: rows, journal, summaries.")
  static let checkMore = Phrase(
    "help.check-more",
    "It reads everything: SQLite's own check, the checksum of each row, the journal's chain, and each summary "
      + "worked out again. It ends with 4 where something is wrong. Keep the head of the journal (--head) "
      + "elsewhere, and nobody can rewrite the journal unseen.")
  static let config = Phrase(
    "help.config", "Your own keys: where the file is, what can stand in it, whether it is right.")
  static let configMore = Phrase(
    "help.config-more",
    "Without an option it says where the file is: config.toml in caseload's folder under XDG_CONFIG_HOME "
      + "(~/.config/caseload/config.toml). --print writes everything that can be set, commented out; --check says "
      + "what is wrong with it, by line and key.")
  static let doctor = Phrase(
    "help.doctor", "Look at terminal, locale, store and permissions; say what to do.")
  static let doctorMore = Phrase(
    "help.doctor-more",
    "One line for each thing: ✓ as it should be, ‼ something to do, ? not known. It changes nothing, looks at "
      + "no client, and says nothing about anybody. It ends with 4 where the store or your desk cannot be used "
      + "as it is, else with 0.")
  static let manual = Phrase("help.manual", "Print the manual page, for man(1).")
  static let demo = Phrase("help.demo", "Make a store of invented clients, to look around in.")
  static let demoMore = Phrase(
    "help.demo-more",
    "The clients, their names and their stories are invented. Their days are such that the export was "
      + "drawn yesterday. With --clients it invents a department of that size, always the same one for a seed and "
      + "a day; without, it takes the invented exports that come with the program. A demonstration never "
      + "overwrites anything, and one that fails leaves nothing behind.")
}

/// What each option and argument is.
enum OptionWords {
  static let store = Phrase(
    "option.store", "The store's file. Default: caseload.sqlite under the XDG data home.")
  static let today = Phrase("option.today", "Answer as if it were this day (yyyy-mm-dd).")
  static let coach = Phrase("option.coach", "Only this coach's caseload.")
  static let team = Phrase("option.team", "Only this team's clients.")
  static let all = Phrase(
    "option.all",
    "Everybody in the store who is not closed, not only the caseload of the coach whose file it is.")
  static let language = Phrase(
    "option.language",
    "en or nl. Default: the locale's language; the dashboard: the one that was switched to last.")
  static let format = Phrase("option.format", "table, tsv, csv (safe in a spreadsheet) or json.")
  static let filter = Phrase(
    "option.filter", "A filter, in quotes: 'seen>3m missing:cv'. Without one: everybody.")
  static let filterMore = Phrase(
    "option.filter-more", "A filter that begins with - is written after --, or with not.")
  static let scheme = Phrase("option.scheme", "Colours: default, high-contrast or monochrome.")
  static let plain = Phrase(
    "option.plain",
    "Linear: lines instead of a screen, for screen readers, slow lines and scripts.")
  static let columns = Phrase(
    "option.columns", "Fields to print, by id, with commas between them. See: caseload fields.")
  static let sort = Phrase("option.sort", "Sort by these fields; -field for the other way round.")
  static let unknown = Phrase("option.unknown", "Also list those of whom it is not known.")
  static let closed = Phrase("option.closed", "Those who are closed too.")
  static let number = Phrase("option.number", "The client's number.")
  static let undoNumber = Phrase(
    "option.undo-number", "The client's number. Default: the last, whoever it was with.")
  static let history = Phrase(
    "option.history", "The changes of the record: on which day who did what.")
  static let facetFields = Phrase(
    "option.facet-fields", "Fields by id, with commas between them. Default: all that can be counted.")
  static let share = Phrase(
    "option.share", "Print this worklist of your own as text, with those it refers to.")
  static let add = Phrase(
    "option.add", "Keep the worklists of this text among your own; - is the standard input.")
  static let setting = Phrase("option.setting", "The setting.")
  static let value = Phrase("option.value", "Its new value: 3m, 8w, 80, or a name.")
  static let by = Phrase("option.by", "Whose definition it is.")
  static let reason = Phrase("option.reason", "Why it is changed.")
  static let imports = Phrase("option.imports", "The numbers of the imports, the latest first.")
  static let head = Phrase("option.head", "Print only the journal's head.")
  static let printConfig = Phrase(
    "option.print-config", "Write the default configuration, commented.")
  static let checkConfig = Phrase(
    "option.check-config", "Check the file; ends with 3 where it is wrong.")
  static let fixtures = Phrase(
    "option.fixtures",
    "The folder with the invented exports. Default: those that come with the program.")
  static let clients = Phrase(
    "option.clients", "Invent a department with so many clients, 1 to 100000.")
  static let seed = Phrase("option.seed", "Which department is invented. Default: 1.")
  static let department = Phrase(
    "option.department", "From the tables of an invented department's register, with their histories.")

  // Export.
  static let exportProfiles = Phrase("option.export-profiles", "Jobseekers' profiles, as JSON.")
  static let changesSince = Phrase(
    "option.changes-since",
    "What coaches and clients have said here since this day (yyyy-mm-dd), in the register's own columns.")
  static let exportMapping = Phrase(
    "option.export-mapping", "The mapping (TOML) with which the register's export is imported.")
  static let exportLike = Phrase(
    "option.export-like",
    "An export of the register (CSV or XLSX): changes are written in its columns and its spelling.")
  static let exportAgain = Phrase(
    "option.export-again", "Also what was handed over before, as where a file was lost.")
  static let exportOutput = Phrase(
    "option.export-output", "The new file, which only you can read. One that is there is never replaced.")
  static let exportRegister = Phrase(
    "option.export-register", "The register whose keys or ids the file has. Default: the one there is.")

  // Import.
  static let file = Phrase(
    "option.file", "The register's export (CSV, or a spreadsheet as XLSX), or a folder of its tables.")
  static let suggestMapping = Phrase(
    "option.suggest-mapping",
    "Propose a mapping for FILE, or for --contacts, with what could not be placed; nothing is stored.")
  static let output = Phrase(
    "option.output", "Write the proposed mapping into this new file instead of on the screen.")
  static let sheet = Phrase(
    "option.sheet", "The sheet of a spreadsheet. Default: the first that holds a table.")
  static let contactsSheet = Phrase(
    "option.contacts-sheet", "The sheet of a spreadsheet with contacts.")
  static let refused = Phrase(
    "option.refused", "A folder for the refused rows. Default: beside each file.")
  static let contacts = Phrase(
    "option.contacts", "A file of contacts (CSV or XLSX); its clients must be in the store, or in FILE.")
  static let profiles = Phrase(
    "option.profiles", "Jobseekers' profiles of the Dutch exchange format (JSON), one or a list.")
  static let questionnaire = Phrase(
    "option.questionnaire",
    "Clients' own answers (CSV, XLSX or JSON); each row names its client by number or register key.")
  static let drawn = Phrase(
    "option.drawn",
    "The day on which the export was drawn (yyyy-mm-dd), or on which answers were given whose row does not say "
      + "so. It is never guessed.")
  static let since = Phrase(
    "option.since", "The contacts are complete from this day. Default: the earliest day in the file.")
  static let mapping = Phrase("option.mapping", "A mapping (TOML): what columns and values mean.")
  static let dryRun = Phrase("option.dry-run", "Say what would happen, and change nothing.")
  static let partial = Phrase(
    "option.partial", "The file is only a part: who is not in it is not absent from the register.")
  static let changesOnly = Phrase(
    "option.changes-only",
    "The file holds only changes of clients who are here: an empty cell says nothing, and nobody is made or absent."
  )
  static let force = Phrase("option.force", "Take in an export that was drawn before the last one.")
  static let register = Phrase(
    "option.register", "The register's name, where keys of several registers are kept.")
  static let encoding = Phrase(
    "option.encoding", "utf-8, utf-16, utf-16be or windows-1252. Default: found out.")
  static let separator = Phrase("option.separator", "The separator: , ; | or tab. Default: found out.")
}

extension Phrase {
  /// The text as help of an option, in the language of this run: options are made anew for each parse.
  var help: ArgumentHelp { ArgumentHelp(spoken) }

  /// As above, with more to know under it.
  func help(_ more: Phrase) -> ArgumentHelp { ArgumentHelp(spoken, discussion: more.spoken) }
}

/// The longer part of a command's help.
enum HelpText {
  /// Examples as they are typed, then what there is to know.
  static func text(_ examples: [String], _ notes: Phrase...) -> String {
    ([examples.joined(separator: "\n")] + notes.map(\.spoken)).joined(separator: "\n\n")
  }
}

import CaseloadCore
import Cells

/// Everything the dashboard knows: who is in the caseload, what is asked for, where the user is. It is changed by
/// `update` only and drawn by `render` only. (Not called `State`: that is a value's state in the core.)
public struct ScreenState: Sendable {
  /// The clients of the scope. The state is their only owner; no effect captures them.
  public internal(set) var population: Population
  /// The day, the language, the settings in force, who is at the keyboard.
  public internal(set) var context: Context
  /// Whose caseload this is.
  public var scope: CaseloadOwner
  /// The window's size in cells.
  public internal(set) var size: Size
  /// Whether all that was entered is in the store.
  public internal(set) var saved = SaveState.saved

  /// What filters refer to outside the population: worklists and note searches.
  public internal(set) var links: FilterLinks
  /// How many are on each worklist; kept until the data or the day change.
  public internal(set) var counts: [String: WorklistCount] = [:]

  /// The filter text in force.
  public internal(set) var filterText = ""
  /// The filter in force: that of the last text which could be read.
  public internal(set) var filter = Filter.all
  /// Who passes the filter in force, and of whom it is not known.
  public internal(set) var outcome: Outcome
  /// The text being typed is not finished, or wrong: what is shown is the result of its finished part, or of the
  /// last text that could be read.
  public internal(set) var isStale = false
  /// What is wrong with the text being typed.
  public internal(set) var filterError: FilterError?
  /// Filter texts that were in force or were abandoned, the newest last: nothing typed is lost.
  public internal(set) var history: [String] = []
  /// What was typed at the other prompts and left, by the prompt.
  var drafts: [String: String] = [:]
  /// Unknowns are shown among those who pass.
  public internal(set) var showsUnknown = false
  /// The texts whose search was asked for.
  var requestedNotes: Set<String> = []

  /// How the list is sorted: first, then, then.
  public internal(set) var sorts = [SortKey("name")]
  /// What it is sorted by first.
  public var sort: SortKey { sorts.first ?? SortKey("name") }
  /// How the list is shown, by worklist; under the empty name, everybody.
  public internal(set) var views: [String: ListView] = [:]
  /// The worklist whose view is in force.
  var viewKey = ""
  /// A column was put behind others since the menu of the sort was opened.
  var hasSortedThen = false
  /// The alive rows in that order, and for each row its place in it (-1 where it is not alive).
  var order: [Int32] = []
  var placeOfRow: [Int32] = []
  /// The rows in the list: yes, and unknown where they are shown.
  var shown: Selection
  /// How many they are.
  var shownCount = 0
  /// The places in the order of those in the list, ascending, where they are few among many; nil where walking
  /// along the order soon meets the next one.
  var fewPlaces: [Int32]?

  /// How wide the list's columns have to be; nil where the caseload is so large that nobody measures it.
  var listWidths: ListWidths?

  /// The person the user chose; the cursor is on her whenever she is in the list.
  var chosen: ClientNumber?
  /// The row of the client under the cursor; nil when the list is empty.
  var cursorRow: Int?
  /// The client who left the list through what the user just did: she stands there struck until the cursor moves on.
  var leaving: ClientNumber?
  /// Whom the user just changed; the store's news of her is on its way.
  var justChanged: ClientNumber?
  /// On which line of the list's window the cursor stands.
  var cursorLine = 0

  /// Marked clients, and what marked each.
  public internal(set) var marks: [ClientNumber: MarkOrigin] = [:]

  /// The pane the keys go to.
  public internal(set) var focus = Pane.list
  /// The pane beside the list where there is room for two.
  var companion = Pane.monitoring
  /// The focused pane fills the window.
  public internal(set) var isZoomed = false
  /// What the characteristics show.
  var bars = BarsMode.both
  /// Where the cursor of the characteristics stands, and the field at their top.
  var barPlace: BarPlace?
  var barTop = 0
  /// The line of the monitoring pane under its cursor.
  var monitoringLine = 0
  /// The first line of the legend that is shown.
  var legendTop = 0

  /// What the keys go to.
  public internal(set) var mode = Mode.browse
  /// Which keys do what.
  public var keymap = Keymap.standard
  /// The user lets numbers be put on the terminal's clipboard.
  public var usesClipboard = false
  /// The actions that were run from the palette, by id, the newest last.
  public internal(set) var commands: [String] = []
  /// The clients whose records were open, the latest first.
  public internal(set) var recents: [ClientNumber] = []
  /// The user's own worklists, in her order.
  public internal(set) var own: [OwnWorklist] = []
  /// The id of the own worklist from which the filter in use was made.
  var baseWorklist: String?
  /// Where the user was before she went to the last client.
  var spotBefore: Spot?
  /// The clients with these digits in a telephone number, as far as the store was asked.
  var phoneHits: [String: Set<ClientNumber>] = [:]
  var requestedPhone: String?
  /// Forms that were filled in and not saved yet, as they are kept on the desk.
  public internal(set) var forms: [Form.Subject: [String: String]] = [:]
  /// The form in hand as the desk was last told of it.
  var keptForm: KeptForm?
  /// The marked clients as the form for all of them reads them, while it is open and nothing changed.
  var marked: [MarkedClient]?
  /// What was given to the store and is not answered yet, by subject, the oldest first.
  var sent: [Form.Subject: [Sent]] = [:]
  /// The client who was added last, until the store's news of her.
  var addedName: PersonName?
  /// The hand-overs that wait for somebody, everybody's.
  public internal(set) var transfers: [WaitingTransfer]
  /// The colleagues for whom the coach stands in today.
  var standingIn: [StandingIn] = []
  /// What was seen looking ahead, while it is on the screen; nil while it is being worked out.
  var ahead: [TerminalText]?
  /// The colleagues whom the store knows, while a form asks for one; nil while they are being read.
  var colleagues: [Colleague]?
  var asksColleagues = false
  /// What is being imported, and what was typed for it.
  public internal(set) var importing = ImportEntry()
  /// The errands that are about no client in particular, as they were read last; they are read anew once something
  /// changed.
  var freeErrands: [Errand] = []
  var wantsFreeErrands = true
  /// The record of the client under the cursor, once it was read.
  public internal(set) var record: ClientRecord?
  var requestedRecord: ClientNumber?
  /// Whose older changes were asked for, until they come.
  var requestedHistory: ClientNumber?
  /// The reader's private notes, by client.
  public internal(set) var notes: [ClientNumber: PrivateNote] = [:]
  /// What was done to them last, until something else is done.
  var lastNotes: LastNotes?
  /// The sweeps on the desk, the one that was last worked on first.
  public internal(set) var sweeps: [Sweep] = []
  /// What is known of them beside that.
  var walking = Walking()
  /// A line for the user, until the next key.
  var message: Said?

  /// A dashboard over a population. The first record is asked for by `start(_:)`.
  public init(
    population: Population, context: Context, scope: CaseloadOwner, own: [OwnWorklist] = [],
    size: Size = Size(width: 80, height: 24), session: Session = Session(),
    forms: [Form.Subject: [String: String]] = [:], transfers: [WaitingTransfer] = [],
    notes: [ClientNumber: PrivateNote] = [:], sweeps: [Sweep] = []
  ) {
    self.transfers = transfers
    self.population = population
    self.context = context
    self.scope = scope
    self.size = size
    self.own = own
    links = FilterLinks(
      worklists: Worklist.all(own: own, language: context.language, catalogue: population.catalogue))
    self.notes = notes
    self.sweeps = sweeps
    links.take(notes)
    outcome = Outcome(yes: population.alive, unknown: Selection(rows: population.rows))
    shown = population.alive
    drafts = session.drafts
    self.forms = forms
    importing.path = TextField(draft(.path))
    importing.day = TextField(draft(.day))
    importing.isDayTyped = !importing.day.isEmpty
    commands = session.commands
    recents = session.recents
    showsUnknown = session.showsUnknown
    chosen = session.client
    if let pane = session.companion, pane != .list { companion = pane }
    views = session.views ?? ["": ListView(sort: [SortKey(session.sortField, ascending: session.ascending)])]
    sorts = view.sort.filter { isListed($0.field) }
    if sorts.isEmpty { sorts = [SortKey("name")] }
    findStandIns()
    measureList()
    countWorklists()
    sortList()
    // A filter of another version that cannot be read any more stays in the history; everyone is shown.
    do throws(FilterError) { try setFilter(session.filter) } catch { remember(session.filter) }
    // The latest text is the one that was abandoned last, not the filter that comes back.
    let isOfHistory = session.filter.isEmpty || session.history.contains(session.filter)
    history = isOfHistory ? session.history : session.history + history
    baseWorklist = session.worklist.flatMap { id in own.contains { $0.id == id } ? id : nil }
    followWorklist()
    // Who stands around the client one comes back to is in sight too.
    cursorLine = session.line ?? layout.listRows / 2
    settle()
  }

  /// The words of the reader.
  var speech: Speech { Speech(context, keymap) }

  /// Says something until the next key: what went wrong before the dashboard stood.
  public mutating func warn(_ text: TerminalText) { message = Said(text, .error) }

  /// The client under the cursor.
  public var cursor: ClientNumber? { cursorRow.map { population.number(at: $0) } }

  /// The first line shown of a record; nil where none is shown.
  var recordTop: Int? {
    get {
      switch mode {
      case .record(let top), .visit(_, let top, _), .alone(_, let top, _): top
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch mode {
      case .record: mode = .record(newValue)
      case .visit(let number, _, let beneath): mode = .visit(number, newValue, over: beneath)
      case .alone(let number, _, let beneath): mode = .alone(number, newValue, over: beneath)
      default: return
      }
    }
  }

  /// The session to come back to.
  public var session: Session {
    let left = left
    // A filter that is still typed is not in force when one comes back: its list's line says nothing of the other.
    let line = mode.typedFilter == nil ? cursorLine : nil
    return Session(
      filter: filterText, history: Array(left.history.suffix(50)), sortField: sort.field,
      ascending: sort.ascending,
      showsUnknown: showsUnknown, client: pinned == nil ? cursor : chosen, line: line,
      commands: commands,
      recents: recents, worklist: baseWorklist, companion: companion, views: views,
      drafts: left.drafts)
  }

  /// The fields the list can be sorted by: those that it shows first, then the rest by group.
  var sortFields: [FieldID] {
    let fields = population.catalogue.fields.filter { $0.uses.contains(.list) }.map(\.id)
    let first = (ListColumn.plain + ListColumn.added).filter { fields.contains($0) }
    return first + fields.filter { !first.contains($0) }
  }
}

import CaseloadCore
import Cells

/// Where keys go: what an action is good for.
public struct Places: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// The list has the focus.
  public static let list = Places(rawValue: 1)
  /// The characteristics have the focus.
  public static let characteristics = Places(rawValue: 2)
  /// The monitoring pane has the focus.
  public static let monitoring = Places(rawValue: 4)
  /// The legend has the focus.
  public static let legend = Places(rawValue: 8)
  /// The record screen.
  public static let record = Places(rawValue: 16)
  /// The list of all keys, in which one types to narrow it.
  public static let help = Places(rawValue: 32)
  /// The menu of columns.
  public static let menu = Places(rawValue: 64)
  /// Typing a filter.
  public static let filter = Places(rawValue: 128)
  /// Looking for a client.
  public static let find = Places(rawValue: 256)
  /// Typing a command.
  public static let palette = Places(rawValue: 512)
  /// One client alone on the screen.
  public static let alone = Places(rawValue: 1024)
  /// The menu of worklists.
  public static let worklistMenu = Places(rawValue: 2048)
  /// Typing the name of a worklist.
  public static let naming = Places(rawValue: 4096)
  /// A question.
  public static let question = Places(rawValue: 8192)
  /// A page with a worklist as text.
  public static let page = Places(rawValue: 16_384)
  /// The table of a field, or of two crossed.
  public static let table = Places(rawValue: 32_768)
  /// Choosing the list's columns.
  public static let columns = Places(rawValue: 65_536)

  /// A client's errands.
  public static let errands = Places(rawValue: 1 << 17)
  /// A client's contacts.
  public static let contacts = Places(rawValue: 1 << 19)
  /// What other sources say of a client.
  public static let offers = Places(rawValue: 1 << 18)
  /// The hand-overs that wait for somebody.
  public static let transfers = Places(rawValue: 1 << 20)
  /// Who is away.
  public static let absences = Places(rawValue: 1 << 21)

  /// Walking a list.
  public static let sweep = Places(rawValue: 1 << 22)
  /// Choosing a sweep, and why it does not go on with a client.
  public static let sweepMenu = Places(rawValue: 1 << 23)
  public static let stops = Places(rawValue: 1 << 29)

  /// Typing what is to be imported.
  public static let importEntry = Places(rawValue: 1 << 24)
  /// Looking at what an import would do.
  public static let importPreview = Places(rawValue: 1 << 25)

  /// Typing one line of a form; typing a long text of it; choosing.
  public static let formLine = Places(rawValue: 1 << 26)
  public static let formText = Places(rawValue: 1 << 27)
  public static let formChoice = Places(rawValue: 1 << 28)

  /// Filling in a form.
  public static let forms: Places = [.formLine, .formText, .formChoice]
  /// The four panes.
  public static let panes: Places = [.list, .characteristics, .monitoring, .legend]
  /// The menus.
  public static let menus: Places = [.menu, .worklistMenu]
  /// Where letters are typed, not keys pressed.
  public static let entries: Places = [
    .filter, .find, .palette, .help, .naming, .importEntry, .formLine, .formText,
  ]
  /// Where what is typed narrows a list of things to choose from.
  public static let pickers: Places = [.palette, .help, .find]
  /// Everything that scrolls and takes letters as keys.
  public static let scrolling: Places = [
    .panes, .record, .menus, .page, .table, .columns, .importPreview, .errands, .offers, .contacts,
    .sweep, .sweepMenu, .stops,
    .transfers, .absences,
  ]
  /// Everywhere.
  public static let everywhere: Places = [.scrolling, .entries, .formChoice, .alone, .question]

  /// Each place with its name, for the help screen and the generated document.
  public static let named: [(place: Places, name: Phrase)] = [
    (.list, Phrase("screens.place.list", "in the list")),
    (.characteristics, Phrase("screens.place.characteristics", "in the characteristics")),
    (.monitoring, Phrase("screens.place.monitoring", "in the monitoring pane")),
    (.legend, Phrase("screens.place.legend", "in the legend")),
    (.record, Phrase("screens.place.record", "in a record")),
    (.menu, Phrase("screens.place.menu", "in a menu")),
    (.worklistMenu, Phrase("screens.place.worklists", "in the menu of worklists")),
    (.table, Phrase("screens.place.table", "in a table")),
    (.columns, Phrase("screens.place.columns", "in the columns")),
    (.page, Phrase("screens.place.page", "on a page of text")),
    (.errands, Phrase("screens.place.errands", "in the errands of a client")),
    (.contacts, Phrase("screens.place.contacts", "in the contacts of a client")),
    (.offers, Phrase("screens.place.offers", "in what other sources say")),
    (.sweep, Phrase("screens.place.sweep", "in a sweep")),
    (.sweepMenu, Phrase("screens.place.sweeps", "in the menu of sweeps")),
    (.stops, Phrase("screens.place.stops", "where a sweep asks why")),
    (.transfers, Phrase("screens.place.transfers", "in the hand-overs")),
    (.absences, Phrase("screens.place.absences", "in who is away")),
    (.question, Phrase("screens.place.question", "at a question")),
    (.naming, Phrase("screens.place.naming", "while typing a name")),
    (.importEntry, Phrase("screens.place.import-entry", "while typing for an import")),
    (.importPreview, Phrase("screens.place.import-preview", "while looking at an import")),
    (.formLine, Phrase("screens.place.form-line", "while typing in a form")),
    (.formText, Phrase("screens.place.form-text", "while typing a long text")),
    (.formChoice, Phrase("screens.place.form-choice", "while choosing in a form")),
    (.filter, Phrase("screens.place.filter", "while typing a filter")),
    (.find, Phrase("screens.place.find", "while looking for a client")),
    (.palette, Phrase("screens.place.palette", "while typing a command")),
    (.help, Phrase("screens.place.help", "in the list of keys")),
    (.alone, Phrase("screens.place.alone", "while one client is alone on the screen")),
  ]

  /// The place of a name of its own, for sentences.
  var name: Phrase? { Self.named.first { $0.place == self }?.name }

  /// Several places in as few names as they have.
  var names: [Phrase] {
    if self == .everywhere { return [Phrase("screens.place.everywhere", "everywhere")] }
    var rest = self
    var names: [Phrase] = []
    if rest.isSuperset(of: .panes) {
      names.append(Phrase("screens.place.panes", "in the four panes"))
      rest.subtract(.panes)
    }
    if rest.isSuperset(of: .entries) {
      names.append(Phrase("screens.place.entries", "where text is typed"))
      rest.subtract(.entries)
    }
    return names + Self.named.filter { rest.contains($0.place) }.map(\.name)
  }
}

/// How an action stands in the footer.
public enum FooterPlace: Sendable, Hashable {
  /// Not there: everyone knows arrows.
  case hidden
  /// There as long as there is room.
  case shown
  /// There always, at the end.
  case pinned
}

/// One thing the user can do: the one declaration from which dispatch, footer, help screen and docs/keys.md come.
public struct Action: Sendable, Identifiable {
  /// Its id, stable, such as `filter`.
  public let id: String
  /// Its keys; the first is the one that is shown.
  public let keys: [Key]
  /// Where it works.
  public let places: Places
  /// A word for the footer.
  public let short: Phrase
  /// A sentence for the help.
  public let long: Phrase
  /// How it stands in the footer.
  public let footer: FooterPlace
  /// Why it does nothing now; nil when it works.
  public let unavailable: @Sendable (ScreenState) -> Phrase?
  /// Does it.
  public let perform: @Sendable (inout ScreenState) -> [Effect]

  /// Declares an action. Short and long label are English here; Dutch stands in nl.txt under
  /// `action.<id>.short` and `action.<id>.long`.
  init(
    _ id: String, keys: [Key], in places: Places, short: String, long: String,
    footer: FooterPlace = .hidden, unavailable: @escaping @Sendable (ScreenState) -> Phrase? = { _ in nil },
    _ perform: @escaping @Sendable (inout ScreenState) -> [Effect]
  ) {
    self.id = id
    self.keys = keys
    self.places = places
    self.short = Phrase("action.\(id).short", short)
    self.long = Phrase("action.\(id).long", long)
    self.footer = footer
    self.unavailable = unavailable
    self.perform = perform
  }
}

extension Key {
  /// The key as footer, help and document show it.
  var shown: TerminalText {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .backTab: "Shift-Tab"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    default: label
    }
  }
}

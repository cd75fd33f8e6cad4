/// A line of a client's history: on which day who did what.
public struct HistoryLine: Hashable, Sendable {
  /// The local day on which it was done.
  public var day: Day
  /// Who did it.
  public var author: String
  /// What was done, in the reader's words.
  public var what: String
  /// It was taken back since.
  public var isUndone: Bool

  /// A line.
  public init(day: Day, author: String, what: String, isUndone: Bool = false) {
    self.day = day
    self.author = author
    self.what = what
    self.isUndone = isUndone
  }

  private static let undone = Phrase("history.is-undone", "{0} (undone)")

  /// "22 Nov · A. Akkerman · conversation of 22 Nov added".
  public func text(_ context: Context) -> String {
    let line = [DayText.short(day, context), author, what].filter { !$0.isEmpty }.joined(separator: " · ")
    return isUndone ? Self.undone.text(in: context.language, [line]) : line
  }
}

/// An entry of the journal about one client, from which her history is written.
public struct HistoryEntry: Hashable, Sendable {
  /// What made it.
  public enum Origin: Hashable, Sendable {
    /// A person's change, an undo and a redo among them.
    case person
    /// A register's export.
    case register
    /// The client's own answers.
    case questionnaire
    /// She is among those whose changes were written for the register.
    case handedOver
    /// Such an export taken back.
    case registerTakenBack
    /// She was given the register's key, or it was taken away again.
    case key(isGiven: Bool)
  }

  /// The change.
  public var change: ChangeID
  /// The local day.
  public var day: Day
  /// Who made it.
  public var author: String
  /// What made it.
  public var origin: Origin
  /// The change that it takes back.
  public var undoes: ChangeID?
  /// Why, in her own words; empty where nothing was said.
  public var reason: String
  /// What it set of this client; nil where that was erased.
  public var edits: [Edit]?

  /// An entry.
  public init(
    change: ChangeID, day: Day, author: String, origin: Origin = .person, undoes: ChangeID? = nil,
    reason: String = "", edits: [Edit]?
  ) {
    self.change = change
    self.day = day
    self.author = author
    self.origin = origin
    self.undoes = undoes
    self.reason = reason
    self.edits = edits
  }
}

/// Writes a client's history from the entries of the journal about her.
public struct ClientHistory {
  private let entries: [HistoryEntry]
  private let byChange: [ChangeID: HistoryEntry]
  private let undoneBy: [ChangeID: ChangeID]
  private let record: ClientRecord
  private let context: Context
  private let catalogue: Catalogue

  /// A history of `entries`, newest first; `behind` are older ones, of which undos among them speak. Days and texts
  /// that the edits leave as they are come from the record.
  public init(
    _ entries: [HistoryEntry], behind: [HistoryEntry] = [], of record: ClientRecord, _ context: Context,
    catalogue: Catalogue = .standard
  ) {
    self.entries = entries
    self.record = record
    self.context = context
    self.catalogue = catalogue
    byChange = Dictionary((entries + behind).map { ($0.change, $0) }, uniquingKeysWith: { first, _ in first })
    undoneBy = Dictionary(
      entries.compactMap { entry in entry.undoes.map { ($0, entry.change) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Its lines, newest first.
  public var lines: [HistoryLine] {
    entries.map { entry in
      var what = words(entry)
      if entry.origin == .person, !entry.reason.isEmpty { what += " · " + entry.reason }
      return HistoryLine(day: entry.day, author: entry.author, what: what, isUndone: isUndone(entry))
    }
  }

  private static let added = Phrase("history.added", "{0} added")
  private static let removed = Phrase("history.removed", "{0} removed")
  private static let done = Phrase("history.done", "{0} done")
  private static let putOff = Phrase("history.put-off", "{0} put off until {1}")
  private static let offered = Phrase("history.offered", "{0} offered")
  private static let moved = Phrase("history.moved", "{0} moved from client {1} to client {2}")
  private static let changed = Phrase("history.changed", "{0} changed")
  private static let field = Phrase("history.field", "{0}: {1} → {2}")
  private static let fields = Phrase("history.fields", "{0} changed: {1}")
  private static let undid = Phrase("history.undid", "undone: {0}")
  private static let redid = Phrase("history.redid", "done again: {0}")
  private static let fromRegister = Phrase("history.from-register", "from the register: {0}")
  private static let fromQuestionnaire = Phrase("history.from-questionnaire", "from the questionnaire: {0}")
  private static let handedOver = Phrase("history.handed-over", "changes written for the register")
  private static let registerBack = Phrase("history.register-back", "import taken back: {0}")
  private static let keyGiven = Phrase("history.key-given", "given the register's key")
  private static let keyGone = Phrase("history.key-gone", "the register's key taken away")
  private static let erased = Phrase("history.erased", "what was changed is erased")

  /// A change that is not an undo, and whose last undo was not undone. (One step is taken back at most once; what is
  /// done again is a step of its own.)
  private func isUndone(_ entry: HistoryEntry) -> Bool {
    guard entry.undoes == nil else { return false }
    var isUndone = false
    var last = entry.change
    // As many steps as there are entries: a damaged journal must not make a ring.
    for _ in entries {
      guard let next = undoneBy[last] else { break }
      isUndone.toggle()
      last = next
    }
    return isUndone
  }

  /// The change that a chain of undos and redos began with, and how long the chain is.
  private func root(_ entry: HistoryEntry) -> (entry: HistoryEntry, steps: Int) {
    var (root, steps) = (entry, entry.undoes == nil ? 0 : 1)
    for _ in byChange {
      guard let before = root.undoes.flatMap({ byChange[$0] }) else { break }
      root = before
      if before.undoes != nil { steps += 1 }
    }
    return (root, steps)
  }

  private func words(_ entry: HistoryEntry) -> String {
    let language = context.language
    guard let edits = entry.edits else { return Self.erased.text(in: language) }
    switch entry.origin {
    case .register: return Self.fromRegister.text(in: language, [did(edits)])
    case .questionnaire: return Self.fromQuestionnaire.text(in: language, [did(edits)])
    case .handedOver: return Self.handedOver.text(in: language)
    case .registerTakenBack: return Self.registerBack.text(in: language, [did(edits)])
    case .key(let isGiven): return (isGiven ? Self.keyGiven : Self.keyGone).text(in: language)
    case .person: break
    }
    guard entry.undoes != nil else { return did(edits) }
    let (root, steps) = root(entry)
    let isUndo = !steps.isMultiple(of: 2)
    // What an undo removed has the name of what was added.
    let named = root.undoes == nil ? root.edits ?? edits : isUndo ? edits.map(\.inverse) : edits
    return (isUndo ? Self.undid : Self.redid).text(
      in: language, [name(named).text(context, catalogue: catalogue)])
  }

  private func name(_ edits: [Edit]) -> ChangeName {
    ChangeName(
      edits, contacts: record.contacts, errands: record.errands, transfers: record.transfers)
  }

  private func did(_ edits: [Edit]) -> String {
    let language = context.language
    let name = name(edits)
    let words = name.text(context, catalogue: catalogue)
    if case .fields(let fields) = name.thing {
      if fields.count == 1, let edit = edits.first(where: { $0.record.kind == .client }) {
        let (old, new) = (value(edit.old, edit), value(edit.new, edit))
        return Self.field.text(in: language, [words, old, new])
      }
      let own = edits.filter { $0.record.kind == .client }
      // A few are told with what they say.
      if own.count <= 4 {
        let told = own.map { edit in
          let label = RecordFieldText.label(of: edit.field, .client, language, catalogue: catalogue)
          return Self.field.text(in: language, [label, value(edit.old, edit), value(edit.new, edit)])
        }
        return told.joined(separator: "; ")
      }
      let labels = fields.map { RecordFieldText.label(of: $0, .client, language, catalogue: catalogue) }
      return Self.fields.text(in: language, [words, labels.joined(separator: ", ")])
    }
    switch name.deed {
    case .added where name.isTransfer: return Self.offered.text(in: language, [words])
    case .answered: return words
    case .added: return Self.added.text(in: language, [words])
    case .removed: return Self.removed.text(in: language, [words])
    case .changed: return Self.changed.text(in: language, [words])
    case .done: return Self.done.text(in: language, [words])
    case .putOff(let day): return Self.putOff.text(in: language, [words, DayText.short(day, context)])
    case .moved(let old, let new):
      return Self.moved.text(in: language, [words, String(old), String(new)])
    }
  }

  private func value(_ value: Value?, _ edit: Edit) -> String {
    RecordFieldText.value(value, of: edit.field, edit.record.kind, context, catalogue: catalogue)
  }
}

import CaseloadCore
import Cells

/// Typing the name of a worklist, worklists as text, or the line of a sweep.
public struct NameEntry: Hashable, Sendable {
  /// What the text is for.
  public enum Purpose: Hashable, Sendable {
    /// The filter in use is saved under it.
    case save
    /// The worklist of this id gets it as its name.
    case rename(String)
    /// It is worklists as a colleague sent them.
    case add
    /// It is the line for the monthly talk of the sweep of this id.
    case sweepNote(String)
  }
  /// What the text is for.
  public let purpose: Purpose
  /// The action that asks for it, and what is to be typed.
  var asked: (action: String, hint: Phrase) {
    switch purpose {
    case .save, .rename: ("save-worklist", ListWords.nameHint)
    case .add: ("add-worklist", ListWords.addHint)
    case .sweepNote: ("sweep-note", SweepWords.noteHint)
    }
  }
  /// The text.
  public var field = TextField()
  /// Why the last text was refused, until the next letter.
  var refusal: TerminalText?
}

extension ScreenState {
  /// Takes the user's own worklists: they stand behind those that the program comes with, and are counted.
  mutating func take(own lists: [OwnWorklist]) {
    own = lists
    links.worklists = Worklist.all(own: lists, language: context.language, catalogue: population.catalogue)
    if let base = baseWorklist, !lists.contains(where: { $0.id == base }) { baseWorklist = nil }
    refresh()
  }

  /// The own worklist from which the filter in use was made.
  var base: OwnWorklist? { baseWorklist.flatMap { id in own.first { $0.id == id } } }

  /// The filter in use is not, or no longer, what its own worklist says.
  var isUnsaved: Bool {
    guard let base, !filterText.isEmpty, filter != .worklist(base.id) else { return false }
    return filter.printed(population.catalogue) != base.filter
  }

  /// Asks for the name under which the filter in use is saved; a filter that may not be saved is refused at once.
  mutating func startSaving() {
    if let refusal = population.refusal(of: filter) ?? (filter == .all ? .everybody : nil) {
      return refuse(refusal)
    }
    type(for: .save)
  }

  private mutating func refuse(_ refusal: WorklistRefusal) {
    message = Said(TerminalText(data: refusal.message(in: context.language)), .attention)
  }

  /// Takes the name or text that was typed; what is refused stays with its reason.
  mutating func keepName() -> [Effect] {
    guard case .name(var entry, let beneath) = mode else { return [] }
    if case .sweepNote = entry.purpose {
      mode = beneath
      sweep?.note = entry.field.text
      keep(draft: "", of: entry.purpose.prompt)
      return keepSweep()
    }
    do throws(WorklistRefusal) {
      switch entry.purpose {
      case .save:
        let name = try checked(name: entry.field.text, except: nil)
        let list = OwnWorklist(name: name, filter: filter.printed(population.catalogue))
        if let problem = problem(of: list.id, in: own + [list]) { throw .unreadable(name, problem) }
        mode = beneath
        take(own: own + [list])
        baseWorklist = list.id
        show(filter: "@" + list.id)
        message = Said(speech(ListWords.saved, "@\(data: list.id)"), .good)
      case .rename(let id):
        let name = try checked(name: entry.field.text, except: id)
        mode = beneath
        rename(id, to: name)
      case .add:
        let lists = try worklists(in: entry.field.text)
        mode = beneath
        take(own: own + lists)
        message = Said(speech(ListWords.added, TerminalText(lists.count)), .good)
      case .sweepNote: break
      }
      keep(draft: "", of: entry.purpose.prompt)
      return [.keepWorklists(own)]
    } catch {
      entry.refusal = TerminalText(data: error.message(in: context.language))
      mode = .name(entry, over: beneath)
      return []
    }
  }

  /// Why a worklist could not be read among others: a ring is refused before it is kept.
  private func problem(of id: String, in lists: [OwnWorklist]) -> FilterError? {
    Worklist.all(own: lists, language: context.language, catalogue: population.catalogue)
      .first { $0.id == id }?.problem
  }

  /// A name without the spaces around it, where it may be one.
  private func checked(name: String, except id: String?) throws(WorklistRefusal) -> String {
    let name = name.split(separator: " ").joined(separator: " ")
    let others = links.worklists.map(\.id).filter { $0 != id }
    if let refusal = population.refusal(ofName: name, others: others) { throw refusal }
    return name
  }

  /// The worklists of a colleague's text; all of them may be kept, or none is.
  private func worklists(in text: String) throws(WorklistRefusal) -> [OwnWorklist] {
    guard let lists = try? WorklistText.read(text), !lists.isEmpty else { throw .noText }
    return try Worklist.admitted(
      lists, beside: own, population, language: context.language)
  }

  /// Gives a worklist another name, also where others and the filter in use refer to it.
  private mutating func rename(_ id: String, to name: String) {
    let new = OwnWorklist.id(of: name)
    let catalogue = population.catalogue
    let lists = own.map { list -> OwnWorklist in
      var list = list
      if list.id == id { list.name = name }
      if case .filter(let filter)? = links.worklists.first(where: { $0.id == list.id })?.rule,
        filter.worklistNames.contains(id)
      {
        list.filter = filter.replacing(worklist: id, with: .worklist(new)).printed(catalogue)
      }
      return list
    }
    let isInForce = filter.worklistNames.contains(id)
    let text = filter.replacing(worklist: id, with: .worklist(new)).printed(catalogue)
    if baseWorklist == id { baseWorklist = new }
    if let view = views.removeValue(forKey: id) { views[new] = view }
    let base = baseWorklist
    take(own: lists)
    if isInForce { show(filter: text) }
    baseWorklist = base
  }

  /// Brings the worklist from which the filter in use was made up to date.
  mutating func updateWorklist() -> [Effect] {
    guard let base, let place = own.firstIndex(of: base) else { return [] }
    var new = filter
    if new.worklistNames.contains(base.id) {
      guard case .filter(let before)? = links.worklists.first(where: { $0.id == base.id })?.rule else {
        return []
      }
      new = new.replacing(worklist: base.id, with: before)
    }
    if let refusal = population.refusal(of: new) {
      refuse(refusal)
      return []
    }
    var lists = own
    lists[place].filter = new.printed(population.catalogue)
    if let problem = problem(of: base.id, in: lists) {
      refuse(.unreadable(base.name, problem))
      return []
    }
    take(own: lists)
    show(filter: "@" + base.id)
    baseWorklist = base.id
    message = Said(speech(ListWords.updated, "@\(data: base.id)"), .good)
    return [.keepWorklists(own)]
  }

  /// The own worklist under the cursor of the menu, and its place among one's own.
  var ownUnderCursor: (list: OwnWorklist, place: Int)? {
    guard case .worklists(let index) = mode else { return nil }
    let place = index - (links.worklists.count - own.count)
    return own.indices.contains(place) ? (own[place], place) : nil
  }

  /// Opens the text of the worklist under the cursor for typing; it is saved by bringing it up to date.
  mutating func editWorklist() {
    guard let (list, _) = ownUnderCursor else { return }
    var entry = FilterEntry(
      field: TextField(list.filter), before: filterText, historyPlace: nil, draft: list.filter)
    entry.edits = list.id
    mode = .filter(entry)
    read(list.filter)
  }

  /// Moves the worklist under the cursor among one's own.
  mutating func moveWorklist(by step: Int) -> [Effect] {
    guard let (_, place) = ownUnderCursor, own.indices.contains(place + step),
      case .worklists(let index) = mode
    else { return [] }
    var lists = own
    lists.swapAt(place, place + step)
    take(own: lists)
    mode = .worklists(index + step)
    return [.keepWorklists(own)]
  }

  /// Deletes a worklist. The filter in use keeps what it said.
  mutating func deleteWorklist(_ id: String) -> [Effect] {
    guard let place = own.firstIndex(where: { $0.id == id }) else { return [] }
    if filter.worklistNames.contains(id) {
      var text = ""
      if case .filter(let inner)? = links.worklists.first(where: { $0.id == id })?.rule {
        text = filter.replacing(worklist: id, with: inner).printed(population.catalogue)
      }
      show(filter: text)
    }
    var lists = own
    lists.remove(at: place)
    take(own: lists)
    if case .worklists(let index) = mode { mode = .worklists(min(index, links.worklists.count - 1)) }
    message = Said(speech(ListWords.deleted, "@\(data: id)"))
    return [.keepWorklists(own)]
  }
}

import CaseloadCore
import Cells

/// What one typed line means: a move, a filter, a name to find, a number, or an action by its word or its key.
struct PlainCommand {
  private enum Meaning {
    case again, next, previous, end
    case number(Int)
    case filter(String)
    case find(String)
    case help(String)
    case action(Action)
    case keys([Key])
    case several([Action])
    case unknown
  }

  private let line: String
  private let meaning: Meaning

  init(_ typed: String, _ state: ScreenState) {
    line = PlainCommand.trimmed(typed)
    meaning = PlainCommand.meaning(of: line, state)
  }

  /// Does it through the functions that the keys use.
  func perform(_ state: inout ScreenState) -> (effects: [Effect], lines: [TerminalText]) {
    switch meaning {
    case .again: return ([], PlainPage(state).lines)
    case .next: return (move(by: 1, &state), [])
    case .previous: return (move(by: -1, &state), [])
    case .number(let number): return choose(number, &state)
    case .filter(let text): return filter(text, &state)
    case .find(let text): return find(text, &state)
    case .help(let word): return ([], PlainHelp(state).lines(word))
    case .end: return ([.saveSession(state.session), .quit], [])
    case .action(let action):
      guard let key = state.keymap.keys(of: action, in: state.place).first else { return ([], []) }
      return (update(&state, .key(key)), [])
    case .keys(let keys): return (keys.flatMap { update(&state, .key($0)) }, [])
    case .several(let actions):
      let ids = actions.map { TerminalText(data: $0.id) }.joined(separator: ", ")
      return ([], [state.speech(PlainWords.ambiguous, TerminalText(data: line), ids)])
    case .unknown: return ([], [state.speech(PlainWords.noSuch, TerminalText(data: line))])
    }
  }

  private static func meaning(of line: String, _ state: ScreenState) -> Meaning {
    guard let first = line.unicodeScalars.first else { return .again }
    let rest = trimmed(String(String.UnicodeScalarView(line.unicodeScalars.dropFirst())))
    switch line {
    case "n": return .next
    case "p": return .previous
    case "q" where state.mode == .browse: return .end
    default: break
    }
    if first == "/" { return .filter(rest) }
    if first == "?" { return .help(rest) }
    if line == "f" || line.utf8.starts(with: "f ".utf8) { return .find(rest) }
    if let number = Int(line), number >= 0 { return .number(number) }
    let here = ActionTable.all.filter { !$0.places.isDisjoint(with: state.place) }
    let word = Folding.fold(line)
    if let action = here.first(where: { $0.id == word || state.speech($0.short).string == line }) {
      return .action(action)
    }
    if line.unicodeScalars.count == 1,
      let action = state.keymap.action(for: .character(first), in: state.place)
    {
      return .action(action)
    }
    if first == "<", let keys = Key.script(line), !keys.isEmpty { return .keys(keys) }
    let begun = here.filter { action in
      action.id.utf8.starts(with: word.utf8)
        || Folding.fold(state.speech(action.short).string).utf8.starts(with: word.utf8)
    }
    if begun.count == 1, let action = begun.first { return .action(action) }
    return begun.isEmpty ? .unknown : .several(begun)
  }

  /// The next or previous client, wherever the focus is: in a record the next one's record.
  private func move(by step: Int, _ state: inout ScreenState) -> [Effect] {
    let before = state.cursor
    if state.place == .menu { return update(&state, .key(step > 0 ? .down : .up)) }
    state.moveCursor(by: step)
    // Settles the cursor and asks for the record of whom it is on now.
    let effects = update(&state, .resize(width: state.size.width, height: state.size.height))
    if state.cursor == before { state.message = Said(state.speech(PlainWords.nothingNew)) }
    return effects
  }

  /// The client at a place of the list, or a line of a menu.
  private func choose(_ number: Int, _ state: inout ScreenState) -> (effects: [Effect], lines: [TerminalText])
  {
    let count = state.choices ?? state.shownCount
    guard (1...max(1, count)).contains(number), count > 0 else {
      return ([], [state.speech(PlainWords.noRow, TerminalText(number), TerminalText(count))])
    }
    if state.choices != nil {
      state.point(at: number - 1)
      return (update(&state, .key(.enter)), [])
    }
    state.moveCursor(toEnd: false)
    state.moveCursor(by: number - 1)
    return (update(&state, .resize(width: state.size.width, height: state.size.height)), [])
  }

  /// Typed, read and kept as a filter is; one that cannot be read says why and changes nothing.
  private func filter(_ text: String, _ state: inout ScreenState) -> (
    effects: [Effect], lines: [TerminalText]
  ) {
    if state.mode != .browse { state.mode = .browse }
    state.focus(on: .list)
    do throws(FilterError) {
      try state.setFilter(text)
      return (update(&state, .resize(width: state.size.width, height: state.size.height)), [])
    } catch {
      state.remember(text)
      let read = TerminalText(
        data: String(String.UnicodeScalarView(text.unicodeScalars.prefix(error.range.lowerBound))))
      return (
        [],
        [
          TerminalText(data: error.message),
          state.speech(PlainWords.atPlace, TerminalText(read.width + 1), TerminalText(data: text)),
        ]
      )
    }
  }

  /// Looked for as on the screens; the one who fits best is opened.
  private func find(_ text: String, _ state: inout ScreenState) -> (effects: [Effect], lines: [TerminalText])
  {
    if state.mode != .browse { state.mode = .browse }
    state.openFind()
    var effects = update(&state, .paste(text))
    guard case .find(let entry, _) = state.mode, entry.chosen != nil else {
      effects += update(&state, .key(.escape))
      return (effects, [state.speech(FindWords.nobody, TerminalText(state.population.count))])
    }
    return (effects + update(&state, .key(.enter)), [])
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    return String(scalars)
  }
}

extension ScreenState {
  /// How many lines the menu has that is open; nil where none is.
  var choices: Int? {
    switch mode {
    case .worklists: links.worklists.count
    case .sort: sortFields.count
    default: nil
    }
  }

  /// Puts the cursor of an open menu on a line.
  mutating func point(at index: Int) {
    switch mode {
    case .worklists: mode = .worklists(index)
    case .sort: mode = .sort(index)
    default: return
    }
  }
}

/// The commands of the linear mode: every action that works here, by its word.
struct PlainHelp {
  private let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  /// All of them, or those in whose words a text stands.
  func lines(_ word: String) -> [TerminalText] {
    let speech = state.speech
    let all = ActionTable.all.filter { action in
      !action.places.isDisjoint(with: state.place) && !PlainHelp.visual.contains(action.id)
    }
    let wanted = Folding.fold(word)
    let shown = all.filter { action in
      wanted.isEmpty
        || [action.id, speech(action.short).string, speech(action.long).string].contains {
          Folding.fold($0).contains(wanted)
        }
    }
    let actions = shown.map { action -> TerminalText in
      guard let key = key(of: action) else { return "\(data: action.id): \(speech(action.long))" }
      return "\(data: action.id), \(key): \(speech(action.long))"
    }
    if !wanted.isEmpty {
      return actions.isEmpty ? [speech(PlainWords.noSuch, TerminalText(data: word))] : actions
    }
    return [PlainWords.helpMove, PlainWords.helpFilter, PlainWords.helpKeys].map { speech($0) } + actions
  }

  /// The key of an action that does it when it is typed as a line: a letter that means nothing else here.
  private func key(of action: Action) -> TerminalText? {
    for key in state.keymap.keys(of: action, in: state.place) {
      guard case .character(let letter) = key, !PlainHelp.taken.contains(letter) else { continue }
      return key.shown
    }
    return nil
  }

  /// Letters that go to the next client and the one before, and digits, which go to a place of the list.
  private static let taken = Set("np0123456789".unicodeScalars)

  /// Actions that only move on a screen, which have nothing to do here.
  static let visual: Set<String> = [
    "redraw", "suspend", "zoom", "page-down", "page-up", "help", "down", "up", "left", "right",
  ]
}

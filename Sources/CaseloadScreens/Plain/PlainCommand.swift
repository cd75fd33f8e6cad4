import CaseloadCore
import Cells

/// What one typed line means: a move, a filter, a name to find, a number, a text that is asked for, or an action by its
/// word or its key.
struct PlainCommand {
  private enum Meaning {
    case again, next, previous, end, read
    case text(String)
    case typed(Action, String)
    case answer(Bool)
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
  func perform(_ state: inout ScreenState, _ found: inout PlainFound?) -> (
    effects: [Effect], lines: [TerminalText]
  ) {
    // Beside the one who was found stand the others who fit: to them one goes as to the places of a list.
    if found != nil, let effects = PlainFound.perform(choice, &found, &state) { return (effects, []) }
    switch meaning {
    case .read: return ([], PlainPage(state).lines)
    case .text(let text): return (type(text, &state), [])
    case .typed(let action, let text):
      var effects: [Effect] = []
      if let key = state.keymap.keys(of: action, in: state.place).first {
        effects = update(&state, .key(key))
      }
      // It may have said why not.
      return (state.place.isDisjoint(with: .plainText) ? effects : effects + type(text, &state), [])
    case .answer(let isYes):
      guard isYes, let yes = ActionTable.action("yes"), let key = state.keymap.keys(of: yes).first else {
        return (update(&state, .key(.escape)), [])
      }
      return (update(&state, .key(key)), [])
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
    if first == "?" { return .help(rest) }
    if first == "<", let keys = Key.script(line), !keys.isEmpty { return .keys(keys) }
    // Where a text is asked for every line is that text, but for the ways on and out.
    if !state.place.isDisjoint(with: .plainText) {
      return whole(line, state, among: waysOn).map { .action($0) } ?? .text(line)
    }
    if state.place == .question { return .answer(isYes(line, state)) }
    switch line {
    case "n" where state.isPlainWay("n"): return .next
    case "p" where state.isPlainWay("p"): return .previous
    case "q" where state.mode == .browse: return .end
    default: break
    }
    if first == "/" { return .filter(rest) }
    // As in the palette, whose name for an action is a line here.
    if first == ":", !rest.isEmpty { return meaning(of: rest, state) }
    if line == "f" || line.utf8.starts(with: "f ".utf8) { return .find(rest) }
    if let number = Int(line), number >= 0, state.hasPlainWay { return .number(number) }
    let here = ActionTable.all.filter { !$0.places.isDisjoint(with: state.place) }
    let word = Folding.fold(line)
    if let action = whole(line, state, among: here.map(\.id)) { return .action(action) }
    // In a record its own word reads it.
    if state.recordTop != nil, whole(line, state, among: ["record"]) != nil { return .read }
    if let typed = typed(line, state) { return typed }
    if line.unicodeScalars.count == 1,
      let action = state.keymap.action(for: .character(first), in: state.place)
    {
      return .action(action)
    }
    let begun = here.filter { action in
      action.id.utf8.starts(with: word.utf8)
        || Folding.fold(state.speech(action.short).string).utf8.starts(with: word.utf8)
    }
    if begun.count == 1, let action = begun.first { return .action(action) }
    return begun.isEmpty ? .unknown : .several(begun)
  }

  /// What a line that is asked for as a text may be instead.
  private static let waysOn = [
    "back", "import-next", "save-form", "previous-entry", "next-entry", "discard-draft", "new-line",
  ]

  /// The action whose id or short name a line is.
  private static func whole(_ line: String, _ state: ScreenState, among ids: [String]) -> Action? {
    let word = Folding.fold(line)
    return ActionTable.all.first { action in
      ids.contains(action.id) && !action.places.isDisjoint(with: state.place)
        && (action.id == word || state.speech(action.short).string == line)
    }
  }

  /// "W No CV": an action that asks for a text, and the text on the same line.
  private static func typed(_ line: String, _ state: ScreenState) -> Meaning? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2,
      let action = ["save-worklist", "add-worklist", "rename-worklist", "import"]
        .compactMap(ActionTable.action).first(where: { action in
          !action.places.isDisjoint(with: state.place)
            && (action.id == words[0]
              || state.keymap.keys(of: action, in: state.place).contains { $0.shown.string == words[0] })
        })
    else { return nil }
    return .typed(action, trimmed(String(words[1])))
  }

  /// Yes by its key, by the language's own letter, or by the word that begins with it.
  private static func isYes(_ line: String, _ state: ScreenState) -> Bool {
    let letters = [ActionTable.action("yes").flatMap { state.keymap.keys(of: $0).first }, state.yesKey]
    return ["yes", "ja"].contains(Folding.fold(line)) || letters.contains { $0?.label.string == line }
  }

  /// Puts a line in the place of the text that is asked for, and goes on.
  private func type(_ text: String, _ state: inout ScreenState) -> [Effect] {
    if state.place == .formChoice { return take(choice: text, &state) }
    if state.place == .formText {
      // A line goes behind those that are there; nothing that was told is replaced by what is told next.
      return update(&state, .paste(state.typed?.isEmpty == false ? "\n" + text : text))
    }
    state.edit { field in
      field = TextField("", isLong: field.isLong)
      field.paste(text)
    }
    return update(&state, .key(state.place.isDisjoint(with: .forms) ? .enter : .tab))
  }

  /// Takes the choice that a line begins, and goes on; one that nothing begins with is asked again.
  private func take(choice text: String, _ state: inout ScreenState) -> [Effect] {
    guard let form = state.form, let choices = state.focused(form)?.choices else { return [] }
    let word = Folding.fold(text)
    let language = state.context.language
    guard
      let place = choices.firstIndex(where: { choice in
        choice.labels.contains { Folding.fold($0.text(in: language)).utf8.starts(with: word.utf8) }
      })
    else {
      state.message = Said(state.speech(PlainWords.noSuch, TerminalText(data: text)))
      return []
    }
    state.chooseEntry(place: place)
    return update(&state, .key(.tab))
  }

  /// What the line is among those who were found.
  private var choice: PlainFound.Choice {
    switch meaning {
    case .next: .step(1)
    case .previous: .step(-1)
    case .number(let number): .place(number)
    case .read: .read
    case .again: .again
    default: .other
    }
  }

  /// The next or previous line of a list one chooses from; else the client, wherever the focus is: in a record the next
  /// one's record.
  private func move(by step: Int, _ state: inout ScreenState) -> [Effect] {
    let before = (state.cursor, state.choice)
    if state.choices != nil { state.move(lines: step) } else { state.moveCursor(by: step) }
    // Settles the cursor and asks for the record of whom it is on now.
    let effects = update(&state, .resize(width: state.size.width, height: state.size.height))
    if (state.cursor, state.choice) == before { state.message = Said(state.speech(PlainWords.nothingNew)) }
    return effects
  }

  /// The client at a place of the list, or a line of a menu or of another list one chooses from.
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
    if state.mode != .browse {
      state.keepAllText(of: state.mode)
      state.mode = .browse
    }
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

  /// Looked for as on the screens. Who is found is known when the store has said whose telephone number it is.
  private func find(_ text: String, _ state: inout ScreenState) -> (effects: [Effect], lines: [TerminalText])
  {
    state.openFind()
    return (update(&state, .paste(text)), [])
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    return String(scalars)
  }
}

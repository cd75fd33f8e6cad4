import CaseloadCore
import Cells

/// An action as it stands in the palette and in the list of keys.
struct ActionChoice {
  let action: Action
  /// Why it is not available where the user is; nil where it works.
  let reason: TerminalText?
  /// It was run from the palette before.
  var isRecent = false
  /// How well it matches what is typed.
  var score = 0
}

extension ScreenState {
  /// Why an action does nothing in a mode: it works elsewhere, or what it needs is not there. Nil where it works.
  func reason(against action: Action, in mode: Mode) -> TerminalText? {
    let place = place(of: mode)
    guard !action.places.isDisjoint(with: place) else {
      let places = action.places.names.map { speech($0) }.joined(separator: ", ")
      return speech(PickWords.worksElsewhere, places)
    }
    var there = self
    there.mode = mode
    return action.unavailable(there).map { speech($0) }
  }

  /// The actions that match what is typed, as the palette or the list of keys shows them.
  var actionChoices: [ActionChoice] {
    guard case .actions(let pick, let beneath) = mode else { return [] }
    let query = Fuzzy(pick.field.text)
    switch pick.style {
    case .palette: return paletteChoices(pick.field.text, query, beneath)
    case .keys: return actionSections.flatMap(\.choices)
    }
  }

  /// The best match first; of equals what works here. Without a text what was run last comes first.
  private func paletteChoices(_ text: String, _ query: Fuzzy, _ beneath: Mode) -> [ActionChoice] {
    var ranked: [(score: Int, choice: ActionChoice)] = []
    for action in ActionTable.all {
      guard var score = score(of: action, query, whole: text) else { continue }
      var choice = ActionChoice(action: action, reason: reason(against: action, in: beneath))
      if choice.reason == nil { score += 150 }
      if let age = commands.reversed().firstIndex(of: action.id) {
        choice.isRecent = true
        let index = commands.reversed().distance(from: commands.reversed().startIndex, to: age)
        score += query.isEmpty ? 10_000 - index : 20
      }
      ranked.append((score, choice))
    }
    // The order of the table stays among equals.
    return ranked.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element.choice)
  }

  /// How well an action matches: by its id and its short name, and less by its sentence.
  private func score(of action: Action, _ query: Fuzzy, whole text: String) -> Int? {
    if Folding.fold(text) == action.id { return 5_000 }
    let names = [action.id, action.short.text(in: context.language)].compactMap { query.score($0) }
    if let best = names.max() { return best }
    return query.isIn(speech(action.long).string) ? 100 : nil
  }

  /// The list of keys: what works where it was opened, then the rest by where it works; each action once.
  var actionSections: [(title: TerminalText, choices: [ActionChoice])] {
    guard case .actions(let pick, let beneath) = mode, pick.style == .keys else { return [] }
    let place = place(of: beneath)
    let query = Fuzzy(pick.field.text)
    let isHere = { (action: Action) in !action.places.isDisjoint(with: place) }
    let here = (
      title: speech(Words.keysHere, place.name.map { speech($0) } ?? ""),
      actions: ActionTable.all.filter(isHere)
    )
    let rest = KeysDocument.sections.map { section in
      (title: speech(section.title), actions: section.actions.filter { !isHere($0) })
    }
    return ([here] + rest).compactMap { title, actions in
      let choices = actions.compactMap { action in
        match(action, query, pick.field.text).map { score in
          ActionChoice(action: action, reason: reason(against: action, in: beneath), score: score)
        }
      }
      return choices.isEmpty ? nil : (title, choices)
    }
  }

  /// By id, name and sentence, and by the key itself.
  private func match(_ action: Action, _ query: Fuzzy, _ text: String) -> Int? {
    let isItsKey = keymap.keys(of: action).contains { Folding.fold($0.shown.string) == Folding.fold(text) }
    return isItsKey ? 4_000 : score(of: action, query, whole: text)
  }

  /// Puts the cursor on the best match of what is typed now.
  mutating func chooseBest() {
    guard case .actions(var pick, let beneath) = mode else { return }
    let choices = actionChoices
    let best = choices.indices.max { (choices[$0].score, $1) < (choices[$1].score, $0) }
    pick.index = pick.field.isEmpty || pick.style == .palette ? 0 : best ?? 0
    mode = .actions(pick, over: beneath)
  }

  /// Opens the palette or the list of keys over where the user is.
  mutating func pickAction(_ style: ActionPick.Style) {
    mode = .actions(ActionPick(style: style), over: mode)
  }

  /// Does the chosen action where the palette or the list was opened; where it cannot be done there, says why and
  /// stays.
  mutating func runChoice() -> [Effect] {
    guard case .actions(let pick, let beneath) = mode else { return [] }
    let choices = actionChoices
    guard choices.indices.contains(pick.index) else {
      message = Said(speech(PickWords.noAction), .attention)
      return []
    }
    let choice = choices[pick.index]
    if let reason = choice.reason {
      message = Said("\(speech(choice.action.short)): \(reason)", .attention)
      return []
    }
    if pick.style == .palette {
      commands.removeAll { $0 == choice.action.id }
      commands.append(choice.action.id)
      if commands.count > 20 { commands.removeFirst(commands.count - 20) }
    }
    mode = beneath
    return choice.action.perform(&self)
  }

  /// Moves the cursor among the actions that match.
  mutating func moveChoice(by lines: Int) {
    guard case .actions(var pick, let beneath) = mode else { return }
    pick.index = min(max(0, pick.index + lines), max(0, actionChoices.count - 1))
    mode = .actions(pick, over: beneath)
  }

  /// Puts the id of the chosen action in place of what was typed.
  mutating func completeChoice() {
    guard case .actions(var pick, let beneath) = mode else { return }
    let choices = actionChoices
    guard choices.indices.contains(pick.index) else { return }
    pick.field = TextField(choices[pick.index].action.id)
    pick.index = 0
    mode = .actions(pick, over: beneath)
  }
}

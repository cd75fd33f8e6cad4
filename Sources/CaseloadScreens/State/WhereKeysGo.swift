import CaseloadCore
import Cells

/// Where keys go, and what a letter does where it is no key.
extension ScreenState {
  /// Where keys go now.
  var place: Places { place(of: mode) }

  /// Where keys go in a mode.
  func place(of mode: Mode) -> Places {
    switch mode {
    case .filter: .filter
    case .find: .find
    case .worklists: .worklistMenu
    case .sort, .tableField: .menu
    case .table: .table
    case .columns: .columns
    case .name: .naming
    case .question: .question
    case .page, .conflict, .ahead: .page
    case .record, .visit: .record
    case .alone: .alone
    case .actions(let pick, _): pick.style == .palette ? .palette : .help
    case .form(let form, _):
      switch focused(form)?.input {
      case .long: .formText
      case .line: .formLine
      case .choice, nil: .formChoice
      }
    case .errands: .errands
    case .sweep: .sweep
    case .sweeps: .sweepMenu
    case .stops: .stops
    case .offers: .offers
    case .contacts: .contacts
    case .transfers: .transfers
    case .absences: .absences
    case .fields: .menu
    case .importing: importing.isTyping ? .importEntry : .importPreview
    case .browse:
      switch focus {
      case .list: .list
      case .characteristics: .characteristics
      case .monitoring: .monitoring
      case .legend: .legend
      }
    }
  }

  /// The letter that says yes in the reader's language.
  var yesKey: Key? { speech.text(ListWords.yesLetter).unicodeScalars.first.map { .character($0) } }

  /// Whether a letter that is no key here is typed, or jumps in a menu.
  var takesLetters: Bool { !place.isDisjoint(with: [.entries, .menus, .formChoice, .stops]) }

  /// In a menu: goes to the next line whose name begins with a letter, round and round.
  mutating func jump(to letter: Unicode.Scalar) {
    let names: [String]
    let index: Int
    switch mode {
    case .worklists(let place): (names, index) = (worklistNames, place)
    case .sort(let place): (names, index) = (labels(of: sortFields), place)
    case .tableField(let menu): (names, index) = (labels(of: fields(of: menu)), menu.index)
    case .fields(_, let place, _): (names, index) = (labels(of: editableFields), place)
    case .columns(let menu): (names, index) = (labels(of: menu.order), menu.index)
    case .stops(_, let place, _):
      (names, index) = (Stop.allCases.map { $0.words.text(in: context.language) }, place)
    default: return
    }
    let letter = Folding.fold(String(letter))
    guard !letter.isEmpty else { return }
    let places = Array(names.indices.dropFirst(index + 1)) + Array(names.indices.prefix(index + 1))
    guard let found = places.first(where: { Folding.fold(names[$0]).utf8.starts(with: letter.utf8) }) else {
      return
    }
    move(lines: found - index)
  }

  private func labels(of fields: [FieldID]) -> [String] {
    fields.map { population.catalogue[$0]?.label.text(in: context.language) ?? "" }
  }

  /// The names of the worklists as the menu shows them, without the sign before an id.
  private var worklistNames: [String] {
    links.worklists.map { speech.name(of: $0).string }.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
  }
}

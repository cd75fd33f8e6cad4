import CaseloadCore
import Cells

/// What is chosen by a number in the linear mode: the lines of menus, and of lists of what belongs to one client.
extension ScreenState {
  private var picked: (index: Int, count: Int)? {
    switch mode {
    case .worklists(let index): (index, links.worklists.count)
    case .sort(let index): (index, sortFields.count)
    case .fields(_, let index, _): (index, editableFields.count)
    case .tableField(let menu): (menu.index, fields(of: menu).count)
    case .errands(_, let index, _): (index, record?.errands.count ?? 0)
    case .contacts(_, let index, _): (index, record?.contacts.count ?? 0)
    case .offers(_, let index, _): (index, record?.offers.count ?? 0)
    case .sweeps(let index): (index, newSweeps.count + sweeps.count)
    case .stops(_, let index, _): (index, Stop.allCases.count)
    case .transfers(let index, _): (index, ownTransfers.count)
    case .absences(let index, _): (index, listedAbsences.count)
    default: nil
    }
  }

  /// How many lines there are to choose from; nil where nothing is chosen so.
  var choices: Int? { picked?.count }

  /// The place of the cursor among them.
  var choice: Int? { picked?.index }

  /// Puts the cursor of what is open on a line.
  mutating func point(at index: Int) {
    if let choice { move(lines: index - choice) }
  }

  /// Whether one goes along clients, or lines, where the user is: not in a sweep, where each outcome goes on by itself.
  var hasPlainWay: Bool { choices != nil || !place.isDisjoint(with: [.panes, .record]) }

  /// Whether a letter goes to the next one or the one before. In a list its own key comes first.
  func isPlainWay(_ letter: Unicode.Scalar) -> Bool {
    hasPlainWay && (choices == nil || keymap.action(for: .character(letter), in: place) == nil)
  }
}

extension Mode {
  /// Both are the same list to choose from, whatever the cursor is on.
  func isSameList(as other: Mode) -> Bool {
    switch (self, other) {
    case (.worklists, .worklists), (.sort, .sort), (.sweeps, .sweeps), (.transfers, .transfers),
      (.absences, .absences), (.tableField, .tableField):
      true
    case (.fields(let first, _, _), .fields(let second, _, _)),
      (.errands(let first, _, _), .errands(let second, _, _)),
      (.contacts(let first, _, _), .contacts(let second, _, _)),
      (.offers(let first, _, _), .offers(let second, _, _)),
      (.stops(let first, _, _), .stops(let second, _, _)):
      first == second
    default: false
    }
  }
}

extension Places {
  /// Where the linear mode takes every line as a text.
  static let plainText: Places = [.naming, .importEntry, .forms]
}

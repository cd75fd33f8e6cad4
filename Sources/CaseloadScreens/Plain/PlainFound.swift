import CaseloadCore
import Cells

/// Those whom a line of the linear mode found: the best is open, and the others are one number away. First only what
/// verifies a caller is said of her; the whole record is read when it is asked for.
struct PlainFound: Sendable {
  /// What a line asks for among them.
  enum Choice {
    case step(Int)
    case place(Int)
    case read, again, other
  }

  /// So many are named.
  private static let named = 5

  private let clients: [FoundClient]
  private let count: Int
  private let isRecent: Bool
  private var index = 0
  /// What is to be said of them now.
  private(set) var news = News.all

  enum News {
    case all, one, none
  }

  init(_ entry: FindEntry) {
    clients = entry.found
    count = entry.count
    isRecent = entry.field.isEmpty
  }

  /// The one who is open.
  private var client: FoundClient? { clients.indices.contains(index) ? clients[index] : nil }

  mutating func beSaid() { news = .none }

  /// Does what a line asks for among those found; nil where it asks for something else, or they were left.
  static func perform(_ choice: Choice, _ found: inout PlainFound?, _ state: inout ScreenState) -> [Effect]? {
    guard var now = found, case .visit(let number, _, let beneath) = state.mode, number == now.client?.number
    else {
      found = nil
      return nil
    }
    let place: Int
    switch choice {
    case .read, .other: return nil
    case .again: place = now.index
    case .step(let step): place = now.index + step
    case .place(let number): place = number - 1
    }
    guard now.clients.indices.contains(place) else {
      state.message = Said(
        state.speech(PlainWords.noRow, TerminalText(place + 1), TerminalText(now.clients.count)))
      return []
    }
    now.index = place
    now.news = .one
    found = now
    let chosen = now.clients[place].number
    state.mode = .visit(chosen, 0, over: beneath)
    state.noteOpened(chosen)
    // Settles, and asks for the record of whom it is on now.
    return update(&state, .resize(width: state.size.width, height: state.size.height))
  }

  /// How many fit and who, or only the one who is open now; and what is needed on the telephone with her.
  func lines(_ state: ScreenState) -> [TerminalText] {
    guard news != .none, let client, let row = state.population.row(of: client.number) else { return [] }
    let speech = state.speech
    var lines: [TerminalText] = []
    if news == .all {
      lines.append(
        isRecent
          ? "\(speech(FindWords.recent)):"
          : speech(PlainWords.found, count, TerminalText(state.population.count)))
      if clients.count > 1 {
        for (place, client) in clients.prefix(Self.named).enumerated() {
          guard let row = state.population.row(of: client.number) else { continue }
          lines.append("\(place + 1): \(Self.name(row, client.isMaybe, state))")
        }
      }
    }
    lines.append(
      speech(
        PlainWords.place, TerminalText(index + 1), TerminalText(count), Self.name(row, client.isMaybe, state))
    )
    let card = FindScreen.card(row, isMaybe: client.isMaybe, state, width: PlainPage.width)
    lines += card.map(\.plain).filter { !$0.isEmpty }
    return lines + [speech(clients.count > 1 ? PlainWords.readOrOther : PlainWords.readAll)]
  }

  /// "Bakker, Fatima, 4 Mar 1992".
  private static func name(_ row: Int, _ isMaybe: Bool, _ state: ScreenState) -> TerminalText {
    let name = state.population.name(at: row).listed
    let number = TerminalText(Int(state.population.number(at: row).number))
    let shown: TerminalText =
      name.isEmpty ? state.speech(PlainWords.noName, number) : TerminalText(data: name)
    let born = FindScreen.born(row, state)
    let parts = [shown, born.isEmpty ? nil : born, isMaybe ? state.speech(FindWords.maybe) : nil]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

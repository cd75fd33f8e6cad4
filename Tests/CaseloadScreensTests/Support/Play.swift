import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Plays key scripts against a dashboard, with a store that answers at once.
struct Player {
  var state: ScreenState
  /// Every effect in the order in which it was asked for.
  var effects: [Effect] = []
  /// Records that are other than everybody's.
  var records: [ClientNumber: ClientRecord] = [:]

  init(_ state: ScreenState = People.state(), records: [ClientRecord] = []) {
    self.state = state
    for record in records { self.records[record.number] = record }
    let first = start(&self.state)
    answer(first)
  }

  /// Presses the keys of a script such as `jj<Enter>`.
  mutating func press(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let keys = Key.script(script) else {
      Issue.record("no such key in \(script)", sourceLocation: sourceLocation)
      return
    }
    for key in keys { send(.key(key)) }
  }

  mutating func send(_ event: Event) { answer(update(&state, event)) }

  mutating func send(_ message: Message) { answer(update(&state, message)) }

  private mutating func answer(_ asked: [Effect]) {
    effects += asked
    for case .loadRecord(let number) in asked { send(.record(records[number] ?? People.record(number))) }
  }

  var frame: Frame { render(state) }
  var text: String { frame.text }
  /// The client under the cursor.
  var cursor: Int? { state.cursor.map { Int($0.number) } }
  /// The names in the list's window, from the top.
  var names: [String] {
    state.window(rows: state.layout.listRows).map { state.population.name(at: $0).family }
  }
}

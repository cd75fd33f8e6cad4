import CaseloadCore
import Cells

/// What a screen says as lines, one thing after another: no borders, no columns. Screens that have no reading of
/// their own here are read off their frame, so that every screen can be reached.
struct PlainPage {
  private let state: ScreenState
  private let speech: Speech

  init(_ state: ScreenState) {
    self.state = state
    speech = state.speech
  }

  /// The lines of where the user is, the list left out: that is read client by client.
  var lines: [TerminalText] {
    switch state.mode {
    case .browse:
      switch state.focus {
      case .list: return list
      case .monitoring: return said(MonitoringPane.lines(state, width: Self.width))
      case .legend: return LegendText(state).lines.map(\.text)
      case .characteristics: return drawn
      }
    case .worklists(let index): return worklists(index)
    case .sort(let index): return columns(index)
    case .record, .visit, .alone: return said(RecordScreen.lines(state, width: Self.width))
    default: return drawn
    }
  }

  /// Wide enough that a line is broken only where its text is.
  static let width = 400

  /// How many, and who is under the cursor.
  var list: [TerminalText] { [counts, client] }

  /// "19 yes, 4 unknown of 118."
  var counts: TerminalText {
    let counts = state.filterCounts
    if state.filterText.isEmpty { return speech(PlainWords.everybody, counts.all) }
    return speech(
      PlainWords.counts, TerminalText(counts.yes), TerminalText(counts.unknown), TerminalText(counts.all))
  }

  /// "3 of 19: Bakker, Fatima, 34, last seen 4 months ago, forgotten."
  var client: TerminalText {
    guard let row = state.cursorRow else { return speech(PlainWords.nobody) }
    let words = PlainClient(state, row).words
    guard let rank = state.rank else { return "\(words)." }
    return speech(PlainWords.place, TerminalText(rank + 1), TerminalText(state.shownCount), words)
  }

  private func worklists(_ index: Int) -> [TerminalText] {
    let items = state.links.worklists.map { worklist -> TerminalText in
      let count = state.counts[worklist.id]
      let counts = speech(
        PlainWords.counts, TerminalText(count?.yes ?? 0), TerminalText(count?.unknown ?? 0),
        TerminalText(state.population.count))
      return "\(speech.fullName(of: worklist)): \(counts) \(data: worklist.definition(state.context))"
    }
    return numbered(items, index)
  }

  private func columns(_ index: Int) -> [TerminalText] {
    numbered(
      state.sortFields.map { id in state.population.catalogue[id].map { speech($0.label) } ?? "" }, index)
  }

  private func numbered(_ items: [TerminalText], _ index: Int) -> [TerminalText] {
    let lines = items.enumerated().map { place, item -> TerminalText in
      place == index ? "\(place + 1) (\(speech(PlainWords.here))): \(item)" : "\(place + 1): \(item)"
    }
    return lines + [speech(PlainWords.choose)]
  }

  private func said(_ lines: [PaneLine]) -> [TerminalText] { lines.map(\.plain).filter { !$0.isEmpty } }

  /// The frame's own text without what is drawn around it.
  private var drawn: [TerminalText] {
    var wide = state
    wide.size = ScreenState.Size(width: 100, height: 200)
    if state.mode == .browse { wide.isZoomed = true }
    let frame = render(wide)
    let body = wide.layout.body
    return (body.row..<min(body.endRow, frame.height)).map { PlainPage.undrawn(frame.line($0)) }
      .filter { !$0.isEmpty }
  }

  /// A line without borders and bars, and without the room between columns.
  static func undrawn(_ line: String) -> TerminalText {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isDrawn = (0x2500..<0x25A0).contains(scalar.value)
      if scalar == " " || isDrawn {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return TerminalText(data: words.joined(separator: " "))
  }
}

extension PaneLine {
  /// The line to be listened to: its label, then what is said.
  var plain: TerminalText {
    let text: TerminalText = "\(sign)\(text)"
    if label.isEmpty { return text }
    return text.isEmpty ? label : "\(label): \(text)"
  }
}

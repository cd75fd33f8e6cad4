import CaseloadCore
import Cells
import Foundation
import Testing

@testable import CaseloadScreens

/// Whatever is pressed and however large the window is: no crash, and columns stay aligned.
@Suite struct StormTests {
  private static let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"

  private static let keys: [Key] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace,
      .delete, .insert, .function(5), .control("l"), .control("w"), .control("a"), .control("z"),
    ] + "hjklnwsfgzrMLFCxd<>+-.,[]1234?/ qseen>3m@:()\"x漢é".unicodeScalars.map { Key.character($0) }

  /// What is crooked: a row that does not fill the width, or a border that is not where the layout says.
  private func crooked(_ frame: Frame, _ state: ScreenState) -> String? {
    for row in 0..<frame.height {
      let width = (0..<frame.width).reduce(0) { $0 + frame[row, $1].width }
      if width != frame.width { return "row \(row) is \(width) wide" }
    }
    guard state.mode == .browse else { return nil }
    for (pane, rect) in state.layout.panes where rect.width >= 2 && rect.height >= 3 {
      for row in (rect.row + 1)..<(rect.endRow - 1) {
        if frame[row, rect.column].text != "│" || frame[row, rect.endColumn - 1].text != "│" {
          return "the border of \(pane) in row \(row)"
        }
      }
    }
    return nil
  }

  /// A dashboard over people whose names are wide, combining, right to left and longer than any column.
  private func crowd(_ language: Language) -> ScreenState {
    var context = People.context
    context.language = language
    var population = People.population
    let names = [
      "山田", "👨‍👩‍👧 Familie", "e\u{301}\u{302}\u{303}", "שרה", "नमस्ते", "ﷺ", "\u{202E}evil", "🇳🇱🇧🇪",
      String(repeating: "Wijk", count: 60), "กำ", "\u{1112}\u{1161}\u{11AB}", "",
    ]
    for (index, name) in names.enumerated() {
      var person = People.all[index % People.all.count]
      person.number = Int32(100 + index)
      person.name = PersonName(family: name, given: "漢\u{300}字")
      population.put(People.facts(person))
    }
    return ScreenState(
      population: population, context: context, scope: CaseloadOwner(coach: "漢字", team: "team \u{202E}"),
      size: .init(width: 140, height: 40))
  }

  @Test(arguments: isSoak ? [1, 2, 3, 4, 5, 6] : [1, 2] as [UInt64]) func keysAndResizes(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var player = Player(crowd(seed.isMultiple(of: 2) ? .dutch : .english))
    for step in 0..<250 {
      switch Int.random(in: 0..<20, using: &dice) {
      case 0:
        player.send(
          .resize(width: .random(in: 0...500, using: &dice), height: .random(in: 0...200, using: &dice)))
      case 1: player.send(.paste("gender:woman \u{202E}\n"))
      case 2:
        player.send(.changed([], removed: [ClientNumber(.random(in: 1...25, using: &dice))]))
      case 3:
        let person = People.all.randomElement(using: &dice) ?? People.all[0]
        player.send(.changed([People.facts(person)], removed: []))
      case 4: player.send(.midnight(People.today.adding(days: .random(in: 0...400, using: &dice))))
      default:
        if let key = Self.keys.randomElement(using: &dice) { player.send(.key(key)) }
      }
      let frame = player.frame
      #expect(frame.width == player.state.size.width && frame.height == player.state.size.height)
      if step.isMultiple(of: 3) { #expect(crooked(frame, player.state) == nil, "step \(step)") }
    }
  }

  @Test func everySizeIsDrawn() {
    var sizes: [(Int, Int)] = [
      (1, 1), (1, 200), (500, 1), (500, 200), (39, 10), (40, 9), (79, 24), (119, 40),
    ]
    for width in stride(from: 0, through: 160, by: Self.isSoak ? 13 : 37) {
      for height in stride(from: 0, through: 50, by: Self.isSoak ? 9 : 16) { sizes.append((width, height)) }
    }
    for language in Language.allCases {
      for keys in [
        "", "2", "3z", "4", "w", "s", "?", "<Enter>", "/educaton<lt>x ", "/seen>3m mis", "fbos", "M", "F",
        "Fxg<Enter>", "C",
      ] {
        var player = Player(crowd(language))
        player.press(keys)
        for (width, height) in sizes {
          player.send(.resize(width: width, height: height))
          #expect(crooked(player.frame, player.state) == nil, "\(width)x\(height) \(keys)")
        }
      }
    }
  }

  /// In ASCII each cell is one printable character, and every column stands where it stood.
  @Test(arguments: Language.allCases) func theTwinsKeepEveryColumn(_ language: Language) {
    for keys in ["", "2", "3", "w", "s", "?", "<Enter>", "/seen>3m mis", "M", "4z"] {
      var player = Player(crowd(language))
      player.press(keys)
      for (width, height) in [(140, 40), (80, 24), (43, 12)] {
        player.send(.resize(width: width, height: height))
        let frame = player.frame
        for row in 0..<frame.height {
          let ascii = TerminalText(data: frame.line(row)).ascii
          #expect(ascii.string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(ascii.string)")
          #expect(ascii.width == TerminalText(data: frame.line(row)).width, "\(frame.line(row))")
        }
      }
    }
  }

  @Test func nothingHostileReachesTheFrame() {
    var player = Player()
    for keys in ["", "<Enter>", "<Esc>fevil", "<Esc>z"] {
      player.press(keys)
      for scalar in player.text.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }
}

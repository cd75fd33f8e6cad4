import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Texts of the program fit where they stand, in both languages, in the narrowest window that has two panes. Data
/// may be cut there; a label that is cut is a label that nobody can read.
@Suite struct FitTests {
  private func state(
    _ language: Language, width: Int = 80, height: Int = 24, session: Session = Session()
  ) -> ScreenState {
    var context = People.context
    context.language = language
    return ScreenState(
      population: People.population, context: context,
      scope: CaseloadOwner(coach: "J. de Vries", team: "team Noord 2"),
      size: .init(width: width, height: height), session: session)
  }

  @Test(arguments: Language.allCases, [80, 100, 120, 140])
  func labelsOfTheMonitoringPane(_ language: Language, _ width: Int) throws {
    let state = state(language, width: width)
    let inner = try #require(state.layout.rect(of: .monitoring)).width - 2
    let room = MonitoringPane.labelWidth(inner) - 1
    for row in 0..<state.population.rows {
      for (field, label, _) in MonitoringFacts(state, row).all {
        #expect(label.width <= room, "\(field.text): \(label.string)")
      }
    }
  }

  @Test(arguments: Language.allCases, [80, 100, 120, 140])
  func namesOfTheCharacteristics(_ language: Language, _ width: Int) throws {
    var player = Player(state(language, width: width))
    player.press("2")
    let inner = try #require(player.state.layout.rect(of: .characteristics)).width - 2
    let room = CharacteristicsPane.labelWidth(inner) - 1
    for field in Catalogue.standard.fields where field.uses.contains(.facet) {
      #expect(player.state.speech(field.short).width <= room, "\(field.id.text)")
    }
  }

  /// What nobody asked is what a count leaves out, so it is never cut.
  @Test(arguments: Language.allCases, [80, 100, 140])
  func namesOfWhatIsNotKnownBesideTheBars(_ language: Language, _ width: Int) {
    var player = Player(state(language, width: width, height: 40))
    player.press("2gg")
    for field in ["age", "gender", "education"] as [FieldID] {
      for bar in player.state.facet(field).bars where bar.isState && bar.inAll > 0 {
        let name = bar.label.text(in: language)
        #expect(player.text.contains(" \(name) "), "\(name)")
      }
    }
  }

  /// Nobody is told from another by half a name: here one looks for one person.
  @Test func namesOfThoseWhoAreFound() {
    var player = Player(state(.english))
    player.press("fbakker")
    #expect(player.text.contains("│  Bakker, Fatima "))
  }

  @Test(arguments: Language.allCases)
  func headsOfTheList(_ language: Language) {
    for field in state(language).sortFields {
      var state = state(language)
      state.sorts = [SortKey(field)]
      for column in ListColumns(state: state, width: 42).fitting where column.content != .name {
        let sign = column.field.map { state.sortSign($0).width } ?? 0
        let head = column.head(state.speech, .standard)
        #expect(head.width + sign <= column.width, "\(head.string) in \(column.width)")
      }
    }
  }

  @Test(arguments: Language.allCases, ["", "/", "f", "w", "s", "<Enter>", "2", "3", "?"])
  func theFooterKeepsTheWaysOut(_ language: Language, _ keys: String) {
    for width in [80, 120] {
      var player = Player(state(language, width: width))
      player.press(keys)
      let footer = player.frame.line(23)
      let back = ActionTable.all.first { $0.id == "back" }
      let word = back.map { player.state.speech($0.short).string } ?? ""
      if !keys.isEmpty { #expect(footer.contains("Esc \(word)"), "\(footer)") }
      if player.state.keymap.action(for: "q", in: player.state.place) != nil {
        #expect(footer.hasSuffix(language == .dutch ? "q stop" : "q quit"), "\(footer)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func footerLabelsAreShort(_ language: Language) {
    for action in ActionTable.all {
      #expect(Speech(state(language).context)(action.short).width <= 18, "\(action.id)")
    }
  }

  /// Why an action does nothing is said in the footer, beside the ways out.
  @Test(arguments: Language.allCases)
  func reasonsFitTheFooter(_ language: Language) {
    let reasons = Translations.dutch.keys.filter { $0.hasPrefix("action.reason.") }
    #expect(reasons.count > 5)
    for key in reasons {
      #expect(TerminalText(data: Translations.dutch[key] ?? "").width <= 78, "\(key)")
    }
    for action in ActionTable.all {
      guard let reason = action.unavailable(state(language)) else { continue }
      #expect(Speech(state(language).context)(reason).width <= 78, "\(action.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func topLinesAndTitles(_ language: Language) {
    let dutch = language == .dutch
    for width in [80, 120, 140] {
      var player = Player(state(language, width: width))
      player.press("/@forgotten<Enter>")
      let text = player.text
      for part in dutch
        ? ["21 klanten", "21 nov", "opgeslagen", "8 ja · 2 onbekend", "van 21", "1 Caseload", "8 van 21"]
        : ["21 clients", "21 Nov", "saved", "8 yes · 2 unknown", "of 21", "1 Caseload", "8 of 21"]
      {
        #expect(text.contains(part), "\(part) at \(width)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func menusShowWholeNames(_ language: Language) {
    for (keys, names) in [
      ("w", Worklist.builtIn.map { state(language).speech.name(of: $0) }),
      (
        "s",
        state(language).sortFields.compactMap { Catalogue.standard[$0] }.map {
          state(language).speech($0.label)
        }
      ),
    ] {
      var player = Player(state(language))
      player.press(keys)
      var seen = ""
      for _ in 0..<names.count {
        seen += player.text
        player.press("j")
      }
      for name in names { #expect(seen.contains(name.string), "\(name.string)") }
    }
  }

  @Test(arguments: Language.allCases)
  func everyWindowFrom40To200KeepsItsTitles(_ language: Language) {
    for width in stride(from: 40, through: 200, by: 7) {
      let frame = render(state(language, width: width, height: 30))
      #expect(frame.text.contains("1 Caseload"), "\(width)")
      #expect(frame.line(0).contains(language == .dutch ? "21 klanten" : "21 clients"), "\(width)")
    }
  }
}

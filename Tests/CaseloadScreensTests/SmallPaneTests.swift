import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// What a small window still says.
@Suite struct SmallPaneTests {
  @Test func theLegendLineHoldsWholeSentences() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("2")
    for _ in 0..<150 {
      let line = player.frame.line(22).trimmingSpaces
      #expect(line.hasSuffix(".") || line.hasSuffix("…"), "\(line)")
      if line.hasSuffix("…") { #expect(line.hasSuffix(" …") || line.count > 60, "\(line)") }
      player.press("j")
    }
  }

  @Test func sentencesEndAtFullStopsBeforeCapitals() {
    let text: TerminalText = "Kept by J. Smit, e.g. in 2. Then more. And"
    #expect(Sentences.split(text).map(\.string) == ["Kept by J. Smit, e.g. in 2. Then more.", "And"])
    #expect(Sentences.fitting(["One two. Three four."], width: 10).string == "One two.")
    #expect(Sentences.fitting(["One two.", "Three."], width: 40).string == "One two. Three.")
    #expect(
      Sentences.fitting(["First part of it, and the other part."], width: 22).string == "First part of it …")
    #expect(Sentences.fitting([], width: 5).string.isEmpty)
  }

  @Test func inASmallWindowTheBarsOfAllFieldsAreThereToo() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("j2")
    #expect(player.text.contains("< 27") && player.text.contains("woman"))
    var seen: Set<FieldID> = []
    for _ in 0..<400 {
      player.press("j")
      if let place = player.state.barPlace, place.code != nil { seen.insert(place.field) }
      let frame = player.frame
      #expect(frame.lines.indices.contains { frame[$0, 50].role == .selected }, "the cursor is out of sight")
    }
    #expect(seen.isSuperset(of: ["age", "gender", "education", "licence", "ladder"]))
  }

  @Test func aLongValueGoesOnOnASecondLine() {
    var person = People.all[0]
    person.more["transport"] = People.choice("transport", "moped", "public", "bicycle")
    var player = Player()
    player.press("/bakker<Enter>")
    player.send(.changed([People.facts(person)], removed: []))
    let rows = player.frame.lines.map { String($0.dropFirst(46).prefix(34)) }
    let first = rows.firstIndex { $0.contains("Transport") } ?? 0
    #expect(rows[first].contains("moped") && !rows[first].contains("…"))
    #expect(rows[first + 1].contains("public transport"))
  }

  @Test func theStoresOwnerIsYouWhateverHerLogin() {
    var context = People.context
    context.actor = Actor(name: "jdv")
    context.settings.owner = Setting("J. de Vries")
    var player = Player(
      ScreenState(
        population: People.population, context: context, scope: CaseloadOwner(),
        size: .init(width: 140, height: 40)))
    player.press("/bakker<Enter>")
    #expect(player.text.contains("phone (you)"))
    player.press("/<C-w>dijk<Enter>")
    #expect(player.text.contains("in person (A. Bos)") && !player.text.contains("in person (you)"))
  }

  @Test func daysHaveBarsInTheListMode() {
    var player = Player(People.state(width: 140, height: 40))
    player.press("gg2<End>")
    player.press("kkkkkkkkkkkk")
    #expect(player.state.barFields.map(\.id).suffix(4) == ["seen", "next", "cv", "plan"])
    let facet = player.state.facet("seen")
    #expect(
      facet.bars.contains { $0.label.text(in: .english) == "Nov 2026" && $0.inList == 6 },
      "\(facet.bars.map(\.inList))")
  }

  @Test func sharesAreWholePercentsThatNeverLie() {
    let speech = Speech(People.context)
    #expect(speech.share(1, of: 3).string == "33%" && speech.share(2, of: 3).string == "67%")
    #expect(speech.share(0, of: 3).string == "0%" && speech.share(1, of: 1_000).string == "<1%")
    #expect(speech.share(999, of: 1_000).string == ">99%" && speech.share(3, of: 3).string == "100%")
    #expect(speech.share(0, of: 0).string == "—")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  @Test("A value is cut for the sake of bars only where its second line has no room", arguments: 18...40)
  func valuesKeepTheirLines(_ height: Int) throws {
    var player = Player(People.state(width: 140, height: height))
    for _ in 0..<12 {
      let state = player.state
      var sheet = BarSheet(state)
      let open = sheet.openFields(state)
      let layout = try #require(sheet.layout)
      let counts = state.barFields.map { sheet.lineCount(of: $0, open: open, state) }
      var whole = BarSheet(state)
      for (index, field) in state.barFields.enumerated() where sheet.tight.contains(field.id) {
        var more = counts
        more[index] += whole.valueLines(of: field, state).count - sheet.valueLines(of: field, state).count
        #expect(!layout.places(more).isWhole, "\(field.id.text)")
      }
      player.press("j")
    }
  }
}

import CaseloadCore
import Testing

@Suite struct PrivateNoteTests {
  private let day = Day(iso: "2027-02-21") ?? .latest

  @Test func tagsAreWordsEachOnce() {
    #expect(
      PrivateNote.tags(in: "#Zorg, zorg; forklift\n ZORG érkent # ,") == ["érkent", "forklift", "Zorg"])
    #expect(PrivateNote.tags(in: " , ; ") == [])
    let long = String(repeating: "a", count: 300)
    #expect(PrivateNote.tags(in: long).first?.unicodeScalars.count == PrivateNote.longestTag)
  }

  @Test func taggingAddsAndTakesAwayWhateverTheCase() {
    let note = PrivateNote(tags: ["Zorg", "heftruck"], until: day)
    #expect(
      note.tagged(adding: ["zorg", "auto"], removing: []).tags
        == ["auto", "heftruck", "zorg"].map { $0 == "zorg" ? "Zorg" : $0 })
    #expect(note.tagged(adding: [], removing: ["ZORG"]).tags == ["heftruck"])
  }

  @Test func anEmptyNoteIsNone() {
    #expect(NoteChange(ClientNumber(1), old: nil, new: PrivateNote(until: day)).new == nil)
    #expect(NoteChange(ClientNumber(1), old: nil, new: PrivateNote(colour: .red, until: day)).new != nil)
  }

  @Test func aDayThatOneWindowSetStandsWhereTheOtherSetNone() {
    let (later, sooner) = (
      PrivateNote(text: "a", until: day), PrivateNote(text: "a", until: day.adding(days: -9))
    )
    var tagged = later
    tagged.tags = ["b"]
    func until(old: PrivateNote?, mine: PrivateNote, theirs: PrivateNote) -> Day? {
      NoteChange(ClientNumber(1), old: old, new: mine).over(theirs)?.until
    }
    #expect(until(old: later, mine: sooner, theirs: tagged) == sooner.until)
    #expect(until(old: later, mine: tagged, theirs: sooner) == sooner.until)
    #expect(until(old: nil, mine: sooner, theirs: later) == later.until)
  }

  /// Two windows of one person: whatever both did, no text and no tag that either wrote is lost.
  @Test func twoWindowsLoseNothing() {
    let texts = ["", "calls late", "has a van"]
    let sets: [[String]] = [[], ["a"], ["b"], ["a", "b"]]
    var notes: [PrivateNote?] = [nil]
    for text in texts {
      for tags in sets { notes.append(PrivateNote(text: text, tags: tags, until: day)) }
    }
    for base in notes {
      for theirs in notes {
        for mine in notes {
          let change = NoteChange(ClientNumber(1), old: base, new: mine)
          let kept = change.over(theirs)
          let (old, new) = (base ?? PrivateNote(until: day), change.new ?? PrivateNote(until: day))
          for side in [theirs, change.new].compactMap({ $0 }) {
            // What a side wrote or added itself.
            if side.text != old.text, !side.text.isEmpty, theirs != base || side == new {
              #expect(
                kept?.text.contains(side.text) == true, "\(base as Any) \(theirs as Any) \(mine as Any)")
            }
            for tag in side.tags where !old.tags.contains(tag) {
              #expect(kept?.tags.contains(tag) == true, "\(base as Any) \(theirs as Any) \(mine as Any)")
            }
          }
          if theirs == base { #expect(kept == change.new) }
        }
      }
    }
  }
}

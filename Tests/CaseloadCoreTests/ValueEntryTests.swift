import Testing

@testable import CaseloadCore

/// Values as people type them, and back.
struct ValueEntryTests {
  private func read(_ text: String, _ id: FieldID) throws -> Content {
    let field = try #require(Catalogue.standard[id])
    return try ValueEntry.content(text, of: field, context()).get()
  }

  private func refusal(_ text: String, _ id: FieldID) throws -> String? {
    let field = try #require(Catalogue.standard[id])
    if case .failure(let refusal) = ValueEntry.content(text, of: field, context()) {
      return refusal.text(in: .english)
    }
    return nil
  }

  @Test("What an entry opens with is read as the same value, whatever that is")
  func roundTrip() throws {
    var maker = ContentMaker(state: 20_261_122)
    var tried = 0
    for field in Catalogue.standard.fields where field.uses.contains(.form) {
      for _ in 0..<200 {
        let content = maker.content(field.kind)
        guard Self.canBeTyped(content, field) else { continue }
        tried += 1
        let whole = Self.isWhole(content)
        let text = ValueEntry.text(content, of: field)
        let back = try? ValueEntry.content(text, of: field, isWhole: whole, context()).get()
        #expect(back == content, "\(field.id): «\(text)»")
      }
    }
    #expect(tried > 2_000)
  }

  private static func isWhole(_ content: Content) -> Bool {
    switch content {
    case .several(_, let whole), .words(_, let whole), .experience(_, let whole): whole
    default: true
    }
  }

  /// Blanks around a text, empty items, numbers out of bounds and days to come are what a form refuses or trims.
  private static func canBeTyped(_ content: Content, _ field: Field) -> Bool {
    func isPlain(_ text: String) -> Bool {
      !text.isEmpty && EntryParts.trimmed(text) == text && !text.unicodeScalars.contains("\n")
        && !text.unicodeScalars.contains("\r")
    }
    switch content {
    case .text(let text): return isPlain(text)
    case .name(let name):
      return [name.family, name.given, name.prefix].allSatisfy(isPlain)
        && name.family.unicodeScalars.contains(where: \.properties.isAlphabetic)
    case .oneOf(let set): return !set.isEmpty
    case .several(let set, let whole): return !set.isEmpty || whole
    case .days(let days):
      return days.lowerBound >= day("1900-01-01") && days.upperBound <= day("2026-11-21")
    case .number(let range), .span(let range):
      guard case .number(let unit) = field.kind else {
        if case .span(let unit) = field.kind {
          return unit.plausible.contains(range.lowerBound) && unit.plausible.contains(range.upperBound)
        }
        return false
      }
      return unit.plausible.contains(range.lowerBound) && unit.plausible.contains(range.upperBound)
    case .words(let words, let whole):
      return words.allSatisfy { isPlain($0) && $0 != "-" } && (whole || !words.isEmpty)
    case .experience(let items, let whole):
      return (whole || !items.isEmpty)
        && items.allSatisfy { item in
          isPlain(item.occupation) && item.sector == nil && item.months != 0
            && (item.from == nil || item.from ?? .latest >= day("1900-01-01")) && item.to == nil
            && (item.from ?? .earliest) <= day("2026-11-21")
        }
    }
  }

  @Test(
    arguments: [
      ("education", "mbo 2", Content.oneOf(ChoiceSet(place: 4))),
      ("education", "havo|vwo", .oneOf([ChoiceSet(place: 7), ChoiceSet(place: 8)])),
      ("heavy", "ja", .oneOf(ChoiceSet(place: 0))),
      ("licence", "b, ce", .several([ChoiceSet(place: 5), ChoiceSet(place: 11)], complete: true)),
      ("licence", "", .several([], complete: true)), ("hours", "16-24", .span(16...24)),
      ("hours", "0..24", .span(0...24)), ("travel", "30", .span(30...30)), ("children", "2", .number(2...2)),
      ("birth", "1990", .days(day("1990-01-01")...day("1990-12-31"))),
      ("birth", "3-1990", .days(day("1990-03-01")...day("1990-03-31"))),
      ("birth", "12-3-1990", .day(day("1990-03-12"))), ("cv", "today", .day(day("2026-11-21"))),
      ("cv", "9 jul", .day(day("2026-07-09"))), ("plan-review", "+3m", .day(day("2027-02-21"))),
      ("skills", "forklift, sales, ", .words(["forklift", "sales"], complete: true)),
      ("skills", "sales, retail; forklift", .words(["sales, retail", "forklift"], complete: true)),
      (
        "experience", "driver, logistics, 3-2015..6-2018\ncleaning, 6y",
        .experience(
          [
            Experience(
              occupation: "driver", sector: "logistics", from: day("2015-03-01"), to: day("2018-06-30")),
            Experience(occupation: "cleaning", months: 72),
          ], complete: true)
      ),
      (
        "experience", "baker, 5-2020..nu",
        .experience([Experience(occupation: "baker", from: day("2020-05-01"), ongoing: true)], complete: true)
      ),
    ] as [(FieldID, String, Content)])
  func examples(field: FieldID, text: String, content: Content) throws {
    #expect(try read(text, field) == content)
  }

  @Test(
    arguments: [
      ("education", "mbo", "may be"), ("education", "doctor", "none of the choices"),
      ("education", "", "Nothing"),
      ("hours", "many", "whole number"), ("hours", "240", "from 0 to 80"), ("ladder", "", "Nothing"),
      ("birth", "tomorrow", "still to come"), ("birth", "31-2-1990", "no day"),
      ("licence", "B, X", "“X” is none"),
      ("experience", "driver, 2015..2018", "2015..2018"), ("experience", "driver, soonish", "soonish"),
      ("name", ", Jan", "family name"), ("phone", "  ", "Nothing"),
    ] as [(FieldID, String, String)])
  func refusals(field: FieldID, text: String, why: String) throws {
    let said = try refusal(text, field)
    #expect(said?.contains(why) == true, "\(said ?? "read")")
  }
}

/// The status and what belongs to it.
struct StatusChangeTests {
  private func edits(_ change: StatusChange, _ values: [FieldID: Value] = [:]) -> [Edit] {
    change.edits(ClientRecord(number: ClientNumber(1), values: values), context())
  }

  @Test("A pause has a reason, and a return day no further than the longest pause")
  func pause() {
    let today = day("2026-11-21")
    func refusal(_ reason: String, _ returns: String?) -> StatusChange.Refusal? {
      StatusChange(.paused, since: today, reason: reason, returns: returns.map { day($0) })
        .refusal(context())
    }
    #expect(refusal(" ", "2026-12-01") == .noReason)
    #expect(refusal("operation", nil) == .noReturn)
    #expect(refusal("operation", "2026-11-21") == .returnIsPast)
    #expect(refusal("operation", "2027-02-22") == .tooLong)
    #expect(refusal("operation", "2027-02-21") == nil)
    #expect(StatusChange(.active, since: today.adding(days: 1)).refusal(context()) == .notYet)
  }

  @Test("Who comes back from a pause has neither its reason nor its return day any more")
  func back() {
    let paused = edits(
      StatusChange(.paused, since: day("2026-11-01"), reason: "operation", returns: day("2026-12-01")))
    var values: [FieldID: Value] = [:]
    for edit in paused { values[edit.field] = edit.new }
    #expect(Set(values.keys) == ["status", "since", "reason", "return"])
    let active = edits(StatusChange(.active, since: day("2026-11-21")), values)
    #expect(active.first { $0.field == "return" }?.new == nil)
    #expect(
      active.contains { $0.field == "return" } && active.contains { $0.field == "reason" && $0.new == nil })
    #expect(active.allSatisfy { $0.old == values[$0.field] }, "each replaces what stands")
  }

  @Test("How a spell ended is kept with what was added in words")
  func closed() {
    let closed = edits(
      StatusChange(.closed, since: day("2026-11-20"), reason: "bakery, 24 hours", ending: .placed))
    #expect(closed.first { $0.field == "reason" }?.new?.content == .text("placed in work: bakery, 24 hours"))
  }
}

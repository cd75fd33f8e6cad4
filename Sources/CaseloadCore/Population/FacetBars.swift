extension Field {
  /// Whether its values can be counted. Not those that are different for everybody (names, numbers, addresses),
  /// and never the coach, for that would compare colleagues.
  public var isCounted: Bool {
    if uses.contains(.facet) { return true }
    guard uses.contains(.filter), id != "coach", id != "number" else { return false }
    switch kind {
    case .name, .text(repeated: false): return false
    case .text, .choice, .choices, .day, .number, .span, .words, .experience: return true
    }
  }

  /// Whether one client can have several of its values, or a value that several bars count.
  public var isMultiple: Bool {
    switch kind {
    case .choices, .words, .span, .experience: true
    case .text, .name, .choice, .day, .number: false
    }
  }
}

extension Facet {
  /// Ages as the bars show them.
  static let ageBands: [ClosedRange<Int>] = [Int.min...26, 27...34, 35...49, 50...Int.max]

  private static func bands(_ unit: Unit) -> [ClosedRange<Int>]? {
    switch unit {
    case .years: ageBands
    case .hoursPerWeek: [Int.min...11, 12...19, 20...27, 28...35, 36...Int.max]
    case .kilometres: [Int.min...5, 6...10, 11...20, 21...40, 41...Int.max]
    case .minutes: [Int.min...15, 16...30, 31...60, 61...Int.max]
    case .weeks, .count, .step: nil
    }
  }

  /// The bars of a field's values, without their rows. `texts` are the texts or numbers of the data, `sectors` those
  /// by which experience is counted. Days have `DayBands`.
  static func bars(of field: Field, texts: [String], sectors: [Choice]) -> [FacetBits] {
    func bar(_ code: String, _ label: Label, _ test: FieldTest) -> FacetBits {
      FacetBits(
        code: code, label: label, filter: .test(field.id, test), isState: false, rows: Selection(rows: 0))
    }
    switch field.kind {
    case .choice(let choices, _), .choices(let choices, _):
      return choices.map { bar($0.code, .phrase($0.label), .choices([.one($0.code)])) }
    case .number(let unit), .span(let unit):
      if let bands = bands(unit) { return bands.map { bar(code($0), label($0), .numbers([$0])) } }
      return texts.compactMap { Int($0) }.sorted().map {
        bar(String($0), .text(String($0)), .numbers([$0...$0]))
      }
    case .text where field.id == "seen-channel":
      return Channel.allCases.filter { $0 != .unknown }.map {
        bar($0.rawValue, .phrase($0.label), .exactly([$0.rawValue]))
      }
    case .text, .words: return texts.map { bar($0, .text($0), .exactly([$0])) }
    case .experience:
      return sectors.map { bar($0.code, .phrase($0.label), .experience(ExperienceTest(sectors: [$0.code]))) }
    case .day, .name: return []
    }
  }

  /// The bars of what is not recorded, or not wholly.
  static func stateBars(of field: Field) -> [FacetBits] {
    func bar(_ code: String, _ label: Phrase, _ filter: Filter) -> FacetBits {
      FacetBits(
        code: code, label: .phrase(label), filter: filter, isState: true, rows: Selection(rows: 0))
    }
    if field.id == "seen" {
      // Never is certain; a contact that may have been a conversation is neither a day nor never.
      let unconfirmed = Filter.worklist("unconfirmed")
      return [
        bar("never", Phrase("facet.never", "never"), .test("seen", .never)),
        bar(
          "unconfirmed", Phrase("facet.unconfirmed", "unconfirmed"),
          .and([unconfirmed, .not(.state(.empty, "seen"))])),
        bar("partial", StateTest.partial.label, .and([.state(.partial, "seen"), .not(unconfirmed)])),
        bar("unknown", StateTest.unknown.label, .and([.state(.unknown, "seen"), .not(unconfirmed)])),
      ]
    }
    return [StateTest.partial, .empty, .unknown, .declined, .waived].map { state in
      bar(state.rawValue, state == .empty ? emptyLabel(field) : state.label, .state(state, field.id))
    }
  }

  /// A day that nobody recorded was not asked for; it is not there.
  private static func emptyLabel(_ field: Field) -> Phrase {
    if field.id == "next" { return Phrase("facet.no-appointment", "no appointment") }
    if field.kind == .day || field.id == "seen-channel" { return Phrase("facet.none-known", "none recorded") }
    return StateTest.empty.label
  }

  private static func code(_ band: ClosedRange<Int>) -> String {
    (band.lowerBound == .min ? "" : String(band.lowerBound)) + ".."
      + (band.upperBound == .max ? "" : String(band.upperBound))
  }

  private static func label(_ band: ClosedRange<Int>) -> Label {
    if band.lowerBound == .min, band.upperBound < .max { return .text("< \(band.upperBound + 1)") }
    if band.upperBound == .max { return .text("\(band.lowerBound)+") }
    return .text("\(band.lowerBound)–\(band.upperBound)")
  }
}

extension StateTest {
  /// Its name on a bar.
  public var label: Phrase {
    switch self {
    case .missing: Phrase("state.missing", "missing")
    case .empty: Phrase("state.empty", "not asked")
    case .unknown: Phrase("state.unknown", "not known")
    case .declined: Phrase("state.declined", "declined")
    case .waived: Phrase("state.waived", "waived")
    case .has: Phrase("state.has", "there")
    case .partial: Phrase("state.partial", "partly known")
    }
  }
}

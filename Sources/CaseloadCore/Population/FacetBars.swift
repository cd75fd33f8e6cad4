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

  /// Days whose age is worth bars.
  private static let agedDays: Set<FieldID> = ["seen", "cv", "plan"]

  /// The bars of a field, without their rows. `texts` are the texts or numbers of the data.
  static func bars(of field: Field, texts: [String]) -> [FacetBits] {
    guard field.uses.contains(.facet) || agedDays.contains(field.id) else { return [] }
    var bars: [FacetBits] = []
    func add(_ code: String, _ label: Label, _ test: FieldTest) {
      bars.append(
        FacetBits(
          code: code, label: label, filter: .test(field.id, test), isState: false, rows: Selection(rows: 0)))
    }
    switch field.kind {
    case .choice(let choices, _), .choices(let choices, _):
      for choice in choices { add(choice.code, .phrase(choice.label), .choices([.one(choice.code)])) }
    case .number(let unit), .span(let unit):
      if let bands = bands(unit) {
        for band in bands { add(code(band), label(band), .numbers([band])) }
      } else {
        for number in texts.compactMap({ Int($0) }).sorted() {
          add(String(number), .text(String(number)), .numbers([number...number]))
        }
      }
    case .text, .words: for text in texts { add(text, .text(text), .exactly([text])) }
    case .day: bars = dayBars(field)
    case .name, .experience: break
    }
    for state in [StateTest.partial, .empty, .unknown, .declined, .waived] {
      bars.append(
        FacetBits(
          code: state.rawValue, label: .phrase(state.label), filter: .state(state, field.id), isState: true,
          rows: Selection(rows: 0)))
    }
    return bars
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

  /// How long ago, in bands that do not overlap.
  private static func dayBars(_ field: Field) -> [FacetBits] {
    let edges = [1, 3, 6, 12]
    var bars: [FacetBits] = []
    func add(_ code: String, _ label: Label, _ filter: Filter) {
      bars.append(
        FacetBits(code: code, label: label, filter: filter, isState: false, rows: Selection(rows: 0)))
    }
    func test(_ comparison: Comparison, _ months: Int) -> Filter {
      .test(field.id, .days([.period(comparison, Period(months: months))]))
    }
    for (index, edge) in edges.enumerated() {
      if index == 0 {
        add("..\(edge)m", .text("≤ \(edge) m"), test(.lessOrEqual, edge))
      } else {
        let from = edges[index - 1]
        add(
          "\(from)m..\(edge)m", .text("\(from)–\(edge) m"),
          .and([test(.greater, from), test(.lessOrEqual, edge)]))
      }
    }
    if let last = edges.last { add("\(last)m..", .text("> \(last) m"), test(.greater, last)) }
    return bars
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

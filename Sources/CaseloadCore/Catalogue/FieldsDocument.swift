/// The catalogue as a document for people: `docs/fields.md` is made from it, and a test fails when the two differ.
public enum FieldsDocument {
  /// The whole document as Markdown, a table for each group of fields, ending in a line break.
  public static func markdown(catalogue: Catalogue) -> String {
    var lines = [
      "# Fields",
      "",
      "Made from the catalogue in `Sources/CaseloadCore/Catalogue`; do not edit it by hand. A test compares the two;",
      "`RECORD_SNAPSHOTS=1 swift test --filter FieldsDocument` writes this file anew.",
      "",
      "*Protected* fields may be used to help a client and to sweep a caseload, and are refused as a criterion for a",
      "vacancy. *Due* says when an empty field counts as missing: at intake, or by the end of the first phase; where",
      "tracks are named, for those only. *Owner* says who keeps the field; what is derived is never entered.",
    ]
    for group in FieldGroup.allCases {
      let fields = catalogue.fields.filter { $0.group == group }
      guard !fields.isEmpty else { continue }
      lines += [
        "", "## \(both(group.label))", "",
        "| id | name | kind and choices | protected | due | owner | uses | meaning |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
      ]
      lines += fields.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ field: Field) -> String {
    var meaning = both(field.definition, joined: "<br>")
    if let ground = field.legalGround { meaning += "<br>" + both(ground) }
    let cells = [
      "`\(field.id.text)`", both(field.label), kind(field), field.isProtected ? "protected" : "",
      due(field), field.owner.rawValue, uses(field.uses), meaning,
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// English, then Dutch where it differs.
  private static func both(_ phrase: Phrase, joined: String = " / ") -> String {
    let dutch = phrase.text(in: .dutch)
    return dutch == phrase.english ? dutch : phrase.english + joined + dutch
  }

  private static func kind(_ field: Field) -> String {
    switch field.kind {
    case .text(let repeated): repeated ? "text, shared by many" : "text"
    case .name: "name"
    case .choice(let choices, let order): "one of\(words(for: order)): " + list(choices)
    case .choices(let choices, _): "several of: " + list(choices)
    case .day: "day"
    case .number(let unit): "number, \(words(for: unit))"
    case .span(let unit): "from..to, \(words(for: unit))"
    case .words: "words, several"
    case .experience: "occupation, sector, from, to; several"
    }
  }

  private static func list(_ choices: [Choice]) -> String {
    choices.map { choice in
      let name = both(choice.label)
      return name == choice.code ? "`\(choice.code)`" : "`\(choice.code)` \(name)"
    }.joined(separator: ", ")
  }

  private static func words(for order: Order) -> String {
    switch order {
    case .none: ""
    case .listed: ", in order"
    case .partial: ", partly in order"
    }
  }

  private static func words(for unit: Unit) -> String {
    switch unit {
    case .years: "years"
    case .weeks: "weeks"
    case .hoursPerWeek: "hours a week"
    case .kilometres: "kilometres"
    case .minutes: "minutes"
    case .count: "count"
    case .step: "step"
    }
  }

  private static func due(_ field: Field) -> String {
    let when =
      switch field.due {
      case .intake: "intake"
      case .phase: "phase"
      case .never: ""
      }
    guard !when.isEmpty, let tracks = field.tracks else { return when }
    return when + ": " + Track.allCases.filter(tracks.contains).map(\.rawValue).joined(separator: ", ")
  }

  private static func uses(_ uses: Uses) -> String {
    let names: [(Uses, String)] = [
      (.list, "list"), (.filter, "filter"), (.facet, "facet"), (.form, "form"), (.matching, "matching"),
      (.export, "export"),
    ]
    return names.filter { uses.contains($0.0) }.map(\.1).joined(separator: ", ")
  }

  /// A cell may hold neither the column sign nor a line break.
  private static func escaped(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "|": text += "\\|"
      case "\n", "\r": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

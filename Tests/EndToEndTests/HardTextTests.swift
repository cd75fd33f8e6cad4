import Foundation
import Testing

/// A register whose clients' family names are the naughty strings, read where they lie.
struct HardNames {
  let room: Room
  let strings: [String]

  /// What a mapping reads as empty, besides white space and a byte order mark alone.
  static let readAsEmpty: Set<String> = ["", "-", "--", "null", "NULL", "\u{FEFF}"]

  init() throws {
    room = try Room()
    strings = try Self.read()
    var csv = "Klantnummer;Achternaam\n"
    for (place, string) in strings.enumerated() {
      csv += "K-\(100_000 + place);\"" + string.replacingOccurrences(of: "\"", with: "\"\"") + "\"\n"
    }
    // A name that holds a NUL stands last: it cannot be kept, and says so.
    csv += "K-999999;\"nul \0 nul\"\n"
    let file = try room.write("names.csv", csv)
    let mapping = try room.write(
      "names.toml",
      "mapping = 1\nname = \"names\"\nversion = 1\nkey = \"Klantnummer\"\n[columns.\"Achternaam\"]\nfield = \"name.family\"\n"
    )
    let done = try room.onStore(
      "import", file, "--drawn", "2026-11-20", "--today", "2026-11-21", "--mapping", mapping)
    #expect(done.status == 3)
    #expect(
      done.text.contains(
        "read \(strings.count + 1) clients = \(strings.count) new + 0 changed + 0 unchanged + 1 refused"))
    #expect(done.errors.contains("column 2: a NUL character"))
  }

  private static func read() throws -> [String] {
    let path = try #require(Caseload.sharedData) + "/hard-text/blns.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String])
  }

  func list(_ format: String) throws -> String {
    try room.onStore("list", "--format", format, "--columns", "number,name", "--sort", "number").text
  }

  /// Whether a scalar may act on a terminal or turn text round.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: true
    // The joiners are letters' own; everything else that has no form could hide or turn text.
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }
}

@Suite("Naughty strings as names", .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
struct HardTextTests {
  @Test("every one goes in and comes out, harmless in each format")
  func formats() throws {
    let names = try HardNames()
    let answers = try Answers(Shell.Output(status: 0, text: names.list("json"), errors: ""))
    #expect(answers.rows.count == names.strings.count)
    for (row, string) in zip(answers.rows, names.strings) {
      let trimmed = string.trimmingCharacters(in: .whitespacesAndNewlines)
      guard let name = row["name"] as? String else {
        // A name of signs alone is kept beside the field as not understood.
        let isSigns = !trimmed.unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        #expect(
          isSigns || HardNames.readAsEmpty.contains(trimmed), "\(string.debugDescription) came out empty")
        continue
      }
      #expect(name.trimmingCharacters(in: .whitespacesAndNewlines) == trimmed, "\(string.debugDescription)")
    }
    for format in ["table", "tsv", "csv", "json"] {
      let text = try names.list(format)
      let lines = text.split(separator: "\n")
      let extra = ["table": 2, "json": 2][format] ?? 1
      #expect(lines.count == names.strings.count + extra, "\(format) breaks a name over lines")
      for line in lines {
        let bad = line.unicodeScalars.filter { HardNames.isHarmful($0) && !(format == "tsv" && $0 == "\t") }
        #expect(bad.isEmpty, "\(format): \(line.debugDescription)")
        if format == "tsv" { #expect(line.filter { $0 == "\t" }.count == 1) }
      }
    }
  }

  @Test("a spreadsheet runs none of them")
  func spreadsheet() throws {
    let names = try HardNames()
    for line in try names.list("csv").split(separator: "\n").dropFirst() {
      let cell = line.drop { $0 != "," }.dropFirst().drop { $0 == "\"" }
      guard let first = cell.unicodeScalars.first else { continue }
      #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(line)")
    }
  }
}

extension OnATerminal {
  @Suite("Naughty strings on the screen", .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
  struct HardScreenTests {
    /// Leaves only what tmux writes for colours; anything else beginning with ESC came from a name.
    private static func expectOwnEscapes(_ screen: String) {
      let rest = screen.replacing(/\u{1B}\[[0-9;:]*m/, with: "")
      #expect(
        !rest.unicodeScalars.contains { HardNames.isHarmful($0) && $0 != "\n" }, "\(rest.debugDescription)")
    }

    @Test("no escape sequence gets through and every border stands in its column", arguments: [false, true])
    func scroll(zoomed: Bool) throws {
      let names = try HardNames()
      let tmux = try Tmux(columns: 140, rows: 40)
      let title = try tmux.ask("#{pane_title}")
      try tmux.open(names.room.store, "--scheme monochrome")
      if zoomed {
        try tmux.press("z")
        try tmux.wait(for: "the zoomed list") { !$0.contains("3 Monitoring") }
      }
      let count = names.strings.count
      let top = try #require(try tmux.rows().firstIndex { $0.contains("┌") })
      let head = Array(try tmux.rows()[top])
      // Titles are ours and a cell wide each, so a place in this row is a column of the terminal.
      let borders = head.indices.filter { "┌┐".contains(head[$0]) }
      var seen = Set<String>()
      for page in 0..<60 {
        // Each page begins with another client under the cursor: the screen is another one, or it is the last.
        Self.expectOwnEscapes(try tmux.screenWithEscapes())
        let rows = try tmux.rows()
        let height = try #require(rows[(top + 1)...].firstIndex { $0.contains("└") }) - top - 1
        for border in borders {
          let column = try tmux.cells(column: border, from: top + 1, count: height)
          #expect(
            column == Array(repeating: "│", count: height),
            "column \(border), page \(page):\n\(rows.joined(separator: "\n"))")
        }
        seen.formUnion(rows)
        if rows.contains(where: { $0.contains("row \(count) of \(count)") }) { break }
        try tmux.press("NPage")
        try tmux.wait(for: "the next page") { $0 != rows.joined(separator: "\n") }
        // Another screen may be half of it: rows that are drawn a moment later would never be counted.
        _ = try tmux.settled()
      }
      // All of them were on the screen: each row of the list once, beside what repeats.
      #expect(seen.contains { $0.contains("row \(count) of \(count)") })
      #expect(seen.count > count)
      #expect(try tmux.ask("#{pane_title}") == title, "a name changed the window's title")
      try tmux.press("q")
      try tmux.wait(for: "the end") { _ in try !tmux.isOnAlternateScreen() }
    }
  }
}

import Foundation
import Testing

/// Whoever sits before the terminal, and a shell beside it that answers the same questions.
struct NewColleague {
  private let words: FirstTenMinutesWords
  private let isWide: Bool
  private let room: Room
  private let tmux: Tmux
  /// Whom she looks for. The age of this client is known, and others are as old.
  private let client = "Vermeulen, Wim"

  init(_ words: FirstTenMinutesWords, _ window: OnATerminal.FirstTenMinutesTests.Window) throws {
    self.words = words
    isWide = window.isWide
    room = try Room()
    try room.takeDemo()
    tmux = try Tmux(columns: window.columns, rows: window.rows, environment: ["XDG_STATE_HOME": room.path])
  }

  /// The line that starts the dashboard, the same each time: her terminal's locale chooses the first language.
  private func start() throws {
    try tmux.open(
      room.store, "--coach 'J. de Vries'",
      before: "LC_ALL= LC_CTYPE=C.UTF-8 LC_MESSAGES=\(words.locale) ")
  }

  func starts() throws {
    try start()
    let all = try listed("").count
    try tmux.wait(forText: "─ \(words.count(all, all)) ─", words.stop, "▌")
    try expectHeadings(of: words, on: tmux.settled())
  }

  func findsByHalfAName() throws {
    try tmux.press("f")
    try tmux.wait(forText: words.nobodyOpened)
    try tmux.type("vrmeu")
    // Her name stands whole in the list, and beside it what the shell knows of her.
    let number = try #require(try listed("name:vermeulen").first?["number"] as? Int)
    try tmux.wait(for: "the client who was found") { screen in
      screen.contains("Wim Vermeulen ─") && screen.contains(words.verify)
        && screen.split(separator: "\n").contains { $0.contains(client) && $0.contains(" \(number) │") }
    }
    try tmux.press("Tab")
    try tmux.wait(forText: "▌ \(client)", words.panes[0])
  }

  func readsADefinition() throws {
    try tmux.press("4")
    try tmux.wait(forText: "─ \(words.panes[3]) ─")
    let text = try OnATerminal.DashboardTests.pane(words.panes[3], of: tmux.settled())
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    #expect(text.hasPrefix("\(words.seen) \(words.definition) "), "\(text)")
    // The shell has the same one.
    #expect(try room.caseload("fields", "--language", words.code).text.contains(words.definition))
  }

  /// Goes to the bar of the client's own age, reads its count, and narrows the list to it. Gives how many
  /// fit, and of how many that is not known.
  func narrowsByABar() throws -> (count: Int, unknown: Int) {
    let bar = "27–34"
    try tmux.press("2", "j")
    try tmux.wait(forText: "\(words.age): < 27")
    try tmux.press("j")
    try tmux.wait(forText: "\(words.age): \(bar)")
    let bars = try tmux.settled()
    let own = try #require(
      OnATerminal.DashboardTests.pane(words.panes[1], of: bars).first { $0.contains("▸ \(bar)") })
    let count = try #require(own.firstMatch(of: #/(\d+) \w+ +\d+ *$/#).flatMap { Int($0.1) })
    // What is not asked is said whole: it is what a count leaves out.
    #expect(bars.contains("  \(words.notAsked) "), "\(bars)")
    try tmux.press("Enter")
    let told = try listed("age:\(bar.replacing("–", with: ".."))", "--unknown")
    let fit = told.filter { $0["answer"] as? String == "yes" }
    #expect(fit.count == count)
    let unknown = told.count - count
    let all = try listed("").count
    try tmux.wait(
      forText: "/ age:27..34", "─ \(words.count(count, all)) ─", "▌ \(client)",
      "\(count) \(words.yes) · \(unknown) \(words.unknown)")
    // Those in the list are those whom the shell lists.
    let names = fit.compactMap { $0["name"] as? String }
    let window = try OnATerminal.DashboardTests.pane(words.panes[0], of: tmux.settled()).dropFirst()
    let rows = window.filter { $0.contains(/\w/) }
    for row in rows {
      let shown = row.dropFirst(2).prefix { $0 != "…" }
      #expect(names.contains { shown.hasPrefix($0) || $0.hasPrefix(shown) }, "\(row)")
    }
    #expect(rows.count == min(count, window.count))
    return (count, unknown)
  }

  /// Saves the filter under a name; where she reads it, it stands with its counts.
  func savesAWorklist(_ count: Int, unknown: Int) throws {
    try tmux.press("W")
    try tmux.wait(forText: words.naming)
    try tmux.type(words.listName)
    try tmux.press("Enter")
    try tmux.wait(forText: words.saved, "/ \(words.listWord) ")
    if isWide { try tmux.wait(forText: "[\(words.listWord) \(count) ?\(unknown)]") }
    #expect(try listed(words.listWord).count == count)
    // Where the window is too low for the bar of worklists, their menu has the counts.
    try tmux.press("w")
    try tmux.wait(for: "her worklist in the menu") { [words] screen in
      try screen.contains("─ \(words.worklists) ─")
        && screen.contains(Regex("▸ \(words.listWord) +\(count) \\?\(unknown) "))
    }
    try tmux.press("Escape")
    try tmux.wait(forText: words.panes[0], words.panes[1], "/ \(words.listWord) ")
  }

  /// Crosses education with gender: what stands at the margins is what the cells come to, and what the shell counts.
  func crossesTwoFields(_ count: Int) throws {
    try tmux.press("F")
    try tmux.wait(forText: "─ \(words.age) ─", words.allClients)
    try tmux.press("F", words.educationKey)
    try waitForCursor(on: words.education)
    try tmux.press("Enter")
    try tmux.wait(forText: "─ \(words.education) ─", words.allClients)
    try tmux.press("x", words.genderKey)
    try waitForCursor(on: words.gender)
    try tmux.press("Enter")
    try tmux.wait(forText: "─ \(words.education) × \(words.gender) ─")
    let table = try CrossedTable(tmux.settled(), words)
    #expect(table.heads == [words.all, words.woman, words.man, words.notAsked])
    #expect(table.total.first == count)
    // Everyone has one education and one gender, known or not: the margins are the sums.
    for row in [table.total] + table.rows.map(\.counts) { #expect(row.dropFirst().reduce(0, +) == row[0]) }
    for column in table.heads.indices {
      #expect(table.rows.map { $0.counts[column] }.reduce(0, +) == table.total[column])
    }
    let women = "\(words.listWord) \(words.genderWord):\(words.woman)"
    #expect(try listed(women).count == table.total[1])
    let vmbo = try #require(table.rows.first { $0.label == "vmbo" })
    #expect(vmbo.counts[1] > 0, "an empty cell proves nothing")
    #expect(try listed("\(women) \(words.educationWord):vmbo").count == vmbo.counts[1])
    try tmux.press("Escape")
    try tmux.wait(for: "the one field again") { [words] in
      $0.contains("─ \(words.education) ─") && !$0.contains("×")
    }
    try tmux.press("Escape")
    try tmux.wait(forText: words.panes[0], "▌ \(client)")
  }

  func runsAKeyFromTheList() throws {
    try tmux.press("1")
    try tmux.wait(forText: words.heads[0] + "▴")
    try tmux.press("?")
    try tmux.wait(forText: "─ \(words.keys) ─")
    try tmux.type(words.search)
    try tmux.wait(for: "the one action") { [words] screen in
      try screen.contains(/─ 1 \w+ \d+ \w+ ─/) && screen.contains(Regex("│ r +\(words.turn)"))
    }
    try tmux.press("Enter")
    try tmux.wait(forText: words.heads[0] + "▾", "▌ \(client)", "/ \(words.listWord) ")
  }

  /// There, back again to the very same screen, and there.
  func switchesTheLanguage() throws {
    let before = try tmux.settled()
    try tmux.press("L")
    try tmux.wait(forText: words.other.speaks, words.other.panes[1])
    try expectHeadings(of: words.other, on: tmux.settled())
    try tmux.press("L")
    try tmux.wait(forText: words.speaks)
    try expectHeadings(of: words, on: waitForScreen(before))
    try tmux.press("L")
    try tmux.wait(forText: words.other.speaks, words.other.panes[1])
  }

  /// The same line again, in the same locale: filter, worklist, order, client, pane and language are as she left them.
  func startsAgainWhereSheWas() throws {
    let left = try tmux.settled()
    for text in ["▌ \(client)", "/ \(words.listWord) ", words.other.heads[0] + "▾"] {
      #expect(left.contains(text), "\(text)")
    }
    try tmux.press("q")
    try tmux.wait(for: "the shell") { _ in try !tmux.isOnAlternateScreen() }
    try start()
    try expectHeadings(of: words.other, on: waitForScreen(left))
    try tmux.press("q")
    try tmux.wait(for: "the shell") { _ in try !tmux.isOnAlternateScreen() }
  }

  // MARK: What is looked at

  /// The headings in sight are this language's, and none is the other's.
  private func expectHeadings(of words: FirstTenMinutesWords, on screen: String) throws {
    let shown = words.panes.filter { screen.contains("─ \($0) ─") }
    #expect(shown.count == (isWide ? 4 : 2), "\(screen)")
    for (own, others) in zip(words.panes, words.other.panes) where own != others {
      #expect(!screen.contains("─ \(others) ─"), "\(others)")
    }
    let heads = try #require(OnATerminal.DashboardTests.pane(words.panes[0], of: screen).first)
    // Where two panes stand, names are whole and the next appointment gives way.
    let pattern = (isWide ? words.heads : words.heads.dropLast()).joined(separator: "[▴▾]? +")
    #expect(heads.contains(try Regex("^ *\(pattern) *$")), "\(heads)")
    #expect(screen.contains(words.stop) && !screen.contains(words.other.stop))
    guard isWide else { return }
    #expect(screen.contains(" \(words.forgotten) ") && !screen.contains(" \(words.other.forgotten) "))
  }

  /// Waits until the terminal's own cursor, which a screen reader follows, stands on the row of this text.
  private func waitForCursor(on text: String) throws {
    try tmux.wait(for: "the cursor on \(text)") { screen in
      let rows = screen.components(separatedBy: "\n")
      guard let row = Int(try tmux.ask("#{cursor_y}")), rows.indices.contains(row) else { return false }
      return rows[row].contains("│  \(text) ")
    }
  }

  /// Her clients for a filter, as the shell lists them in her language.
  private func listed(_ filter: String, _ more: String...) throws -> [[String: Any]] {
    let output = try Caseload.run(
      ["list", "--store", room.store, "--language", words.code, "--coach", "J. de Vries"]
        + ["--today", "2026-11-21", "--format", "json"] + (filter.isEmpty ? [] : [filter]) + more,
      home: room.path)
    #expect(output.errors.isEmpty, "\(output.errors)")
    return try Answers(output).rows
  }

  /// Waits until the screen is as it was; her record may still have to be read.
  private func waitForScreen(_ before: String) throws -> String {
    try tmux.wait(for: "the screen as it was:\n\(before)\n") {
      Self.withoutFooter($0) == Self.withoutFooter(before)
    }
  }

  /// The last line may say what was just done.
  private static func withoutFooter(_ screen: String) -> [Substring] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reversed().drop { $0.isEmpty }.dropFirst().reversed()
  }
}

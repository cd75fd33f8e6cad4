import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The import screen: a file, a day, what would happen, and only then the storing.
@Suite struct ImportScreenTests {
  private static let preview = ImportPreview(
    format: "UTF-8, separator semicolon, 4 columns", mapping: "by header", read: 3, new: 2, changed: 0,
    unchanged: 0,
    refused: 1, absent: 4, notes: ["no register key: 1×"], heads: ["Name", "Coach"],
    clients: [["Vos, Piet", "J. de Vries"], ["\u{1B}[31mKok", "x"]],
    columns: [
      .init(header: "BSN", place: "the register's key", note: "", hasTrouble: false),
      .init(header: "Schoenmaat", place: nil, note: "44 2×", hasTrouble: false),
    ], digest: "abc")

  /// A player at the preview, having typed a path.
  private func atPreview(_ size: (Int, Int) = (140, 40)) throws -> Player {
    var player = Player()
    player.send(Event.resize(width: size.0, height: size.1))
    player.press("ix.csv<Enter>")
    #expect(player.effects.last == .importing(.find(path: "x.csv"), run: 1))
    player.send(Message.importing(.found(Day(iso: "2026-11-20")), run: 1))
    player.press("<Enter>")
    let day = try #require(Day(iso: "2026-11-20"))
    #expect(player.effects.last == .importing(.preview(path: "x.csv", day: day), run: 2))
    player.send(Message.importing(.preview(Self.preview), run: 2))
    return player
  }

  @Test func nothingIsStoredBeforeItWasSeen() throws {
    var player = try atPreview()
    #expect(player.state.importing.step == .preview)
    let screen = player.text
    for words in [
      "3 rows = 2 new + 0 changed + 0 unchanged + 1 refused", "Nothing is stored yet", "no register key: 1×",
      "4 clients who are here are not in the file", "Vos, Piet", "‹U+001B›[31mKok",
      "Columns: 1 of 2 are read",
      "Schoenmaat", "not read · 44 2×",
    ] {
      #expect(screen.contains(words), "\(words)\n\(screen)")
    }
    #expect(!player.effects.contains { if case .importing(.take, _) = $0 { true } else { false } })
    player.press("<Enter>")
    let day = try #require(Day(iso: "2026-11-20"))
    #expect(player.effects.last == .importing(.take(path: "x.csv", day: day, digest: "abc"), run: 3))
    player.send(Message.importing(.progress(ImportProgress(.merging, percent: 40)), run: 3))
    #expect(player.text.contains("storing") && player.text.contains("40 %"))
    player.press("<Esc>")
    #expect(player.state.mode == .importing, "what is being stored is not left halfway")
    player.send(Message.importing(.taken("Stored: 2 new"), run: 3))
    #expect(player.state.mode == .browse && player.text.contains("Stored: 2 new"))
    #expect(player.state.importing.path.isEmpty)
  }

  @Test func escGoesBackStepByStepAndKeepsWhatWasTyped() throws {
    var player = try atPreview()
    let before = player.state.cursor
    for step in [ImportEntry.Step.day, .path] {
      player.press("<Esc>")
      #expect(player.state.importing.step == step)
    }
    player.press("<Esc>")
    #expect(player.state.mode == .browse && player.state.cursor == before)
    player.press("i")
    #expect(player.state.importing.path.text == "x.csv" && player.state.importing.day.text == "2026-11-20")
    #expect(player.text.contains("x.csv"))
    #expect(!player.effects.contains { if case .importing(.take, _) = $0 { true } else { false } })
  }

  @Test func anAnswerToWhatWasLeftIsPassedOver() throws {
    var player = Player()
    player.press("ix.csv<Enter><Esc>")
    player.send(Message.importing(.found(Day(iso: "2026-11-20")), run: 1))
    #expect(player.state.importing.step == .path && player.state.importing.day.isEmpty)
  }

  @Test func theDayIsProposedAndNeverGuessed() throws {
    var player = Player()
    player.press("ix.csv<Enter>")
    player.send(Message.importing(.found(nil), run: 1))
    player.press("<Enter>")
    #expect(player.state.importing.step == .day && player.text.contains("That is no day"))
    player.press("2999-01-01<Enter>")
    #expect(player.state.importing.step == .day && player.text.contains("still to come"))
    #expect(!player.effects.contains { if case .importing(.preview, _) = $0 { true } else { false } })
  }

  @Test func whatCannotBeDoneIsSaidWhereItCanBeMended() throws {
    var player = Player()
    player.press("i<Enter>")
    #expect(player.text.contains("Type where the file is."))
    player.press("nowhere<Enter>")
    player.send(Message.importing(.failed("cannot open nowhere"), run: 1))
    #expect(player.state.importing.step == .path && player.text.contains("cannot open nowhere"))
    player.press("2")
    #expect(player.state.importing.path.text == "nowhere2" && !player.text.contains("cannot open"))
  }

  @Test(arguments: [(140, 40), (80, 24), (60, 16)]) func fitsAndScrolls(width: Int, height: Int) throws {
    var player = try atPreview((width, height))
    #expect(player.text.contains("2 new"))
    player.press("<End>")
    #expect(player.text.contains("Schoenmaat"))
    player.press("<Home>")
    #expect(player.text.contains("Nothing is stored yet"))
    // However small the window becomes, it is drawn.
    for side in [(40, 10), (20, 5), (1, 1)] {
      player.send(Event.resize(width: side.0, height: side.1))
      #expect(player.frame.width == side.0)
    }
  }

  @Test(arguments: ["20-11-2026", " 2026-11-20 ", "20-11-2026 "]) func theDayMayBeWrittenAsTheDutchDo(
    _ text: String
  ) throws {
    var player = Player()
    player.press("ix.csv<Enter>")
    player.send(Message.importing(.found(nil), run: 1))
    player.send(Event.paste(text))
    player.press("<Enter>")
    let day = try #require(Day(iso: "2026-11-20"))
    #expect(player.effects.last == .importing(.preview(path: "x.csv", day: day), run: 2))
  }

  @Test(arguments: ["31-02-2022", "11-2026", "2026", "20-11-26", "2026-11-20-1"])
  func whatIsNoDayIsSaid(_ text: String) {
    var player = Player()
    player.press("ix.csv<Enter>")
    player.send(Message.importing(.found(nil), run: 1))
    player.send(Event.paste(text))
    player.press("<Enter>")
    #expect(player.state.importing.step == .day && player.text.contains("That is no day"))
  }

  // MARK: - The path

  private static let downloads = FolderListing(
    folder: "~/Downloads/",
    entries: [
      .init(name: "Export november.csv", isFolder: false),
      .init(name: "Export\u{1B}[31m.xlsx", isFolder: false),
      .init(name: "foto.csv", isFolder: false), .init(name: ".geheim.csv", isFolder: false),
      .init(name: "oud", isFolder: true),
    ])

  @Test func filesOfTheFolderStandUnderThePathAndTabCompletesIt() {
    var player = Player()
    player.press("i")
    #expect(player.effects.last == .importing(.list(folder: ""), run: 0))
    player.send(Event.paste("~/Downloads/"))
    #expect(player.effects.last == .importing(.list(folder: "~/Downloads/"), run: 0))
    player.send(Message.importing(.listed(FolderListing(folder: "", entries: [])), run: 0))
    #expect(!player.text.contains("foto.csv"))
    player.send(Message.importing(.listed(Self.downloads), run: 0))
    for name in ["Export november.csv", "Export‹U+001B›[31m.xlsx", "foto.csv", "oud/"] {
      #expect(player.text.contains(name), "\(name)\n\(player.text)")
    }
    #expect(!player.text.contains("geheim"))
    // Small letters find capitals; several are completed as far as they agree.
    player.send(Event.paste("exp"))
    #expect(!player.text.contains("foto.csv"))
    player.press("<Tab>")
    #expect(player.state.importing.path.text == "~/Downloads/Export")
    player.press("<Tab>")
    #expect(player.text.contains("type a letter more"))
    player.send(Event.paste(" "))
    player.press("<Tab>")
    #expect(player.state.importing.path.text == "~/Downloads/Export november.csv")
    player.press("<C-w><C-w>")
    player.send(Event.paste("~/Downloads/o"))
    player.press("<Tab>")
    #expect(player.state.importing.path.text == "~/Downloads/oud/")
    #expect(player.effects.last == .importing(.list(folder: "~/Downloads/oud/"), run: 0))
    player.send(Event.paste("zzz"))
    player.press("<Tab>")
    #expect(player.text.contains("No file or folder there begins so."))
  }

  @Test func namesThatDifferInCapitalsNeverShortenWhatWasTyped() {
    var player = Player()
    player.press("i")
    player.send(
      Message.importing(
        .listed(
          FolderListing(
            folder: "",
            entries: [
              .init(name: "Export.csv", isFolder: false), .init(name: "export2.csv", isFolder: false),
            ]
          )), run: 0))
    player.send(Event.paste("exp"))
    player.press("<Tab>")
    #expect(player.state.importing.path.text == "exp")
  }
}

import Foundation
import Testing

@Suite("The shell in Dutch")
struct DutchShellTests {
  @Test("headings, counts and words are Dutch for people; ids and codes stay for machines")
  func lists() throws {
    let room = try Room()
    try room.takeDemo()
    func list(_ more: String...) throws -> Shell.Output {
      try Caseload.run(
        ["list", "--store", room.store, "--today", "2026-11-21", "--language", "nl", "ontbreekt:cv"] + more,
        home: room.path)
    }
    let table = try list("--unknown")
    #expect(table.status == 0, "\(table.errors)")
    for word in ["Klant", "Leeftijd", "Gezien", "Antwoord", " ja · ", "onbekend"] {
      #expect(table.text.contains(word), "\(word)")
    }
    #expect(!table.text.contains("Answer") && !table.text.contains("unknown"))
    let csv = try list("--unknown", "--format", "csv")
    #expect(csv.text.hasPrefix("number,name,age,seen,next,answer"), "\(csv.text.prefix(80))")
    let english = try room.onStore(
      "list", "missing:cv", "--today", "2026-11-21", "--unknown", "--format", "csv")
    #expect(csv.text == english.text, "a machine reads the same in every language")
  }

  @Test("the locale chooses, and --language has the last word")
  func locale() throws {
    let room = try Room()
    func help(_ locale: [String: String], _ more: String...) throws -> String {
      var environment = Caseload.environment(home: room.path)
      environment["LC_ALL"] = nil
      environment.merge(locale) { $1 }
      let output = try Shell.run(Caseload.binary, ["list", "--help"] + more, environment: environment)
      #expect(output.status == 0)
      return output.text
    }
    #expect(try help(["LANG": "nl_NL.UTF-8"]).contains("GEBRUIK:"))
    #expect(try help(["LANG": "en_GB.UTF-8"]).contains("USAGE:"))
    #expect(try help(["LC_MESSAGES": "nl_NL.UTF-8", "LANG": "en_GB.UTF-8"]).contains("GEBRUIK:"))
    #expect(try help(["LC_ALL": "C.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"]).contains("USAGE:"))
    #expect(try help(["LANG": "nl_NL.UTF-8"], "--language", "en").contains("USAGE:"))
  }

  @Test("what is wrong is said in Dutch, with the same exit codes")
  func errors() throws {
    let room = try Room()
    func run(_ arguments: String...) throws -> Shell.Output {
      try Caseload.run(arguments + ["--language=nl"], home: room.path)
    }
    let noStore = try run("list")
    #expect(noStore.status == 4 && noStore.errors.contains("er is nog geen bestand op"))
    let usage = try run("list", "--formt", "csv")
    #expect(
      usage.status == 2 && usage.errors.hasPrefix("Fout: Onbekende optie '--formt'. Bedoelde u '--format'?"))
    try room.takeDemo()
    let filter = try Caseload.run(
      ["list", "--store", room.store, "--language=nl", "opledin<=mbo2"], home: room.path)
    #expect(
      filter.status == 2 && filter.errors.contains("geen veld \"opledin\"; bedoelde u"), "\(filter.errors)")
  }

  @Test("an import reports in Dutch, one column is '1 kolom', and refused rows keep Dutch reasons")
  func imports() throws {
    let room = try Room()
    let file = try room.write("een.csv", "klantnummer\n1\n1\n")
    let done = try Caseload.run(
      ["import", file, "--drawn", "2026-11-20", "--today", "2026-11-21", "--partial", "--language", "nl"],
      home: room.path)
    #expect(done.text.contains("1 kolom") && !done.text.contains("1 kolommen"), "\(done.text)\(done.errors)")
    #expect(done.status == 3)
    #expect(done.text.contains("gelezen: 2 klanten = 1 nieuw"), "\(done.text)")
    #expect(
      done.errors.contains("geweigerd, regel 3: de sleutel van regel 3 staat al in regel 2"), "\(done.errors)"
    )
    let refused = try room.read(file + ".refused.csv")
    #expect(refused.contains("regel 3: de sleutel van regel 3 staat al in regel 2"), "\(refused)")
    // The first column is ours and is known by its name in every language.
    #expect(refused.contains("caseload: line and reason"))
  }
}

extension OnATerminal {
  @Suite("The dashboard in two languages")
  struct LanguageTests {
    @Test("opened in English, switched to Dutch, quit and started again: still Dutch")
    func switched() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      try tmux.wait(forText: "2 Characteristics", "4 Legend")
      try tmux.press("L")
      try tmux.wait(forText: "2 Kenmerken", "4 Legenda", "Het programma spreekt nu Nederlands.")
      try tmux.type("/ontbreekt:cv of gezien:nooit")
      let dutch = try tmux.wait(forText: "ja ·", "onbekend ·")
      #expect(!dutch.contains("Characteristics"))
      try tmux.press("Enter", "q")
      try tmux.wait(for: "the prompt") { $0.contains("ready$") && !$0.contains("Kenmerken") }
      // The very same line again: the desk remembers, the locale is still English.
      try tmux.command(
        "\(Caseload.binary) --store '\(room.store)' --today 2026-11-21 --coach 'J. de Vries'")
      try tmux.wait(forText: "2 Kenmerken", "q stop", "ontbreekt:cv of gezien:nooit")
      try tmux.press("L")
      try tmux.wait(forText: "2 Characteristics", "q quit")
    }

    @Test("--language has the last word over what was switched to")
    func asked() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      try tmux.press("L")
      try tmux.wait(forText: "2 Kenmerken")
      try tmux.press("q")
      try tmux.wait(for: "the prompt") { $0.contains("ready$") && !$0.contains("Kenmerken") }
      try tmux.open(room.store, "--language en")
      try tmux.wait(forText: "2 Characteristics")
    }
  }
}

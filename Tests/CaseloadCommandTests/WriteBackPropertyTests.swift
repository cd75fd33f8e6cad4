import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Foundation
import Testing

@testable import CaseloadCommand

/// Whatever coaches and clients say: what is written for the register and taken in again by the same mapping is no
/// difference and no offer, and what cannot be written is told of.
@Suite struct WriteBackPropertyTests {
  private static let today = Day(iso: "2026-11-21") ?? .earliest
  private static let context = Context(
    today: today, now: Moment(seconds: 1_795_000_000), actor: Actor(name: "J. de Vries"))

  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures").path

  /// A register of 12 clients in Sonar's columns, of whom little is said.
  private static let sonar: String = {
    let header = [
      "BSN", "ID_WZ", "Volledige Naam", "Leeftijd", "Geslacht", "Telefoonnummer", "E-mailadres", "Straatnaam",
      "Huisnummer", "Plaats", "Postcode", "Inschrijfdatum", "1e uitk dag (niet WW)", "Medewerker Naam",
      "Organisatie Naam", "Participatieladder", "Klantprofiel", "Opleidingsniveau", "Rijbewijs", "Vervoer",
      "Beschikbare uren/wk", "Bemiddelingsberoep", "Beroepssector", "Mondeling Nederlands",
      "Schriftelijk Nederlands",
      "Toestemming",
    ]
    let rows = (1...12).map { place in
      "\(100_000_000 + place);1;Jan de Vries;4\(place % 10);man;06-1;??;Kade;1;Waterstad;1000 AB;01-02-2026;01-01-2026"
        + ";J. de Vries;Noord;3;NNB;MBO;B,BE;AUTO;24;NNB;99999;2;3;ja"
    }
    return ([header.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
  }()

  @Test(arguments: [1, 2, 3] as [UInt64])
  func takenInAgainNothingDiffers(seed: UInt64) throws {
    try check(seed, export: nil, mapping: nil)
    let known = try ShippedMappings.named("Sonar")
    #expect(known?.name == "Sonar")
    try check(seed, export: Self.sonar, mapping: known)
  }

  private func check(_ seed: UInt64, export: String?, mapping: Mapping?) throws {
    let folder = NSTemporaryDirectory() + "caseload-back-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let register = folder + "/register.csv"
    if let export {
      try export.write(toFile: register, atomically: true, encoding: .utf8)
    } else {
      try FileManager.default.copyItem(atPath: Self.fixtures + "/register.csv", toPath: register)
    }
    let store = try Store.open(
      folder + "/store.sqlite", create: true, actor: Self.context.actor)
    var plan = ImportPlan(
      drawn: Day(iso: "2026-11-01") ?? Self.today, mapping: mapping, register: "r", isPartial: false,
      isDryRun: false, isForced: false, keepsRefused: false)
    var first = ClientsImporting(store: store, plan: plan, context: Self.context)
    first.isQuiet = true
    _ = try first.run(register)
    let count = try store.clientCount()
    #expect(count > 10)

    var draw = Values(seed: seed)
    var made = 0
    for client in 1...Int32(clamping: min(count, 60)) {
      let record = try #require(try store.record(of: ClientNumber(client)))
      var edits: [Edit] = []
      for field in store.catalogue.fields where field.owner != .derived && field.id != "status" {
        guard draw.below(4) == 0, let value = draw.value(field, Self.today) else { continue }
        edits.append(Edit(.client(record.number), field.id, old: record.values[field.id], new: value))
      }
      made += edits.count
      _ = try store.apply(
        Change(
          id: ChangeID("c\(client)"), author: "J. de Vries", moment: Self.context.now, reason: "",
          edits: edits))
    }
    #expect(made > 50)

    let since = Self.today.adding(days: -30)
    let found = try store.changesHere(since: since, register: "r")
    var file =
      try mapping.map { mapping throws(ExchangeError) in try ChangesFile(mapping, day: Self.today) }
      ?? ChangesFile(like: try ImportFile(path: register).reader, nil, day: Self.today)
    var handed: [ChangedClient] = []
    var written = 0
    var left = 0
    for client in found.clients {
      let unwritten = file.add(try #require(client.key), client.changes)
      left += unwritten.count
      var told = client
      told.changes.removeAll { unwritten[$0.field] != nil }
      written += told.changes.count
      if !told.changes.isEmpty { handed.append(told) }
    }
    // Neither of the two is nothing, so that the test says something.
    #expect(written > 20 && left > 10, "\(written) written, \(left) left")
    let path = folder + "/changes.csv"
    #expect(try file.write(to: path))
    try store.noteHandedOver(handed, to: "r", as: ChangeID("h1"), Self.context)
    try checkCells(path, handed, store, mapping)

    plan.changesOnly = true
    plan.drawn = Self.today
    var back = ClientsImporting(store: store, plan: plan, context: Self.context)
    back.isQuiet = true
    let counts = try back.outcome(path).result.counts
    #expect(counts.read == handed.count && counts.unchanged == counts.read, "\(counts)")
    #expect(counts.new + counts.changed + counts.refused + counts.offers == 0, "\(counts)")
    // What is left is still to be told, and nothing else.
    let again = try store.changesHere(since: since, register: "r")
    #expect(again.clients.reduce(0) { $0 + $1.changes.count } == left)
    #expect(try store.check().findings == [])
    try store.close()
  }

  /// Each cell of the file is read as what it was written of, and the others as nothing.
  private func checkCells(_ path: String, _ handed: [ChangedClient], _ store: Store, _ mapping: Mapping?)
    throws
  {
    let reader = try ClientImport(try ImportFile(path: path).reader, mapping: mapping, drawn: Self.today)
    var place = 0
    while let step = try reader.next() {
      guard case .row(let row) = step else {
        Issue.record("a row was refused")
        continue
      }
      let client = handed[place]
      place += 1
      #expect(row.key == client.key)
      let told = Dictionary(uniqueKeysWithValues: client.changes.map { ($0.field, $0.value) })
      for (id, read) in zip(reader.fields, row.values) {
        guard let value = told[id], let kind = store.catalogue[id]?.kind else {
          #expect(read.state == .empty && read.raw == nil, "\(id) says what nobody changed")
          continue
        }
        #expect(read.state == value.state && read.addsNothing(to: value, kind: kind), "\(id)")
      }
    }
    #expect(place == handed.count)
  }
}

/// Values of any kind, hostile ones too; the same for a seed.
private struct Values {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  private static let words = [
    "lasser", "Łukasz é", "=cmd()", "+31 6 12345678", "-1", "\u{1B}[31m", "\u{202E}om", "a;b", "a, b",
    "\"x\"",
    "onbekend", "?", "Null", " los", "twee  woorden", "陳", "3 jaar", "x 3 jaar", "geen", "-", "@x", "a\nb",
    "'t Hof",
  ]

  mutating func word() -> String { Self.words[below(Self.words.count)] }

  mutating func value(_ field: Field, _ today: Day) -> Value? {
    let source: Source = below(3) == 0 ? .questionnaire : .coach
    let day = today.adding(days: -below(20))
    switch below(12) {
    case 0: return Value(state: .notKnown, source: source, day: day)
    case 1: return Value(state: .declined, source: source, day: day)
    case 2: return Value(state: .waived, source: .coach, day: day, reason: "x", until: today)
    case 3: return Value(state: .empty, source: source, day: day, raw: below(2) == 0 ? word() : nil)
    default: return content(field, today).map { .recorded($0, source: source, day: day) }
    }
  }

  private mutating func content(_ field: Field, _ today: Day) -> Content? {
    switch field.kind {
    case .text: return .text(word())
    case .name:
      return .name(
        PersonName(
          family: ["Berg", "Çelik", "Vries", "El Amrani", word()][below(5)],
          prefix: ["", "van den", "de"][below(3)],
          given: ["", "Jan", "J.P.", "Anna Maria"][below(4)]))
    case .choice(let choices, _):
      var set = ChoiceSet(place: below(choices.count))
      if below(4) == 0 { set.insert(ChoiceSet(place: below(choices.count))) }
      return .oneOf(set)
    case .choices(let choices, _):
      var set = ChoiceSet(place: below(choices.count))
      for _ in 0..<below(3) { set.insert(ChoiceSet(place: below(choices.count))) }
      return .several(set, complete: below(2) == 0)
    case .day:
      let first = today.adding(days: below(4_000) - 2_000)
      return .days(first...first.adding(days: below(3) == 0 ? below(40) : 0))
    case .number: return .number(below(9)...(9 + below(3)))
    case .span:
      let low = below(40)
      return .span(low...(low + below(8)))
    case .words: return .words((0...below(3)).map { _ in word() }, complete: below(2) == 0)
    case .experience:
      return .experience(
        (0...below(2)).map { _ in
          Experience(
            occupation: word(), sector: below(4) == 0 ? "logistics" : nil,
            months: below(2) == 0 ? 1 + below(60) : nil)
        }, complete: below(2) == 0)
    }
  }
}

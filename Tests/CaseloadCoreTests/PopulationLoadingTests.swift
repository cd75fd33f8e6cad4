import CaseloadCore
import Testing

/// A population filled from texts is the one that was filled from values, and one that was changed in place is
/// the one that was filled so from the beginning.
@Suite struct PopulationLoadingTests {
  private static func load(_ text: String, _ place: Int, into loading: inout PopulationLoading) {
    var text = text
    text.withUTF8 { loading.set(place, text: $0) }
  }

  /// Fills a population as the store does: plain values by their text, all others as values.
  private static func loaded(_ clients: [ClientFacts]) -> Population {
    let catalogue = Catalogue.standard
    var loading = PopulationLoading(catalogue: catalogue)
    for client in clients {
      loading.begin(client.number, day: nil)
      for (place, field) in catalogue.fields.enumerated() {
        guard let value = client.values[field.id] else { continue }
        let isPlain = value.state == .recorded && value.raw == nil
        if isPlain, let content = value.content, let text = ContentText.text(content, kind: field.kind) {
          load(text, place, into: &loading)
        } else {
          loading.set(place, value)
        }
      }
      loading.end(client.summary, isAbsentFromRegister: client.isAbsentFromRegister)
    }
    return loading.finish()
  }

  private static func expectSame(_ left: Population, _ right: Population, seed: UInt64) {
    let context = Clients.context
    #expect(left.rows == right.rows)
    #expect(left.alive == right.alive)
    for row in 0..<min(left.rows, right.rows) {
      #expect(left.summary(at: row) == right.summary(at: row))
      for field in left.catalogue.fields {
        let (mine, other) = (left.value(field.id, at: row, context), right.value(field.id, at: row, context))
        #expect(mine.says(other), "\(field.id.text) of row \(row), seed \(seed)")
      }
    }
    for field in left.catalogue.fields {
      #expect(
        left.facet(field.id, of: left.alive, context) == right.facet(field.id, of: right.alive, context))
      #expect(left.order([SortKey(field.id)], context) == right.order([SortKey(field.id)], context))
    }
    for worklist in Worklist.builtIn {
      let filter = Filter.worklist(worklist.id)
      #expect(
        left.evaluate(filter, context) == right.evaluate(filter, context), "@\(worklist.id), seed \(seed)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func textsFillAsValuesDo(seed: UInt64) {
    var random = Clients(seed: seed)
    let clients = (1...400).map { random.client(Int32($0)) }
    var put = Population()
    for client in clients { put.put(client) }
    Self.expectSame(Self.loaded(clients), put, seed: seed)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func partsLoadedApartAreOne(seed: UInt64) {
    var random = Clients(seed: seed)
    let clients = (1...400).map { random.client(Int32($0)) }
    var put = Population()
    for client in clients { put.put(client) }
    let cut = Int(seed) * 77
    var whole = Self.loaded(Array(clients[..<cut]))
    whole.append(Self.loaded(Array(clients[cut...])))
    Self.expectSame(whole, put, seed: seed)
    // Who is in the later part is found, and changed in place.
    let changed = random.client(Int32(cut + 3))
    whole.put(changed)
    put.put(changed)
    Self.expectSame(whole, put, seed: seed)
    for client in clients { #expect(whole.row(of: client.number) == put.row(of: client.number)) }
  }

  @Test func whoComesAgainIsPassedOver() throws {
    let place = try #require(Catalogue.standard.place(of: "district"))
    var loading = PopulationLoading()
    for (number, district) in [(3, "Noord"), (1, "Zuid"), (3, "Oost"), (2, "West")] as [(Int32, String)] {
      loading.begin(ClientNumber(number), day: nil)
      Self.load(district, place, into: &loading)
      loading.end(isAbsentFromRegister: false)
    }
    let population = loading.finish()
    #expect(population.count == 3)
    for (number, district) in [(1, "Zuid"), (2, "West"), (3, "Noord")] as [(Int32, String)] {
      let row = try #require(population.row(of: ClientNumber(number)))
      #expect(population.value("district", at: row, Clients.context).content == .text(district))
    }
  }

  /// A summary that is loaded in texts is the one that is loaded as a value.
  @Test func summariesAreReadFromTexts() {
    var random = Clients(seed: 7)
    let clients = (1...300).map { random.client(Int32($0)) }
    var put = Population()
    var loading = PopulationLoading()
    for client in clients {
      put.put(ClientFacts(number: client.number, summary: client.summary))
      loading.begin(client.number, day: nil)
      let summary = client.summary
      let waiting = WaitingOn.allCases.filter { summary.waitingOn.contains($0) }.map(\.rawValue)
      let texts: [(SummaryText, String?)] = [
        (.lastDay, summary.lastConversation?.iso), (.lastBy, summary.lastBy),
        (.lastChannel, summary.lastChannel.rawValue), (.ours, summary.lastOurs?.iso),
        (.unconfirmed, summary.latestUnconfirmed?.iso),
        (.appointments, summary.appointments.map(\.iso).joined(separator: ",")),
        (.unanswered, summary.unansweredSince?.iso), (.conversations, String(summary.conversations)),
        (.errands, String(summary.openErrands)), (.nextErrand, summary.nextErrand?.iso),
        (.waitingOn, waiting.joined(separator: ",")), (.history, summary.historySince?.iso),
        (.unsure, summary.lastUnsure?.iso),
      ]
      for case (let part, var text?) in texts where !text.isEmpty {
        text.withUTF8 { loading.set(part, text: $0) }
      }
      loading.end(isAbsentFromRegister: false)
    }
    Self.expectSame(loading.finish(), put, seed: 7)
  }

  /// Lists that are written plainly are read by their bytes; all others by `ContentText`. Both say the same.
  @Test(arguments: [
    "", ";", "; ", "a", "a;", "a; ", "a;b", "a;  b; c", "…", "a; …", "…; a", "a…; b", "a\\;b; c", "a; b|c",
    "driver|logistics|2015-01-01..2018-03-31|38; …", "driver||2015-01-01..+", "driver||..2018-03-31",
    "driver||2015",
    "driver|||9", "driver|||-9", "a|b|c|d|e", "driver||2015-02-30..", "driver||..+",
    "|||",
    "driver||2015-01-01..2018-03-31+; b|c",
  ]) func listsAreReadAsTheirTextSays(text: String) throws {
    for id in ["skills", "experience"] as [FieldID] {
      let place = try #require(Catalogue.standard.place(of: id))
      let kind = Catalogue.standard.fields[place].kind
      var loading = PopulationLoading()
      loading.begin(ClientNumber(1), day: nil)
      Self.load(text, place, into: &loading)
      loading.end(isAbsentFromRegister: false)
      let value = loading.finish().value(id, at: 0, Clients.context)
      if let content = ContentText.content(text, kind: kind) {
        #expect(value.says(.recorded(content, source: .register)), "\(id.text): \(text)")
      } else {
        #expect(value.raw == text, "\(id.text): \(text)")
      }
    }
  }

  @Test func whatIsNotUnderstoodIsKept() throws {
    let catalogue = Catalogue.standard
    let education = try #require(catalogue.place(of: "education"))
    let birth = try #require(catalogue.place(of: "birth"))
    var loading = PopulationLoading()
    for number in 1...2 as ClosedRange<Int32> {
      loading.begin(ClientNumber(number), day: Clients.today)
      Self.load("some school", education, into: &loading)
      Self.load("1990-02-30", birth, into: &loading)
      loading.end(Summary(), isAbsentFromRegister: false)
    }
    let population = loading.finish()
    for row in 0..<2 {
      let value = population.value("education", at: row, Clients.context)
      #expect(value == Value(state: .empty, source: .register, day: Clients.today, raw: "some school"))
      #expect(population.value("birth", at: row, Clients.context).raw == "1990-02-30")
    }
  }

  @Test func namesWithAndWithoutEscapesAreRead() throws {
    let place = try #require(Catalogue.standard.place(of: "name"))
    let names = [
      PersonName(family: "Berg", prefix: "van den", given: "Jan"), PersonName(family: "Berg"),
      PersonName(family: "Berg", prefix: "van", given: ""), PersonName(family: "Be,rg", given: "J\\an"),
      PersonName(family: "", given: "Łukasz"), PersonName(family: " Berg", given: " Jan "),
      PersonName(family: "Nguyễn", given: "Thị\u{0301}, Hoa"),
    ]
    var loading = PopulationLoading()
    for (index, name) in names.enumerated() {
      loading.begin(ClientNumber(Int32(index + 1)), day: nil)
      Self.load(try #require(ContentText.text(.name(name), kind: .name)), place, into: &loading)
      loading.end(Summary(), isAbsentFromRegister: false)
    }
    let population = loading.finish()
    for (row, name) in names.enumerated() { #expect(population.name(at: row) == name) }
  }

  /// What is kept of what was worked out must be what would be worked out anew.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func aChangeInPlaceForgetsWhatItChanged(seed: UInt64) {
    var random = Clients(seed: seed)
    var clients = (1...150).map { random.client(Int32($0)) }
    var changed = Population()
    for client in clients { changed.put(client) }
    let fields = Catalogue.standard.fields.filter { $0.owner != .derived }.map(\.id)
    for _ in 0..<12 {
      // Everything is worked out before the change.
      Self.expectSame(changed, changed, seed: seed)
      let place = Int.random(in: 0..<clients.count, using: &random.random)
      let other = random.client(Int32(place + 1))
      if random.random.chance(25) {
        clients[place].summary = other.summary
      } else {
        let field = random.random.one(fields)
        clients[place].values[field] = other.values[field]
      }
      changed.put(clients[place])
      var anew = Population()
      for client in clients { anew.put(client) }
      Self.expectSame(changed, anew, seed: seed)
    }
  }
}

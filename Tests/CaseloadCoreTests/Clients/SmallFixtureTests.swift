import Foundation
import Testing

@testable import CaseloadCore

/// The rules about who is out of sight, against the table counted by hand in `Fixtures/README.md`. The files are
/// read here in the plainest way, so that a mistake of the importer cannot hide one of the rules.
@Suite struct SmallFixtureTests {
  private struct Client {
    let status: String
    let returns: Day?
    let start: Day?
    let frequency: Int?
    let summary: Summary
  }

  /// Cells by column, for a file without quotes.
  private static func table(_ name: String) throws -> [[String: String]] {
    let file = PackageRoot.folder.appendingPathComponent("Fixtures/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }

  private static func dutchDay(_ text: String?) -> Day? {
    let parts = (text ?? "").split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
  }

  private static func clients() throws -> [String: Client] {
    let kinds: [String: ContactKind] = [
      "gesprek": .conversation, "conversation": .conversation, "poging": .attempt, "attempt": .attempt,
      "message-out": .messageOut, "message-in": .messageIn,
      "afspraak": .appointment, "unconfirmed": .unconfirmed,
    ]
    let tracks = [
      "werk": Track.work, "ontwikkeling": .development, "participatie": .participation, "zorg": .care,
    ]
    let contacts = Dictionary(grouping: try table("small-contacts.csv")) { $0["klantnummer"] ?? "" }
    var clients: [String: Client] = [:]
    for row in try table("small-register.csv") {
      let key = try #require(row["Klantnummer"])
      let own = try (contacts[key] ?? []).map { cells in
        Contact(
          client: ClientNumber(1), kind: try #require(kinds[cells["kind"] ?? ""]),
          held: Day(iso: cells["held"] ?? ""), logged: Day(iso: cells["logged"] ?? ""))
      }
      let starts = ["Datum intake", "Uitkering sinds", "Toegewezen"].compactMap { dutchDay(row[$0]) }
      let usual = tracks[row["Traject"] ?? ""].flatMap { Settings().trackFrequency.value[$0] }
      clients[String(key.suffix(2))] = Client(
        status: row["Status"] ?? "", returns: dutchDay(row["Terug op"]), start: starts.min(),
        frequency: Int(row["Contactfrequentie"] ?? "") ?? usual,
        summary: Summary(contacts: own, errands: [], historySince: day("2027-01-01")))
    }
    return clients
  }

  private static func facts(_ client: Client, _ today: Day) -> Contactability.Facts {
    Contactability.Facts(
      isClosed: client.status == "afgesloten", isPaused: client.status == "gepauzeerd",
      returns: client.returns,
      lastSeen: LastSeen(summary: client.summary, start: client.start, today: today),
      frequency: client.frequency, appointment: client.summary.nextAppointment(from: today))
  }

  private static func numbers(_ clients: [String: Client], where test: (Client) -> Bool) -> String {
    clients.filter { test($0.value) }.keys.sorted().joined(separator: " ")
  }

  @Test(arguments: [
    ("2028-02-29", "01 15", "08 09 13 17", "01 03 06 15", "07 08 09 11 12 13 17"),
    ("2028-03-01", "01 02 03 06 15", "08 09 13 17", "01 03 06 15", "07 08 09 11 12 13 17"),
    ("2028-04-30", "01 02 03 06 09 10 15", "08 13 17", "01 02 03 05 06 09 10 15 16 17", "07 08 11 12 13"),
    ("2028-05-01", "01 02 03 05 06 09 10 15", "08 13 17", "01 02 03 05 06 09 10 15 16 17", "07 08 11 12 13"),
    (
      "2028-05-29", "01 02 03 05 06 09 10 11 15 16 17", "08 13", "01 02 03 04 05 06 09 10 15 16 17",
      "07 08 11 12 13"
    ),
    (
      "2028-05-30", "01 02 03 04 05 06 07 09 10 11 12 15 16 17", "08 13", "01 02 03 04 05 06 09 10 15 16 17",
      "07 08 11 12 13"
    ),
  ])
  func isWhatWasCountedByHand(
    date: String, forgotten: String, forgottenUnknown: String, overdue: String, overdueUnknown: String
  ) throws {
    let clients = try Self.clients()
    let today = day(date)
    let after = Settings().forgottenAfter.value
    func forgottenIs(_ truth: Truth) -> String {
      Self.numbers(clients) {
        Contactability.forgotten(Self.facts($0, today), after: after, on: today) == truth
      }
    }
    func overdueIs(_ truth: Truth) -> String {
      Self.numbers(clients) { Contactability.overdue(Self.facts($0, today), on: today) == truth }
    }
    #expect(clients.count == 17)
    #expect(forgottenIs(.yes) == forgotten)
    #expect(forgottenIs(.unknown) == forgottenUnknown)
    #expect(overdueIs(.yes) == overdue)
    #expect(overdueIs(.unknown) == overdueUnknown)
    #expect(Self.numbers(clients) { Self.facts($0, today).lastSeen.isNever } == "06 07")
    #expect(Self.numbers(clients) { $0.start == nil } == "08")
    #expect(Self.numbers(clients) { Self.facts($0, today).lastSeen.unconfirmed != nil } == "09 17")
    #expect(Self.numbers(clients) { $0.summary.unansweredSince != nil } == "16")
  }
}

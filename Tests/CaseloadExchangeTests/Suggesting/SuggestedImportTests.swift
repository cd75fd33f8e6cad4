import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

/// A file imported with what was suggested for it comes out as without it, or better.
@Suite struct SuggestedImportTests {
  private func clients(_ path: String, _ mapping: Mapping?) throws -> ([ImportedClient], ClientImport) {
    let importer = try ClientImport(
      ImportFile(path: path).reader, mapping: mapping, drawn: try #require(Day(iso: "2026-11-20")))
    var clients: [ImportedClient] = []
    while let step = try importer.next() {
      if case .row(let client) = step { clients.append(client) }
    }
    return (clients, importer)
  }

  private func checkClients(_ path: String) throws {
    let day = try #require(Day(iso: "2026-11-20"))
    let (plain, before) = try clients(path, nil)
    for language in Language.allCases {
      let found = try MappingSuggestion(of: ImportFile(path: path).reader, drawn: day)
      let text = SuggestionFile.text(found, of: "x.csv", in: language)
      let (suggested, after) = try clients(path, try MappingFile.read(text))
      #expect(suggested.map(\.key) == plain.map(\.key))
      #expect(Set(after.fields).isSuperset(of: before.fields))
      let missed = { (importer: ClientImport) in importer.report.columns.map(\.notUnderstood).reduce(0, +) }
      #expect(missed(after) <= missed(before))
      for (a, b) in zip(suggested, plain) {
        for field in before.fields {
          let was = value(before, b, field)
          #expect(value(after, a, field) == was || was?.raw != nil, "line \(a.line), \(field)")
        }
        #expect(a.contacts == b.contacts)
      }
    }
  }

  private static var fixtures: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
  }

  @Test(arguments: ["register.csv", "small-register.csv"])
  func theInventedRegisters(name: String) throws {
    try checkClients(Self.fixtures.appendingPathComponent(name).path)
  }

  @Test(
    .enabled(if: Shared.isThere, "shared/data is not there"),
    arguments: ["SonarDashboardExample.csv", "SonarDashboardExample.xlsx"])
  func thePublishedRegister(name: String) throws {
    try checkClients(try #require(Shared.url("register/" + name)).path)
  }

  @Test(arguments: ["contacts.csv", "small-contacts.csv"])
  func theInventedContacts(name: String) throws {
    let path = Self.fixtures.appendingPathComponent(name).path
    let day = try #require(Day(iso: "2026-11-20"))
    let read = { (mapping: Mapping) in
      let importer = try ContactImport(ImportFile(path: path).reader, mapping: mapping, drawn: day)
      var contacts: [ImportedContact] = []
      while let step = try importer.next() {
        if case .row(let row) = step { contacts.append(row.contact) }
      }
      return contacts
    }
    let found = try MappingSuggestion(of: ImportFile(path: path).reader, contacts: true, drawn: day)
    let mapping = try MappingFile.read(SuggestionFile.text(found, of: "x.csv", in: .dutch))
    let plain = try read(Mapping())
    #expect(!plain.isEmpty)
    #expect(try read(mapping) == plain)
  }
}

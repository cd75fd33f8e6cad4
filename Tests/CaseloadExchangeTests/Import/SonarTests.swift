import CaseloadCore
import CaseloadExchange
import Foundation
import Testing

/// The example that the makers of Sonar's exchange published: 24 rows, one key twice, no contact.
@Suite(.enabled(if: Shared.isThere, "shared/data is not there"))
struct SonarTests {
  private func sonar() throws -> (
    rows: [ImportedClient], refused: [(Int, RowProblem)], importer: ClientImport
  ) {
    let url = try #require(Shared.url("register/SonarDashboardExample.csv"))
    let file = try ImportFile(path: url.path)
    #expect(file.sniffed?.format == CSVFormat(separator: UInt8(ascii: ";")))
    #expect(file.sniffed?.header.count == 35)
    let importer = try ClientImport(file.reader, drawn: try #require(Day(iso: "2022-02-01")))
    var rows: [ImportedClient] = []
    var refused: [(Int, RowProblem)] = []
    while let step = try importer.next() {
      switch step {
      case .row(let client): rows.append(client)
      case .refused(let line, let problem): refused.append((line, problem))
      }
    }
    return (rows, refused, importer)
  }

  private func codes(_ importer: ClientImport, _ client: ImportedClient, _ id: FieldID) throws -> [String] {
    let field = try #require(Catalogue.standard[id])
    let place = try #require(importer.fields.firstIndex(of: id))
    switch client.values[place].content {
    case .oneOf(let set)?, .several(let set, complete: _)?: return set.places.map { field.choices[$0].code }
    default: return []
    }
  }

  @Test func itsMappingIsFound() throws {
    #expect(try sonar().importer.mapping.name == "Sonar")
  }

  @Test func rowsAreReadAndTheKeyThatStandsTwiceIsRefused() throws {
    let (rows, refused, importer) = try sonar()
    #expect(importer.report.read == 24)
    #expect(rows.count == 23)
    #expect(refused.map(\.1) == [.keyTwice(firstLine: 8, line: 9)])
    #expect(rows.allSatisfy { $0.contacts.isEmpty })
  }

  @Test func everythingIsUnderstood() throws {
    let report = try sonar().importer.report
    for column in report.columns {
      #expect(column.notUnderstood == 0, "\(column.header) \(column.commonest())")
    }
    #expect(report.unused.count == 9)
    #expect(report.columns.count + report.unused.count + 1 == 35)
  }

  @Test func licencesAndLevels() throws {
    let (rows, _, importer) = try sonar()
    #expect(try codes(importer, rows[4], "licence") == ["A", "B", "BE", "C", "CE", "D", "DE", "T"])
    let place = try #require(importer.fields.firstIndex(of: "licence"))
    if case .several(_, complete: let whole)? = rows[4].values[place].content { #expect(whole) }
    #expect(try codes(importer, rows[1], "education") == ["mbo1", "mbo2", "mbo3", "mbo4"])
    #expect(try codes(importer, rows[0], "education") == ["vmbo"])
    #expect(try codes(importer, rows[0], "speaks") == ["B1", "B2", "C1", "C2"])
    #expect(try codes(importer, rows[0], "transport") == ["moped"])
    #expect(try codes(importer, rows[0], "consent") == ["yes"])
  }

  @Test func unknownIsEmpty() throws {
    let (rows, _, importer) = try sonar()
    for id in ["gender", "birth", "ladder", "track", "sector"] as [FieldID] {
      let place = try #require(importer.fields.firstIndex(of: id))
      #expect(rows.allSatisfy { $0.values[place].state == .empty && $0.values[place].raw == nil })
    }
    let name = try #require(importer.fields.firstIndex(of: "name"))
    #expect(rows[0].values[name].content == .name(PersonName(family: "Jansen", given: "Piet")))
    let address = try #require(importer.fields.firstIndex(of: "address"))
    #expect(rows[0].values[address].content == .text("1, Testdorp"))
  }
}

import CaseloadCore
import CaseloadExchange
import Testing

/// The published example exists as separated values and as a spreadsheet of two sheets with 563 blank rows.
@Suite(.enabled(if: Shared.isThere, "shared/data is not there"))
struct SonarSheetTests {
  private func read(_ name: String) throws -> (
    clients: [ImportedClient], importer: ClientImport, file: ImportFile
  ) {
    let url = try #require(Shared.url("register/SonarDashboardExample.\(name)"))
    let file = try ImportFile(path: url.path)
    let importer = try ClientImport(file.reader, drawn: try #require(Day(iso: "2022-02-01")))
    var clients: [ImportedClient] = []
    while let step = try importer.next() {
      if case .row(let client) = step { clients.append(client) }
    }
    return (clients, importer, file)
  }

  @Test func bothFilesGiveTheSameClients() throws {
    let csv = try read("csv")
    let sheet = try read("xlsx")
    #expect(csv.clients.count == 23)
    #expect(sheet.clients.map(\.key) == csv.clients.map(\.key))
    #expect(sheet.clients.map(\.line) == csv.clients.map(\.line))
    #expect(sheet.importer.fields == csv.importer.fields)
    for (a, b) in zip(sheet.clients, csv.clients) {
      #expect(a.values == b.values, "row \(a.line)")
      #expect(a.contacts == b.contacts)
    }
    #expect(sheet.importer.report.reasons == csv.importer.report.reasons)
    #expect(sheet.importer.report.columns == csv.importer.report.columns)
    #expect(sheet.importer.report.unused == csv.importer.report.unused)
  }

  @Test func whatWasReadIsSaid() throws {
    let sheet = try read("xlsx")
    #expect(sheet.importer.mapping.name == "Sonar")
    #expect(sheet.importer.report.blank == 563)
    #expect(
      sheet.file.summary(in: .english)
        == "spreadsheet, sheet \"Blad 1\" (the others: Keuzevelden; choose with --sheet)")
  }
}

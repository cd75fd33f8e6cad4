import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct FolderImportTests {
  private static let drawn = Day(iso: "2026-11-20") ?? .latest

  private static let mapping = """
    mapping = 1
    name = "Test"
    key = "id"
    [tables.persons]
    is = "persons"
    [tables.address]
    from = "from"
    to = "to"
    only = { kind = ["home"] }
    [tables.address.columns.part]
    field = "district"
    [tables.address.columns.code]
    field = "postcode"
    [tables.child]
    to = "to"
    count = "children"
    whole = true
    [tables.child.columns.born]
    field = "youngest"
    take = "latest"
    [tables.hindrance]
    from = "from"
    to = "to"
    [tables.hindrance.flags]
    column = "what"
    ended = "no"
    values = { "back" = "physical", "mind" = "mental", "house" = "" }
    [tables.plan]
    current = "latest"
    by = "made"
    ended = "why"
    [tables.plan.columns.made]
    field = "plan"
    [tables.school]
    [tables.school.columns.text]
    field = "education"
    take = "highest"
    contains = { "mbo" = "mbo1|mbo2|mbo3|mbo4", "vmbo" = "vmbo", "hts" = "hbo" }
    [tables.skill.columns.word]
    field = "skills"
    [tables.job]
    whole = true
    [tables.job.experience]
    occupation = "work"
    years = "years"
    from = "from"
    [tables.talk]
    is = "contacts"
    """

  private struct Folder {
    let scratch: ScratchFolder
    var path: String { scratch.url.path }

    init(_ tables: [String: String]) throws {
      scratch = try ScratchFolder()
      _ = try scratch.write(Array("id;naam\n1;Berg, An\n2;Dijk, Bo\n3;Eik, Cas\n".utf8), "persons.csv")
      for (name, text) in tables { _ = try scratch.write(Array(text.utf8), name) }
    }

    func read(_ mapping: String = FolderImportTests.mapping) throws -> (
      clients: [String: [FieldID: Value]], reports: [String: TableReport]
    ) {
      let folder = try TableFolder(path: path, mapping: try FolderMappingFile.read(mapping))
      let reader = try FolderImport(
        folder, drawn: FolderImportTests.drawn, reading: .init(refusedFor: { $0 }))
      var clients: [String: [FieldID: Value]] = [:]
      while let step = try reader.next() {
        guard case .row(let client) = step else { continue }
        #expect(client.values.count == reader.fields.count)
        clients[client.key.text] = Dictionary(
          uniqueKeysWithValues: zip(reader.fields, client.values))
      }
      return (clients, Dictionary(uniqueKeysWithValues: reader.details.map { ($0.name, $0) }))
    }
  }

  /// Rows taken, over, left out and refused.
  private static func counts(_ report: TableReport) -> [Int] {
    [report.report.taken, report.ended, report.leftOut, report.report.refused]
  }

  private static func text(_ value: Value?, _ field: FieldID) -> String? {
    guard let content = value?.content, let kind = Catalogue.standard[field]?.kind else { return nil }
    return ContentText.text(content, kind: kind)
  }

  @Test func rowsOfAHistoryCountFromTheirFirstToTheirLastDay() throws {
    let folder = try Folder([
      "address.csv": """
      id;kind;part;code;from;to
      1;home;Noord;1000 AA;2020-01-01;2026-11-19
      1;home;Zuid;1000 BB;2026-11-20;
      2;home;Noord;;2020-01-01;2026-11-20
      2;home;West;;2026-11-21;
      2;post;Oost;;2020-01-01;
      """
    ])
    let (clients, reports) = try folder.read()
    #expect(Self.text(clients["1"]?["district"], "district") == "Zuid")
    #expect(Self.text(clients["2"]?["district"], "district") == "Noord", "the last day counts")
    #expect(clients["3"]?["district"]?.state == .empty)
    let report = try #require(reports["address"])
    #expect(report.report.read == 5)
    #expect(Self.counts(report) == [2, 2, 1, 0])
  }

  @Test func ofTwoRowsThatContradictTheLaterStandsAndTheOtherIsTold() throws {
    let folder = try Folder([
      "address.csv": """
      id;kind;part;code;from;to
      1;home;Zuid;;2024-01-01;
      1;home;Noord;1000 AA;2020-01-01;
      2;home;Noord;;2024-01-01;
      2;home;Noord;;2025-01-01;
      """
    ])
    let (clients, reports) = try folder.read()
    #expect(Self.text(clients["1"]?["district"], "district") == "Zuid")
    #expect(
      Self.text(clients["1"]?["postcode"], "postcode") == "1000 AA", "what the later does not say stays")
    #expect(reports["address"]?.differences == [.init(line: 3, stands: 2)])
    #expect(reports["address"]?.report.taken == 4)
  }

  @Test func orphansAndUnreadableRowsAreRefusedWithTheReason() throws {
    let folder = try Folder([
      "address.csv":
        "id;kind;part;code;from;to\n9;home;Noord;;;\n1;home;Zuid;;;some day\n;home;Zuid;;;\n2;home;Zuid\n"
    ])
    let (clients, reports) = try folder.read()
    let report = try #require(reports["address"])
    #expect(report.report.refused == 4)
    #expect(report.report.read == report.report.taken + report.ended + report.leftOut + report.report.refused)
    #expect(clients.values.allSatisfy { $0["district"]?.content == nil })
    let file = try #require(report.refusedFile)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("line 2: no row of the persons has this key"))
    #expect(text.contains("line 3: its last day is not understood"))
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test func rowsAreCountedAndTheYoungestIsTheLatest() throws {
    let folder = try Folder([
      "child.csv": "id;born;to\n1;2019-03;\n1;2022-05;\n1;1999-01;2020-01-01\n2;;\n"
    ])
    let (clients, _) = try folder.read()
    #expect(Self.text(clients["1"]?["children"], "children") == "2")
    #expect(Self.text(clients["1"]?["youngest"], "youngest") == "2022-05-01..2022-05-31")
    #expect(Self.text(clients["2"]?["children"], "children") == "1")
    #expect(clients["2"]?["youngest"]?.state == .empty)
    #expect(Self.text(clients["3"]?["children"], "children") == "0", "the table is whole")
  }

  @Test func wordsSayYesAndEndedOnesNo() throws {
    let folder = try Folder([
      "hindrance.csv": """
      id;what;from;to
      1;back;2025-01-01;
      1;back;2020-01-01;2021-01-01
      2;mind;2020-01-01;2021-01-01
      2;house;2020-01-01;
      3;temper;2020-01-01;
      3;back;2027-01-01;
      """
    ])
    let (clients, reports) = try folder.read()
    #expect(Self.text(clients["1"]?["physical"], "physical") == "yes")
    #expect(Self.text(clients["2"]?["mental"], "mental") == "no")
    #expect(clients["2"]?["physical"]?.state == .empty, "no row is not no")
    #expect(clients["3"]?["physical"]?.state == .empty, "what is to come is not yet")
    let report = try #require(reports["hindrance"])
    #expect(Self.counts(report) == [1, 3, 1, 1])
  }

  @Test func theLatestStandsAndListsAreJoined() throws {
    let folder = try Folder([
      "plan.csv": "id;made;why\n1;2026-01-05;\n1;2025-01-05;\n1;2026-08-01;withdrawn\n",
      "school.csv": "id;text\n1;VMBO zorg\n1;mbo kok\n1;onbekend\n2;hts\n3;sterren kijken\n",
      "skill.csv": "id;word\n1;lassen\n1;rekenen\n1;lassen\n",
      "job.csv": "id;work;years;from\n1;kok;3;\n1;lasser;;2019-02-01\n2;;4;\n",
    ])
    let (clients, reports) = try folder.read()
    #expect(Self.text(clients["1"]?["plan"], "plan") == "2026-01-05")
    let plans = try #require(reports["plan"])
    #expect(Self.counts(plans) == [1, 2, 0, 0])
    #expect(Self.text(clients["1"]?["education"], "education") == "mbo1|mbo2|mbo3|mbo4")
    #expect(Self.text(clients["2"]?["education"], "education") == "hbo")
    #expect(clients["3"]?["education"]?.raw == "sterren kijken")
    let school = try #require(reports["school"])
    #expect(school.report.columns.map(\.notUnderstood) == [1] as [Int])
    #expect(Self.text(clients["1"]?["skills"], "skills") == "lassen; rekenen; …")
    #expect(Self.text(clients["1"]?["experience"], "experience") == "kok|||36; lasser||2019-02-01..")
    #expect(reports["job"]?.report.refused == 1)
  }

  @Test func aMappingThatCannotBeMeantIsAnError() throws {
    for (wrong, right) in [
      ("take = \"latest\"", "take = \"latezt\""), ("take = \"highest\"", "take = \"list\""),
      ("is = \"persons\"", "is = \"contacts\""), ("by = \"made\"", "from = \"made\""),
      ("field = \"postcode\"", "field = \"seen\""), ("\"back\" = \"physical\"", "\"back\" = \"district\""),
      ("field = \"skills\"", "field = \"district\""), ("whole = true", "hole = true"),
    ] {
      let text = Self.mapping.replacingOccurrences(of: wrong, with: right)
      #expect(text != Self.mapping)
      #expect(throws: ExchangeError.self, "\(right)") { try FolderMappingFile.read(text) }
    }
    #expect(try FolderMappingFile.isForFolder(Self.mapping))
    #expect(throws: ExchangeError.self) { try MappingFile.read(Self.mapping) }
  }

  @Test func aColumnThatIsNotThereAndAFolderWithoutPersonsAreErrors() throws {
    let folder = try Folder(["child.csv": "id;born\n1;2019\n"])
    #expect(throws: ExchangeError.noColumn(table: "child", name: "to")) { try folder.read() }
    let empty = try ScratchFolder()
    #expect(throws: ExchangeError.personsTable(files: [])) {
      try TableFolder(path: empty.url.path, mapping: try FolderMappingFile.read(Self.mapping))
    }
    #expect(try TableFolder.recognised(empty.url.path) == nil)
  }

  @Test func theShippedMappingsAreRead() throws {
    for text in ShippedMappings.folders {
      let mapping = try FolderMappingFile.read(text)
      #expect(mapping.tables.count > 15)
    }
  }
}

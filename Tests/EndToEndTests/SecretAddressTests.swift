import Foundation
import Testing

/// An address that is secret is said by no list and no file of one.
@Suite("A secret address in the shell")
struct SecretAddressTests {
  private func filled() throws -> Room {
    let room = try Room()
    let file = try room.write(
      "export.csv",
      "Klantnummer;Naam;Postcode;Wijk;Geheim adres;Werkcoach\n1;Vos, Piet;3011 AB;Noord;ja;A\n"
        + "2;Kok, Anna;3012 CD;Zuid;nee;A\n")
    let done = try room.onStore("import", file, "--drawn", "2026-11-20", "--today", "2026-11-21")
    try #require(done.status == 0, "\(done.errors)")
    return room
  }

  @Test(
    "a list marks it for people, and leaves it out for programs", arguments: ["table", "csv", "tsv", "json"])
  func list(format: String) throws {
    let room = try filled()
    let list = try room.onStore("list", "--columns", "name,postcode,district", "--format", format).text
    #expect(list.contains("3012") && list.contains("Zuid"))
    if format == "table" {
      #expect(list.contains("secret: 3011") && list.contains("secret: Noord"))
      #expect(!list.contains("secret: Zuid"))
    } else {
      #expect(!list.contains("3011") && !list.contains("Noord") && list.contains("secret"))
    }
  }

  @Test("a record for programs says beside it that it is secret")
  func record() throws {
    let room = try filled()
    let rows = try Answers(room.onStore("show", "1", "--format", "json")).rows
    for field in ["postcode", "district"] {
      let row = try #require(rows.first { $0["field"] as? String == field })
      #expect((row["note"] as? String)?.contains("secret") == true, "\(row)")
    }
    let other = try Answers(room.onStore("show", "2", "--format", "json")).rows
    #expect(other.first { $0["field"] as? String == "postcode" }?["note"] as? String == "")
  }
}

import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct NameReadingTests {
  private func parts(_ text: String, _ order: NameOrder? = nil) -> [String] {
    NameReading.name(text, order: order).map { [$0.given, $0.prefix, $0.family] } ?? []
  }

  @Test(arguments: [
    ("Piet Jansen", ["Piet", "", "Jansen"]), ("J. de Vries", ["J.", "de", "Vries"]),
    ("Jan Piet van den Berg", ["Jan Piet", "van den", "Berg"]), ("van den Berg", ["", "van den", "Berg"]),
    ("Jansen", ["", "", "Jansen"]), ("Al Jansen", ["Al", "", "Jansen"]),
    ("Fatima El Amrani", ["Fatima", "El", "Amrani"]), ("Maria van 't Hof", ["Maria", "van 't", "Hof"]),
    ("A. de Vries van Dam", ["A.", "de", "Vries van Dam"]), ("Nguyễn Thị Hoa", ["Nguyễn Thị", "", "Hoa"]),
    ("Berg, van den J.", ["J.", "van den", "Berg"]), ("Berg, Jan van den", ["Jan", "van den", "Berg"]),
    ("van den Berg, Jan", ["Jan", "van den", "Berg"]), ("De Jong, Jan", ["Jan", "De", "Jong"]),
    ("Jansen, Ben", ["Ben", "", "Jansen"]), ("Jansen, T", ["T", "", "Jansen"]),
    ("Jansen, Ben van", ["Ben", "van", "Jansen"]), ("BERG, VAN DEN J", ["J", "VAN DEN", "BERG"]),
    ("Jansen,", ["", "", "Jansen"]), (", Jan", ["", "", "Jan"]), ("O'Brien, Sean", ["Sean", "", "O'Brien"]),
    ("Garcia Marquez, Ana", ["Ana", "", "Garcia Marquez"]), ("  Jan\t van  Dam ", ["Jan", "van", "Dam"]),
  ])
  func withoutAnOrder(_ text: String, _ wanted: [String]) {
    #expect(parts(text) == wanted)
  }

  @Test func inAGivenOrder() {
    #expect(parts("Berg van den, Jan", .familyPrefixFirst) == ["Jan", "van den", "Berg"])
    #expect(parts("van den Berg, Jan", .prefixFamilyFirst) == ["Jan", "van den", "Berg"])
    #expect(parts("Berg van den J.", .familyFirst) == ["J.", "van den", "Berg"])
    #expect(parts("Jan van den Berg", .givenFirst) == ["Jan", "van den", "Berg"])
  }

  @Test func nothingIsNoName() {
    for text in ["", " ", ",", " , "] { #expect(NameReading.name(text, order: nil) == nil) }
  }

  /// Each of the thousand commonest surnames, in every order, comes out with its prefix apart.
  @Test(.enabled(if: Shared.isThere, "shared/data is not there"))
  func surnamesOfTheNetherlands() throws {
    let url = try #require(Shared.url("hard-text/dutch_surnames_top1000.csv"))
    let reader = CSVReader(try FileSource(path: url.path), format: CSVFormat())
    _ = try reader.readHeader()
    var withPrefix = 0
    while try reader.advance() {
      let natural = try reader.text(0)
      let listed = try reader.text(1).split(separator: ",").map { String($0).trimmed }
      let family = try #require(listed.first)
      let prefix = listed.count > 1 ? listed[1] : ""
      withPrefix += prefix.isEmpty ? 0 : 1
      let wanted = ["Jan", prefix, family]
      #expect(parts("Jan \(natural)") == wanted)
      #expect(parts("\(natural), Jan") == wanted)
      #expect(parts("\(family), Jan \(prefix)".trimmed) == wanted)
      #expect(parts("\(family), \(prefix) Jan") == wanted)
      #expect(parts("\(family) \(prefix), Jan", .familyPrefixFirst) == wanted)
    }
    #expect(withPrefix > 300)
  }
}
